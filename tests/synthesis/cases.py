"""Small material for the tests of synthesis: passages, who was asked, findings and assumptions in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from coding.codings import Valence
from coding.passages import PASSAGE_COLUMNS
from corpus.asked import ASKED_COLUMNS
from study.config import Perspective, Phase, Thresholds
from synthesis.eligible import Eligible
from synthesis.evidence import Evidence, LiteratureSearch, Quality, Relevance, Stance
from synthesis.experience import ExperienceMap, map_experience
from synthesis.findings import Finding, Wording
from synthesis.matrix import test_assumptions
from synthesis.theory import Assumption, AssumptionKind, Block
from synthesis.verdicts import AssumptionMatrix, Override

EMPLOYERS = Perspective("werkgever", "Werkgevers", "werkgever")
COACHES = Perspective("jobcoach", "Jobcoaches", "jobcoach")
PHASES = (Phase("0", "Start"), Phase("1", "Twijfel"))


def passage(coding: str, person: str | None = "w1", **facts: Any) -> dict[str, Any]:
    """A row of the passages table: somebody's words, by default an employer's in phase 0."""
    role = facts.pop("role", "respondent" if person else "group")
    text = facts.pop("text", f"Dit zei ik over nummer {coding} destijds.")
    known = {
        "coding_id": coding,
        "document_id": f"document-{person}",
        "document": f"{person or 'groep'}.vtt",
        "segment_id": f"segment-{coding}",
        "participant_id": person,
        "participant": person.upper() if person else None,
        "perspective": "werkgever",
        "role": role,
        "phase": "0",
        "code": "contact",
        "code_name": "Contact met de jobcoach",
        "coder": "marit",
        "start": 10 * sum(map(ord, coding)),
        "end": 10 * sum(map(ord, coding)) + len(text),
        "text": text,
        "meerduidig": False,
        "verbatim": True,
    }
    return dict.fromkeys(PASSAGE_COLUMNS) | known | facts


def passages(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """The passages table of these rows, in this order."""
    kinds = {"start": "int64", "end": "int64", "meerduidig": "bool", "verbatim": "bool"}
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=kinds.get(name, "object")) for name in PASSAGE_COLUMNS}
    )


def asked(people: Iterable[str], **facts: Any) -> list[tuple[Any, ...]]:
    """Rows of the asked table: each of these people was asked, by default employers about phase 0 in an interview."""
    known = {
        "perspective": "werkgever",
        "phase": "0",
        "instrument_id": "i",
        "prompted": False,
        "via": "vraag",
        "code": "",
    }
    known |= facts
    return [tuple((known | {"participant_id": each})[name] for name in ASKED_COLUMNS) for each in people]


def asked_table(*rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    """The asked table of these rows."""
    values = [row for some in rows for row in some]
    return pd.DataFrame(values, columns=list(ASKED_COLUMNS), dtype="object")


def people(number: int, letter: str = "w") -> list[str]:
    """The ids of so many respondents."""
    return [f"{letter}{each}" for each in range(1, number + 1)]


def finding(key: str, *codings: str, **facts: Any) -> Finding:
    """A finding on these codings, by default of employers in phase 0."""
    known: dict[str, Any] = {
        "perspective": "werkgever",
        "phase": "0",
        "label": f"Label {key}",
        "wording": f"Vinden {key} van belang",
        "origin": Wording.WRITTEN,
    }
    return Finding(id=f"id-{key}", key=key, passages=codings, **(known | facts))


def map_of(
    rows: Iterable[Mapping[str, Any]], findings: Iterable[Finding], table: pd.DataFrame | Eligible, **options: Any
) -> ExperienceMap:
    """The map of employers and coaches over two phases."""
    known: dict[str, Any] = {"phases": PHASES, "perspectives": (EMPLOYERS, COACHES), "thresholds": Thresholds()}
    return map_experience(passages(*rows), findings, table, **(known | options))


def assumption(key: str = "A1", **facts: Any) -> Assumption:
    """A causal assumption about the solution."""
    known: dict[str, Any] = {
        "ordinal": int(key[1:]),
        "kind": AssumptionKind.CAUSAL,
        "block": Block.SOLUTION,
        "statement": "Begeleiding na ontslag verkort de weg naar nieuw werk.",
    }
    return Assumption(id=f"id-{key}", key=key, **(known | facts))


def stance(coding: str, value: Stance, key: str = "A1") -> Evidence:
    """What a passage says of an assumption."""
    return Evidence(f"e-{key}-{coding}-{value}", key, value, coding_id=coding)


PAIN, GOOD, MIXED = Valence.PAIN, Valence.GOOD, Valence.MIXED


SEARCH = LiteratureSearch("s", ("A1",), "supported employment AND job loss", date(2026, 3, 2), 214, 38)
STUDY = Evidence("l1", "A1", Stance.SUPPORTS, study="Bakker 2021", quality=Quality.STRONG, relevance=Relevance.DIRECT)


def asked_about(number: int) -> pd.DataFrame:
    """A table in which so many employers were asked about A1."""
    table = asked_table(asked(people(number)), asked(people(number), phase=""))
    return table.assign(assumption=["A1" if phase == "" else "" for phase in table["phase"]])


def matrix_of(
    stances: Iterable[tuple[str, Stance]],
    *,
    table: pd.DataFrame | None = None,
    studies: Iterable[Evidence] = (),
    searches: Iterable[LiteratureSearch] = (),
    overrides: Iterable[Override] = (),
    **options: Any,
) -> AssumptionMatrix:
    """The matrix of A1 (or other assumptions) from what employers said of it: (person, stance) pairs."""
    said = [(f"c{number}", person, value) for number, (person, value) in enumerate(stances)]
    rows: list[Mapping[str, Any]] = [passage(coding, person) for coding, person, _ in said]
    evidence = [*(stance(coding, value) for coding, _, value in said), *studies]
    known: dict[str, Any] = {"assumptions": [assumption()], "thresholds": Thresholds()} | options
    return test_assumptions(
        known["assumptions"],
        evidence,
        passages(*rows),
        asked_about(12) if table is None else table,
        searches,
        overrides,
        perspectives=(EMPLOYERS, COACHES),
        thresholds=known["thresholds"],
    )


NINE = [*((f"w{each}", Stance.SUPPORTS) for each in range(1, 9)), ("w9", Stance.CONTRADICTS)]
