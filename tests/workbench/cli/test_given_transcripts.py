"""The transcripts that were given, through the command a stranger would use: every turn as it was said."""

from __future__ import annotations

import csv
import io
import json
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from study.folder import Study
from tests.workbench.command import really

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "transcripts"
FILES = (
    "nl_community.csv", "nl_otter.txt", "nl_tabel.docx", "nl_teams.vtt",
    "otter_md_debugging.md", "webvtt_captions_with_bom.vtt", "webvtt_comments.vtt",
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (FOLDER / "nl_groundtruth.json").exists(), reason=f"the given transcripts are not here ({FOLDER})"
)


@pytest.fixture(scope="module")
def turns(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The exported turns of all seven files, by file."""
    folder = tmp_path_factory.mktemp("gegeven")
    really("new", "mijn", folder=folder)
    done = really("-s", "mijn", "import", *(FOLDER / name for name in FILES), "-p", "werkgever", folder=folder)
    assert done.code == 0, done.err
    rows = [json.loads(line) for line in really("-s", "mijn", "export", "turns", folder=folder).out.splitlines()]
    return {name: list(group) for name, group in groupby(rows, key=lambda row: str(row["document"]))}


def said(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Who says what, white space apart."""
    return [(" ".join(row["speaker"].split()), " ".join(row["text"].split())) for row in rows]


def truth() -> list[tuple[str, str]]:
    return said(json.loads((FOLDER / "nl_groundtruth.json").read_text(encoding="utf-8")))


def test_all_seven_files_come_in(turns: dict[str, list[dict[str, Any]]]) -> None:
    assert sorted(turns) == sorted(FILES)


def test_all_54_turns_are_in_the_text(turns: dict[str, list[dict[str, Any]]]) -> None:
    assert len(turns["nl_otter.txt"]) == 54
    assert said(turns["nl_otter.txt"]) == truth()


def test_all_54_turns_are_in_the_community(turns: dict[str, list[dict[str, Any]]]) -> None:
    """The file is in Windows-1252, in which its maker could not write two signs of the debate."""
    as_written = [(speaker, words.encode("cp1252", "replace").decode("cp1252")) for speaker, words in truth()]
    assert len(turns["nl_community.csv"]) == 54
    assert said(turns["nl_community.csv"]) == as_written


def test_the_word_table_holds_the_first_30(turns: dict[str, list[dict[str, Any]]]) -> None:
    assert said(turns["nl_tabel.docx"]) == truth()[:30]


def test_captions_hold_45_once_neighbours_of_one_speaker_are_joined(turns: dict[str, list[dict[str, Any]]]) -> None:
    joined = [
        (speaker, " ".join(words for _speaker, words in group))
        for speaker, group in groupby(truth(), key=lambda turn: turn[0])
    ]
    assert len(joined) == 45
    assert said(turns["nl_teams.vtt"]) == joined


def test_times_are_there_where_the_format_has_them_and_run_on(turns: dict[str, list[dict[str, Any]]]) -> None:
    for name in ("nl_otter.txt", "nl_teams.vtt"):
        starts = [row["start"] for row in turns[name]]
        assert starts[0] == 7.0
        assert starts == sorted(starts)
    assert {row["start"] for row in turns["nl_community.csv"]} == {None}


def test_posts_answer_the_posts_that_the_export_names(turns: dict[str, list[dict[str, Any]]]) -> None:
    text = (FOLDER / "nl_community.csv").read_bytes().decode("cp1252")
    posts = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    places = {post["bericht_id"]: place for place, post in enumerate(posts, start=1)}
    assert [row["reply_to"] for row in turns["nl_community.csv"]] == [places.get(post["reactie_op"]) for post in posts]


def test_people_are_the_same_in_every_file(turns: dict[str, list[dict[str, Any]]], study: Study) -> None:
    codes = {
        (" ".join(row["speaker"].split()), row["participant"])
        for name in FILES[:4]
        for row in turns[name]
        if row["participant"]
    }
    assert len({speaker for speaker, _code in codes}) == len(codes) > 5
