from __future__ import annotations

from dataclasses import replace

import pandas as pd

from corpus.instruments import InstrumentKind
from reports.sources import Sources
from tests.reports.made_maps import PERSPECTIVES, quote
from tests.reports.made_study import instruments, passages_of

QUOTES = [quote(1), quote(2), quote(3, perspective="jobcoach")]


def sources(passages: pd.DataFrame | None = None) -> Sources:
    return Sources(passages_of(QUOTES) if passages is None else passages, instruments(), PERSPECTIVES)


def test_a_source_line_names_only_the_instruments_the_codings_come_from() -> None:
    assert sources().parts(["coding-1"]) == ("interviews werkgevers (n = 11)",)
    assert sources().parts(["coding-3", "coding-1"]) == (
        "interviews werkgevers (n = 11)",
        "interviews jobcoaches (n = 11)",
    )
    assert sources().parts([]) == ()


def test_who_took_part_is_counted_from_the_passages_when_the_register_does_not_say() -> None:
    unknown = tuple(replace(each, took_part=None) for each in instruments())
    assert Sources(passages_of(QUOTES), unknown, PERSPECTIVES).parts(["coding-1"]) == ("interviews werkgevers (n = 2)",)


def test_desk_research_counts_documents() -> None:
    rows = passages_of(QUOTES).assign(instrument_id="instrument-desk")
    assert sources(rows).parts(["coding-1"]) == ("deskresearch (n = 3 documenten)",)


def test_two_rounds_of_the_same_kind_are_told_apart_by_their_titles() -> None:
    first = next(each for each in instruments() if each.perspective == "werkgever")
    second = replace(first, id="instrument-jobcoach", key="ronde-2", title="Tweede ronde werkgevers", ordinal=9)
    both = Sources(passages_of(QUOTES), (second, first), PERSPECTIVES)
    assert both.parts(["coding-1", "coding-3"]) == (
        "Interviews werkgevers (n = 11)",
        "Tweede ronde werkgevers (n = 11)",
    )


def test_a_group_over_all_perspectives_has_no_group_in_its_name() -> None:
    mixed = replace(instruments()[0], kind=InstrumentKind.GROUP, perspective=None)
    assert sources().name(mixed) == "groepsgesprek"


def test_a_missing_bias_note_is_said() -> None:
    silent = tuple(replace(each, bias="") for each in instruments())
    lines = Sources(passages_of(QUOTES), silent, PERSPECTIVES).bias(["coding-1"])
    assert lines == ("Vertekening (interviews werkgevers): niet vastgelegd",)


def test_the_order_of_rows_and_register_changes_nothing() -> None:
    turned = Sources(passages_of(QUOTES)[::-1], instruments()[::-1], PERSPECTIVES)
    wanted = ["coding-1", "coding-2", "coding-3"]
    assert turned.parts(wanted) == sources().parts(wanted[::-1])
    assert turned.bias(wanted) == sources().bias(wanted)
