from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import style

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
TEXT_COLOURS = (style.INK, style.GREY, style.ACCENT, *(mark.colour for mark in style.VALENCES.values()))


@pytest.mark.parametrize("paper", [style.PAPER, style.TINT])
@pytest.mark.parametrize("colour", TEXT_COLOURS)
def test_every_colour_of_words_and_marks_is_legible_on_paper_and_on_the_tint(colour: str, paper: str) -> None:
    assert style.contrast(colour, paper) >= 4.5


@pytest.mark.parametrize("name", list(style.VERDICTS))
def test_the_letter_of_a_verdict_is_legible_on_its_colour(name: str) -> None:
    stroke = style.VERDICTS[name]
    assert style.contrast(stroke.ink, stroke.colour) >= 4.5


def test_no_two_verdicts_share_a_letter_nor_colour_and_line() -> None:
    looks = style.VERDICTS.values()
    assert len({each.letter for each in looks}) == len(looks)
    assert len({(each.colour, each.line) for each in looks}) == len(looks)


def test_no_two_valences_share_a_shape_so_that_colour_is_never_needed() -> None:
    shapes = [mark.shape for mark in style.VALENCES.values()]
    assert len(set(shapes)) == len(shapes)


def test_the_published_values_of_contrast_come_out() -> None:
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert style.contrast("#ffffff", "#ffffff") == 1.0


@given(COLOURS)
def test_a_colour_made_readable_is_readable(colour: str) -> None:
    assert style.contrast(style.readable(colour), style.PAPER) >= 4.5


@given(COLOURS)
def test_ink_on_any_colour_is_legible(colour: str) -> None:
    assert style.contrast(style.ink_on(colour), colour) >= 4.5


def test_the_fonts_named_here_are_there() -> None:
    from reports.typesetting import fonts

    assert {style.SANS, style.SERIF, style.BUILT_IN} <= set(fonts().families())


def test_the_sheets_know_no_colour_font_or_small_size_of_their_own() -> None:
    from reports.typesetting import SHEETS

    for file in SHEETS.glob("*.typ"):
        words = file.read_text(encoding="utf-8")
        assert 'rgb("' not in words, file.name
        assert 'font: "' not in words, file.name
