from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.participants import Participant
from corpus.segments import Role, Segment
from study.errors import NotFound, UnknownPerspective
from study.folder import Study
from tests.workbench.material import put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.actions.known_names import add_known_names
from workbench.actions.participants import import_people, save_participant
from workbench.actions.relinking import take_back
from workbench.actions.speaking import Assignment, LabelState, SpokenLabel, Stands, assign_labels, spoken_labels
from workbench.errors import CannotUndo, KeyTaken, LabelIsLocal, NoSuchLabel

TALK = (
    ("Interviewer", "Hoe is het nu?"),
    ("Vries, Anna de", "Beter dan toen, al bel ik nog elke week met de afdeling over de regels."),
    ("Theo", "Zij wel, ik niet."),
    ("Allen", "Ja ja."),
    ("Vries, Anna de", "Dank."),
)
OTHER = (("Interviewer", "En bij u?"), ("Theo", "Bij mij ook."), ("R1", "Zeker."))


@pytest.fixture
def talks(either_study: Study, tmp_path: Path) -> Study:
    """A study with two talks, brought in before anybody said who takes part."""
    for name, turns in (("een.vtt", TALK), ("twee.vtt", OTHER)):
        import_file(either_study, put(tmp_path, name, vtt(turns)), Choices(), by="ans")
    return either_study


def labelled(study: Study, label: str | None, source: str = "een.vtt") -> SpokenLabel:
    return next(each for each in spoken_labels(study) if (each.label, each.document.source) == (label, source))


def document(study: Study, source: str) -> str:
    with study.reading() as store:
        return store.only(Document, source=source).id


def people(study: Study) -> dict[str, Participant]:
    with study.reading() as store:
        return {each.code: each for each in store.records(Participant)[0]}


def test_every_label_says_how_much_is_said_under_it_those_that_need_a_person_first(talks: Study) -> None:
    found = [(each.label, each.state, each.turns) for each in spoken_labels(talks)]
    assert found == [
        ("Vries, Anna de", LabelState.UNKNOWN, 2),
        ("Theo", LabelState.UNKNOWN, 1),
        ("Theo", LabelState.UNKNOWN, 1),
        ("R1", LabelState.UNKNOWN, 1),
        ("Allen", LabelState.GROUP, 1),
        ("Interviewer", LabelState.INTERVIEWER, 1),
        ("Interviewer", LabelState.INTERVIEWER, 1),
    ]
    anna = labelled(talks, "Vries, Anna de")
    assert anna.words == 16
    assert anna.first == "Beter dan toen, al bel ik nog elke week met de afdeling …"


def test_a_label_is_proposed_by_the_rules_and_by_the_names_in_the_vault(talks: Study) -> None:
    save_participant(talks, {"code": "W01", "perspective": "werkgever"}, {}, by="ans")
    assert labelled(talks, "Vries, Anna de").proposed is None
    add_known_names(talks, {"W01": ("Anna de Vries",)})
    proposed = labelled(talks, "Vries, Anna de").proposed
    assert proposed is not None
    assert proposed.code == "W01"
    assert people(talks)["W01"].labels == ()


def test_what_fits_two_people_is_not_clear(talks: Study) -> None:
    for code in ("W01", "W02"):
        save_participant(talks, {"code": code, "perspective": "werkgever", "labels": "Theo"}, {}, by="ans")
    found = labelled(talks, "Theo")
    assert (found.state, found.proposed) == (LabelState.AMBIGUOUS, None)
    assert [each.code for each in found.match.participants] == ["W01", "W02"]


def test_a_participant_speaks_everywhere_under_the_label_and_is_known_by_it_from_then_on(
    talks: Study, tmp_path: Path
) -> None:
    save_participant(talks, {"code": "W01", "perspective": "werkgever"}, {}, by="ans")
    done = assign_labels(talks, [Assignment("Theo", code="W01")], by="ans")
    assert done.turns == 2
    found = labelled(talks, "Theo", "twee.vtt")
    assert (found.state, found.by_rule) == (LabelState.PARTICIPANT, True)
    import_file(talks, put(tmp_path, "drie.vtt", vtt((("I", "En?"), ("Theo", "Goed.")))), Choices(), by="ans")
    assert [each.code for each in labelled(talks, "Theo", "drie.vtt").people] == ["W01"]


def test_in_one_document_only_the_label_stays_nobodys_elsewhere(talks: Study) -> None:
    save_participant(talks, {"code": "W01", "perspective": "werkgever"}, {}, by="ans")
    here = document(talks, "een.vtt")
    assign_labels(talks, [Assignment("Theo", code="W01", document_id=here)], by="ans")
    assert labelled(talks, "Theo").state is LabelState.PARTICIPANT
    assert not labelled(talks, "Theo").by_rule
    assert labelled(talks, "Theo", "twee.vtt").state is LabelState.UNKNOWN
    assert people(talks)["W01"].labels == ()


