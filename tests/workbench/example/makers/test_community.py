from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from corpus.documents import DocumentKind
from tests.workbench.example.makers.written import POSTS, a_source, read_made
from workbench.example.makers import make_file


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_gives_back_threads_replies_prompts_dates_and_likes(form: str, tmp_path: Path) -> None:
    reading = read_made(a_source(form, POSTS, "community"), tmp_path)
    assert reading.kind == DocumentKind.COMMUNITY
    assert [(turn.speaker, reading.text_of(turn)) for turn in reading.turns] == [(t.speaker, t.text) for t in POSTS]
    assert [(turn.key, turn.thread, turn.reply_to, turn.likes) for turn in reading.turns] == [
        ("p1", "D1", None, 0),
        ("p2", "D1", 0, 4),
        ("p3", "D1", 1, 0),
    ]
    assert [turn.prompt for turn in reading.turns] == ["j1", None, None]
    assert reading.turns[1].posted_at == "2026-03-30T10:47:00"


def test_the_workbook_is_that_of_another_platform_with_dates_as_dates() -> None:
    source = a_source("xlsx", POSTS, "community")
    assert make_file(source) == make_file(source)
    (sheet,) = load_workbook(io.BytesIO(make_file(source)[1])).worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "Export: Handreiking Westmark"
    assert "bericht" not in {str(each).lower() for each in rows[1]}
    assert rows[3][4] == datetime(2026, 3, 30, 10, 47)  # noqa: DTZ001 - workbooks know no time zones
    assert rows[3][7] == 4
