"""The list of a consultation, read from its session in a TOML file: the order of the entries is that of the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from prioritisation.consultations import Consultation, Entry, Marking
from prioritisation.sessions import VotingSession
from study.config import Settings
from study.ids import imported_id
from study.messages import translate as _
from synthesis.improvements import ImprovementPoint
from workbench import toml_files

ENTRY_TABLE = "entry"
PUT = {"point", "reworded", "dissent", "group"}
BROUGHT_IN = {"brought_in", "key", "title", "explanation", "findings", "reworded", "dissent", "group"}


def read_consultation(
    row: toml_files.Entry,
    session: VotingSession,
    settings: Settings,
    *,
    points: Mapping[str, ImprovementPoint],
    findings: Mapping[str, str],
) -> Consultation | None:
    """The list in this session of the file; None when it has no [[session.entry]] yet."""
    entries = [_entry(each, points, findings) for each in _rows(row)]
    if not entries:
        return None
    present = row.whole("present")
    if present is None:
        raise row.refuse(_("write “present”: how many took part in the consultation"))
    return Consultation(
        id=imported_id(settings.id, "consultation", session.key),
        session_id=session.id,
        marking=row.choice("marking", Marking),
        present=present,
        entries=tuple(entries),
        facilitator=row.text("facilitator", ""),
    )


def put_points(row: toml_files.Entry) -> tuple[str, ...]:
    """The keys of the points on the list that were put to the group: the options, when the file names none."""
    keys = (each.values.get("point") for each in _rows(row))
    return tuple(dict.fromkeys(key for key in keys if isinstance(key, str)))


def _rows(row: toml_files.Entry) -> tuple[toml_files.Entry, ...]:
    rows = row.values.get(ENTRY_TABLE, [])
    if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
        raise row.refuse(_("write [[{name}]], with two brackets", name=f"session.{ENTRY_TABLE}"))
    named = f"session.{ENTRY_TABLE} ({row.values.get('key', row.number)})"
    return tuple(toml_files.Entry(row.file, named, number, each) for number, each in enumerate(rows, start=1))


def _entry(row: toml_files.Entry, points: Mapping[str, ImprovementPoint], findings: Mapping[str, str]) -> Entry:
    brought_in = row.yes("brought_in")
    known = BROUGHT_IN if brought_in else PUT | {"brought_in"}
    strange = next((name for name in sorted(row.values) if name not in known), None)
    if strange is not None:
        raise row.refuse(_misplaced(strange, brought_in=brought_in))
    entry = _brought_in(row, points, findings) if brought_in else Entry(row.known("point", points).key)
    return replace(
        entry, reworded=row.text("reworded", ""), dissent=row.text("dissent", ""), group=row.text("group", "")
    )


def _misplaced(name: str, *, brought_in: bool) -> str:
    if brought_in and name == "point":
        return _("a point that was brought in has a “key” and a “title” of its own, and no “point”")
    if not brought_in and name in BROUGHT_IN:
        return _(
            "“{name}” goes with “brought_in = true”; a point that was put to the group is named by “point”", name=name
        )
    return _("“{name}” is not known here", name=name)


def _brought_in(row: toml_files.Entry, points: Mapping[str, ImprovementPoint], findings: Mapping[str, str]) -> Entry:
    key = row.text("key")
    if key in points:
        raise row.refuse(_("“{key}” is a point of the study: write point = “{key}”, or choose another key", key=key))
    rests_on = row.texts("findings")
    for each in rests_on:
        if each not in findings:
            raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name="findings", key=each))
    return Entry(
        key,
        brought_in=True,
        title=row.text("title"),
        explanation=row.text("explanation", ""),
        findings=tuple(findings[each] for each in rests_on),
    )
