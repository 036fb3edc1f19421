from __future__ import annotations

import pytest

from corpus.documents import DocumentKind
from corpus.errors import NotOfThisDocument
from corpus.linking import find_participants, segment
from corpus.readers.drafts import Draft
from corpus.reading import Reading, make_document
from corpus.segments import Role, Segment, Unit
from tests.corpus.material import STUDY, a_participant, a_reading, a_talk

TALK = a_talk(
    ("Onderzoeker", "Hoe ging het?"), ("Anna", "Goed. Echt waar!\n\nIk bleef."), ("Allen", "Ja."), ("Kees", "Nee.")
)


def _segments(reading: Reading, *, kind: DocumentKind | None = None, **options: object) -> tuple[Segment, ...]:
    document = make_document(reading, study_id=STUDY, kind=kind)
    return segment(document, reading, study_id=STUDY, **options)  # type: ignore[arg-type]  # options of each test


def test_segments_know_who_speaks_in_what_role() -> None:
    segments = _segments(TALK, participants=[a_participant("W01", "werknemer", "Anna")])
    assert [(each.role, each.participant_id) for each in segments] == [
        (Role.INTERVIEWER, None),
        (Role.RESPONDENT, "par-W01"),
        (Role.GROUP, None),
        (Role.RESPONDENT, None),
    ]
    assert [each.ordinal for each in segments] == [0, 1, 2, 3]
    assert {each.unit for each in segments} == {Unit.TURN}


def test_who_is_given_as_interviewer_asks_even_when_known_as_participant() -> None:
    segments = _segments(TALK, participants=[a_participant("W01", "werknemer", "Anna")], interviewers=["ANNA"])
    assert segments[1].role == Role.INTERVIEWER


def test_a_person_who_carries_the_name_of_a_role_is_a_respondent_when_known() -> None:
    segments = _segments(TALK, participants=[a_participant("A01", "arbeidsdeskundige", "Onderzoeker")])
    assert segments[0].participant_id == "par-A01"


def test_talk_of_nobody_known_is_a_group_voice_and_prose_is_nobodys() -> None:
    nobody = a_talk((None, "Hallo."))
    assert _segments(nobody)[0].role == Role.GROUP
    policy = _segments(nobody, kind=DocumentKind.POLICY)[0]
    assert (policy.role, policy.unit) == (Role.NONE, Unit.PARAGRAPH)


def test_a_report_of_an_interview_belongs_to_its_one_participant() -> None:
    people = [a_participant("W01")]
    report = _segments(a_talk((None, "Zij vertelde.")), kind=DocumentKind.REPORT_OF_INTERVIEW, participants=people)
    assert (report[0].role, report[0].participant_id) == (Role.RESPONDENT, "par-W01")


def test_a_report_of_several_peoples_talk_is_a_group_voice_and_of_nobody_named_is_nobodys() -> None:
    talk, kind = a_talk((None, "Zij vertelden.")), DocumentKind.REPORT_OF_INTERVIEW
    assert _segments(talk, kind=kind, participants=[a_participant("W01"), a_participant("W02")])[0].role == Role.GROUP
    assert _segments(talk, kind=kind)[0].role == Role.NONE


def test_a_label_given_as_that_of_a_group_is_nobodys_in_particular() -> None:
    talk = a_talk(("Anna", "Ik."), ("Anna en Kees", "Wij."))
    segments = _segments(
        talk, participants=[a_participant("W01", "werknemer", "Anna en Kees")], groups=["anna EN kees"]
    )
    assert [(each.role, each.participant_id) for each in segments] == [(Role.RESPONDENT, None), (Role.GROUP, None)]
    made = find_participants(talk, study_id=STUDY, perspective="werknemer", groups=["Anna en Kees"])
    assert [each.labels for each in made] == [("Anna",)]


