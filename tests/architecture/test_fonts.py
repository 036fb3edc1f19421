from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.architecture.repository import ROOT

PRINT = sorted((ROOT / "reports" / "fonts").glob("*.ttf"))
WEB = ROOT / "workbench" / "web" / "static" / "fonts"
DUTCH = "éëïèöüáóíúçêôñÉËÏÖÜÅæøßĳĲ’‘“”„–—…€•·«»§°²³½±×÷\u00a0\u2009\u202f\u2011"
SIGNS = "≈≥≤≠→←↑↓▲▼△▽●○■□◆◇◐✓✗−†‡∞αβκρσχμµ"


def drawn(font: Path) -> set[str]:
    return set(map(chr, TTFont(font).getBestCmap()))


def test_both_families_are_there_in_the_styles_we_use() -> None:
    assert {font.stem for font in PRINT} == {
        *(f"AtkinsonHyperlegibleNext-{style}" for style in ("Regular", "Italic", "SemiBold", "Bold")),
        *(f"Literata-{style}" for style in ("Regular", "Italic", "SemiBold")),
    }


@pytest.mark.parametrize("font", PRINT, ids=lambda font: font.stem)
def test_a_font_draws_every_letter_and_sign_of_our_figures(font: Path) -> None:
    assert set(DUTCH + SIGNS) - drawn(font) == set()


@pytest.mark.parametrize("font", PRINT, ids=lambda font: font.stem)
def test_the_web_has_the_same_letters_as_print(font: Path) -> None:
    assert drawn(WEB / f"{font.stem}.woff2") == drawn(font)


@pytest.mark.parametrize("font", PRINT, ids=lambda font: font.stem)
def test_figures_of_equal_width_can_be_asked_for(font: Path) -> None:
    features = {record.FeatureTag for record in TTFont(font)["GSUB"].table.FeatureList.FeatureRecord}
    assert "tnum" in features
