"""A small fictional study, made by hand: what the tests draw and what the eye checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import networkx as nx
import pandas as pd

from coding.codebook import Code
from coding.codings import Valence
from corpus.instruments import Instrument, InstrumentKind
from prioritisation.ballots import Ballot, BallotState
from prioritisation.ranking import Ranking, count_ballots
from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession
from prioritisation.weights import across
from reports.material import Material
from study.config import ACROSS_PHASES, Perspective, Phase, Principle, Settings, Thresholds
from synthesis.evidence import LITERATURE, Evidence, Quality, Relevance, Stance
from synthesis.experience import Cell, CellState, CellStatement, ExperienceMap
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from synthesis.judgement import Column, Judgement, PlacedLabel, Row
from synthesis.quantifiers import Quantifier
from synthesis.quotes import Quote
from synthesis.salience import Salience
from synthesis.theory import Assumption, AssumptionKind, Block, TheoryLink, TheoryNode
from synthesis.theory_graph import theory_graph
from synthesis.topics import Topic, TopicFit, TopicMember
from synthesis.valence import Judged
from synthesis.verdicts import (
    OVERALL,
    AssumptionMatrix,
    ColumnKind,
    Flag,
    MatrixCell,
    Outcome,
    Override,
    Tally,
    Verdict,
)

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


def statement(number: int, perspective: str, phase: str, *, eligible: int = 11, base: int = 0) -> CellStatement:
    label, wording = _WORDINGS[number]
    r = min(_SAID[number], eligible)
    first = base + number * 20
    finding = Finding(
        id=f"finding-{perspective}-{phase}-{number}",
        key=f"f-{perspective}-{phase}-{number}",
        perspective=perspective,
        phase=phase,
        label=label,
        wording=wording,
        passages=tuple(f"coding-{first + at}" for at in range(r)),
        valence=Valence.PAIN,
        actor="jobcoach" if number % 2 else "uwv",
        topic="begeleiding",
    )
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
        quantifier=Quantifier.COUNT
        if eligible < 10
        else Quantifier.ABOUT_HALF
        if r >= 5
        else Quantifier.SOME
        if r >= 3
        else Quantifier.FEW
        if r > 1
        else Quantifier.ONE,
        minority=number == 8,
        quotes=tuple(quote(first + at, perspective=perspective) for at in range(min(r, 2))),
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


_POINTS = (
    (
        "p-loket",
        "Geef ieder bedrijf één vast nummer dat wordt opgenomen",
        "Nu bellen werkgevers langs drie loketten voordat iemand het dossier heeft.",
    ),
    (
        "p-warm",
        "Draag een werknemer warm over voordat de begeleiding stopt",
        "Een gesprek met drie mensen aan tafel, niet een brief.",
    ),
    ("p-taal", "Schrijf besluiten in gewone taal", ""),
    (
        "p-tijd",
        "Begin het gesprek over stoppen zodra de eerste twijfel er is",
        "Ook als de baan daarna blijft bestaan, want dan weet iedereen waar hij aan toe is.",
    ),
    (
        "p-geld",
        "Laat de subsidie stapsgewijs aflopen",
        "Een plotseling einde dwingt kleine bedrijven tot een besluit dat ze niet willen nemen.",
    ),
    ("p-regel", "Zorg dat iedere instantie dezelfde uitleg geeft over de proefplaatsing", ""),
)


def session(valid: int = 9, *, perspective: str | None = "werkgever") -> VotingSession:
    options = tuple(Option(key, f"id-{key}", title, explanation) for key, title, explanation in _POINTS)
    return VotingSession(
        f"session-{perspective}",
        f"sessie-{perspective}",
        f"Sessie met {perspective}s",
        perspective,
        SessionForm.BALLOTS,
        "borda",
        "below",
        options,
        held_on=date(2026, 5, 12),
        top_k=3,
        invited=valid + 4,
        status=SessionStatus.CLOSED,
    )


def ranking(valid: int = 9, *, perspective: str = "werkgever") -> Ranking:
    """A counted session with a shared place, a blank ballot and so many valid ones."""
    keys = [key for key, _, _ in _POINTS]
    orders = [(0, 1, 3), (1, 0, 4), (0, 3, 1), (1, 4, 0), (3, 0, 1), (0, 1, 2), (4, 1, 0), (1, 0, 3), (2, 0, 1)]
    made = session(valid, perspective=perspective)
    cast = [
        Ballot(
            f"ballot-{at}",
            made.id,
            f"key-{at}",
            tuple((keys[each],) for each in orders[at % len(orders)]),
            BallotState.VALID,
        )
        for at in range(valid)
    ]
    return count_ballots(made, [*cast, Ballot("ballot-blank", made.id, "key-blank", (), BallotState.BLANK)])


def points() -> tuple[ImprovementPoint, ...]:
    """The improvement points that were voted on; the last rests on no finding."""
    findings = [each.finding.id for each in journey((9, 0, 0, 0, 0), perspectives=PERSPECTIVES[1:]).statements]
    return tuple(
        ImprovementPoint(
            f"id-{key}",
            key,
            at,
            title,
            explanation,
            tuple(findings[at : at + 2]) if at < 5 else (),
            {"eigen-regie": "Eén gezicht."} if at < 2 else {},
        )
        for at, (key, title, explanation) in enumerate(_POINTS)
    )


_TOPIC_WORDS = (
    ("loket", "bellen", "nummer", "wachten", "terugbellen", "doorverbinden", "telefoon", "keuzemenu", "lijn"),
    ("jobcoach", "werkvloer", "meekijken", "wekelijks", "vertrouwen", "afspraak", "ploeg", "rooster"),
    ("subsidie", "loonwaarde", "kosten", "verlenging", "formulier", "bedrag"),
    ("gesprek", "stoppen", "twijfel", "eerlijk", "te laat"),
)
CODES = (
    Code("1", "uwv", "actor", "UWV", 1),
    Code("2", "jobcoach", "actor", "Jobcoach", 2),
    Code("3", "bereikbaarheid", "knelpunt", "Bereikbaarheid van instanties", 3),
    Code("4", "begeleiding", "knelpunt", "Begeleiding op de werkvloer", 4),
    Code("5", "geld", "knelpunt", "Geld en regelingen", 5),
    Code("6", "signaal", "signaal", "Vroege signalen", 6),
)


def topic_fit() -> TopicFit:
    topics = tuple(
        Topic(at + 1, words, tuple(1 / (place + 1) for place in range(len(words))), size, people)
        for at, (words, size, people) in enumerate(zip(_TOPIC_WORDS, (31, 24, 17, 9), (9, 8, 6, 4), strict=True))
    )
    members = tuple(TopicMember(f"segment-{at}", (at % 4) + 1 if at % 9 else None, 0.6) for at in range(90))
    return TopicFit("fit", "consensus", "topics", 42, {"k": "4"}, "ab12", topics, members)


def topics_table() -> pd.DataFrame:
    rows = [
        (1, "bereikbaarheid", 21, 4.2, 8),
        (1, "begeleiding", 4, 0.6, 3),
        (1, "geld", 2, None, 2),
        (2, "begeleiding", 18, 3.1, 7),
        (2, "signaal", 5, 1.4, 4),
        (3, "geld", 14, 5.0, 6),
        (3, "bereikbaarheid", 3, 0.5, 2),
        (4, "signaal", 6, 2.6, 4),
        (4, "begeleiding", 1, None, 1),
    ]
    return pd.DataFrame(rows, columns=["topic", "code", "n", "lift", "respondents"], dtype=object)


ASSUMPTIONS = (
    Assumption(
        "a1",
        "A1",
        1,
        AssumptionKind.CAUSAL,
        Block.CAUSES,
        "Werknemers vallen uit doordat begeleiding op de werkvloer te vroeg stopt.",
    ),
    Assumption(
        "a2",
        "A2",
        2,
        AssumptionKind.CAUSAL,
        Block.CAUSES,
        "Werkgevers melden twijfels pas laat omdat zij niet weten bij wie zij terechtkunnen.",
    ),
    Assumption(
        "a3",
        "A3",
        3,
        AssumptionKind.FINAL,
        Block.SOLUTION,
        "Een vast aanspreekpunt leidt ertoe dat een baan langer standhoudt, mits dat aanspreekpunt het bedrijf kent.",
    ),
    Assumption(
        "a4",
        "A4",
        4,
        AssumptionKind.NORMATIVE,
        Block.OUTCOME,
        "Wie door een beperking zijn baan verliest, hoort niet opnieuw onderaan te beginnen.",
    ),
    Assumption(
        "a5",
        "A5",
        5,
        AssumptionKind.FINAL,
        Block.INGREDIENTS,
        "Een warme overdracht voor het einde van de baan verkort de tijd tot een nieuwe.",
    ),
)


def _verdict(
    outcome: Outcome, rule: str, s: int = 0, q: int = 0, c: int = 0, *, eligible: int = 0, **more: Any
) -> Verdict:
    asked = eligible or s + q + c
    tally = Tally(Fraction(s), Fraction(q), Fraction(c), eligible=asked, silent=asked - s - q - c)
    return Verdict(outcome, rule, more.pop("kind", ColumnKind.PERSPECTIVE), tally=tally, inputs_hash="ab", **more)


def matrix() -> AssumptionMatrix:
    """Every outcome once, with flags, an override, a stale one, a fragile one and a norm."""
    columns = ("werknemer", "werkgever", "jobcoach", "arbeidsdeskundige", LITERATURE)
    ruled = Override(
        "o",
        "A2",
        "werkgever",
        Outcome.NUANCED,
        "De meeste steun komt van bedrijven die al een contactpersoon hebben.",
        "marit",
        datetime(2026, 6, 1, tzinfo=UTC),
        "ab",
    )
    norm = replace(
        ruled,
        assumption="A4",
        value=Outcome.NUANCED,
        reason="Werkgevers zien hier een grens aan wat van hen gevraagd mag worden.",
    )
    literature = Evidence(
        "e", "A1", Stance.SUPPORTS, study="Berg (fictief) 2019", quality=Quality.STRONG, relevance=Relevance.DIRECT
    )
    verdicts = {
        ("A1", "werknemer"): _verdict(Outcome.SUBSTANTIATED, "R2", 8, 1, 0, eligible=11, stable=True),
        ("A1", "werkgever"): _verdict(Outcome.NUANCED, "R3", 4, 3, 1, eligible=9, stable=False),
        ("A1", "jobcoach"): _verdict(Outcome.DIVIDED, "R1b", 4, 1, 4, stable=True),
        ("A1", "arbeidsdeskundige"): _verdict(Outcome.TOO_LITTLE, "R0", 2, 1, 0, eligible=4),
        ("A1", LITERATURE): _verdict(Outcome.SUBSTANTIATED, "L3/R2", 3, kind=ColumnKind.LITERATURE),
        ("A2", "werknemer"): _verdict(Outcome.NOT_SUBSTANTIATED, "R4", 2, 1, 3, flags=(Flag.NARROW_BASE,), stable=True),
        ("A2", "werkgever"): _verdict(Outcome.SUBSTANTIATED, "R2", 9, 1, 1, override=ruled, stale=True, stable=True),
        ("A2", "jobcoach"): _verdict(Outcome.CONTRADICTED, "R1", 1, 1, 6, stable=True),
        ("A3", "werkgever"): _verdict(Outcome.SUBSTANTIATED, "R2", 7, 1, 0, flags=(Flag.NARROW_BASE,), stable=True),
    }
    examined = _verdict(Outcome.NOT_EXAMINED, "R-")
    cells = tuple(
        MatrixCell(
            each.key,
            column,
            None if each.kind is AssumptionKind.NORMATIVE else verdicts.get((each.key, column), examined),
            evidence=(literature,) if (each.key, column) == ("A1", LITERATURE) else (),
            quotes=(quote(3000 + at * 10 + place, perspective=column),)
            if (each.key, column) in verdicts and column != LITERATURE
            else (),
        )
        for at, each in enumerate(ASSUMPTIONS)
        for place, column in enumerate(columns)
    )
    total = {
        "A1": _verdict(Outcome.NUANCED, "O6", kind=ColumnKind.OVERALL, flags=(Flag.DIVIDED,), sources=columns[:3]),
        "A2": _verdict(Outcome.NUANCED, "O4", kind=ColumnKind.OVERALL, flags=(Flag.SOURCES_DISAGREE,)),
        "A3": _verdict(
            Outcome.SUBSTANTIATED, "O1", kind=ColumnKind.OVERALL, flags=(Flag.ONE_SOURCE,), sources=("werkgever",)
        ),
        "A4": _verdict(Outcome.NUANCED, "hand", kind=ColumnKind.NORMATIVE, override=norm),
        "A5": _verdict(Outcome.NOT_EXAMINED, "O-", kind=ColumnKind.OVERALL),
    }
    overall = tuple(MatrixCell(each.key, OVERALL, total[each.key]) for each in ASSUMPTIONS)
    return AssumptionMatrix(ASSUMPTIONS, columns, cells, overall)


def theory() -> nx.DiGraph[str]:
    """A theory with a branch, a skipped layer, an arrow inside a layer, an arrow back, a norm and a bare arrow."""
    boxes = (
        ("verlies", "Mensen met een beperking verliezen hun baan zodra de begeleiding stopt", Block.PROBLEM),
        ("laat", "Signalen komen te laat bij de jobcoach", Block.CAUSES),
        ("loket", "Werkgevers weten niet bij wie ze moeten zijn", Block.CAUSES),
        ("regels", "Regels verschillen per instantie", Block.CAUSES),
        ("vast", "Eén vast aanspreekpunt voor werkgever en werknemer", Block.SOLUTION),
        ("groep", "Werknemers met jobcoaching en hun werkgevers", Block.TARGET_GROUP),
        ("contact", "Wekelijks contact in de eerste maanden", Block.INGREDIENTS),
        ("warm", "Warme overdracht naar een nieuwe baan", Block.INGREDIENTS),
        ("behoud", "Meer mensen houden hun baan of vinden binnen zes maanden een andere", Block.OUTCOME),
    )
    arrows = (
        ("verlies", "laat", "A1"),
        ("verlies", "loket", "A2"),
        ("verlies", "regels", None),
        ("laat", "vast", "A3"),
        ("loket", "vast", "A2"),
        ("regels", "vast", "A4"),
        ("vast", "groep", None),
        ("vast", "contact", "A3"),
        ("vast", "warm", "A5"),
        ("contact", "behoud", "A1"),
        ("warm", "behoud", "A5"),
        ("groep", "contact", "A4"),
        ("loket", "warm", "A3"),
        ("behoud", "verlies", "A5"),
        ("laat", "behoud", "A1"),
    )
    nodes = [TheoryNode(key, key, at, label, block) for at, (key, label, block) in enumerate(boxes)]
    return theory_graph(nodes, [TheoryLink(f"{a}{b}", a, b, name) for a, b, name in arrows], matrix())


SETTINGS = Settings(
    id="6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    title="Van werk naar werk: wat er gebeurt als een baan met begeleiding eindigt",
    date=date(2026, 6, 15),
    paradigm="framework analysis",
    authors=("M. de Wit", "J. Haverkamp"),
    organisation="Instituut voor Arbeid en Zorg (fictief)",
    perspectives=PERSPECTIVES,
    phases=PHASES,
    principles=(Principle("eigen-regie", "Eigen regie"), Principle("een-gezicht", "Eén gezicht")),
)


def instruments() -> tuple[Instrument, ...]:
    """An interview round for every perspective and one session over all of them."""
    rounds = tuple(
        Instrument(
            f"instrument-{each.key}",
            f"interviews-{each.key}",
            f"Interviews {each.label.lower()}",
            InstrumentKind.INTERVIEW,
            each.key,
            at,
            held_from=date(2026, 3, 2),
            held_until=date(2026, 4, 17),
            invited=18,
            took_part=11,
            conducted_by="M. de Wit",
            analysed_by="M. de Wit en J. Haverkamp",
            selection="Geworven via zes regionale kantoren; spreiding over sector en bedrijfsgrootte.",
            bias="Wie nog een lopend conflict had, deed niet mee; tevreden deelnemers zijn daardoor oververtegenwoordigd.",
            consent="Schriftelijk, voor interview en citaten.",
            anonymity="Alleen het perspectief wordt genoemd.",
        )
        for at, each in enumerate(PERSPECTIVES, 1)
    )
    return (
        *rounds,
        Instrument(
            "instrument-desk", "beleid", "Beleidsstukken", InstrumentKind.DESK, None, 9, bias="Alleen openbare stukken."
        ),
    )


def passages_of(quotes: Iterable[Quote]) -> pd.DataFrame:
    """A tidy table with a row for each quote, coded by two people."""
    rows = [
        {
            "coding_id": each.coding_id,
            "document_id": each.document_id,
            "document": each.document,
            "instrument_id": f"instrument-{each.perspective}",
            "participant_id": each.participant_id,
            "perspective": each.perspective,
            "text": each.text,
            "coder": "marit" if at % 3 else "joris",
        }
        for at, each in enumerate(quotes)
    ]
    return pd.DataFrame(rows, dtype=object)


def material() -> Material:
    """Everything at once: four perspectives, all kinds of cells, matrix, theory, points, a session, topics."""
    made = with_states(journey((5, 4, 3, 2, 1), (9, 6, 3, 4, 2), (2, 3, 1, 2, 0), (0, 0, 0, 0, 0)))
    whole = Material(
        journey=made,
        judgements=(judgement(), judgement("jobcoach", "jobcoach")),
        matrix=matrix(),
        graph=theory(),
        points=points(),
        rankings=(ranking(9), ranking(4, perspective="jobcoach")),
        topics=topic_fit(),
        topics_by_code=topics_table(),
        instruments=instruments(),
        codes=CODES,
    )
    lists = across(whole.rankings)
    return replace(whole, comparison=lists, passages=passages_of(whole.quotes()))
