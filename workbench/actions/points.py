"""Improvement points from a TOML file."""

from __future__ import annotations

from pathlib import Path

from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from workbench.actions.saving import put
from workbench.toml_files import Entry, entries, read_toml

FIELDS = {"key", "title", "explanation", "findings", "principles"}


def import_points(study: Study, file: Path, *, by: str) -> tuple[ImprovementPoint, ...]:
    """Store the improvement points of the file; `findings` names findings by their key."""
    data = read_toml(file)
    with study.store(by=by) as store:
        findings = {each.key: each.id for each in store.records(Finding)[0]}
        rows = entries(file, data, "point", fields=FIELDS)
        points = tuple(_point(row, study.settings, findings) for row in rows)
        put(store, *points)
    return points


def _point(row: Entry, settings: Settings, findings: dict[str, str]) -> ImprovementPoint:
    key = row.text("key")
    for name, known in (("findings", findings), ("principles", {each.key for each in settings.principles})):
        for each in row.values.get(name, ()):
            if each not in known:
                raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name=name, key=each))
    return ImprovementPoint(
        id=imported_id(settings.id, "point", key),
        key=key,
        ordinal=row.number,
        title=row.text("title"),
        explanation=row.text("explanation", ""),
        findings=tuple(findings[each] for each in row.texts("findings")),
        principles=row.pairs("principles"),
    )
