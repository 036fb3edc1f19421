from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.sentences import cut, passages, whole
from corpus.sentences import split_sentences

CASES = [
    ["Dhr. De Wit belde.", "Mevr. Jansen niet."],
    ["Het ging o.a. over werk, m.b.t. Wajong e.d., en om 10.30 uur was het klaar.", "Mooi."],
    ["Dat is d.w.z. UWV-beleid.", "Bijv. Werkgevers weten het niet."],
    ["Ik werk bij Bakker B.V. in Zwolle.", "Daar is het goed."],
    ["Hij werkte bij De Bijenkorf, V&D enz.", "Toen stopte het."],
    ["’s Ochtends ging het.", "’s Avonds niet.", "'t Was zwaar."],
    ["Ik dacht... ja, wat dacht ik.", "Nou… Dat dus."[:4], "Dat dus."],
    ["“Waarom?” vroeg hij.", "“Daarom!”", "Klaar."],
    ["J. de Vries en A.B. Smit kwamen.", "Wie nog meer?!", "Niemand."],
    ["Op 1 jan. 2020 begon het.", "Dat was art. 7 lid 2.", "3 mensen bleven."],
    ["Dat zei het UWV.", "Toen ging ik weg."],
    ["Zonder punt aan het eind"],
]


@pytest.mark.parametrize("sentences", CASES)
def test_dutch_sentences_end_where_a_reader_says_they_do(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_a_missing_space_and_a_blank_line_end_a_sentence() -> None:
    text = "Dat zei het UWV.Toen ging ik\n\nen kwam terug"
    assert [text[start:end] for start, end in split_sentences(text)] == [
        "Dat zei het UWV.",
        "Toen ging ik",
        "en kwam terug",
    ]


@pytest.mark.parametrize("sentences", passages(), ids=lambda sentences: sentences[0][:30].strip())
def test_passages_of_the_table_are_cut_as_a_reader_cuts_them(sentences: list[str]) -> None:
    assert cut(whole(sentences)) == [each.strip() for each in sentences]


def test_the_table_holds_enough_to_speak_of_accuracy() -> None:
    assert sum(map(len, passages())) >= 120


def test_an_address_is_never_cut_and_a_line_that_is_no_item_goes_on() -> None:
    text = "Zie www.voorbeeld.nl/Over.Ons voor meer\nuitleg, zeiden ze"
    assert cut(text) == [text]


@given(st.text(alphabet="aB.!? \n’s(“…", max_size=60))
def test_sentences_lose_nothing_but_the_space_between_them(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert spans == sorted(spans)
