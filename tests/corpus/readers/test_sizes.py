"""What reading a table may cost: ten times the size of the file and a little, and no file above the limit is opened."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import openpyxl
import pytest

from corpus.errors import TooLarge
from corpus.readers import iterate_documents, read_document
from corpus.reading import ReadingOptions

MEGABYTE = 1024 * 1024
POST = "Bij ons duurde het weken voordat iemand belde, en toen was de subsidie al op. 👍"


def an_export(posts: int) -> bytes:
    rows = [f"D{number // 20};{number};{number // 20 * 20};lid{number % 300};{POST}" for number in range(posts)]
    return "\n".join(["draad;id;reactie_op;gebruiker;bericht", *rows]).encode()


def a_survey(people: int) -> bytes:
    rows = [f"P{number};{number % 10};{POST} {number};{number} keer: {POST}" for number in range(people)]
    return "\n".join(["code;cijfer;Wat gaat goed?;Wat kan beter?", *rows]).encode()


def a_workbook(posts: int) -> bytes:
    book, stream = openpyxl.Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("berichten")
    for line in an_export(posts).decode().split("\n"):
        sheet.append(line.split(";"))
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", an_export(2_000)), ("b.csv", a_survey(600)), ("c.xlsx", a_workbook(500))],
    ids=["export", "survey", "workbook"],
)
def test_reading_takes_no_more_memory_than_ten_times_the_file_and_a_little(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    tracemalloc.start()
    try:
        turns = sum(len(each.turns) for each in iterate_documents(tmp_path / name))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert turns >= 500
    assert peak < 8 * MEGABYTE + 10 * len(content)


def test_a_large_export_takes_less_memory_than_all_of_its_posts_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.readers.sheet.MOST_POSTS", 200)
    (tmp_path / "a.csv").write_bytes(an_export(2_000))
    peaks = []
    for read in (lambda file: [read_document(file)], iterate_documents):
        tracemalloc.start()
        try:
            for _reading in read(tmp_path / "a.csv"):
                pass
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] < peaks[0] / 2


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.vtt"])
def test_a_text_above_the_limit_is_refused_before_it_is_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(an_export(15_000))
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            read_document(tmp_path / name, options=ReadingOptions(unpacked_limit=MEGABYTE))
        assert tracemalloc.get_traced_memory()[1] < MEGABYTE
    finally:
        tracemalloc.stop()
