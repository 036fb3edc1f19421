"""The laws of spans under a change: offsets are code points, and what is not touched keeps its words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import EditOutside, OverlappingEdits
from corpus.spans import Edit, SpanMap
from study.messages import speaking

LETTERS = "abé 👍ẞ\n"


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, SpanMap]:
    """A text with astral and composed characters, and edits in it that do not overlap."""
    text = draw(st.text(LETTERS, max_size=40))
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [each for number, each in enumerate(pairwise(places)) if number % 2 == 0]
    return text, SpanMap(Edit(*each, draw(st.text(LETTERS, max_size=5))) for each in spans)


@st.composite
def spans_in(draw: st.DrawFn) -> tuple[str, SpanMap, tuple[int, int]]:
    text, change = draw(changes())
    first, second = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
    return text, change, (min(first, second), max(first, second))


def touches(edit: Edit, span: tuple[int, int]) -> bool:
    return edit.start < span[1] and edit.end > span[0]


@given(spans_in())
def test_a_span_that_no_edit_touches_keeps_its_words(case: tuple[str, SpanMap, tuple[int, int]]) -> None:
    text, change, span = case
    if span[0] == span[1] or any(touches(each, span) for each in change.edits):
        return
    moved = change.move(*span)
    assert moved is not None
    assert change.new_text(text)[slice(*moved)] == text[slice(*span)]


@given(spans_in())
def test_a_span_takes_whole_replacements_with_it(case: tuple[str, SpanMap, tuple[int, int]]) -> None:
    text, change, (start, end) = case
    if start == end:
        return
    touched = [each for each in change.edits if touches(each, (start, end))]
    low, high = min([start, *(each.start for each in touched)]), max([end, *(each.end for each in touched)])
    inner = SpanMap(Edit(each.start - low, each.end - low, each.replacement) for each in touched)
    expected = inner.new_text(text[low:high])
    moved = change.move(start, end)
    assert (change.new_text(text)[slice(*moved)] if moved else "") == expected


@given(spans_in())
def test_a_moved_span_lies_in_the_new_text_and_is_never_empty(case: tuple[str, SpanMap, tuple[int, int]]) -> None:
    text, change, span = case
    moved = change.move(*span)
    if moved is not None:
        assert 0 <= moved[0] <= moved[1] <= len(change.new_text(text))
        assert (moved[0] == moved[1]) == (span[0] == span[1])


@given(spans_in())
def test_all_at_once_is_one_after_the_other_from_the_end(case: tuple[str, SpanMap, tuple[int, int]]) -> None:
    text, change, span = case
    if span[0] == span[1]:
        return
    step: tuple[int, int] | None = span
    words = text
    for each in reversed(change.edits):
        one = SpanMap([each])
        words = one.new_text(words)
        step = one.move(*step) if step else None
    assert (words, step) == (change.new_text(text), change.move(*span))


@given(changes())
def test_the_order_of_spans_stays_as_it_was(case: tuple[str, SpanMap]) -> None:
    text, change = case
    starts = [change.move(place, place) for place in range(len(text) + 1)]
    assert starts == sorted(starts, key=lambda each: each or (0, 0))


def test_no_edits_change_nothing() -> None:
    assert SpanMap([]).new_text("Zó 👍") == "Zó 👍"
    assert SpanMap([]).move(2, 4) == (2, 4)


def test_offsets_are_code_points() -> None:
    change = SpanMap([Edit(3, 6, "P3")])
    assert change.new_text("👍👍 Jan zei ja") == "👍👍 P3 zei ja"
    assert change.move(7, 10) == (6, 9)


def test_a_span_whose_words_are_taken_away_is_gone() -> None:
    assert SpanMap([Edit(2, 8)]).move(3, 5) is None
    assert SpanMap([Edit(2, 5), Edit(5, 8)]).move(3, 7) is None


def test_edits_that_overlap_are_refused() -> None:
    with speaking("en"), pytest.raises(OverlappingEdits, match="character 3"):
        SpanMap([Edit(0, 4, "x"), Edit(3, 6, "y")])


@pytest.mark.parametrize("edit", [Edit(-1, 2), Edit(4, 2)])
def test_an_edit_that_is_no_span_is_refused(edit: Edit) -> None:
    with pytest.raises(EditOutside):
        SpanMap([edit])


def test_an_edit_beyond_the_text_is_refused() -> None:
    with pytest.raises(EditOutside):
        SpanMap([Edit(2, 9)]).new_text("kort")
