"""The exports keep the promise of docs/reference/exports.md: these keys, in this order, with these values."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.material import TURNS
from tests.workbench.models import add_models
from workbench.actions.exporting import FIELDS, as_csv, as_json_lines, as_text, export_rows, write_export
from workbench.errors import NotAFile
from workbench.example import FOLDER

MODELS = ("process", "logic", "goals")
WRITTEN = [each for each in FIELDS if each not in MODELS or (FOLDER / f"{each}.toml").exists()]
"""What the example has: its writers add the models as files of these names."""
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "exports.md"


def promised(what: str) -> tuple[str, ...]:
    """The keys that the page lists for an export: the first column of its table, or its list."""
    section = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.M)
    (body,) = (each.partition("\n")[2] for each in section if each.startswith(f"{what}\n"))
    rows = [line.split("|")[1] for line in body.splitlines() if line.startswith("| `")]
    return tuple(re.findall(r"`(\w+)`", " ".join(rows) or body))


@pytest.mark.parametrize("what", FIELDS)
def test_the_fields_are_those_of_the_page(what: str) -> None:
    assert FIELDS[what] == promised(what)


@pytest.mark.parametrize("what", WRITTEN)
def test_every_row_has_exactly_these_fields_in_this_order(example: Study, what: str) -> None:
    rows = export_rows(example, what)
    assert rows
    assert {tuple(row) for row in rows} == {FIELDS[what]}


@pytest.mark.parametrize("what", WRITTEN)
def test_json_lines_and_csv_say_the_same(example: Study, what: str) -> None:
    rows = export_rows(example, what)
    lines = [json.loads(line) for line in as_json_lines(rows).splitlines()]
    table = list(csv.DictReader(io.StringIO(as_csv(rows, FIELDS[what]))))
    assert lines == rows
    assert [list(row) for row in table] == [list(FIELDS[what])] * len(rows)
    assert [row[FIELDS[what][0]] for row in table] == [str(row[FIELDS[what][0]]) for row in rows]


@pytest.mark.parametrize("what", FIELDS)
def test_a_study_without_anything_exports_nothing(either_study: Study, what: str) -> None:
    assert export_rows(either_study, what) == []
    assert as_text([], what, form="jsonl") == ""
    assert as_text([], what, form="csv") == ",".join(FIELDS[what]) + "\n"


def test_turns_are_as_they_were_said(either_coded: Study) -> None:
    rows = export_rows(either_coded, "turns")
    assert [(row["speaker"], row["text"]) for row in rows] == list(TURNS)
    assert [row["ordinal"] for row in rows] == [1, 2, 3, 4, 5]
    assert [row["start"] for row in rows] == [0.0, 10.0, 20.0, 30.0, 40.0]
    assert [row["participant"] for row in rows] == [None, "W01", None, "W01", "W02"]
    assert {(row["page"], row["part"]) for row in rows} == {(None, "text")}


def test_passages_stand_where_they_say(either_coded: Study) -> None:
    text = "\n\n".join(words for _speaker, words in TURNS)
    rows = export_rows(either_coded, "passages")
    assert len(rows) == 3
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"]


def test_answers_in_a_community_point_at_the_post_they_answer(example: Study) -> None:
    rows = [row for row in export_rows(example, "turns") if row["document"].endswith(".csv")]
    known = {row["ordinal"] for row in rows}
    answers = [row for row in rows if row["reply_to"]]
    assert answers
    assert all(row["reply_to"] in known and row["reply_to"] < row["ordinal"] for row in answers)


def test_a_file_is_written_whole_and_counted(coded: Study, tmp_path: Path) -> None:
    file = tmp_path / "nieuw" / "beurten.csv"
    assert write_export(coded, "turns", file, form="csv") == 5
    assert file.read_text(encoding="utf-8") == as_csv(export_rows(coded, "turns"), FIELDS["turns"])
    with pytest.raises(NotAFile):
        write_export(coded, "turns", tmp_path, form="csv")


def test_a_finding_that_lost_its_passages_is_said_by_nobody(own_example: Study) -> None:
    from coding.codings import Coding
    from synthesis.findings import Finding

    with own_example.store(by="ans") as store:
        (codings, findings) = store.records(Coding, Finding)
        gone = set(findings[0].passages)
        store.remove(*(each for each in codings if each.id in gone))
    (row,) = (each for each in export_rows(own_example, "findings") if each["key"] == findings[0].key)
    assert (row["respondents"], row["asked"], row["mentions"]) == (0, None, 0)


@pytest.mark.parametrize("what", MODELS)
def test_models_of_a_team_s_own_are_exported_whole(coded: Study, tmp_path: Path, what: str) -> None:
    rows = export_rows(add_models(coded, tmp_path), what)
    assert len(rows) == {"process": 3, "logic": 4, "goals": 3}[what]
    assert {tuple(row) for row in rows} == {FIELDS[what]}
    table = list(csv.DictReader(io.StringIO(as_csv(rows, FIELDS[what]))))
    assert [json.loads(line) for line in as_json_lines(rows).splitlines()] == rows
    assert len(table) == len(rows)