def test_a_new_participant_gets_the_next_code_or_the_one_given(talks: Study) -> None:
    wanted = [Assignment("Theo", perspective="client"), Assignment("Vries, Anna de", perspective="client", code="C9")]
    assign_labels(talks, wanted, by="ans")
    assert {code: each.labels for code, each in people(talks).items()} == {"C01": ("Theo",), "C9": ("Vries, Anna de",)}
    with pytest.raises(KeyTaken):
        assign_labels(talks, [Assignment("Theo", perspective="client", code="C9")], by="ans")
    with pytest.raises(UnknownPerspective):
        assign_labels(talks, [Assignment("Theo", perspective="buurman")], by="ans")


def test_who_asks_several_at_once_and_who_does_not_count_are_no_respondents(talks: Study) -> None:
    assign_labels(talks, [Assignment("Theo", perspective="client")], by="ans")
    wanted = [Assignment("Theo", stands=Stands.NOBODY), Assignment("Vries, Anna de", stands=Stands.INTERVIEWER)]
    assign_labels(talks, [*wanted, Assignment("R1", stands=Stands.GROUP)], by="ans")
    with talks.reading() as store:
        roles = {each.speaker: (each.role, each.participant_id) for each in store.records(Segment)[0]}
    assert roles["Theo"] == (Role.NONE, None)
    assert roles["Vries, Anna de"] == (Role.INTERVIEWER, None)
    assert roles["R1"] == (Role.GROUP, None)
    assert labelled(talks, "Theo").state is LabelState.UNCOUNTED
    assert people(talks)["C01"].labels == ()


def test_a_label_that_every_file_uses_again_is_kept_with_its_file(talks: Study, tmp_path: Path) -> None:
    import_file(talks, put(tmp_path, "drie.vtt", vtt((("I", "En?"), ("R1", "Goed.")))), Choices(), by="ans")
    save_participant(talks, {"code": "W01", "perspective": "werkgever"}, {}, by="ans")
    with pytest.raises(LabelIsLocal):
        assign_labels(talks, [Assignment("R1", code="W01")], by="ans")
    here = document(talks, "twee.vtt")
    assign_labels(talks, [Assignment("R1", code="W01", document_id=here)], by="ans")
    assert labelled(talks, "R1", "twee.vtt").by_rule
    assert labelled(talks, "R1", "drie.vtt").state is LabelState.UNKNOWN


def test_an_unknown_label_or_participant_is_named_and_nothing_changes(talks: Study) -> None:
    with pytest.raises(NoSuchLabel, match="Karel"):
        assign_labels(talks, [Assignment("Karel", perspective="client")], by="ans")
    with pytest.raises(NotFound):
        assign_labels(talks, [Assignment("Theo", code="Z9")], by="ans")
    assert people(talks) == {}


def test_one_undo_takes_back_turns_labels_and_new_people(talks: Study) -> None:
    save_participant(talks, {"code": "W01", "perspective": "werkgever", "labels": "Theo"}, {}, by="ans")
    before, spoken = people(talks), spoken_labels(talks)
    done = assign_labels(
        talks, [Assignment("Theo", perspective="client"), Assignment("R1", stands=Stands.GROUP)], by="ans"
    )
    assert people(talks)["W01"].labels == ()
    assert take_back(talks, done, by="ans") == 3
    assert people(talks) == before
    assert spoken_labels(talks) == spoken


def test_what_was_linked_again_since_is_not_overwritten(talks: Study) -> None:
    first = assign_labels(talks, [Assignment("Theo", perspective="client")], by="ans")
    assign_labels(talks, [Assignment("Theo", stands=Stands.NOBODY)], by="bo")
    with pytest.raises(CannotUndo):
        take_back(talks, first, by="ans")
    assert labelled(talks, "Theo").state is LabelState.UNCOUNTED


def test_whoever_the_sheet_named_before_is_linked_at_the_import_and_no_name_is_stored(
    either_study: Study, tmp_path: Path
) -> None:
    sheet = put(tmp_path, "mensen.csv", "code;perspectief;naam\nW07;werkgever;Anna de Vries\n")
    import_people(either_study, sheet, by="ans")
    import_file(either_study, put(tmp_path, "een.vtt", vtt(TALK)), Choices(perspective="werkgever"), by="ans")
    assert [each.code for each in labelled(either_study, "Vries, Anna de").people] == ["W07"]
    assert people(either_study)["W07"].labels == ()
    assert sorted(people(either_study)) == ["W07", "W08"]


def test_talk_without_labels_may_be_given_to_the_one_who_speaks(study: Study, tmp_path: Path) -> None:
    bare = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nIk was er elke dag vroeg en bleef tot het werk af was.\n"
    import_file(study, put(tmp_path, "bandje.vtt", bare), Choices(), by="ans")
    assert labelled(study, None, "bandje.vtt").state is LabelState.GROUP
    here = document(study, "bandje.vtt")
    assign_labels(study, [Assignment(None, perspective="client", document_id=here)], by="ans")
    assert [each.code for each in labelled(study, None, "bandje.vtt").people] == ["C01"]
