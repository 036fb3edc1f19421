"""The process map from a TOML file: what happens in each phase, formally and informally, and on which passages."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from coding.codebook import Code
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.records import to_plain
from synthesis.process import ProcessMap, ProcessStep, StepRole, map_process
from workbench.actions.material import Material, load_material
from workbench.actions.references import passages_in, read_key, read_keys, read_passages
from workbench.actions.saving import renew
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

FIELDS = {"perspective", "phase", "role", "actor", "text", "passages", "see"}
IDENTITY = ("perspective", "phase", "role", "text")


def import_process(
    study: Study, file: Path, *, by: str, refs: Mapping[str, str] | None = None
) -> tuple[ProcessStep, ...]:
    """Store the steps of the file, in its order; `refs` maps names of passages in the file to coding ids.

    For every perspective that the file names its steps are the whole: what it no longer holds is taken away. Other
    perspectives keep theirs, so that each may have a file of its own.
    """
    data = read_toml(file)
    only_tables(file, data, ("step",))
    with study.store(by=by) as store:
        known = passages_in(store, refs)
        codes = {each.key for each in store.records(Code)[0]}
        steps = read_entries(
            file, data, "step", lambda row: _step(row, study.settings, known, codes), fields=FIELDS, identity=IDENTITY
        )
        named = {each.perspective for each in steps}
        there: tuple[ProcessStep, ...] = store.records(ProcessStep)[0]
        renew(store, [each for each in there if each.perspective in named], *steps)
    return steps


def remove_process(study: Study, perspective: str, *, by: str) -> int:
    """Take the process map of a perspective (key) away; returns how many steps it had. Raises `UnknownPerspective`."""
    key = study.settings.perspective(perspective).key
    with study.store(by=by) as store:
        steps = store.find(ProcessStep, perspective=key)
        store.remove(*steps)
    return len(steps)


def load_steps(study: Study) -> tuple[ProcessStep, ...]:
    """The steps of all perspectives, in order."""
    with study.reading() as store:
        steps: tuple[ProcessStep, ...] = store.records(ProcessStep)[0]
        return steps


def process_of(material: Material, steps: Iterable[ProcessStep]) -> ProcessMap:
    """The process map of loaded material."""
    settings = material.settings
    return map_process(material.passages, steps, phases=settings.phases, perspectives=settings.perspectives)


def _step(row: Entry, settings: Settings, refs: Mapping[str, str], codes: Container[str]) -> ProcessStep:
    perspective = settings.perspective(row.text("perspective")).key
    phase = settings.phase(row.text("phase")).key
    role, text = row.choice("role", StepRole), row.text("text")
    return ProcessStep(
        id=imported_id(settings.id, f"step/{perspective}/{phase}/{role.value}", text),
        perspective=perspective,
        phase=phase,
        ordinal=row.number,
        role=role,
        text=text,
        passages=read_passages(row, "passages", refs, what=f"{perspective}-{row.number}"),
        actor=read_key(row, "actor", codes),
        see=read_keys(row, "see", codes),
    )


def build_process(study: Study) -> ProcessMap:
    """The process map of the study."""
    return process_of(load_material(study), load_steps(study))


def process_rows(study: Study) -> list[dict[str, Any]]:
    """The steps as rows, phase by phase, numbered within their phase; steps that lost their passages have no number."""
    steps = load_steps(study)
    if not steps:
        return []
    journey = process_of(load_material(study), steps)
    printed = [{**to_plain(each.step), "key": each.step.key, "number": each.number} for each in journey.steps]
    return [*printed, *({**to_plain(each), "key": each.key, "number": None} for each in journey.loose)]
