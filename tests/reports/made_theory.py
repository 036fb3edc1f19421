"""A policy theory with its matrix, made by hand: every outcome, flag and kind of arrow once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import networkx as nx

from synthesis.evidence import LITERATURE, Evidence, Quality, Relevance, Stance
from synthesis.theory import Assumption, AssumptionKind, Block, TheoryLink, TheoryNode
from synthesis.theory_graph import theory_graph
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
from tests.reports.made_maps import quote

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


_COLUMNS = ("werknemer", "werkgever", "jobcoach", "arbeidsdeskundige", LITERATURE)
_RULED = Override(
    "o",
    "A2",
    "werkgever",
    Outcome.NUANCED,
    "De meeste steun komt van bedrijven die al een contactpersoon hebben.",
    "marit",
    datetime(2026, 6, 1, tzinfo=UTC),
    "ab",
)
_NORM = replace(_RULED, assumption="A4", reason="Werkgevers zien een grens aan wat van hen gevraagd mag worden.")
_STUDY = Evidence(
    "e", "A1", Stance.SUPPORTS, study="Berg (fictief) 2019", quality=Quality.STRONG, relevance=Relevance.DIRECT
)


def _cell_verdicts() -> dict[tuple[str, str], Verdict]:
    return {
        ("A1", "werknemer"): _verdict(Outcome.SUBSTANTIATED, "R2", 8, 1, 0, eligible=11, stable=True),
        ("A1", "werkgever"): _verdict(Outcome.NUANCED, "R3", 4, 3, 1, eligible=9, stable=False),
        ("A1", "jobcoach"): _verdict(Outcome.DIVIDED, "R1b", 4, 1, 4, stable=True),
        ("A1", "arbeidsdeskundige"): _verdict(Outcome.TOO_LITTLE, "R0", 2, 1, 0, eligible=4),
        ("A1", LITERATURE): _verdict(Outcome.SUBSTANTIATED, "L3/R2", 3, kind=ColumnKind.LITERATURE),
        ("A2", "werknemer"): _verdict(Outcome.NOT_SUBSTANTIATED, "R4", 2, 1, 3, flags=(Flag.NARROW_BASE,), stable=True),
        ("A2", "werkgever"): _verdict(Outcome.SUBSTANTIATED, "R2", 9, 1, 1, override=_RULED, stale=True, stable=True),
        ("A2", "jobcoach"): _verdict(Outcome.CONTRADICTED, "R1", 1, 1, 6, stable=True),
        ("A3", "werkgever"): _verdict(Outcome.SUBSTANTIATED, "R2", 7, 1, 0, flags=(Flag.NARROW_BASE,), stable=True),
    }


def _overall_verdicts() -> dict[str, Verdict]:
    one_source: dict[str, Any] = {"flags": (Flag.ONE_SOURCE,), "sources": ("werkgever",)}
    return {
        "A1": _verdict(Outcome.NUANCED, "O6", kind=ColumnKind.OVERALL, flags=(Flag.DIVIDED,), sources=_COLUMNS[:3]),
        "A2": _verdict(Outcome.NUANCED, "O4", kind=ColumnKind.OVERALL, flags=(Flag.SOURCES_DISAGREE,)),
        "A3": _verdict(Outcome.SUBSTANTIATED, "O1", kind=ColumnKind.OVERALL, **one_source),
        "A4": _verdict(Outcome.NUANCED, "hand", kind=ColumnKind.NORMATIVE, override=_NORM),
        "A5": _verdict(Outcome.NOT_EXAMINED, "O-", kind=ColumnKind.OVERALL),
    }


def _cell(at: int, place: int, verdicts: dict[tuple[str, str], Verdict]) -> MatrixCell:
    assumption, column = ASSUMPTIONS[at], _COLUMNS[place]
    key = (assumption.key, column)
    examined = verdicts.get(key, _verdict(Outcome.NOT_EXAMINED, "R-"))
    return MatrixCell(
        assumption.key,
        column,
        None if assumption.kind is AssumptionKind.NORMATIVE else examined,
        evidence=(_STUDY,) if key == ("A1", LITERATURE) else (),
        quotes=(quote(3000 + at * 10 + place, perspective=column),) if key in verdicts and column != LITERATURE else (),
    )


def matrix() -> AssumptionMatrix:
    """Every outcome once, with flags, an override, a stale one, a fragile one and a norm."""
    verdicts, overall = _cell_verdicts(), _overall_verdicts()
    cells = tuple(_cell(at, place, verdicts) for at in range(len(ASSUMPTIONS)) for place in range(len(_COLUMNS)))
    totals = tuple(MatrixCell(each.key, OVERALL, overall[each.key]) for each in ASSUMPTIONS)
    return AssumptionMatrix(ASSUMPTIONS, _COLUMNS, cells, totals)


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
