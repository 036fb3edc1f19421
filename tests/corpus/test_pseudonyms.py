from __future__ import annotations

import tomllib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.pseudonyms import HERE, ours, read_sentence, score
from corpus.names.found import FoundName
from corpus.names.known import Known
from corpus.names.lists import fold, read_list
from corpus.pseudonyms import Suggester
from corpus.replacements import NameKind
from corpus.spans import Edit, SpanMap

NUMBERS = ("bsn", "iban", "e-mail", "telefoon", "postcode")
PIECES = st.sampled_from(
    [
        *("Karel", "de", "Wit", "van", "den", "Berg", "Bakkerij", "bij", "in", "Goor", "’s", "s", ".", ", ", "\n", " "),
        *("06-48217395", "47", "ben", "jaar", "mevrouw", "UWV", "Ik", "geboren op 3 mei 1970", "a@b.nl", "İ", "ß", "é"),
    ]
)
KNOWN = Known({"P01": ("Karel de Wit", "Wit"), "P02": ("Berg",)}, {"Bakkerij Goor": NameKind.EMPLOYER})


def test_the_goals_are_met_on_the_frozen_sentences() -> None:
    data = tomllib.loads((HERE / "pseudonym_sentences.toml").read_text(encoding="utf-8"))
    marked = [read_sentence(each) for part in ("identifiers", "traps") for each in data[part]]
    assert len(marked) == 100
    sheet = Known(data["sheet"], dict.fromkeys(data["employers"], NameKind.EMPLOYER))
    with_sheet, without = score(marked, ours(marked, sheet)), score(marked, ours(marked, Known()))
    assert with_sheet["known"][0] >= 0.95 * with_sheet["known"][1]
    assert without["names"][0] >= 0.85 * without["names"][1]
    assert [each for each in NUMBERS if without[each][0] < without[each][1]] == []
    assert without["precision"][0] >= 0.9 * without["precision"][1]


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_finds_lie_in_the_text_in_order_without_overlap_so_that_they_can_be_replaced(text: str) -> None:
    found = Suggester(KNOWN).suggest(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    edits = [Edit(each.start, each.end, "X") for each in found]
    assert len(SpanMap(edits).new_text(text)) == len(text) + sum(each.growth for each in edits)


@given(st.text())
def test_folding_keeps_the_length_of_a_word(word: str) -> None:
    assert len(fold(word)) == len(word)


def test_the_same_text_gives_the_same_finds() -> None:
    text = "Karel belde mevrouw De Wit in Goor, en Karel kwam."
    first, second = Suggester(KNOWN).suggest(text), Suggester(KNOWN).suggest(text)
    assert first == second
    assert isinstance(first[0], FoundName)


def test_the_lists_hold_no_line_twice_and_no_empty_one() -> None:
    for name in ("first_names", "surnames", "places", "employers", "also_words", "no_names"):
        lines = read_list(name)
        assert len(lines) == len(set(lines))
        assert all(each == each.strip() and each for each in lines)
