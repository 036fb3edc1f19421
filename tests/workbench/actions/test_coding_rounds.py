"""Rounds: drawn by chance, blind until they close, counted as they were then, and settled with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coding.adjudication import Adjudication
from coding.codings import Coding
from coding.errors import (
    NoCoders,
    NoDifference,
    NotClosedYet,
    NothingToDraw,
    ReasonMissing,
    RoundClosed,
    RoundNotDone,
    RoundOverlaps,
    RoundUnknown,
)
from coding.rounds import CodingRound, RoundUnit
from study.folder import Study
from tests.workbench.actions.test_coding_steps import asked, code, document_of
from workbench.actions.coding_rounds import (
    RoundPlan,
    close_round,
    list_rounds,
    open_round,
    remove_round,
    reopen_round,
    round_work,
)
from workbench.actions.coding_steps import change_codings
from workbench.actions.exporting import export_rows
from workbench.actions.round_results import decide, round_results, settle
from workbench.actions.sight import sight_of
from workbench.actions.undoing import undo_step
from workbench.errors import BlindNow
from workbench.looker import looking_as

BOTH = RoundPlan("Ronde 1", ("bea", "cor"), share=1.0)


def turns(study: Study) -> list[tuple[int, int]]:
    with study.reading() as store:
        work = store.records(RoundUnit)[0]
    return sorted((each.start, each.end) for each in work)


def coded_apart(study: Study) -> CodingRound:
    """A closed round in which bea and cor agree on one turn and differ on another."""
    opened, _sample = open_round(study, BOTH, by="ans")
    first, second = turns(study)[:2]
    code(study, first, by="bea")
    code(study, first, by="cor")
    code(study, second, by="bea")
    close_round(study, opened.id, by="ans")
    return opened


def test_the_units_are_turns_that_can_be_coded(either_coded: Study) -> None:
    opened, sample = open_round(either_coded, BOTH, by="ans")
    work = round_work(either_coded, "Ronde 1")
    assert work.round == opened
    assert len(work.units) == len(sample.units) == 3
    assert [each.title for each in work.documents] == ["gesprek"]


def test_sentences_are_drawn_too(coded: Study) -> None:
    _opened, sample = open_round(coded, replace(BOTH, unit="sentence"), by="ans")
    text = document_of(coded).text
    assert [text[each.start : each.end][-1] for each in sample.units] == ["."] * len(sample.units)


def test_codings_of_others_are_hidden_until_the_round_closes(coded: Study) -> None:
    opened, _sample = open_round(coded, BOTH, by="ans")
    first = turns(coded)[0]
    mine, theirs = code(coded, first, by="bea").added[0], code(coded, first, by="cor").added[0]
    with coded.reading() as store:
        every = store.records(Coding)[0]
        assert mine.id in {each.id for each in sight_of(store, by="bea").see(every)}
        assert theirs.id not in {each.id for each in sight_of(store, by="Bea").see(every)}
        assert sight_of(store, by=None).see(every) == ()
        assert sight_of(store, by="ans").see(every) == every
    assert {mine.round_id, theirs.round_id} == {opened.id}
    close_round(coded, opened.id, by="bea")
    with coded.reading() as store:
        assert sight_of(store, by="bea").see(every) == every


def test_numbers_that_rest_on_others_are_refused_to_who_is_blind(coded: Study) -> None:
    open_round(coded, BOTH, by="ans")
    for name in ("bea", "BEA", None):
        with looking_as(name), pytest.raises(BlindNow):
            export_rows(coded, "passages")
    with looking_as("ans"):
        assert export_rows(coded, "passages")


def test_agreement_is_that_of_before_the_discussion(either_coded: Study) -> None:
    opened = coded_apart(either_coded)
    with looking_as("ans"):
        before = round_results(either_coded, opened.id)
        row = before.rows[0]
        assert (row["code"], row["both"], row["only_a"], row["only_b"], row["n_units"]) == ("contact", 1, 1, 0, 3)
        assert [each.text for each in before.differences] == [
            document_of(either_coded).text[slice(*turns(either_coded)[1])]
        ]
        # bea changes her mind after talking with cor
        own = next(each for each in before.differences[0].codings["bea"])
        change_codings(either_coded, asked(either_coded, "bea"), [own.id], {"code": "nazorg"})
        code(either_coded, turns(either_coded)[2], by="cor")
        after = round_results(either_coded, opened.id)
    assert after.rows == before.rows
    assert after.summary == before.summary


def test_a_difference_is_decided_with_a_reason_and_undone(coded: Study) -> None:
    opened = coded_apart(coded)
    place = (document_of(coded).id, *turns(coded)[1])
    with looking_as("ans"):
        with pytest.raises(ReasonMissing):
            decide(coded, opened.id, place, "contact", is_present=True, reason=" ", by="ans")
        with pytest.raises(NoDifference):
            decide(coded, opened.id, place, "nazorg", is_present=True, reason="Omdat.", by="ans")
        decide(coded, opened.id, place, "contact", is_present=False, reason="Gaat over iets anders.", by="ans")
        decide(coded, opened.id, place, "contact", is_present=True, reason="Bij nader inzien wel.", by="ans")
        decisions = [each.decision for each in round_results(coded, opened.id).differences]
    assert [(each.is_present, each.by) for each in decisions if each] == [(True, "ans")]
    with pytest.raises(RoundClosed):
        reopen_round(coded, opened.id, by="ans")
    with coded.reading() as store:
        last = store.journal(newest=1)[0]
    undo_step(coded, str(last.step), by="ans")
    with coded.reading() as store:
        assert [each.is_present for each in store.records(Adjudication)[0]] == [False]


def test_what_was_agreed_and_decided_becomes_codings_of_one_name_once(coded: Study) -> None:
    opened = coded_apart(coded)
    place = (document_of(coded).id, *turns(coded)[1])
    with looking_as("ans"):
        decide(coded, opened.id, place, "contact", is_present=True, reason="Gaat over bellen.", by="ans")
        assert settle(coded, opened.id, by="ans", coder="samen") == 2
        assert settle(coded, opened.id, by="ans", coder="samen") == 0
    with coded.reading() as store:
        assert sorted((each.start, each.end) for each in store.find(Coding, coder="samen")) == turns(coded)[:2]


def test_one_coder_is_compared_with_the_same_person_before(coded: Study) -> None:
    first, second = [(0, 5), (40, 60)]
    code(coded, first, second, by="bea")
    opened, _sample = open_round(coded, RoundPlan("Nog eens", ("bea",), share=1.0), by="bea")
    with coded.reading() as store:
        assert sight_of(store, by="bea").see(store.find(Coding, coder="bea")) == ()
    code(coded, turns(coded)[0], by="bea")
    close_round(coded, opened.id, by="bea")
    with looking_as("bea"):
        results = round_results(coded, opened.id)
    assert [each.split(",")[0] for each in results.coders] == ["bea", "bea"]
    assert results.rows[0]["n_units"] == 3


def test_what_cannot_be_is_said(coded: Study) -> None:
    with pytest.raises(NoCoders):
        open_round(coded, replace(BOTH, coders=("bea", "BEA")), by="ans")
    with pytest.raises(NothingToDraw):
        open_round(coded, replace(BOTH, documents=frozenset({"weg"})), by="ans")
    opened, _sample = open_round(coded, BOTH, by="ans")
    with pytest.raises(RoundOverlaps):
        open_round(coded, replace(BOTH, title="Ronde 2", coders=("cor", "dirk")), by="ans")
    with pytest.raises(RoundUnknown):
        round_work(coded, "Ronde 9")
    with pytest.raises(RoundNotDone):
        close_round(coded, opened.id, by="ans")
    with looking_as("ans"), pytest.raises(NotClosedYet):
        round_results(coded, opened.id)
    close_round(coded, opened.id, by="ans", unfinished=True)
    reopen_round(coded, opened.id, by="ans")
    remove_round(coded, opened.id, by="ans")
    assert list_rounds(coded) == ()
