"""The proof of a withdrawal reads every place, and finds one sentence that was left behind."""

from __future__ import annotations

import pytest

from coding.memos import Memo
from corpus.removals import Removal
from study.folder import Study
from tests.workbench.leaving import IN_GROUP, PARROT, fill_results, fill_study
from workbench.actions.privacy import withdraw
from workbench.actions.proving import prove_removal


@pytest.fixture
def filled(either_study: Study) -> Study:
    fill_results(either_study, fill_study(either_study))
    return either_study


@pytest.fixture
def local(study: Study) -> Study:
    fill_results(study, fill_study(study))
    return study


def test_the_proof_finds_nothing_after_a_withdrawal(filled: Study) -> None:
    withdraw(filled, "W01", typed="W01", by="ans")
    proof = prove_removal(filled, "W01")
    assert proof.is_clean, proof.found
    assert proof.runs > 30
    assert {each.place for each in proof.looks} >= {"table", "records"}
    assert len(proof.removals) == 1


def test_the_proof_finds_one_sentence_that_somebody_left_behind(local: Study) -> None:
    withdraw(local, "W01", typed="W01", by="ans")
    (local.output / "los.txt").write_text(f"Aantekening: {PARROT}", encoding="utf-8")
    with local.store(by="ans") as store:
        store.add(Memo("m9", "Study", "", f"Zij zei: {IN_GROUP}", "ans", store.records(Removal)[0][0].made_at))
    proof = prove_removal(local, "W01")
    assert {(each.place, each.name) for each in proof.found} >= {("table", "memo"), ("file", "rapport/los.txt")}
