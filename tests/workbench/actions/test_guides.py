from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.segments import Segment
from study.errors import UnknownPhase
from study.folder import Study
from tests.workbench.material import put, vtt
from workbench.actions.guides import (
    add_guide,
    change_guide,
    import_guide,
    new_version,
    remove_guide,
    set_documents,
    versions_of,
)
from workbench.actions.importing import Choices, import_file
from workbench.actions.instruments import save_instrument
from workbench.actions.questions import move_question, remove_question, save_question
from workbench.errors import BadForm, GuideInUse, KeyTaken, QuestionInUse, UnknownGuide, UnknownInstrument

DRAFTS = ({"text": "Hoe ging het?", "phases": "0, 1"}, {"text": "En daarna?", "key": "slot", "prompted": "ja"})


@pytest.fixture
def listed(either_study: Study) -> Study:
    """A study with one topic list of two questions."""
    save_instrument(either_study, {"title": "Ronde", "kind": "interview", "perspective": "werkgever"}, by="ans")
    add_guide(either_study, "ronde", "Lijst één", by="ans", drafts=DRAFTS)
    return either_study


def questions(study: Study, key: str = "lijst-een") -> list[Question]:
    with study.reading() as store:
        return list(store.find(Question, guide_id=store.only(Guide, key=key).id))


def held(study: Study, folder: Path, name: str = "gesprek.vtt", guide: str | None = None) -> Document:
    talk = vtt((("Interviewer", f"Hoe ging het? {name}"), ("Sjoerd", f"Goed. {name}")))
    choices = Choices(perspective="werkgever", instrument="ronde", guide=guide)
    import_file(study, put(folder, name, talk), choices, by="ans")
    with study.reading() as store:
        return store.only(Document, source=name)


def link(study: Study, document: Document, question: Question) -> None:
    with study.store(by="ans") as store:
        some = store.find(Segment, document_id=document.id)
        store.replace(*(replace(each, question_id=question.id) for each in some))


def test_a_list_gets_a_key_of_its_title_and_its_questions_numbers(listed: Study) -> None:
    first, second = questions(listed)
    assert (first.key, first.phases, first.prompted, first.ordinal) == ("v1", ("0", "1"), False, 1)
    assert (second.key, second.phases, second.prompted, second.ordinal) == ("slot", (), True, 2)


def test_a_question_is_changed_under_its_own_key_and_keeps_its_place(listed: Study) -> None:
    values = {"text": "Hoe liep het?", "phases": "Start, x", "codes": "geld, hulp", "assumptions": "A2"}
    save_question(listed, "lijst-een", {**values, "default_phase": "1", "default_actor": "uwv"}, key="v1", by="ans")
    changed = questions(listed)[0]
    assert (changed.text, changed.phases, changed.codes) == ("Hoe liep het?", ("0", "x"), ("geld", "hulp"))
    assert (changed.default_phase, changed.default_actor, changed.ordinal) == ("1", "uwv", 1)


def test_what_cannot_be_stored_is_said_in_the_words_of_the_form(listed: Study) -> None:
    with pytest.raises(BadForm) as complaint:
        save_question(listed, "lijst-een", {"text": " "}, by="ans")
    assert "“text”" not in str(complaint.value)
    with pytest.raises(UnknownPhase):
        save_question(listed, "lijst-een", {"text": "Waar?", "phases": "99"}, by="ans")
    with pytest.raises(KeyTaken):
        save_question(listed, "lijst-een", {"text": "Waar?", "key": "slot"}, by="ans")
    with pytest.raises(UnknownGuide, match="lijst-een"):
        save_question(listed, "geen", {"text": "Waar?"}, by="ans")
    with pytest.raises(UnknownInstrument, match="ronde"):
        add_guide(listed, "geen", "Lijst", by="ans")
    assert len(questions(listed)) == 2


def test_questions_change_places_and_the_ends_stay(listed: Study) -> None:
    save_question(listed, "lijst-een", {"text": "Nog iets?"}, by="ans")
    move_question(listed, "lijst-een", "v3", up=True, by="ans")
    assert [each.key for each in questions(listed)] == ["v1", "v3", "slot"]
    move_question(listed, "lijst-een", "v1", up=True, by="ans")
    move_question(listed, "lijst-een", "slot", up=False, by="ans")
    move_question(listed, "lijst-een", "v1", up=False, by="ans")
    assert [each.key for each in questions(listed)] == ["v3", "v1", "slot"]


