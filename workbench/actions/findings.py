"""Findings from a TOML file: wording, label and the passages each one rests on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coding.codebook import Code
from coding.codings import Coding, StatementKind, Valence
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from synthesis.findings import Finding, Wording
from workbench.actions.saving import put
from workbench.errors import PassageNotFound
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

FIELDS = {"ref", "perspective", "phase", "topic", "actor", "kind", "valence", "label", "wording", "passages", "contra"}


def import_findings(study: Study, file: Path, *, by: str, refs: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Store the findings of the file; `refs` maps names of passages in the file to coding ids.

    Without `refs` the file names codings by their id, as `draad export passages` gives them.
    """
    data = read_toml(file)
    only_tables(file, data, ("finding",))
    with study.store(by=by) as store:
        codings, codes = store.records(Coding, Code)
        known = dict(refs or {}) | {each.id: each.id for each in codings}
        keys = {code.key for code in codes}
        found = read_entries(
            file,
            data,
            "finding",
            lambda row: _finding(row, study.settings, known, keys, by),
            fields=FIELDS,
            identity=("ref",),
        )
        put(store, *found)
    return found


def _finding(row: Entry, settings: Settings, refs: Mapping[str, str], codes: set[str], by: str) -> Finding:
    key = row.text("ref")
    passages = _passages(row, "passages", key, refs)
    if not passages:
        raise row.refuse(_("a finding rests on at least one passage"))
    return Finding(
        id=imported_id(settings.id, "finding", key),
        key=key,
        perspective=settings.perspective(row.text("perspective")).key,
        phase=settings.phase(row.text("phase")).key,
        label=row.text("label"),
        wording=row.text("wording"),
        passages=passages,
        contra=_passages(row, "contra", key, refs),
        topic=_code(row, "topic", codes),
        actor=_code(row, "actor", codes),
        kind=row.choice_or_none("kind", StatementKind),
        valence=row.choice_or_none("valence", Valence),
        origin=Wording.WRITTEN,
        editor=by,
    )


def _passages(row: Entry, name: str, key: str, refs: Mapping[str, str]) -> tuple[str, ...]:
    names = row.texts(name)
    for each in names:
        if each not in refs:
            raise PassageNotFound(name=each, what=key)
    return tuple(refs[each] for each in names)


def _code(row: Entry, name: str, codes: set[str]) -> str | None:
    key = row.text_or_none(name)
    if key is not None and key not in codes:
        raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name=name, key=key))
    return key
