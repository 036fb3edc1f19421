from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.names.proposals import KeyEntry, Proposer, Style
from corpus.replacements import NameKind

PERSON = NameKind.PERSON


def test_the_same_form_gets_the_same_pseudonym_whatever_its_capitals_and_marks() -> None:
    propose = Proposer().propose
    assert propose("Ayşe Çelik", PERSON) == propose("ayse celik", PERSON) == "A (naam)"


def test_a_part_of_one_persons_name_is_that_person_and_of_two_is_somebody_new() -> None:
    propose = Proposer([KeyEntry("Karel Wit", PERSON, "A (naam)"), KeyEntry("Bea Zwart", PERSON, "B (naam)")]).propose
    assert propose("Karel", PERSON) == "A (naam)"
    assert propose("Bea Zwart-Bos", PERSON) == "B (naam)"
    again = Proposer([KeyEntry("Karel Wit", PERSON, "A (naam)"), KeyEntry("Karel Zwart", PERSON, "B (naam)")]).propose
    assert again("Karel", PERSON) == "C (naam)"


def test_letters_go_on_where_the_key_stopped_over_all_kinds() -> None:
    propose = Proposer([KeyEntry("Goor", NameKind.PLACE, "A (plaatsnaam)")]).propose
    assert propose("Tolhuis", NameKind.EMPLOYER) == "B (naam werkgever)"
    many = Proposer([KeyEntry(f"Naam{letter}", PERSON, f"{letter} (naam)") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
    assert many.propose("Iemand", PERSON) == "AA (naam)"


def test_a_code_wins_and_numbers_need_no_letter() -> None:
    propose = Proposer().propose
    assert propose("Karel", PERSON, code="P03") == "P03"
    assert propose("06-48217395", NameKind.PHONE) == propose("06-11111111", NameKind.PHONE) == "[telefoonnummer]"
    assert propose("47", NameKind.AGE) == "[leeftijd 40-49]"
    assert propose("zevenenveertig", NameKind.AGE) == "[leeftijd 40-49]"


def test_an_invented_name_has_as_many_parts_and_its_parts_stay_its_parts() -> None:
    propose = Proposer(style=Style.INVENTED).propose
    first, last = propose("Karel Wit", PERSON).split(" ")
    assert (propose("Karel", PERSON), propose("Wit", PERSON)) == (first, last)
    assert propose("Bea", PERSON) not in {first, last}


@given(st.lists(st.text(alphabet="abcdefgh", min_size=3, max_size=6), unique=True, max_size=60), st.sampled_from(Style))
def test_different_names_get_different_pseudonyms(names: list[str], style: Style) -> None:
    propose = Proposer(style=style).propose
    given_to = [propose(each.title(), PERSON) for each in names]
    if style is Style.LETTERS or len(names) <= 30:
        assert len(set(given_to)) == len(names)