def test_a_question_with_answers_stays_and_one_without_goes(listed: Study, tmp_path: Path) -> None:
    link(listed, held(listed, tmp_path), questions(listed)[0])
    with pytest.raises(QuestionInUse, match="2"):
        remove_question(listed, "lijst-een", "v1", by="ans")
    remove_question(listed, "lijst-een", "slot", by="ans")
    assert [each.key for each in questions(listed)] == ["v1"]


def test_a_new_version_copies_the_questions_and_leaves_the_old_one_its_documents(listed: Study, tmp_path: Path) -> None:
    before = held(listed, tmp_path)
    link(listed, before, questions(listed)[0])
    new = new_version(listed, "lijst-een", by="ans")
    assert (new.key, new.version, new.replaces) == ("lijst-een-2", "2", "lijst-een")
    third = new_version(listed, new.key, by="ans")
    assert (third.key, third.version) == ("lijst-een-3", "3")
    assert [each.text for each in questions(listed, new.key)] == [each.text for each in questions(listed)]
    save_question(listed, new.key, {"text": "Anders"}, key="v1", by="ans")
    with listed.reading() as store:
        guides, document = store.records(Guide)[0], store.get(Document, before.id)
    assert [each.version for each in versions_of(new, guides)] == ["1", "2", "3"]
    assert document.guide_id == guides[0].id
    assert questions(listed)[0].text == "Hoe ging het?"


def test_a_list_that_is_used_or_replaced_stays_and_another_goes(listed: Study, tmp_path: Path) -> None:
    new = new_version(listed, "lijst-een", by="ans")
    with pytest.raises(GuideInUse):
        remove_guide(listed, "lijst-een", by="ans")
    remove_guide(listed, new.key, by="ans")
    held(listed, tmp_path, guide="lijst-een")
    with pytest.raises(GuideInUse):
        remove_guide(listed, "lijst-een", by="ans")


def test_documents_are_told_which_version_they_were_made_with(listed: Study, tmp_path: Path) -> None:
    new = new_version(listed, "lijst-een", by="ans")
    one, two = held(listed, tmp_path, "een.vtt", guide="lijst-een"), held(listed, tmp_path, "twee.vtt")
    link(listed, one, questions(listed)[0])
    assert set_documents(listed, new.key, [two.id], by="ans") == 1
    assert set_documents(listed, "lijst-een", [], by="ans") == 0
    with listed.reading() as store:
        made_with = {each.source: each.guide_id for each in store.records(Document)[0]}
    assert made_with == {"een.vtt": one.guide_id, "twee.vtt": new.id}


def test_a_list_is_brought_in_from_a_file_as_a_new_one_or_as_the_next_version(listed: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "nieuw.csv", "nr;vraag;fase\n1;Hoe begon het?;Start\n1;Wat hielp?;2\n")
    guide = import_guide(listed, file, "ronde", by="ans")
    assert [(each.key, each.phases) for each in questions(listed, guide.key)] == [("v1", ("0",)), ("v2", ("2",))]
    newer = import_guide(listed, file, "", by="ans", replaces="lijst-een")
    assert (newer.replaces, newer.instrument_id) == ("lijst-een", guide.instrument_id)
    assert [each.text for each in questions(listed, newer.key)] == ["Hoe begon het?", "Wat hielp?"]


def test_a_file_with_an_unknown_phase_makes_no_list(listed: Study, tmp_path: Path) -> None:
    with pytest.raises(UnknownPhase):
        import_guide(listed, put(tmp_path, "n.csv", "vraag;fase\nWat?;99\n"), "", by="ans", replaces="lijst-een")
    with listed.reading() as store:
        assert [each.key for each in store.records(Guide)[0]] == ["lijst-een"]


def test_a_list_gets_another_title(listed: Study) -> None:
    assert change_guide(listed, "lijst-een", title=" Gesprek ", instrument="ronde", by="ans").title == "Gesprek"
