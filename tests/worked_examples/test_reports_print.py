"""What print must do, by examples: quotation marks as in domain.md (4), contrast as in WCAG 2.2, source lines."""

from __future__ import annotations

import pytest

from reports.quotes import set_quote
from reports.sources import Sources, source_line
from reports.style import contrast
from tests.reports.made_maps import PERSPECTIVES, quote
from tests.reports.made_study import instruments, passages_of


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ('En toen zei ze: "bel maar terug".', "‘En toen zei ze: “bel maar terug”.’"),
        ("Alle AD'en hadden zo'n lijst.", "‘Alle AD’en hadden zo’n lijst.’"),
    ],
)
def test_a_quote_stands_between_single_marks_and_a_quote_in_it_between_double_ones(said: str, printed: str) -> None:
    assert set_quote(said) == printed


@pytest.mark.parametrize(
    ("grey", "ratio"),
    [("#767676", 4.54), ("#949494", 3.03), ("#595959", 7.0)],
)
def test_contrast_against_white_is_that_of_the_published_greys(grey: str, ratio: float) -> None:
    assert contrast(grey, "#ffffff") == pytest.approx(ratio, abs=0.01)


def test_the_source_line_of_interviews_with_eleven_employers() -> None:
    sources = Sources(passages_of([quote(1)]), instruments(), PERSPECTIVES)
    assert source_line(sources.parts(["coding-1"])) == "Bron: interviews werkgevers (n = 11)"
