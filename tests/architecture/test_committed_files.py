from __future__ import annotations

import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT, kept_files

HOME_FOLDERS = re.compile(r"(?<![\w.\-/}])/(?:root|home|Users|workspaces?|work|builds)/[\w.\-]+|\b[A-Z]:\\Users\\\w+")
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|://[^/\s:@{}<]+:[^/\s:@{}<]+@|\b(?:ghp|sk|AKIA)[_-]?[A-Za-z0-9]{30,}"
)
LOCAL_INDEX = re.compile(r"--(?:extra-)?index-url|--find-links|https?://[^\s\"']+/simple\b")
# The password of everybody in examples and tests, where one has to be refused.
EXAMPLE_PASSWORD = ":geheim@"
# These files show what the patterns look for.
EXAMPLES = {Path("tests/architecture/test_committed_files.py"), Path("tests/architecture/test_portable.py")}


def machine_names() -> set[str]:
    """The names of this machine that must not stand in a file: where the clone lies, whose home it is, its host."""
    host = socket.gethostname()
    names = {str(ROOT), str(Path.home()), sys.prefix, host if len(host) > 8 else ""}
    return {name for name in names if len(name) > 5}


def kept_texts() -> Iterator[tuple[Path, str]]:
    """Every file in git that is text, without those that show the patterns and those of others."""
    for file in kept_files():
        data = (ROOT / file).read_bytes()
        if file not in EXAMPLES and "vendor" not in file.parts and b"\0" not in data:
            yield file, data.decode("utf-8")


def found(pattern: re.Pattern[str]) -> list[str]:
    return [f"{file}: {match.group()}" for file, text in kept_texts() for match in pattern.finditer(text)]


def test_no_file_names_the_machine_it_was_made_on() -> None:
    named = re.compile("|".join(re.escape(name) for name in sorted(machine_names())) or r"(?!)")
    assert found(named) == []
    assert found(HOME_FOLDERS) == []


def test_no_file_holds_a_secret() -> None:
    assert [line for line in found(SECRETS) if EXAMPLE_PASSWORD not in line] == []


def test_no_file_names_an_index_of_packages() -> None:
    assert found(LOCAL_INDEX) == []


def test_no_study_is_committed() -> None:
    assert [str(file) for file in kept_files() if re.search(r"\.sqlite|\.sleutel|^voorbeeld/", file.as_posix())] == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (HOME_FOLDERS, "open('/home/marit/studie')"),
        (HOME_FOLDERS, r"C:\Users\marit"),
        (SECRETS, "postgresql://marit:welkom01@server/studie"),
        (SECRETS, "-----BEGIN RSA PRIVATE KEY-----"),
        (LOCAL_INDEX, "pip install --extra-index-url x"),
    ],
)
def test_what_must_not_be_committed_is_seen(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize("text", ["postgresql://marit@server/studie", "/documenten/3", "docs/home/index.md", "/work"])
def test_what_may_be_committed_is_left_alone(text: str) -> None:
    assert not HOME_FOLDERS.search(text)
    assert not SECRETS.search(text)
