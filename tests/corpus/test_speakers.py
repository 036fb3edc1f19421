from __future__ import annotations

import pytest

from corpus.speakers import (
    LinkRule,
    Match,
    SpeakerBook,
    initials_of,
    is_group_voice,
    is_interviewer,
    is_local,
    link_speakers,
)
from tests.corpus.material import a_participant


@pytest.mark.parametrize(
    "label", ["I", "i:", "I2", "Onderzoeker", "Interviewer 1", "MODERATOR", "Moderator Anna", "Int."]
)
def test_labels_of_those_who_ask_are_known(label: str) -> None:
    assert is_interviewer(label)


@pytest.mark.parametrize("label", [None, "Imke", "R1", "Interviewe", "P03", "Begeleider", "M"])
def test_labels_of_others_are_not(label: str | None) -> None:
    assert not is_interviewer(label)


@pytest.mark.parametrize(
    "label", ["Group", "De hele groep", "Meerderen", "Meerdere deelnemers", "Een paar mensen", "Allen, door elkaar"]
)
def test_talk_of_several_at_once_is_a_group_voice(label: str) -> None:
    assert is_group_voice(label)
    assert not is_group_voice(f"{label} en Anna")


def test_talk_of_all_is_a_group_voice() -> None:
    assert [
        each for each in ("Allen", "Onbekende spreker", "Alle", "Groep", "Groepsleider") if is_group_voice(each)
    ] == [
        "Allen",
        "Onbekende spreker",
        "Groep",
    ]


def test_labels_that_every_file_uses_again_are_local() -> None:
    assert all(is_local(each) for each in ("R", "R1", "SPEAKER_02", "Spreker 3", "Respondent"))
    assert not any(is_local(each) for each in ("P03", "WG01", "Anna", "Vries, Anna de"))


def test_people_are_found_by_code_label_or_turned_name() -> None:
    anna = a_participant("WG01", "werkgever", "Anna de Vries")
    bart = a_participant("WG02", "werkgever", "Bart")
    labels = ["wg01", "Vries, Anna de", "ANNA  DE VRIES (UWV)", "Bart:", "Carla"]
    linked = link_speakers(labels, [anna, bart])
    assert {label: each.code for label, each in linked.items()} == {
        "wg01": "WG01",
        "Vries, Anna de": "WG01",
        "ANNA  DE VRIES (UWV)": "WG01",
        "Bart:": "WG02",
    }


def test_a_form_that_fits_two_people_links_nobody_and_the_full_label_still_does() -> None:
    people = [a_participant("A", "w", "Jan (Noord)"), a_participant("B", "w", "Jan (Zuid)")]
    linked = link_speakers(["Jan", "Jan (Zuid)"], people)
    assert {label: each.code for label, each in linked.items()} == {"Jan (Zuid)": "B"}


ANNA = a_participant("W01", "werkgever", "Vries, Anna de")
BRAM = a_participant("W02", "werkgever", "Bram Vos", "gesprek.docx:1a2b3c4d#R1")


@pytest.mark.parametrize(
    ("label", "code", "rule"),
    [
        ("R1", "W02", LinkRule.FILE),
        ("W01:", "W01", LinkRule.CODE),
        ("vries,  anna de", "W01", LinkRule.LABEL),
        ("Anna de Vries", "W01", LinkRule.NAME),
        ("Bram Vos (Techniek BV)", "W02", LinkRule.NAME),
        ("Vos, Bram [gast]", "W02", LinkRule.NAME),
        ("AdV", "W01", LinkRule.INITIALS),
        ("A.V.", "W01", LinkRule.INITIALS),
        ("B. V.", "W02", LinkRule.INITIALS),
    ],
)
def test_a_label_is_linked_by_the_surest_rule_that_fits(label: str, code: str, rule: LinkRule) -> None:
    match = SpeakerBook([ANNA, BRAM]).match(label, file="gesprek.docx:1a2b3c4d")
    assert match.participant is not None
    assert (match.participant.code, match.rule) == (code, rule)


@pytest.mark.parametrize("label", ["R1", "R2", "Anna", "De Vries", "A", "adv", "Karel", "AB", "", "()"])
def test_a_label_that_no_rule_knows_stands_for_nobody(label: str) -> None:
    assert SpeakerBook([ANNA, BRAM]).match(label, file="ander.docx:00000000") == Match()


def test_what_fits_two_people_names_both_and_links_neither() -> None:
    people = [a_participant("W01", "werkgever", "Anna Bos"), a_participant("W02", "werkgever", "Arie Blom")]
    match = SpeakerBook(people).match("AB")
    assert match.participant is None
    assert ([each.code for each in match.participants], match.rule) == (["W01", "W02"], LinkRule.INITIALS)
    assert link_speakers(["AB"], people) == {}


def test_the_name_of_an_organisation_between_brackets_is_no_part_of_the_initials() -> None:
    assert initials_of("Bram Vos (Techniek BV)") == ("bv",)
    assert initials_of("Laak, Gerard van der") == ("gvdl", "gl")
