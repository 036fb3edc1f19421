"""The forms of an import: what a person says of all files together, and of one of them, as choices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from starlette.datastructures import FormData

from corpus.documents import DocumentKind
from corpus.reading import ReadingOptions
from corpus.speakers import fold_label
from workbench.actions.choices import Choices, RoundUse
from workbench.web.errors import FieldMissing

COLUMN = "kolom-"
TALK = {"gesprek": True, "tekst": False}
DELIMITERS = {"puntkomma": ";", "komma": ",", "tab": "\t", "streep": "|"}
ASKS, TOGETHER, SPEAKS, NOBODY = "vraagt", "groep", "spreekt", "geen"
"""What a person may say that a label is, where what was detected is wrong."""


def choices_for_all(form: FormData) -> Choices:
    """What holds for every file of an upload."""
    return replace(
        _about(form, Choices()),
        interviewers=_names(form, "vragers"),
        reading=ReadingOptions(only_sound=bool(_text(form, "alleen_gaaf"))),
        keep_original=not _text(form, "geen_origineel"),
    )


def choices_for_one(form: FormData, general: Choices) -> Choices:
    """What holds for one file, all of it as its form says; what was chosen for earlier files is left aside."""
    roles = dict(zip(_texts(form, "label"), _texts(form, "rol"), strict=False))
    return replace(
        _about(form, general),
        held_on=_day(form),
        title=_text(form, "titel"),
        told_by=_names(form, "verteld_door"),
        interviewers=_labels(roles, ASKS, general.interviewers),
        groups=_labels(roles, TOGETHER, general.groups),
        reading=_reading(form, roles, general.reading),
        round_use=RoundUse.ANEW,
    )


def _about(form: FormData, choices: Choices) -> Choices:
    return replace(
        choices,
        perspective=_text(form, "perspectief"),
        kind=_kind(form),
        instrument=_text(form, "instrument"),
        guide=_text(form, "topiclijst"),
    )


def _reading(form: FormData, roles: Mapping[str, str], options: ReadingOptions) -> ReadingOptions:
    columns = {name.removeprefix(COLUMN): _text(form, name) for name in form if name.startswith(COLUMN)}
    speaking = (label for label, role in roles.items() if role == SPEAKS)
    return replace(
        options,
        format=_text(form, "formaat"),
        encoding=_text(form, "codering"),
        delimiter=DELIMITERS.get(_text(form, "scheidingsteken") or ""),
        sheet=_text(form, "blad"),
        columns={role: header for role, header in columns.items() if header},
        speakers=TALK.get(_text(form, "lezing") or ""),
        only_sound=bool(_text(form, "alleen_gaaf")),
        names=tuple(dict.fromkeys((*speaking, *_names(form, "ook_spreker")))),
        no_names=tuple(label for label, role in roles.items() if role == NOBODY),
        per=_text(form, "per"),
    )


def _labels(roles: Mapping[str, str], role: str, general: Iterable[str]) -> tuple[str, ...]:
    """The labels with this role, and those that hold for all files and are not in this one."""
    here = {fold_label(each) for each in roles}
    elsewhere = (each for each in general if fold_label(each) not in here)
    return (*(label for label, said in roles.items() if said == role), *elsewhere)


def _kind(form: FormData) -> DocumentKind | None:
    text = _text(form, "soort")
    try:
        return DocumentKind(text) if text else None
    except ValueError as problem:
        raise FieldMissing(field="soort") from problem


def _day(form: FormData) -> date | None:
    text = _text(form, "datum")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise FieldMissing(field="datum") from problem


def _names(form: FormData, field: str) -> tuple[str, ...]:
    """The names in a field, with semicolons or line ends between them (labels may hold commas)."""
    parts = (" ".join(each.split()) for each in re.split(r"[;\n]", _text(form, field) or ""))
    return tuple(dict.fromkeys(filter(None, parts)))


def _texts(form: FormData, field: str) -> tuple[str, ...]:
    return tuple(each for each in form.getlist(field) if isinstance(each, str))


def _text(form: FormData, field: str) -> str | None:
    value = form.get(field)
    return (value.strip() or None) if isinstance(value, str) else None
