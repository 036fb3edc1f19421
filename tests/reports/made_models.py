"""A process map, a logic model and a goal tree, made by hand: every role, status and kind once."""

from __future__ import annotations

from dataclasses import replace

from reports.material import Material
from study.config import ACROSS_PHASES
from synthesis.goals import Goal, GoalKind, weigh_goals
from synthesis.logic import Layer, LinkStatus, LogicElement, LogicLink, SourceKind
from synthesis.process import MappedStep, ProcessCell, ProcessMap, ProcessStep, StepRole
from synthesis.quoting import QuotedLink
from tests.reports.made_maps import PERSPECTIVES, PHASES, quote
from tests.reports.made_theory import matrix

TEXTS = (
    (StepRole.FORMAL, "Sluit een contract met loonkostensubsidie af en krijgt een jobcoach toegewezen"),
    (StepRole.INFORMAL, "Wijst zelf een collega aan die op de werknemer let, zonder dat iemand daarom vraagt"),
    (StepRole.FORMAL, "Meldt een dreigend einde bij het loket, uiterlijk een maand voor het contract afloopt"),
    (StepRole.INFORMAL, "Belt de coach op het mobiele nummer; een melding volgt later of helemaal niet"),
)


def _step(perspective: str, phase: str, ordinal: int, at: int) -> MappedStep:
    role, text = TEXTS[at % len(TEXTS)]
    said = quote(5000 + 100 * len(perspective) + ordinal, perspective=perspective)
    step = ProcessStep(
        f"{perspective}/{ordinal}",
        perspective,
        phase,
        ordinal,
        role,
        text,
        (said.coding_id,),
        actor="jobcoach" if at % 2 else None,
        see=("nazorg", "melden") if at % 3 else (),
    )
    return MappedStep(step, at + 1, 1, (said,))


def process(steps: int = 3) -> ProcessMap:
    """So many steps in every phase but the last for two perspectives, one across the phases for the second."""
    cells = []
    for place, perspective in enumerate(PERSPECTIVES):
        for at, phase in enumerate(PHASES):
            number = steps if place < 2 and at < len(PHASES) - 1 else 0
            made = (_step(perspective.key, phase.key, at * steps + one + 1, one) for one in range(number))
            cells.append(ProcessCell(perspective.key, phase.key, tuple(made)))
        across = (_step(perspective.key, ACROSS_PHASES, 99, 1),) if place == 1 else ()
        cells.append(ProcessCell(perspective.key, ACROSS_PHASES, across))
    return ProcessMap(PERSPECTIVES, PHASES, tuple(cells))


ELEMENTS = tuple(
    LogicElement(f"e{at}", f"e{at}", at, layer, label)
    for at, (layer, label) in enumerate(
        (
            (Layer.INPUT, "Rijksbijdrage voor begeleiding van 41 miljoen euro per jaar"),
            (Layer.INPUT, "Erkende jobcoaches in de regio"),
            (Layer.ACTIVITY, "Jobcoach blijft drie maanden na het einde betrokken"),
            (Layer.ACTIVITY, "Vroegmelding van een dreigend einde"),
            (Layer.OUTPUT, "Driegesprek binnen twee weken na de melding"),
            (Layer.OUTPUT, "Overstapplan met een volgende werkgever"),
            (Layer.OUTCOME, "Ander werk binnen zes maanden"),
            (Layer.IMPACT, "Duurzaam aan het werk"),
        )
    )
)
_ENDS = (("e0", "e2"), ("e1", "e2"), ("e3", "e4"), ("e2", "e5"), ("e4", "e6"), ("e5", "e6"), ("e6", "e7"), ("e0", "e6"))
_STATUSES = (*LinkStatus, LinkStatus.TOO_EARLY, LinkStatus.NOT_EXAMINED)


def links() -> tuple[LogicLink, ...]:
    """Eight links, every status at least once, one straight from input to outcome."""
    return tuple(
        LogicLink(
            f"l{at}",
            at,
            *ends,
            status,
            SourceKind.RESPONDENT if at % 2 else None,
            note="Coaches maken plannen in eigen tijd." if at == 1 else "",
            rival="De arbeidsmarkt was krap." if at == 2 else "",
            passages=(quote(7000 + at).coding_id,) if at < 6 else (),
            assumption="A1" if at == 1 else None,
        )
        for at, (ends, status) in enumerate(zip(_ENDS, _STATUSES, strict=True), 1)
    )


GOALS = (
    Goal("g1", "g1", 1, GoalKind.MAIN, "Mensen met een beperking blijven aan het werk", None, ("A1",), ("e7",)),
    Goal("g2", "g2", 2, GoalKind.DESIGN, "Wie zijn baan verliest, heeft snel ander werk", "g1", ("A2", "A4"), ("e6",)),
    Goal("g3", "g3", 3, GoalKind.SIDE_EFFECT, "Werkgevers stellen een vast contract uit", "g2"),
    Goal("g4", "g4", 4, GoalKind.DESIGN, "De coach blijft betrokken", "g1", ("A3",), ("e2", "e5")),
)


def with_models(material: Material) -> Material:
    """The material of a study, with its models."""
    quoted = tuple(QuotedLink(each, (quote(7000 + each.ordinal),) if each.passages else ()) for each in links())
    weighed = weigh_goals(GOALS, matrix(), ELEMENTS)
    return replace(material, process=process(), elements=ELEMENTS, links=quoted, goals=weighed)
