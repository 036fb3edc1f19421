"""Names are suggested, decided about and replaced, in texts, fields, bytes and reports; the key stays apart."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from coding.codings import Coding
from corpus.documents import Document, DocumentStatus
from corpus.names.proposals import Style
from corpus.participants import Participant
from corpus.replacements import NameKind, Replacement
from corpus.segments import Segment
from study.folder import Study
from tests.workbench.material import CODEBOOK, put, vtt
from workbench.actions.checking import count_raw, mark_checked
from workbench.actions.codebook import import_codebook
from workbench.actions.codings import Place, add_coding
from workbench.actions.importing import Choices, import_file
from workbench.actions.known_names import add_known_names, forget_known_names, known_names
from workbench.actions.name_key import all_decisions, read_key
from workbench.actions.pseudonyms import Pseudonyms
from workbench.actions.replacing import apply_decisions
from workbench.actions.searching import search_turns
from workbench.errors import NameNotThere

TURNS = (
    ("Interviewer", "Hoe ging het toen bij Bakkerij Zonneveer?"),
    ("Ans de Wit", "Mijn coach Wybrechta belde mij, en Wybrechtas broer ook. Dat was in Goor."),
    ("Interviewer", "En Ans, wat had u willen horen?"),
    ("Ans de Wit", "Dat Wybrechta bleef meekijken. Bel mij op 06-48217395."),
)
FORMS = ("Wybrechta", "Ans de Wit", "Ans", "Goor", "Bakkerij Zonneveer", "06-48217395")
FILE = "gesprek-wybrechta.vtt"


def fill(study: Study, folder: Path) -> Study:
    import_file(study, put(folder, FILE, vtt(TURNS)), Choices(perspective="werkgever"), by="ans")
    import_codebook(study, put(folder, "codeboek.toml", CODEBOOK), by="ans")
    add_coding(study, Place(FILE, quote="Wybrechta bleef meekijken"), by="ans", code="nazorg")
    return study


@pytest.fixture
def filled(either_study: Study, tmp_path: Path) -> Study:
    return fill(either_study, tmp_path / "bestanden")


@pytest.fixture
def local(study: Study, tmp_path: Path) -> Study:
    return fill(study, tmp_path / "bestanden")


def the_document(study: Study) -> Document:
    with study.reading() as store:
        document: Document = store.records(Document)[0][0]
    return document


def texts(study: Study) -> str:
    with study.reading() as store:
        return "\n".join(text for _table, text in store.texts())


def accept_all(study: Study) -> Pseudonyms:
    names = Pseudonyms(study)
    names.accept(FILE, FORMS)
    return names


def test_a_review_groups_the_names_of_a_document_with_what_would_come_in_their_place(local: Study) -> None:
    review = Pseudonyms(local).review(FILE)
    groups = {each.form: each for each in review.groups}
    assert set(FORMS) <= set(groups)
    assert len(groups["Wybrechta"].places) == 3
    assert groups["Wybrechta"].fields == ("title", "file")
    assert groups["Ans de Wit"].fields == ("speaker",)
    assert groups["Ans de Wit"].pseudonym == groups["Ans"].pseudonym == "W01"
    assert groups["06-48217395"].pseudonym == "[telefoonnummer]"
    assert groups["Goor"].kind is NameKind.PLACE
    assert [each.score for each in review.groups] == sorted((each.score for each in review.groups), reverse=True)


def test_accepted_names_are_replaced_everywhere_and_the_codings_keep_their_words(filled: Study) -> None:
    done = apply_decisions(accept_all(filled), [FILE], by="marit")
    assert (done.documents, done.places) == (1, 7)
    document = the_document(filled)
    assert "(naam werkgever)?" in document.text
    assert "En W01, wat had u" in document.text
    assert "[telefoonnummer]" in document.text
    assert "wybrechta" not in texts(filled).casefold()
    assert "Ans" not in texts(filled)
    with filled.reading() as store:
        (coding,) = store.records(Coding)[0]
        speakers = {each.speaker for each in store.records(Segment)[0]}
        (person,) = store.records(Participant)[0]
        log = store.records(Replacement)[0]
        turns = store.find(Segment, document_id=document.id)
    pseudonym = next(each.pseudonym for each in log if each.kind is NameKind.PERSON and each.pseudonym != "W01")
    assert document.text[coding.start : coding.end] == f"{pseudonym} bleef meekijken"
    assert f"{pseudonym}’s broer" in document.text
    assert speakers == {"Interviewer", "W01"}
    assert person.labels == ()
    assert all(document.text[each.start : each.end].removesuffix("’s") == each.pseudonym for each in log)
    assert [document.text[each.start : each.end] for each in turns][3].startswith("Dat ")
    assert known_names(filled) == {"W01": ("Ans de Wit",)}


def test_the_search_index_knows_the_pseudonym_and_no_longer_the_name(filled: Study) -> None:
    apply_decisions(accept_all(filled), [FILE], by="marit")
    assert search_turns(filled, "Wybrechta").total == 0
    assert search_turns(filled, "W01").total == 1


def test_no_byte_of_the_study_folder_holds_a_name_that_was_missed_until_late(local: Study) -> None:
    put(local.output, "rapport.html", "<p>Volgens Wybrechta ging het goed.</p>")
    put(local.output, "kaart.csv", "a,b\n")
    copy = local.folder / "study.20260101T000000Z.backup.sqlite"
    copy.write_bytes((local.folder / "study.sqlite").read_bytes())
    done = apply_decisions(accept_all(local), [FILE], by="marit")
    files = [each for each in local.folder.rglob("*") if each.is_file()]
    assert not [each for each in files if b"wybrechta" in each.read_bytes().lower()]
    assert done.outputs == ("rapport.html",)
    assert (local.output / "kaart.csv").exists()
    assert not copy.exists()


def test_the_key_is_encrypted_and_apart_and_the_journal_and_the_logs_hold_no_name(
    local: Study, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    names = accept_all(local)
    apply_decisions(names, [FILE], by="marit")
    assert {each.form for each in read_key(names.vault).entries} == set(FORMS)
    assert "Wybrechta" not in caplog.text
    assert all(b"Wybrechta" not in each.read_bytes() for each in names.vault.folder.rglob("*") if each.is_file())
    with local.reading() as store:
        assert "Wybrechta" not in repr(store.journal())


def test_the_next_document_gets_the_same_pseudonyms(local: Study, tmp_path: Path) -> None:
    apply_decisions(accept_all(local), [FILE], by="marit")
    turns = (("Bram Vos", "Wybrechta kwam ook hier, uit Goor. Ans de Wit heb ik nooit gezien, haar man Sietze wel."),)
    import_file(local, put(tmp_path / "bestanden", "twee.vtt", vtt(turns)), Choices(perspective="werkgever"), by="ans")
    names = Pseudonyms(local)
    key = {each.form: each.pseudonym for each in names.key.entries}
    groups = {each.form: each for each in names.review("twee.vtt").groups}
    assert groups["Wybrechta"].pseudonym == key["Wybrechta"]
    assert groups["Ans de Wit"].pseudonym == "W01"
    assert groups["Goor"].pseudonym == key["Goor"]
    assert groups["Sietze"].pseudonym not in key.values()


def test_a_label_that_was_replaced_still_links_the_next_file(local: Study, tmp_path: Path) -> None:
    apply_decisions(accept_all(local), [FILE], by="marit")
    assert known_names(local)["W01"] == ("Ans de Wit",)
    groups = {each.form: each for each in Pseudonyms(local).review(the_document(local).id).groups}
    assert "W01" not in groups


def test_decisions_are_kept_between_visits_and_can_be_taken_back(local: Study) -> None:
    names = Pseudonyms(local)
    names.reject(FILE, ["Goor"])
    names.accept(FILE, ["Wybrechta"], pseudonym="de buurvrouw")
    again = {each.form: each for each in Pseudonyms(local).review(FILE).groups}
    assert (again["Goor"].is_open, again["Goor"].is_accepted) == (False, False)
    assert again["Wybrechta"].pseudonym == "de buurvrouw"
    names.undecide(FILE, "Wybrechta")
    assert {each.form: each for each in Pseudonyms(local).review(FILE).groups}["Wybrechta"].is_open


def test_a_rejected_name_stays_and_stays_rejected_after_the_others_are_replaced(local: Study) -> None:
    names = Pseudonyms(local)
    names.reject(FILE, ["Goor"])
    names.accept(FILE, ["Wybrechta"])
    apply_decisions(names, [FILE], by="marit")
    document = the_document(local)
    assert "in Goor" in document.text
    groups = {each.form: each for each in Pseudonyms(local).review(document.id).groups}
    assert groups["Goor"].decision is not None
    assert list(all_decisions(names.vault).values()) == [(groups["Goor"].decision,)]


def test_one_place_can_be_left_as_it_is(local: Study) -> None:
    names = Pseudonyms(local)
    names.accept(FILE, ["Wybrechta"])
    group = next(each for each in names.review(FILE).groups if each.form == "Wybrechta")
    assert group.decision
    names.decide(FILE, [replace(group.decision, but_not=frozenset({group.places[0].start}))])
    assert apply_decisions(names, [FILE], by="marit").places == 2
    assert the_document(local).text.count("Wybrechta") == 1


def test_words_that_no_rule_found_are_marked_by_hand(local: Study) -> None:
    names = Pseudonyms(local)
    names.accept(FILE, ["meekijken"], kind=NameKind.OTHER)
    group = next(each for each in names.review(FILE).groups if each.form == "meekijken")
    assert (len(group.places), group.is_accepted) == (1, True)
    apply_decisions(names, [FILE], by="marit")
    assert "meekijken" not in the_document(local).text
    with pytest.raises(NameNotThere):
        names.accept(FILE, ["Nergenshuizen"])


def test_another_kind_gets_a_pseudonym_of_that_kind(local: Study) -> None:
    names = Pseudonyms(local)
    names.accept(FILE, ["Goor"], kind=NameKind.EMPLOYER)
    group = next(each for each in names.review(FILE).groups if each.form == "Goor")
    assert group.kind is NameKind.EMPLOYER
    assert group.pseudonym.endswith("(naam werkgever)")


def test_a_name_in_the_key_is_found_in_every_document_also_in_small_letters(local: Study, tmp_path: Path) -> None:
    Pseudonyms(local).add("Zonneveer", NameKind.EMPLOYER, "Y (naam werkgever)")
    turns = (("Bram Vos", "ik werkte bij zonneveer, jarenlang."),)
    import_file(local, put(tmp_path / "bestanden", "klein.vtt", vtt(turns)), Choices(perspective="werkgever"), by="ans")
    groups = Pseudonyms(local).review("klein.vtt").groups
    assert ("zonneveer", "Y (naam werkgever)") in {(each.form, each.pseudonym) for each in groups}


def test_names_may_be_invented_and_stay_the_same(local: Study) -> None:
    names = Pseudonyms(local)
    names.choose_style(Style.INVENTED)
    first = {each.form: each.pseudonym for each in Pseudonyms(local).review(FILE).groups}
    again = {each.form: each.pseudonym for each in Pseudonyms(local).review(FILE).groups}
    assert first == again
    assert "(" not in first["Wybrechta"]
    assert first["Ans de Wit"] == "W01"


def test_whoever_leaves_is_forgotten_in_the_key_too(local: Study) -> None:
    names = accept_all(local)
    apply_decisions(names, [FILE], by="marit")
    forget_known_names(local, "W01")
    assert "W01" not in {each.pseudonym for each in read_key(names.vault).entries}
    assert read_key(names.vault).entries


def test_a_document_is_raw_until_a_person_says_that_it_was_checked(filled: Study) -> None:
    assert count_raw(filled) == 1
    assert mark_checked(filled, [FILE], by="marit") == 1
    assert the_document(filled).status is DocumentStatus.CHECKED
    assert count_raw(filled) == 0
    assert mark_checked(filled, [FILE], by="marit", checked=False) == 1
    assert count_raw(filled) == 1


def test_nothing_accepted_means_nothing_done(local: Study) -> None:
    before = the_document(local)
    assert apply_decisions(Pseudonyms(local), [FILE], by="marit").documents == 0
    assert the_document(local) == before


def test_participants_on_the_sheet_are_found_with_their_code(local: Study) -> None:
    add_known_names(local, {"W01": ["Wybrechta", "06 48 21 73 95"]})
    groups = {each.form: each for each in Pseudonyms(local).review(FILE).groups}
    assert groups["Wybrechta"].pseudonym == "W01"
    assert groups["Wybrechta"].rule == "deelnemer"
    assert groups["06-48217395"].rule == "deelnemer"
