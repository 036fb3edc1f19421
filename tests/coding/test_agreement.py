from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding import Coding, agreement, krippendorff_alpha
from coding.agreement import AGREEMENT_COLUMNS, AgreementLabel, label_agreement, positive_agreement
from coding.errors import TooFewCoders, UnknownCoder
from coding.tallies import AgreementUnit
from study.messages import speaking
from tests.coding.material import a_coding, a_document, a_turn

TURNS = 6
WIDTH = 10


def a_study(judged: Sequence[dict[str, str]]) -> tuple[Any, Any, Any]:
    """Documents of six turns; per document and coder a string of six marks, "1" where the code "a" was put.

    A coding of another code sees to it that each document was coded by everybody.
    """
    sources = [f"w{number:02}.vtt" for number in range(len(judged))]
    documents = [a_document(source, text="x" * TURNS * WIDTH) for source in sources]
    segments = [
        a_turn((n * WIDTH, n * WIDTH + WIDTH), ordinal=n, source=source) for source in sources for n in range(TURNS)
    ]
    codings = [
        a_coding((n * WIDTH, n * WIDTH + WIDTH), source=source, coder=coder, code=code)
        for source, marks in zip(sources, judged, strict=True)
        for coder, row in marks.items()
        for n, mark in enumerate(row)
        for code in (["a"] if mark == "1" else []) + (["z"] if n == 0 else [])
    ]
    return documents, segments, codings


def of(judged: Sequence[dict[str, str]], *, coders: Sequence[str] = ("joost", "marit"), **more: Any) -> dict[str, Any]:
    """The row of code "a"."""
    rows = agreement(*a_study(judged), coders=coders, codes=["a"], **more).to_dict("records")
    assert len(rows) == 1
    return {str(name): value for name, value in rows[0].items()}


def pair(joost: str, marit: str) -> dict[str, str]:
    return {"joost": joost, "marit": marit}


def test_the_worked_pairs_give_their_numbers() -> None:
    row = of([pair("110001", "110000")])
    assert row["alpha"] == pytest.approx(0.6857, abs=0.00005)
    assert (row["n_documents"], row["n_units"], row["both"], row["only_a"], row["only_b"]) == (1, 6, 2, 1, 0)
    assert row["prevalence"] == pytest.approx(5 / 12)
    assert row["positive_agreement"] == pytest.approx(0.8)


def test_the_first_coder_named_is_a() -> None:
    row = of([pair("110001", "110000")], coders=["marit", "joost"])
    assert (row["only_a"], row["only_b"]) == (0, 1)


def test_below_six_documents_there_is_no_interval_and_the_label_says_so() -> None:
    row = of([pair("110000", "110000")] * 5)
    assert (row["alpha"], row["low"], row["high"]) == (1.0, None, None)
    assert row["label"] == AgreementLabel.NO_INTERVAL


def test_six_documents_of_which_all_agree_are_reliable() -> None:
    row = of([pair("110000", "110000")] * 6)
    assert (row["low"], row["high"], row["label"]) == (1.0, 1.0, "betrouwbaar")


def test_the_interval_lies_around_alpha_and_comes_out_the_same_each_time() -> None:
    judged = [pair("110000", "100000"), pair("101000", "101010"), pair("000000", "000001")] * 4
    first, second = of(judged), of(judged)
    assert first == second
    assert first["low"] < first["alpha"] < first["high"] < 1


def test_documents_are_drawn_and_not_turns() -> None:
    """One document holds all disagreement: the interval runs from there to full agreement."""
    row = of([pair("111000", "000111")] + [pair("111000", "111000")] * 5)
    assert row["high"] == 1.0
    assert row["low"] < 0.4


