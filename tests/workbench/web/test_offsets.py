from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.web.offsets import Offsets

# Emoji, astral letters, combining marks, joiners and plain words, as transcripts hold them.
TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-16"),
        st.sampled_from("👍🏽👩‍🔬𝒜é\u0301\u200d\ufe0f ëN"),
        st.characters(min_codepoint=0x10000),
    )
)


def units(text: str) -> int:
    """What a browser calls the length of a text."""
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_what_a_browser_selects_is_what_is_cut(text: str, data: st.DataObject) -> None:
    points = data.draw(st.integers(0, len(text)))
    assert Offsets(text).from_utf16(units(text[:points])) == points


@given(TEXTS, st.data())
def test_the_way_back_is_the_way_there(text: str, data: st.DataObject) -> None:
    points = data.draw(st.integers(0, len(text)))
    assert Offsets(text).to_utf16(points) == units(text[:points])


@given(TEXTS, st.integers(-5, 60))
def test_every_number_gives_a_place_in_the_text(text: str, number: int) -> None:
    assert 0 <= Offsets(text).from_utf16(number) <= len(text)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_later_place_never_comes_before_an_earlier_one(text: str, one: int, other: int) -> None:
    first, last = sorted((one, other))
    assert Offsets(text).from_utf16(first) <= Offsets(text).from_utf16(last)


@pytest.mark.parametrize(
    ("text", "number", "points"),
    [("a👍b", 1, 1), ("a👍b", 2, 1), ("a👍b", 3, 2), ("a👍b", 99, 3), ("", 0, 0), ("e\u0301x", 2, 2), ("👩‍🔬!", 5, 3)],
)
def test_places_around_a_character_of_two_units(text: str, number: int, points: int) -> None:
    assert Offsets(text).from_utf16(number) == points