def test_sentences_and_paragraphs_cut_turns_and_keep_who_and_when() -> None:
    reading = a_reading(
        Draft("Goed. Echt waar!\n\n Ik bleef.", "Anna", 7.0, 9.0, likes=3), Draft("Ja.", "Bart", reply_to=0)
    )
    document = make_document(reading, study_id=STUDY)
    sentences = segment(document, reading, study_id=STUDY, unit="sentence")
    assert [document.text[each.start : each.end] for each in sentences] == ["Goed.", "Echt waar!", "Ik bleef.", "Ja."]
    assert [(each.starts_at, each.ends_at, each.likes) for each in sentences] == [
        (7.0, None, 3),
        (None, None, 0),
        (None, 9.0, 0),
        (None, None, 0),
    ]
    assert sentences[3].reply_to == sentences[0].id
    paragraphs = segment(document, reading, study_id=STUDY, unit=Unit.PARAGRAPH)
    assert [document.text[each.start : each.end] for each in paragraphs] == ["Goed. Echt waar!", "Ik bleef.", "Ja."]
    assert not {each.id for each in sentences} & {each.id for each in paragraphs}


def test_posts_are_posts_and_replies_are_links_between_segments() -> None:
    reading = a_reading(Draft("Wat?", "Anna"), Draft("Dit.", "Bart", reply_to=0), kind=DocumentKind.COMMUNITY)
    segments = _segments(reading)
    assert [each.unit for each in segments] == [Unit.POST, Unit.POST]
    assert [each.reply_to for each in segments] == [None, segments[0].id]


def test_the_same_file_gives_the_same_segments() -> None:
    assert _segments(TALK) == _segments(TALK)


def test_a_document_is_not_cut_by_the_reading_of_another() -> None:
    document = make_document(a_talk(("Anna", "Iets anders.")), study_id=STUDY)
    with pytest.raises(NotOfThisDocument):
        segment(document, TALK, study_id=STUDY)


def test_new_participants_get_running_codes_and_those_who_ask_or_are_known_get_none() -> None:
    known = [a_participant("W07", "werknemer", "Kees")]
    found = find_participants(TALK, study_id=STUDY, perspective="werknemer", known=known)
    assert [(each.code, each.labels, each.perspective) for each in found] == [("W08", ("Anna",), "werknemer")]


def test_perspectives_with_one_initial_get_codes_of_their_own() -> None:
    known = [a_participant("W01", "werknemer", "Kees"), a_participant("WE01", "werkgever", "Piet")]
    codes = [
        find_participants(TALK, study_id=STUDY, perspective=perspective, known=known)[0].code
        for perspective in ("werknemer", "werkgever", "jobcoach")
    ]
    assert codes == ["W02", "WE02", "J01"]


def test_a_label_that_is_a_code_stays_the_code() -> None:
    reading = a_talk(("WG02", "Een."), ("Anna", "Twee."), ("WG02", "Drie."))
    found = find_participants(reading, study_id=STUDY, perspective="wg")
    assert [each.code for each in found] == ["WG02", "W01"]


def test_r1_of_two_files_is_two_people_also_when_the_files_have_one_name() -> None:
    first, second = a_talk(("R1", "Een.")), a_talk(("R1", "Twee."))
    one = find_participants(first, study_id=STUDY, perspective="werknemer")
    both = one + find_participants(second, study_id=STUDY, perspective="werknemer", known=one)
    assert [each.code for each in both] == ["W01", "W02"]
    assert len({each.id for each in both}) == 2
    assert _segments(first, participants=both)[0].participant_id == both[0].id
    assert _segments(second, participants=both)[0].participant_id == both[1].id


def test_one_name_in_two_files_is_one_person() -> None:
    one = find_participants(a_talk(("Vries, Anna de", "Een.")), study_id=STUDY, perspective="werknemer")
    assert find_participants(a_talk(("Anna de Vries", "Twee.")), study_id=STUDY, perspective="x", known=one) == ()
