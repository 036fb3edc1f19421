"""Laws of sampling, disagreements, unitizing and sets: what must hold whatever coders do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.agreement import agreement
from coding.agreement_summary import summarise_agreement
from coding.codings import Coding
from coding.disagreements import find_disagreements
from coding.kappa import cohen_kappa, kappa_of_counts
from coding.sampling import draw_sample
from coding.set_alpha import masi_distance, set_alpha
from coding.unitizing import unitizing_alpha
from corpus.documents import Document, DocumentKind
from corpus.segments import Segment, Unit

LENGTH = 100
SPANS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=6
)
SETS = st.frozensets(st.sampled_from("abcd"))


def turns(number: int, document: str = "d") -> list[Segment]:
    return [Segment(f"{document}{each}", document, each, Unit.TURN, each * 10, each * 10 + 9) for each in range(number)]


def document(key: str = "d") -> Document:
    text = "woord en wat " * 40
    return Document(key, key, text, DocumentKind.TRANSCRIPT, None, None, "nl", None, f"{key}.vtt", key)


def put(coder: str, turn: int, code: str = "a", document_id: str = "d", **more: Any) -> Coding:
    key = f"{coder}{document_id}{turn}{code}"
    return Coding(key, document_id, turn * 10, turn * 10 + 5, coder, code=code, **more)


@given(SPANS)
def test_coders_who_mark_the_same_agree_wholly_or_say_nothing(spans: list[tuple[int, int]]) -> None:
    alpha = unitizing_alpha([spans, list(reversed(spans))], length=LENGTH)
    assert alpha is None or alpha == pytest.approx(1)


@given(SPANS, SPANS)
def test_who_is_first_does_not_matter(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    assert unitizing_alpha([one, other], length=LENGTH) == pytest.approx(
        unitizing_alpha([other, one], length=LENGTH), nan_ok=True
    )


@given(SETS, SETS)
def test_masi_is_a_distance_between_nought_and_one(one: frozenset[str], other: frozenset[str]) -> None:
    assert masi_distance(one, other) == masi_distance(other, one)
    assert 0 <= masi_distance(one, other) <= 1
    assert (masi_distance(one, other) == 0) == (one == other)


@given(st.lists(SETS, min_size=1, max_size=12))
def test_the_same_sets_agree_wholly_or_never_vary(sets: list[frozenset[str]]) -> None:
    alpha = set_alpha([(each, each) for each in sets])
    assert alpha == (pytest.approx(1) if len(set(sets)) > 1 else None)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_kappa_of_counts_is_kappa_of_the_values(pairs: list[tuple[bool, bool]]) -> None:
    counts = [pairs.count(each) for each in ((True, True), (True, False), (False, True), (False, False))]
    expected = cohen_kappa([one for one, _ in pairs], [other for _, other in pairs])
    assert kappa_of_counts(*counts) == (None if expected is None else pytest.approx(expected))


@given(st.integers(1, 60), st.floats(0.01, 1), st.integers())
def test_a_share_is_drawn_the_same_way_each_time(number: int, share: float, seed: int) -> None:
    units = turns(number)
    drawn = draw_sample(units, seed=seed, share=share).units
    assert drawn == draw_sample(list(reversed(units)), seed=seed, share=share).units
    assert max(1, share * number - 1e-6) <= len(drawn) <= share * number + 1


def test_every_document_gives_its_part() -> None:
    units = [*turns(50, "a"), *turns(5, "b")]
    assert {each.document_id for each in draw_sample(units, seed=3, share=0.1).units} == {"a", "b"}


def test_per_code_there_are_enough_units_with_it_and_without_it() -> None:
    codings = [put("marit", each, "vaak") for each in range(20)] + [put("marit", 30, "zelden")]
    sample = draw_sample(turns(60), codings, seed=5, per_code=8)
    drawn = {each.ordinal for each in sample.units}
    assert len(drawn & set(range(20))) >= 8
    assert len(drawn - set(range(20))) >= 8
    assert 30 in drawn
    assert sample.short == {"zelden": 1}


def test_disagreements_name_who_put_the_code() -> None:
    codings = [put("marit", 1), put("joost", 1), put("marit", 2), put("joost", 3, "b")]
    found = find_disagreements(turns(5), codings, coders=["marit", "joost"])
    assert [(each.start, each.code, each.by["marit"]) for each in found] == [(20, "a", True), (30, "b", False)]
    assert find_disagreements(turns(5), codings, coders=["marit", "joost"], codes=["b"])[0].code == "b"


def test_in_a_round_a_coder_who_put_nothing_disagrees() -> None:
    documents = [document(key) for key in "abcdefg"]
    units = [turn for each in documents for turn in turns(10, each.id)]
    codings = [put("marit", 1, document_id=each.id) for each in documents]
    table = agreement(documents, units, codings, coders=["marit", "joost"], judged=True)
    row = table.set_index("code").loc["a"]
    assert (row["n_documents"], row["n_units"], row["both"], row["only_a"]) == (7, 70, 0, 7)
    assert row["alpha"] < 0


def test_characters_count_only_inside_the_units_of_a_round() -> None:
    codings = [put("marit", 1), put("joost", 1), put("marit", 4)]
    table = agreement([document()], turns(3), codings, coders=["marit", "joost"], unit="character", judged=True)
    assert table["n_units"].tolist() == [27]
    assert table["both"].tolist() == [5]
    assert table["alpha"].tolist() == [1.0]


def test_the_summary_holds_every_number_or_none() -> None:
    codings = [put("marit", 1, intensity=1), put("joost", 1, intensity=1), put("marit", 2, intensity=3)]
    codings += [put("joost", 2, intensity=3), put("marit", 3, "b"), put("joost", 3, "b")]
    summary = summarise_agreement([document()], turns(10), codings, coders=["marit", "joost"])
    assert (summary.units, summary.documents) == (10, 1)
    assert (summary.masi, summary.unitizing, summary.intensity) == (1.0, 1.0, 1.0)
    empty = summarise_agreement([document()], turns(10), [], coders=["marit", "joost"])
    assert (empty.masi, empty.unitizing, empty.intensity) == (None, None, None)
