from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.repository import ROOMS, ROOT, python_files, tree

# Words that say nothing of the subject. A private name may still use the word of the library it holds.
FORBIDDEN = {
    "base", "common", "core", "engine", "handler", "helper", "helpers", "manager", "misc", "processor", "service",
    "util", "utils", "wrapper",
}  # fmt: skip
CODE = (*ROOMS, "tests", "tools", "benchmarks")


def words(name: str) -> list[str]:
    """The words of a name in either spelling: `TopicFit` and `topic_fit` both are topic, fit."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_")


def defined_names(module: ast.Module) -> Iterator[str]:
    """The names of the classes and public functions a module defines."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name


def empty_words(name: str) -> set[str]:
    return FORBIDDEN & set(words(name))


def test_files_and_folders_are_named_for_their_subject() -> None:
    parts = {part for file in python_files(*CODE) for part in file.with_suffix("").parts}
    assert sorted(part for part in parts if empty_words(part)) == []


def test_classes_and_functions_are_named_for_their_subject() -> None:
    # outside the tests: the name of a test is a sentence, and may hold any word
    files = python_files(*ROOMS, "tools", "benchmarks")
    assert [f"{file}: {name}" for file in files for name in defined_names(tree(file)) if empty_words(name)] == []


def test_an_empty_word_is_seen_in_either_spelling() -> None:
    assert empty_words("TopicManager") == {"manager"}
    assert empty_words("date_utils") == {"utils"}
    assert empty_words("database_url") == set()
    assert list(defined_names(ast.parse("class A:\n    def _engine(self): ...\n    def engine(self): ..."))) == [
        "A",
        "engine",
    ]


def test_every_folder_with_tests_is_a_package() -> None:
    folders = {file.parent for file in python_files("tests")}
    assert sorted(str(folder) for folder in folders if not (ROOT / folder / "__init__.py").exists()) == []


def test_tests_mirror_the_rooms() -> None:
    tests = [file for file in python_files("tests") if file.parts[1] in ROOMS and file.name.startswith("test_")]
    assert [str(file) for file in tests if not mirrors(file)] == []


def mirrors(test: Path) -> bool:
    """Whether a test is about a module of its room, a part of one (`test_topics_words`), or a folder in it."""
    room, *folders = test.parent.parts[1:]
    if folders:
        return (ROOT / room / Path(*folders) / "__init__.py").exists()
    subject = test.stem.removeprefix("test_").split("_")
    starts = {"_".join(subject[:length]) for length in range(1, len(subject) + 1)}
    return bool(starts & {part for file in python_files(room) for part in file.with_suffix("").parts})


def test_a_test_about_nothing_is_seen() -> None:
    assert mirrors(Path("tests/coding/test_codebook.py"))
    assert mirrors(Path("tests/coding/test_codebook_files.py"))
    assert mirrors(Path("tests/corpus/readers/test_laws.py"))
    assert not mirrors(Path("tests/coding/test_onbestaand.py"))
    assert not mirrors(Path("tests/coding/onbestaand/test_codebook.py"))
