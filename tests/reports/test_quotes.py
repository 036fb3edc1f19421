from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.quotes import is_verbatim, number_quotes, set_quote
from study.messages import speaking
from tests.reports.made_maps import PERSPECTIVES, quote


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ('Ze zei: "dat is zo\'n regel" en hing op.', "‘Ze zei: “dat is zo’n regel” en hing op.’"),
        ("'s Ochtends belden AD'en over collega's.", "‘’s Ochtends belden AD’en over collega’s.’"),
        ("Hij zei 'ik weet het niet' en liep weg.", "‘Hij zei “ik weet het niet” en liep weg.’"),
        ("Hij zei ‘ik weet het niet’.", "‘Hij zei “ik weet het niet”.’"),
        ("Ik zei: 'dat kan toch niet?' 't Is wat.", "‘Ik zei: “dat kan toch niet?” ’t Is wat.’"),
        ("Hans' auto stond er nog.", "‘Hans’ auto stond er nog.’"),
        ("En toen 'Hans' auto is weg' riep ze.", "‘En toen “Hans’ auto is weg” riep ze.’"),
        ("“Nee” zei ze, „nooit”.", "‘“Nee” zei ze, “nooit”.’"),
        ("'Er is niks', zei hij.", "‘“Er is niks”, zei hij.’"),
        ("'t is 'nazorg' of 'n praatje", "‘’t is “nazorg” of ’n praatje’"),
        ("de jaren '90 waren anders", "‘de jaren ’90 waren anders’"),
        ("Dus... en toen....\nniks  meer", "‘Dus… en toen… niks meer’"),
        ("«Bel maar terug»", "‘“Bel maar terug”’"),
        ("", "‘’"),
    ],
)
def test_quotes_are_set_the_dutch_way(said: str, printed: str) -> None:
    assert set_quote(said) == printed


@given(st.text(alphabet=st.sampled_from("ab tsn'\"‘’“”.é\n"), max_size=40))
def test_setting_a_quote_never_changes_a_word(said: str) -> None:
    assert is_verbatim(set_quote(said), said)


@given(st.text(alphabet=st.sampled_from("ab tsn'\"‘’“”.é"), max_size=40))
def test_no_straight_mark_and_no_single_opening_mark_is_left_inside(said: str) -> None:
    inside = set_quote(said)[1:-1]
    assert not set(inside) & {"'", '"', "‘"}


def test_a_changed_word_is_not_verbatim() -> None:
    assert not is_verbatim("‘Zulke regels’", "Zo'n regel")


def test_numbers_follow_the_order_of_appearance_and_a_span_keeps_its_number() -> None:
    first, second = quote(7), quote(3)
    numbered = number_quotes([first, second, replace(first, coding_id="coded by another")])
    assert [each.number for each in numbered.quotes] == [1, 2]
    assert numbered.numbers([second, first]) == (1, 2)
    assert numbered.numbers([replace(first, coding_id="coded by another")]) == (1,)


def test_two_sentences_of_one_passage_are_two_quotes() -> None:
    whole = quote(1)
    parts = [replace(whole, text="Toen belde ik.", end=whole.start + 14), replace(whole, start=whole.start + 15)]
    assert len(number_quotes(parts).quotes) == 2


def test_a_quote_says_whose_eyes_it_is_seen_through_and_never_who_said_it() -> None:
    numbered = number_quotes([quote(1)], perspectives=PERSPECTIVES, kinds={"document-1": "interview"})
    found = numbered.find(1)
    assert found.attribution == "werkgever"
    assert found.document_kind == "interview"
    assert "P01" not in repr(found)
    assert "interview-1.docx" not in repr(found)
    assert found.printed.endswith("(werkgever)")


def test_a_group_voice_is_no_respondent() -> None:
    voice = replace(quote(1), participant=None, participant_id=None)
    assert number_quotes([voice], perspectives=PERSPECTIVES).find(1).attribution == "groep werkgevers"


def test_a_quote_that_was_never_numbered_has_no_number() -> None:
    assert number_quotes([quote(1)]).numbers([quote(2)]) == ()


def test_a_rendering_is_printed_as_such_and_never_between_quotation_marks() -> None:
    told = replace(quote(1), text="Zij vond dat... bellen geen zin had.", verbatim=False)
    with speaking("en"):
        (numbered,) = number_quotes([told], perspectives=PERSPECTIVES).quotes
    assert numbered.printed == "Zij vond dat… bellen geen zin had. (werkgever, from a report of the interview)"