def test_the_interval_leaves_out_one_draw_in_forty_on_either_side() -> None:
    """Two of twelve documents are disputed: 3.6 % of the draws hold five of them or more, 0.8 % six or more."""
    disputed, agreed = pair("111000", "000111"), pair("111000", "111000")
    row = of([disputed] * 2 + [agreed] * 10)
    assert row["low"] == pytest.approx(of([disputed] * 5 + [agreed] * 7)["alpha"])
    assert row["high"] == 1.0


def test_a_code_that_never_varies_is_undefined() -> None:
    for row in (of([pair("000000", "000000")] * 6), of([pair("111111", "111111")] * 6)):
        assert (row["alpha"], row["low"], row["label"]) == (None, None, AgreementLabel.NO_VARIATION)
    assert of([pair("000000", "000000")])["positive_agreement"] is None


@pytest.mark.parametrize(("seen", "has_interval"), [(1, False), (2, False), (3, True)])
def test_a_code_seen_in_fewer_than_three_documents_has_no_interval(seen: int, has_interval: bool) -> None:
    rare = of([pair("100000", "100000")] * seen + [pair("000000", "000000")] * (9 - seen))
    common = of([pair("011111", "011111")] * seen + [pair("111111", "111111")] * (9 - seen))
    assert rare["alpha"] == common["alpha"] == 1.0
    assert (rare["low"] is not None, common["low"] is not None) == (has_interval, has_interval)


def test_documents_that_one_of_them_did_not_code_do_not_count() -> None:
    judged = [pair("110000", "110000"), {"joost": "111111"}]
    assert of(judged)["n_documents"] == 1
    assert of(judged)["n_units"] == 6


def test_without_a_document_in_common_nothing_is_counted() -> None:
    row = of([{"joost": "110000"}, {"marit": "110000"}])
    assert (row["n_documents"], row["n_units"], row["alpha"], row["prevalence"]) == (0, 0, None, None)


def test_three_coders_have_one_alpha_and_no_only() -> None:
    judged = [{"joost": "110000", "marit": "110000", "fatma": "100000"}]
    row = of(judged, coders=["joost", "marit", "fatma"])
    table = [[1, 1, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0]]
    assert row["alpha"] == pytest.approx(krippendorff_alpha(table))
    assert (row["both"], row["only_a"], row["only_b"]) == (1, None, None)
    assert row["positive_agreement"] == pytest.approx((3 * 2 + 2 * 1) / (2 * 5))


def test_characters_can_be_the_unit() -> None:
    documents, segments, _codings = a_study([pair("000000", "000000")])
    made = [a_coding((0, 20), source="w00.vtt", coder="joost", code="a")]
    made += [a_coding((10, 30), source="w00.vtt", coder="marit", code="a")]
    row = agreement(documents, segments, made, coders=["joost", "marit"], unit="character").iloc[0]
    assert (row["n_units"], row["both"], row["only_a"], row["only_b"]) == (60, 10, 10, 10)
    marks = [[1] * 20 + [0] * 40, [0] * 10 + [1] * 20 + [0] * 30]
    assert row["alpha"] == pytest.approx(krippendorff_alpha(marks))


def test_codes_in_use_stand_in_the_order_of_the_alphabet() -> None:
    frame = agreement(*a_study([pair("110000", "110000")]), coders=["joost", "marit"])
    assert frame["code"].tolist() == ["a", "z"]
    assert tuple(frame.columns) == AGREEMENT_COLUMNS


def test_facet_codings_are_not_codes() -> None:
    documents, segments, codings = a_study([pair("110000", "110000")])
    phases = [a_coding((0, 10), source="w00.vtt", coder="joost", phase="1")]
    frame = agreement(documents, segments, codings + phases, coders=["joost", "marit"])
    assert frame["code"].tolist() == ["a", "z"]


@pytest.mark.parametrize("coders", [[], ["marit"], ["marit", "marit"]])
def test_one_coder_is_too_few(coders: list[str]) -> None:
    with pytest.raises(TooFewCoders):
        agreement(*a_study([pair("1", "1")]), coders=coders)


