"""Exports for other tools: turns, passages, codes, findings, ranking, process, logic model and goals, as rows.

The fields have fixed English keys, promised in docs/reference/exports.md; a test holds both together.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coding.codebook import Code
from corpus.documents import Document
from corpus.guides import Question
from corpus.participants import Participant
from corpus.segments import Segment
from study.files import write_whole
from study.folder import Study
from study.records import to_plain
from workbench.actions.material import load_material
from workbench.errors import NotAFile

if TYPE_CHECKING:
    from synthesis.experience import CellStatement

Row = dict[str, Any]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "turns": (
        "document", "ordinal", "speaker", "start", "end", "reply_to", "text",
        "participant", "perspective", "role", "posted_at", "likes", "question", "page", "part",
    ),
    "passages": (
        "document", "start", "end", "text", "code", "coder", "group", "code_name", "participant",
        "perspective", "phase", "phase_via", "actor", "actor_via", "valence", "valence_via", "kind",
        "kind_via", "intensity", "instrument", "origin", "ambiguous", "id",
    ),
    "codes": ("group", "key", "name", "parent", "definition", "include", "exclude", "example", "colour"),
    "findings": (
        "key", "perspective", "phase", "label", "wording", "topic", "actor", "kind", "valence",
        "respondents", "asked", "mentions", "quantifier", "passages", "contra",
    ),
    "ranking": (
        "session", "perspective", "place", "key", "title", "score", "rule", "valid", "blank", "invalid", "sources",
        "form", "marking", "present", "group", "put_as", "brought_in", "dissent",
    ),
    "process": ("key", "perspective", "phase", "number", "role", "actor", "text", "see", "passages"),
    "logic": (
        "number", "source", "source_layer", "source_label", "target", "target_layer", "target_label", "status",
        "source_kind", "note", "rival", "assumption", "passages",
    ),
    "goals": ("key", "kind", "label", "parent", "depth", "assumptions", "verdicts", "elements"),
}  # fmt: skip


def export_rows(study: Study, what: str) -> list[Row]:
    """The rows of an export, each with exactly the fields of `FIELDS[what]`, in a fixed order."""
    rows = _EXPORTS[what](study)
    return [{name: row[name] for name in FIELDS[what]} for row in rows]


def as_json_lines(rows: Iterable[Row]) -> str:
    """One JSON object a line, UTF-8."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Iterable[Row], fields: tuple[str, ...]) -> str:
    """Comma separated with a header line; lists are joined by a space, nothing is empty text."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return stream.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else value


def _turns(study: Study) -> list[Row]:
    with study.reading() as store:
        documents, segments, participants, asking = store.records(Document, Segment, Participant, Question)
    questions = {each.id: each.key for each in asking}
    people = {each.id: each for each in participants}
    ordinals = {each.id: each.ordinal + 1 for each in segments}
    per_document: dict[str, list[Segment]] = {}
    for each in segments:
        per_document.setdefault(each.document_id, []).append(each)
    return [
        _turn(document, each, people, ordinals, questions)
        for document in documents
        for each in per_document.get(document.id, [])
    ]


def _turn(
    document: Document,
    segment: Segment,
    people: Mapping[str, Participant],
    ordinals: Mapping[str, int],
    questions: Mapping[str, str],
) -> Row:
    person = people.get(segment.participant_id or "")
    return {
        "document": document.source,
        "ordinal": ordinals[segment.id],
        "speaker": segment.speaker,
        "start": segment.starts_at,
        "end": segment.ends_at,
        "reply_to": ordinals.get(segment.reply_to or ""),
        "text": document.text[segment.start : segment.end],
        "participant": person.code if person else None,
        "perspective": person.perspective if person else None,
        "role": segment.role.value,
        "posted_at": segment.posted_at,
        "likes": segment.likes,
        "question": questions.get(segment.question_id or ""),
        "page": segment.page,
        "part": segment.part.value,
    }


def _passages(study: Study) -> list[Row]:
    table = load_material(study).passages
    table = table.rename(columns={"meerduidig": "ambiguous", "coding_id": "id"})
    rows: list[Row] = json.loads(table.to_json(orient="records", date_format="iso", force_ascii=False))
    return rows


def _codes(study: Study) -> list[Row]:
    with study.reading() as store:
        return [to_plain(each) for each in store.records(Code)[0]]


def _findings(study: Study) -> list[Row]:
    from workbench.actions.maps import load_findings, map_of

    findings = load_findings(study)
    if not findings:
        return []
    journey = map_of(load_material(study), findings)
    counted = {statement.finding.id: statement for statement in journey.statements}
    return [{**to_plain(each), **_counts(counted.get(each.id))} for each in findings]


def _counts(statement: CellStatement | None) -> Row:
    """How many said it; a finding that lost its passages is in no cell and was said by nobody."""
    if statement is None:
        return {"respondents": 0, "asked": None, "mentions": 0, "quantifier": None}
    return {
        "respondents": statement.r,
        "asked": statement.eligible,
        "mentions": statement.m,
        "quantifier": str(statement.quantifier),
    }


def _ranking(study: Study) -> list[Row]:
    from workbench.actions.voting import ranking_rows

    return ranking_rows(study)


def _process(study: Study) -> list[Row]:
    from workbench.actions.process import process_rows

    return process_rows(study)


def _logic(study: Study) -> list[Row]:
    from workbench.actions.logic import logic_rows

    return logic_rows(study)


def _goals(study: Study) -> list[Row]:
    from workbench.actions.goals import goal_rows

    return goal_rows(study)


_EXPORTS: Mapping[str, Callable[[Study], list[Row]]] = {
    "turns": _turns,
    "passages": _passages,
    "codes": _codes,
    "findings": _findings,
    "ranking": _ranking,
    "process": _process,
    "logic": _logic,
    "goals": _goals,
}


def as_text(rows: Iterable[Row], what: str, *, form: str) -> str:
    """The rows of an export as JSON Lines, or as CSV when `form` is csv."""
    return as_csv(rows, FIELDS[what]) if form == "csv" else as_json_lines(rows)


def write_export(study: Study, what: str, file: Path, *, form: str) -> int:
    """Write the export to the file, whole or not at all; returns the number of rows. Raises `NotAFile` on a folder."""
    if file.is_dir():
        raise NotAFile(place=file, example=file / f"{what}.{form}")
    rows = export_rows(study, what)
    write_whole(file, as_text(rows, what, form=form).encode())
    return len(rows)
