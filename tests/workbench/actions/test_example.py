"""Making the example may be repeated and stopped, and never touches a study of somebody's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from workbench.actions.example import make_example
from workbench.actions.exporting import FIELDS, export_rows
from workbench.errors import AnotherStudy


def test_making_it_again_writes_nothing_in_the_journal(own_example: Study) -> None:
    with own_example.reading() as store:
        before = store.journal()
    make_example(own_example.folder)
    with own_example.reading() as store:
        assert store.journal() == before


def test_the_order_of_the_documents_changes_no_export(example: Study, tmp_path: Path) -> None:
    backwards = make_example(tmp_path / "v", backwards=True)
    for what in FIELDS:
        first, second = (
            [{name: value for name, value in row.items() if name not in ("id", "passages", "contra")} for row in rows]
            for rows in (export_rows(example, what), export_rows(backwards, what))
        )
        assert first == second, what


def test_a_study_of_somebodys_own_is_left_alone(coded: Study) -> None:
    before = export_rows(coded, "turns")
    with pytest.raises(AnotherStudy, match="mijn"):
        make_example(coded.folder)
    assert export_rows(coded, "turns") == before


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    said: list[tuple[str, int | None]] = []

    def listen(what: str, /, *, total: int | None = None, done: int | None = None) -> None:
        said.append((what, total))

    make_example(tmp_path / "v", progress=listen)
    assert sum(total == 8 for _what, total in said) == 8
    assert len(said) > 10