def test_a_coder_who_coded_nothing_is_named_with_those_who_did() -> None:
    with speaking("en"), pytest.raises(UnknownCoder) as caught:
        agreement(*a_study([pair("1", "1")]), coders=["marit", "pieter"])
    with speaking("en"):
        assert str(caught.value) == "“pieter” has coded nothing in this study. Coders: joost, marit."


@pytest.mark.parametrize(
    ("alpha", "low", "label"),
    [
        (None, None, "geen_variatie"),
        (0.9, None, "geen_interval"),
        (0.95, 0.8, "betrouwbaar"),
        (0.95, 0.799, "voorlopig"),
        (0.95, 0.667, "voorlopig"),
        (0.95, 0.666, "onvoldoende"),
        (-0.1, -0.5, "onvoldoende"),
    ],
)
def test_the_lower_bound_gives_the_label(alpha: float | None, low: float | None, label: str) -> None:
    assert label_agreement(alpha, low) == label


def test_every_label_is_said_in_both_languages() -> None:
    for label in AgreementLabel:
        with speaking("nl"):
            dutch = label.words
        with speaking("en"):
            assert label.words != dutch


def test_positive_agreement_of_nothing_is_undefined() -> None:
    assert positive_agreement({}) is None


marks = st.text("01", min_size=TURNS, max_size=TURNS)
rounds = st.lists(st.fixed_dictionaries({"joost": marks, "marit": marks, "fatma": marks}), min_size=1, max_size=8)


@settings(deadline=None, max_examples=50)
@given(rounds, st.sampled_from([["joost", "marit"], ["joost", "marit", "fatma"]]))
def test_alpha_is_that_of_the_table_of_marks(judged: list[dict[str, str]], coders: list[str]) -> None:
    table = np.array([[int(mark) for marks in judged for mark in marks[coder]] for coder in coders])
    expected = krippendorff_alpha(table)
    units: list[AgreementUnit] = ["turn", "character"]
    by_turn, by_character = (of(judged, coders=coders, unit=unit) for unit in units)
    assert by_turn["alpha"] == (None if expected is None else pytest.approx(expected))
    put = table.sum(axis=0)
    assert by_turn["both"] == int((put == len(coders)).sum())
    assert by_character["prevalence"] == pytest.approx(by_turn["prevalence"])
    assert by_character["positive_agreement"] == (
        None if by_turn["positive_agreement"] is None else pytest.approx(by_turn["positive_agreement"])
    )


@settings(deadline=None, max_examples=30)
@given(rounds, st.randoms(use_true_random=False))
def test_the_order_in_which_records_come_changes_nothing(judged: list[dict[str, str]], chance: Any) -> None:
    study = a_study(judged)
    mixed = [chance.sample(list(each), len(each)) for each in study]
    coders = ["joost", "marit"]
    pd.testing.assert_frame_equal(agreement(*mixed, coders=coders), agreement(*study, coders=coders))


@settings(deadline=None, max_examples=30)
@given(rounds)
def test_identical_coders_agree_fully(judged: list[dict[str, str]]) -> None:
    row = of([pair(marks["joost"], marks["joost"]) for marks in judged])
    assert row["alpha"] in {1.0, None}
    assert row["low"] in {1.0, None}


def test_a_machine_is_a_coder_like_any_other() -> None:
    made: list[Coding] = []
    documents, segments, codings = a_study([pair("110000", "110000")])
    made += codings
    made += [a_coding((0, 20), source="w00.vtt", coder="machine", code="a")]
    row = agreement(documents, segments, made, coders=["marit", "machine"], codes=["a"]).iloc[0]
    assert row["alpha"] == 1.0


def test_verbs_stay_verbs_after_their_modules_are_imported() -> None:
    for name in ("agreement", "passages"):
        module = import_module(f"coding.{name}")
        assert getattr(import_module("coding"), name) is getattr(module, name)
