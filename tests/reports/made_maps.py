"""Experience maps and quadrants, made by hand: fiction in the words of the field."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from coding.codings import Valence
from study.config import ACROSS_PHASES, Perspective, Phase, Thresholds
from synthesis.experience import Cell, CellState, CellStatement, ExperienceMap
from synthesis.findings import Finding
from synthesis.judgement import Column, Judgement, PlacedLabel, Row
from synthesis.quantifiers import Quantifier, classify_quantity
from synthesis.quotes import Quote
from synthesis.salience import Salience
from synthesis.valence import Judged

PERSPECTIVES = (
    Perspective("werknemer", "Werknemers", "werknemer", "#7a1f2b"),
    Perspective("werkgever", "Werkgevers", "werkgever", "#1f4e79"),
    Perspective("jobcoach", "Jobcoaches", "jobcoach", "#4d5d00"),
    Perspective("arbeidsdeskundige", "Arbeidsdeskundigen", "arbeidsdeskundige", "#5b3a86"),
)


PHASES = (
    Phase("0", "De baan loopt"),
    Phase("1", "Het begint te schuren", {"werkgever": "Er komen twijfels over het functioneren"}),
    Phase("2", "Het besluit: de baan stopt"),
    Phase("3", "Op zoek naar ander werk"),
)


_WORDINGS = (
    (
        "begeleiding op de werkvloer",
        "Vinden het prettig dat er de eerste maanden wekelijks iemand op de werkvloer meekijkt.",
    ),
    (
        "wie bel je als het misgaat",
        "Weten niet bij wie ze moeten zijn als de begeleiding ineens wegvalt, en stellen bellen daarom uit.",
    ),
    (
        "formulier voor wijzigingen",
        "Ervaren het formulier om een wijziging door te geven als ingewikkeld en vullen het met hulp van een ander in.",
    ),
    ("collega’s vangen veel op", "Zien dat collega’s veel opvangen, maar merken dat die dat niet eindeloos volhouden."),
    ("gesprek komt te laat", "Voeren het gesprek over stoppen pas als de samenwerking al vastzit."),
    (
        "kosten en subsidie",
        "Letten op de kosten zodra de subsidie afloopt; voor kleine bedrijven weegt dat zwaarder dan voor grote.",
    ),
    ("vaste contactpersoon", "Willen één vaste contactpersoon die het bedrijf kent en terugbelt."),
    ("waardering van het team", "Zijn trots op wat het team heeft geleerd van de samenwerking."),
    ("uitleg over regels", "Krijgen van iedere instantie een andere uitleg over wat er na de proefplaatsing mag."),
)


_JUDGED = (
    Judged.GOOD,
    Judged.PAIN,
    Judged.PAIN,
    Judged.DIVIDED,
    Judged.PAIN,
    Judged.NEUTRAL,
    Judged.MIXED,
    Judged.GOOD,
    Judged.PAIN,
)


_SAID = (8, 7, 5, 5, 4, 4, 3, 2, 1)


def quote(number: int, text: str = "", *, perspective: str = "werkgever") -> Quote:
    text = text or f'Toen belde ik nummer {number} en kreeg ik te horen: "dat loopt via een ander loket".'
    return Quote(
        coding_id=f"coding-{number}",
        text=text,
        document_id=f"document-{number % 4}",
        document=f"interview-{number % 4}.docx",
        start=number * 500,
        end=number * 500 + len(text),
        participant_id=f"person-{number}",
        participant=f"P{number:02d}",
        perspective=perspective,
        phase="1",
    )


def _finding(number: int, perspective: str, phase: str, *, passages: tuple[str, ...]) -> Finding:
    label, wording = _WORDINGS[number]
    return Finding(
        id=f"finding-{perspective}-{phase}-{number}",
        key=f"f-{perspective}-{phase}-{number}",
        perspective=perspective,
        phase=phase,
        label=label,
        wording=wording,
        passages=passages,
        valence=Valence.PAIN,
        actor="jobcoach" if number % 2 else "uwv",
        topic="begeleiding",
    )


def statement(number: int, perspective: str, phase: str, *, eligible: int = 11, base: int = 0) -> CellStatement:
    r = min(_SAID[number], eligible)
    first = base + number * 20
    finding = _finding(number, perspective, phase, passages=tuple(f"coding-{first + at}" for at in range(r)))
    return CellStatement(
        finding=finding,
        r=r,
        eligible=eligible,
        m=r + number,
        g=int(number == 3),
        contra=int(number in (3, 6)),
        outside=int(number == 1),
        prompted=False,
        salience=Salience.OFTEN if r >= 4 else Salience.SELDOM,
        stable=r != 4,
        valence=_JUDGED[number],
        disagreement=None if number in (5, 6) else Fraction(2, 5) if number == 3 else Fraction(0),
        intensity=2.0 if number in (1, 4) else None,
        quantifier=classify_quantity(r, eligible),
        minority=number == 8,
        quotes=tuple(
            replace(quote(first + at, perspective=perspective), contra=at > 0 and number == 3)
            for at in range(min(r, 2))
        ),
    )


def cell(perspective: str, phase: str, count: int, *, eligible: int = 11, state: CellState | None = None) -> Cell:
    base = 1000 * [each.key for each in PERSPECTIVES].index(perspective) + 200 * "0123x".index(phase)
    state = state or (CellState.FILLED if count else CellState.NOTHING_SAID)
    statements = tuple(statement(at, perspective, phase, eligible=eligible, base=base) for at in range(count))
    return Cell(perspective, phase, state, eligible, count * 5, False, statements)


def journey(
    *counts: tuple[int, ...], eligible: int = 11, perspectives: tuple[Perspective, ...] = PERSPECTIVES
) -> ExperienceMap:
    """A map with so many statements in the phases (and across them) of each perspective."""
    cells = [
        cell(each.key, phase, row[at], eligible=eligible)
        for each, row in zip(perspectives, counts, strict=False)
        for at, phase in enumerate([*(phase.key for phase in PHASES), ACROSS_PHASES])
    ]
    return ExperienceMap(perspectives[: len(counts)], PHASES, tuple(cells), Thresholds(), guides_known=True)


def with_states(made: ExperienceMap) -> ExperienceMap:
    """The same map with every state of an empty cell in the last row."""
    row = made.perspectives[-1].key
    states = iter(
        (CellState.NOT_ASKED, CellState.NO_DATA, CellState.NO_FINDING_YET, CellState.WITHHELD, CellState.NOTHING_SAID)
    )
    cells = tuple(
        replace(each, state=next(states), statements=(), withheld=0) if each.perspective == row else each
        for each in made.cells
    )
    return replace(made, cells=cells)


def judgement(perspective: str = "werkgever", actor: str | None = "uwv") -> Judgement:
    """A quadrant with something in most fields, two labels on the border, and all three lists."""
    made = [replace(statement(at, perspective, "1"), quotes=()) for at in range(9)]
    columns = (
        Column.GOOD,
        Column.PAIN,
        Column.PAIN,
        Column.DIVIDED,
        Column.PAIN,
        None,
        Column.DIVIDED,
        Column.GOOD,
        Column.PAIN,
    )
    placed = tuple(
        PlacedLabel(
            each,
            column,
            Row.OFTEN if each.r >= 4 else Row.SELDOM,
            on_border=each.stable is False,
            mixed=each.valence is Judged.MIXED,
        )
        for each, column in zip(made, columns, strict=True)
        if column
    )
    small = replace(statement(1, perspective, "3"), r=2, eligible=4, quantifier=Quantifier.COUNT)
    unsaid = replace(statement(2, perspective, "3"), r=0, m=0)
    return Judgement(perspective, actor, placed, too_small=(small,), not_mentioned=(unsaid,), neutral=(made[5],))
