"""The coding page as its script reads it: plain values, with places counted in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coding.aliases import CodeAlias
from coding.codebook import Code, CodeGroup, in_tree_order
from coding.codings import Coding, StatementKind, Valence
from coding.disagreements import Disagreement
from coding.suggestions import Suggestion
from corpus.guides import Question
from corpus.participants import Participant
from corpus.segments import Role, Segment
from study.config import ACROSS_PHASES
from study.messages import translate as _
from study.steps import Step
from workbench.actions.coding_history import History
from workbench.actions.coding_work import CodingWork
from workbench.actions.codings import ACTOR_GROUP
from workbench.actions.step_words import step_words
from workbench.web.desk import Desk
from workbench.web.offsets import Offsets
from workbench.web.words import STATEMENT_KINDS, VALENCES

FACETS = ("phase", "actor", "valence", "kind", "intensity")


Colours = Mapping[str, tuple[str, str]]
"""Of each code (key) its class in the style sheet and its colour."""


def state_of(desk: Desk, work: CodingWork, *, colours: Colours) -> dict[str, Any]:
    """Everything the page needs to work on the document."""
    places = Offsets(work.document.text)
    return {
        "revision": work.revision,
        "digest": work.document.digest,
        "coder": work.coder,
        "blind": work.is_blind,
        "codings": [coding_values(each, places, by=work.coder, memos=work.memos) for each in work.codings],
        "suggestions": [_suggestion(each, places) for each in work.suggestions],
        "disagreements": [_difference(each, places) for each in work.differences],
        "turns": _turns(work.segments, places, desk.voices),
        "questions": _questions(work.segments, desk),
        "round": _round(work, places),
        **vocabulary(desk, colours),
        **standing(work.history),
    }


def standing(history: History) -> dict[str, Any]:
    """What can be taken back and done again."""
    return {"undo": _step(history.undo), "redo": _step(history.redo)}


def coding_values(
    coding: Coding, places: Offsets, *, by: str, memos: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """A coding; what it does not say is left out."""
    values: dict[str, Any] = {
        "id": coding.id,
        "start": places.to_utf16(coding.start),
        "end": places.to_utf16(coding.end),
        "code": coding.code,
        **{name: getattr(coding, name) for name in FACETS},
        "coder": coding.coder,
        "own": coding.coder == by,
        "fields": dict(coding.fields) or None,
        "version": coding.codebook_version,
        "origin": coding.origin,
        "memos": (memos or {}).get(coding.id),
    }
    return {key: value for key, value in values.items() if value is not None}


def vocabulary(desk: Desk, colours: Colours) -> dict[str, Any]:
    """What can be put: groups, codes with their path, phases, actors, valences and kinds."""
    return desk.kept("coding words", (Code, CodeGroup, CodeAlias), lambda: _vocabulary(desk, colours)) | {
        "valences": [{"key": each.value, "label": _(VALENCES[each])} for each in Valence],
        "kinds": [{"key": each.value, "label": _(STATEMENT_KINDS[each])} for each in StatementKind],
        "phases": [
            {"key": each.key, "label": each.label}
            for each in (*desk.settings.phases, desk.settings.phase(ACROSS_PHASES))
        ],
    }


def _vocabulary(desk: Desk, colours: Colours) -> dict[str, Any]:
    groups, codes = desk.records(CodeGroup), desk.records(Code)
    aliases: dict[str, list[str]] = {}
    for alias in desk.records(CodeAlias):
        aliases.setdefault(alias.code, []).append(alias.words)
    names, parents = {each.key: each.name for each in codes}, {each.key: each.parent for each in codes}
    return {
        "groups": [
            {
                "key": each.key,
                "label": each.label,
                "substantive": each.substantive,
                "fields": list(map(_field, each.fields)),
            }
            for each in groups
        ],
        "codes": [
            {
                "key": each.key,
                "name": each.name,
                "group": each.group,
                "path": path_of(each.key, names, parents),
                "colour": colours[each.key][0],
                "paint": colours[each.key][1],
                "definition": each.definition,
                "include": each.include,
                "exclude": each.exclude,
                "example": each.example,
                "shortcut": each.shortcut,
                "retired": each.retired,
                "aliases": aliases.get(each.key, []),
            }
            for each in in_tree_order(groups, codes)
        ],
        "actors": [{"key": each.key, "label": each.name} for each in codes if each.group == ACTOR_GROUP],
    }


def path_of(key: str, names: Mapping[str, str], parents: Mapping[str, str | None]) -> list[str]:
    """The names of the codes above this one, from the top."""
    above: list[str] = []
    parent = parents.get(key)
    while parent is not None and parent in names and len(above) < len(names):
        above.append(names[parent])
        parent = parents.get(parent)
    return above[::-1]


def _field(field: Any) -> dict[str, Any]:
    return {"key": field.key, "label": field.label, "choices": list(field.choices)}


def _suggestion(each: Suggestion, places: Offsets) -> dict[str, Any]:
    span = {"start": places.to_utf16(each.start), "end": places.to_utf16(each.end)}
    return {"id": each.id, **span, "code": each.code, "method": each.method, "score": round(each.score, 3)}


def _difference(each: Disagreement, places: Offsets) -> dict[str, Any]:
    span = {"start": places.to_utf16(each.start), "end": places.to_utf16(each.end)}
    return {**span, "code": each.code, "by": [name for name, put in each.by.items() if put]}


def _turns(segments: Iterable[Segment], places: Offsets, voices: Mapping[str, Participant]) -> list[dict[str, Any]]:
    return [_turn(each, places, voices.get(each.participant_id or "")) for each in segments]


def _turn(each: Segment, places: Offsets, person: Participant | None) -> dict[str, Any]:
    return {
        "id": each.id,
        "ordinal": each.ordinal,
        "start": places.to_utf16(each.start),
        "end": places.to_utf16(each.end),
        "speaker": person.code if person else each.speaker or "",
        "participant": each.participant_id,
        "question": each.question_id,
        "respondent": each.role in (Role.RESPONDENT, Role.GROUP),
    }


def _questions(segments: Iterable[Segment], desk: Desk) -> list[dict[str, Any]]:
    """The questions that are answered in the document, with the turn where each begins."""
    texts = desk.kept("questions by id", (Question,), lambda: {each.id: each.text for each in desk.records(Question)})
    first: dict[str, int] = {}
    for each in segments:
        if each.question_id in texts:
            first.setdefault(str(each.question_id), each.ordinal)
    return [{"id": key, "text": texts[key], "ordinal": ordinal} for key, ordinal in first.items()]


def _round(work: CodingWork, places: Offsets) -> dict[str, Any] | None:
    if work.round is None:
        return None
    units = [[places.to_utf16(each.start), places.to_utf16(each.end)] for each in work.units]
    return {"id": work.round.id, "title": work.round.title, "units": units, "codes": list(work.round.codes)}


def _step(step: Step | None) -> dict[str, Any] | None:
    return None if step is None else {"step": step.id, "what": step_words(step.what)}
