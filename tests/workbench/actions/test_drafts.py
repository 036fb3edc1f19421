from __future__ import annotations

import errno
from pathlib import Path

import pytest

from study.errors import DiskFull, ReadOnly
from tests.workbench.material import put
from workbench.actions.drafts import drafting


def test_files_appear_together_at_the_end_over_what_was_there(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "oud")
    put(tmp_path, "blijft.txt", "blijft")
    with drafting(tmp_path) as draft:
        put(draft, "a.txt", "nieuw")
        put(draft / "sub", "b.txt", "nieuw")
        assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "oud"
    assert {each.name for each in tmp_path.rglob("*") if each.is_file()} == {"a.txt", "b.txt", "blijft.txt"}
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "nieuw"


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "oud")

    def fail() -> None:
        with drafting(tmp_path) as draft:
            put(draft, "a.txt", "nieuw")
            raise OSError(errno.ENOSPC, "full", str(draft / "b.txt"))

    with pytest.raises(DiskFull):
        fail()
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("a.txt", "oud")]


def test_a_file_where_the_folder_should_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadOnly), drafting(put(tmp_path, "rapport", "een bestand")):
        pass
