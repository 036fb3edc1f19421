from __future__ import annotations

import pytest

from corpus.speakers import is_group_voice, is_interviewer, is_local, link_speakers
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
