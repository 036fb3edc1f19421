"""A whole small study, made by hand: what a report is composed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pandas as pd

from corpus.instruments import Instrument, InstrumentKind
from prioritisation.weights import across
from reports.material import Material
from study.config import Principle, Settings
from synthesis.quotes import Quote
from tests.reports.made_lists import CODES, points, ranking, topic_fit, topics_table
from tests.reports.made_maps import PERSPECTIVES, PHASES, journey, judgement, with_states
from tests.reports.made_theory import matrix, theory

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
            bias="Wie nog een lopend conflict had, deed niet mee; wie tevreden is, weegt daardoor zwaarder.",
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
