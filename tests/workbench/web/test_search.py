from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.segments import Segment, Unit
from workbench.web.search import AROUND, find_hits

TEXT = "Niemand belde mij.\n\nIk belde zelf, en nog eens belde ik."
TURNS = (Segment("a", "d", 0, Unit.TURN, 0, 18), Segment("b", "d", 1, Unit.TURN, 20, len(TEXT)))


def test_a_turn_is_found_once_whatever_the_case() -> None:
    assert [(each.ordinal, each.words) for each in find_hits(TEXT, TURNS, "BELDE")] == [(0, "belde"), (1, "belde")]


def test_words_across_two_turns_are_not_found() -> None:
    assert find_hits(TEXT, TURNS, "mij.\n\nIk") == ()


def test_what_is_left_out_around_a_hit_is_shown_as_left_out() -> None:
    text = "x" * 100 + "doel" + "y" * 100
    (hit,) = find_hits(text, [Segment("a", "d", 0, Unit.TURN, 0, len(text))], "doel")
    assert hit.before == "… " + "x" * AROUND
    assert hit.after == "y" * AROUND + " …"


@given(st.text(min_size=1), st.data())
def test_what_is_shown_stands_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    wanted = text[start : start + 3]
    for hit in find_hits(text, [Segment("a", "d", 0, Unit.TURN, 0, len(text))], wanted):
        assert hit.before.removeprefix("… ") + hit.words + hit.after.removesuffix(" …") in text
