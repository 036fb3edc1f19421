"""The process map (proceskaart) as a figure: phase by phase what happens, the formal and the informal told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from coding.codebook import Code
from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import Sources, inside, source_line
from reports.style import readable
from reports.words import list_words, passages_words, role_words
from study.config import ACROSS_PHASES, Perspective
from study.errors import UnknownPerspective
from study.messages import N_, translate_count
from study.messages import translate as _
from synthesis.process import MappedStep, ProcessMap, StepRole

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("key", "perspective", "phase", "number", "role", "actor", "text", "see", "passages")
LEGEND = {
    StepRole.FORMAL: N_("formal: by rule or agreement"),
    StepRole.INFORMAL: N_("informal: what people do in practice"),
}


def draw_process(
    process: ProcessMap, perspective: str, *, codes: Iterable[Code] = (), sources: Sources | None = None
) -> Figure:
    """The process map of one perspective (key), its phases side by side on a page on its side.

    A formal step has a filled square with its number, an informal one a dashed circle in a dashed frame. Raises
    `UnknownPerspective` for one that is not in the map.
    """
    shown = _shown(process, perspective)
    steps = process.of(perspective)
    names = {each.key: each.name for each in codes}
    codings = [each for mapped in steps for each in mapped.step.passages]
    return Figure(
        key=f"proceskaart-{perspective}",
        title=_("Process map: {perspective}", perspective=inside(shown.label)),
        kind=FigureKind.PROCESS,
        data=_table(steps, names),
        body=Sheet("process", _content(process, shown, names), wide=True),
        source_line=source_line(sources.parts(codings)) if sources else "",
        alt=_alternative(process, shown),
        reading_example=_reading_example(process, shown),
        bias=sources.bias(codings) if sources else (),
        perspective=perspective,
        references={mapped.step.key: mapped.step.passages for mapped in steps},
    )


def _shown(process: ProcessMap, perspective: str) -> Perspective:
    for each in process.perspectives:
        if each.key == perspective:
            return each
    raise UnknownPerspective(name=perspective, known=", ".join(each.key for each in process.perspectives))


def _table(steps: Sequence[MappedStep], names: Mapping[str, str]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (
            each.step.key, each.step.perspective, each.step.phase, each.number, each.step.role.value,
            names.get(each.step.actor or "", each.step.actor), each.step.text,
            "; ".join(names.get(key, key) for key in each.step.see) or None, each.m,
        )
        for each in steps
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _content(process: ProcessMap, shown: Perspective, names: Mapping[str, str]) -> dict[str, Plain]:
    across = process.cell(shown.key, ACROSS_PHASES).steps
    met = {each.step.role for each in process.of(shown.key)}
    return {
        "colour": readable(shown.colour),
        "columns": [
            {"heading": each.label_for(shown.key), "steps": _steps(process.cell(shown.key, each.key).steps, names)}
            for each in process.phases
        ],
        "across": {"heading": _("Across phases"), "steps": _steps(across, names)} if across else None,
        "nothing": _("no steps recorded"),
        "legend": [{"role": each.value, "text": _(LEGEND[each])} for each in StepRole if each in met],
    }


def _steps(steps: Iterable[MappedStep], names: Mapping[str, str]) -> list[Plain]:
    return [
        {
            "number": str(each.number),
            "role": each.step.role.value,
            "text": each.step.text,
            "actor": names.get(each.step.actor or "", each.step.actor),
            "see": [names.get(key, key) for key in each.step.see],
        }
        for each in steps
    ]


def _reading_example(process: ProcessMap, shown: Perspective) -> str:
    steps = process.of(shown.key)
    if not steps:
        return ""
    first = next((each for each in steps if each.step.role is StepRole.INFORMAL), steps[0])
    phases = {each.key: each.label_for(shown.key) for each in process.phases}
    return _(
        "How to read this: step {number} under “{phase}” is {role} and rests on {passages}.",
        number=first.number,
        phase=phases.get(first.step.phase, _("Across phases")),
        role=role_words(first.step.role),
        passages=passages_words(first.m),
    )


def _alternative(process: ProcessMap, shown: Perspective) -> str:
    parts = []
    for phase in process.phases:
        steps = process.cell(shown.key, phase.key).steps
        many = translate_count("{number} step", "{number} steps", len(steps))
        informal = sum(each.step.role is StepRole.INFORMAL for each in steps)
        told = [many, *([_("{number} of them informal", number=informal)] if informal else [])]
        parts.append(f"{phase.label_for(shown.key)}: {', '.join(told) if steps else _('no steps recorded')}")
    return _("Process map of {group}. {cells}.", group=inside(shown.label), cells="; ".join(parts))


def actor_words(step: MappedStep, names: Mapping[str, str]) -> str:
    """Who does it, by the name of the code; nothing when that is not told."""
    return names.get(step.step.actor or "", step.step.actor or "")


def see_words(step: MappedStep, names: Mapping[str, str]) -> str:
    """The lists that the step refers to, as a list inside a sentence."""
    return list_words([names.get(key, key) for key in step.step.see])
