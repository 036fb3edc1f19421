from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.repository import ROOMS, kept_files, python_files, read, tree

FILE_LINES = 300
FUNCTION_LINES = 40
CODE = (*ROOMS, "tests", "tools", "benchmarks")
WRITTEN = {".py", ".js", ".css", ".html", ".typ"}
REASONS = tomllib.loads(read(Path("tests/architecture/sizes.toml")))


def our_files() -> list[Path]:
    """The code that we wrote: not what we vendor."""
    return [
        file for file in kept_files() if file.parts[0] in CODE and file.suffix in WRITTEN and "vendor" not in file.parts
    ]


def functions(module: ast.Module, inside: str = "") -> Iterator[tuple[str, int]]:
    """Each function of a module by its full name, with its length without the docstring."""
    for node in ast.iter_child_nodes(module):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield f"{inside}{node.name}", length(node)
                yield from functions(ast.Module(node.body, []), f"{inside}{node.name}.")
            case ast.ClassDef():
                yield from functions(ast.Module(node.body, []), f"{inside}{node.name}.")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    documented = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_a_file_over_300_lines_has_a_reason() -> None:
    long = {file.as_posix() for file in our_files() if len(read(file).splitlines()) > FILE_LINES}
    assert long == set(REASONS["files"])


def test_a_function_over_40_lines_has_a_reason() -> None:
    long = {
        f"{file.as_posix()}:{name}"
        for file in python_files(*CODE)
        if "migrations" not in file.parts  # a revision is a list of tables
        for name, lines in functions(tree(file))
        if lines > FUNCTION_LINES
    }
    assert long == set(REASONS["functions"])


def test_a_reason_is_a_sentence() -> None:
    reasons = {**REASONS["files"], **REASONS["functions"]}
    assert [place for place, reason in reasons.items() if len(reason.split()) < 5] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def a():\n    '''doc\n    doc'''\n    return 1", [("a", 2)]),
        ("class B:\n    def c(self):\n        def d(): ...\n        return d", [("B.c", 3), ("B.c.d", 1)]),
        ("async def e():\n    pass", [("e", 2)]),
    ],
)
def test_functions_are_measured_without_their_docstring(code: str, expected: list[tuple[str, int]]) -> None:
    assert list(functions(ast.parse(code))) == expected
