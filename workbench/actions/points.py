"""Improvement points from a TOML file."""

from __future__ import annotations

from pathlib import Path

from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from workbench.actions.references import check_keys, read_keys
from workbench.actions.saving import put
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

FIELDS = {"key", "title", "explanation", "findings", "principles"}


def import_points(study: Study, file: Path, *, by: str) -> tuple[ImprovementPoint, ...]:
    """Store the improvement points of the file; `findings` names findings by their key."""
    data = read_toml(file)
    only_tables(file, data, ("point",))
    with study.store(by=by) as store:
        findings = {each.key: each.id for each in store.records(Finding)[0]}
        points = read_entries(file, data, "point", lambda row: _point(row, study.settings, findings), fields=FIELDS)
        put(store, *points)
    return points


def _point(row: Entry, settings: Settings, findings: dict[str, str]) -> ImprovementPoint:
    key = row.text("key")
    rests_on, principles = read_keys(row, "findings", findings), row.pairs("principles")
    check_keys(row, "principles", principles, {each.key for each in settings.principles})
    return ImprovementPoint(
        id=imported_id(settings.id, "point", key),
        key=key,
        ordinal=row.number,
        title=row.text("title"),
        explanation=row.text("explanation", ""),
        findings=tuple(findings[each] for each in rests_on),
        principles=principles,
    )
