"""Who left and came back, with an old copy or with their own file, is recognised and removed again."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from corpus.documents import Document
from corpus.participants import Participant
from corpus.segments import Segment
from study.folder import Study
from study.messages import speaking
from tests.workbench.leaving import Cast, fill_results, fill_study
from workbench.actions.privacy import apply_removals, undone_removals, withdraw
from workbench.actions.proving import prove_removal
from workbench.doctor import examine


@pytest.fixture
def local(study: Study) -> Study:
    fill_results(study, fill_study(study))
    return study


def test_a_restored_database_is_recognised_and_cleared_again(local: Study) -> None:
    copy = local.folder.parent / "oud.sqlite"
    with local.reading():
        pass
    local.clear()
    shutil.copy(local.folder / "study.sqlite", copy)
    withdraw(local, "W01", typed="W01", by="ans")
    assert undone_removals(local) == ()
    shutil.copy(copy, local.folder / "study.sqlite")
    assert undone_removals(local) == ("W01",)
    assert not prove_removal(local, "W01").is_clean
    assert apply_removals(local, by="bram") == ("W01",)
    assert undone_removals(local) == ()
    assert prove_removal(local, "W01").is_clean
    assert apply_removals(local, by="bram") == ()


def test_her_own_file_brought_in_again_is_recognised_whatever_code_it_gives_her(local: Study) -> None:
    name = Cast(local.settings.id)
    with local.reading() as store:
        document = store.get(Document, name("gesprek-1"))
        turns = store.find(Segment, document_id=document.id)
    withdraw(local, "W01", typed="W01", by="ans")
    with local.store(by="ans") as store:
        store.add(Participant("nieuw", "W14", "werkgever"), document)
        store.add(*(replace(each, participant_id="nieuw" if each.participant_id else None) for each in turns))
    assert undone_removals(local) == ("W01",)
    assert apply_removals(local, by="ans") == ("W01",)
    assert undone_removals(local) == ()
    with local.reading() as store:
        assert not store.find(Document, id=document.id)


def test_the_doctor_says_that_somebody_is_back(local: Study) -> None:
    local.clear()
    copy = local.folder.parent / "oud.sqlite"
    shutil.copy(local.folder / "study.sqlite", copy)
    withdraw(local, "W01", typed="W01", by="ans")
    shutil.copy(copy, local.folder / "study.sqlite")
    with speaking("en"):
        found = {each.what: each for each in examine(local)}
    assert found["withdrawal of W01"].state == "wrong"


def test_somebody_else_with_the_code_of_one_who_left_stays(local: Study) -> None:
    withdraw(local, "W01", typed="W01", by="ans")
    with local.store(by="ans") as store:
        store.add(Participant("nieuw", "W01", "werkgever", ("Iemand anders",)))
        group = store.find(Document, title="gesprek-2")[0]
        turn = store.find(Segment, document_id=group.id, ordinal=3)[0]
        store.add(Segment("n1", group.id, 9, turn.unit, turn.start, turn.end, "Iemand anders", "nieuw"))
    assert apply_removals(local, by="ans") == ()
    with local.reading() as store:
        assert store.count(Participant, code="W01") == 1
