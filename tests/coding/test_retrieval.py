"""Retrieval: what a question means, its laws, and the tables that count respondents and mentions apart."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.codebook import Code
from coding.crosstabs import cooccur, cross_codes
from coding.errors import UnreadableQuery
from coding.retrieval import Retrieval, contexts
from coding.retrieval_query import Both, Either, Near, Term, Without, parse_query, terms_of
from corpus.segments import Segment, Unit

CODES = [Code("1", "a", "g", "A", 1), Code("2", "b", "g", "B", 2), Code("3", "onder_a", "g", "Onder a", 3, parent="a")]
TURNS = [Segment(f"{key}{each}", key, each, Unit.TURN, each * 10, each * 10 + 9) for key in "xy" for each in range(6)]


def row(number: int, document: str, start: int, end: int, code: str, **more: Any) -> dict[str, Any]:
    return {
        "coding_id": str(number),
        "document_id": document,
        "start": start,
        "end": end,
        "code": code,
        "segment_id": f"{document}{start // 10}",
        "participant_id": more.pop("who", None),
        "phase": None,
        "coder": "ans",
        "text": "woord",
        **more,
    }


TABLE = pd.DataFrame(
    [
        row(1, "x", 0, 5, "a", who="p1", phase="1", text="Niemand belde"),
        row(2, "x", 3, 8, "b", who="p1", phase="2"),
        row(3, "x", 20, 25, "b", who="p2", phase="1"),
        row(4, "x", 50, 55, "onder_a", who="p2", phase="2"),
        row(5, "y", 0, 5, "a", who="p3", phase="1"),
        row(6, "y", 12, 15, "b", who="p3", phase="1", coder="bea"),
    ]
)


def ids(query: str, **options: Any) -> list[str]:
    found = Retrieval(TABLE, TURNS, CODES).find(parse_query(query), **options)
    return [str(each) for each in found["coding_id"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "123456"),
        ("a", "145"),
        ("code:a", "145"),
        ("a en b", "12"),
        ("a of b", "123456"),
        ("a niet b", "45"),
        ("a dichtbij:0 b", "1"),
        ("a dichtbij:1 b", "15"),
        ("b near:1 a", "26"),
        ("a dichtbij:3 b", "145"),
        ("b en fase:1", "36"),
        ("fase:2", "24"),
        ("niet fase:1", "24"),
        ("b codeur:BEA", "6"),
        ('tekst:"niemand belde"', "1"),
        ("(a of b) en fase:2", "24"),
    ],
)
def test_a_question_finds_the_passages_that_fit(query: str, expected: str) -> None:
    assert "".join(ids(query)) == expected


def test_codes_below_are_left_out_when_they_are_not_wanted() -> None:
    assert ids("a", with_children=False) == ["1", "5"]


def test_nearness_never_goes_from_one_document_into_the_next() -> None:
    last = [row(7, "x", 55, 58, "a"), row(8, "y", 0, 4, "b")]
    found = Retrieval(pd.DataFrame(last), TURNS, CODES).find(parse_query("a dichtbij:3 b"))
    assert found.empty


def test_how_words_bind() -> None:
    a, b, c = Term("code", "a"), Term("code", "b"), Term("code", "c")
    assert parse_query("a of b c") == Either(a, Both(b, c))
    assert parse_query("not a dichtbij:2 b") == Near(Without(a), b, 2)
    assert terms_of(parse_query("a en niet b")) == (a,)
    assert terms_of(parse_query("a en niet b"), positive=False) == (b,)


@pytest.mark.parametrize("query", ["a en", "(a", "a)", "en a", "kleur:rood", "fase:", "a dichtbij:2", 'tekst:"open'])
def test_what_cannot_be_read_is_said_with_the_place(query: str) -> None:
    with pytest.raises(UnreadableQuery, match=r".+"):
        parse_query(query)


TERMS = st.sampled_from(["a", "b", "onder_a", "fase:1", "fase:2", "codeur:bea"])


@given(TERMS, TERMS)
def test_the_laws_of_sets_hold(one: str, other: str) -> None:
    retrieval = Retrieval(TABLE, TURNS, CODES)

    def mask(query: str) -> set[int]:
        parsed = parse_query(query)
        assert parsed is not None
        return set(retrieval._mask(parsed, True).nonzero()[0].tolist())

    assert mask(f"{one} en {other}") == mask(one) & mask(other)
    assert mask(f"{one} of {other}") == mask(one) | mask(other)
    assert mask(f"niet {one}") == set(range(len(TABLE))) - mask(one)
    assert mask(f"niet ({one} en {other})") == mask(f"niet {one} of niet {other}")


ROWS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from("pqr"), st.sampled_from(["1", "2", None]), st.integers(0, 3)),
    max_size=25,
)


@given(ROWS)
def test_a_crosstab_is_that_of_pandas(rows: list[tuple[str, str, str | None, int]]) -> None:
    table = pd.DataFrame(
        [
            row(each, "x", turn * 10, turn * 10 + 5, code, who=who, phase=phase)
            for each, (code, who, phase, turn) in enumerate(rows)
        ],
        columns=list(TABLE.columns),
    )
    found = cross_codes(table, table["phase"], codes=["a", "b"])
    known = table[table["phase"].notna()]
    for line, code in enumerate(found.codes):
        for place, value in enumerate(found.values):
            cell = known[(known["code"] == code) & (known["phase"] == value)]
            assert found.mentions[line, place] == len(cell)
            assert found.respondents[line, place] == cell["participant_id"].nunique()
    assert found.mentions.sum() == len(known)


@given(ROWS)
def test_codes_together_are_symmetric_and_counted_by_turn_and_by_person(
    rows: list[tuple[str, str, str | None, int]],
) -> None:
    speakers = {turn: who for _code, who, _phase, turn in rows}
    table = pd.DataFrame(
        [
            row(each, "x", turn * 10, turn * 10 + 5, code, who=speakers[turn])
            for each, (code, _who, _phase, turn) in enumerate(rows)
        ],
        columns=list(TABLE.columns),
    )
    found = cooccur(table, codes=["a", "b"])
    turns = {code: {turn for each, _who, _phase, turn in rows if each == code} for code in "ab"}
    assert found.turns.tolist() == found.turns.T.tolist()
    assert found.turns[0, 0] == len(turns["a"])
    assert found.turns[0, 1] == len(turns["a"] & turns["b"])
    assert found.respondents[0, 1] == len({speakers[each] for each in turns["a"] & turns["b"]})
    assert found.respondents.tolist() == found.respondents.T.tolist()


def test_words_stand_in_their_context() -> None:
    assert contexts([("d", 0, 3)], {"d": "een\ntwee"}, width=5) == [("", "een", " twee")]
