"""Findings from a TOML file: wording, label and the passages each one rests on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coding.codebook import Code
from coding.codings import StatementKind, Valence
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from synthesis.findings import Finding, Wording
from workbench.actions.references import passages_in, read_key, read_passages
from workbench.actions.saving import put
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

FIELDS = {"ref", "perspective", "phase", "topic", "actor", "kind", "valence", "label", "wording", "passages", "contra"}


def import_findings(study: Study, file: Path, *, by: str, refs: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Store the findings of the file; `refs` maps names of passages in the file to coding ids.

    Without `refs` the file names codings by their id, as `draad export passages` gives them.
    """
    data = read_toml(file)
    only_tables(file, data, ("finding",))
    with study.store(by=by) as store:
        known = passages_in(store, refs)
        keys = {code.key for code in store.records(Code)[0]}
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
    passages = read_passages(row, "passages", refs, what=key)
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
        contra=read_passages(row, "contra", refs, what=key),
        topic=read_key(row, "topic", codes),
        actor=read_key(row, "actor", codes),
        kind=row.choice_or_none("kind", StatementKind),
        valence=row.choice_or_none("valence", Valence),
        origin=Wording.WRITTEN,
        editor=by,
    )
