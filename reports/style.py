"""The look of everything that is printed: fonts, sizes, colours, shapes and letters, in one place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

FONTS = Path(__file__).parent / "fonts"
SANS = "Atkinson Hyperlegible Next"
SERIF = "Literata"
# Where a reader lacks our fonts (Word, a browser), these stand in; Typst's own serif stands in for both.
SANS_STACK = (SANS, "Atkinson Hyperlegible", "Verdana", "Arial", "sans-serif")
SERIF_STACK = (SERIF, "Georgia", "Cambria", "serif")
BUILT_IN = "Libertinus Serif"
# In a Word file the fonts of Word: ours would silently become something else on the reader's machine.
OFFICE_SANS, OFFICE_SERIF = "Calibri", "Cambria"

MIN_SIZE = 8.0
"""The smallest type in points that leaves this house."""

INK = "#1a1a1a"
GREY = "#595959"
RULE = "#8c8c8c"
PAPER = "#ffffff"
TINT = "#f3f1ec"
ACCENT = "#7a1f2b"
"""The red thread of the name: headings, links and quote numbers."""

Shape = Literal["circle", "triangle", "diamond", "half", "ring"]
Line = Literal["solid", "dashed", "double", "dash-dotted", "dotted", "hollow"]


@dataclass(frozen=True, slots=True)
class Mark:
    """How a valence is drawn: never by colour alone, always by its shape too."""

    colour: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a verdict is drawn (synthesis.md, 4.7): colour, line style and letter together."""

    colour: str
    line: Line
    letter: str

    @property
    def ink(self) -> str:
        """Black or white, whichever reads best on this colour."""
        return ink_on(self.colour)


VALENCES = {
    "goed": Mark("#00629b", "circle"),
    "pijnpunt": Mark("#b0400a", "triangle"),
    "verdeeld": Mark("#7b3294", "diamond"),
    "gemengd": Mark("#7b3294", "half"),
    "neutraal": Mark("#595959", "ring"),
}

VERDICTS = {
    "onderbouwd": Stroke("#1b7837", "solid", "O"),
    "genuanceerd": Stroke("#e08214", "solid", "G"),
    "verdeeld": Stroke("#7b3294", "dash-dotted", "V"),
    "niet_onderbouwd": Stroke("#b2182b", "dashed", "N"),
    "weersproken": Stroke("#67001f", "double", "W"),
    "onvoldoende_bewijs": Stroke("#969696", "dotted", "T"),
    "niet_onderzocht": Stroke("#ffffff", "hollow", "–"),
}

STATUSES = {
    "voldaan": Stroke("#1b7837", "solid", "V"),
    "voldaan_met_aandachtspunt": Stroke("#b35806", "dash-dotted", "A"),
    "uitgevoerd_opbrengst_onbekend": Stroke("#2166ac", "dashed", "U"),
    "te_vroeg": Stroke("#7b3294", "dotted", "T"),
    "niet_voldaan": Stroke("#b2182b", "double", "N"),
    "niet_onderzocht": Stroke("#ffffff", "hollow", "–"),
}
"""How a link of the logic model is drawn; what was not examined looks as it does among verdicts."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (W3C, WCAG 2.2, 2023).

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(background: str) -> str:
    """Black or white, whichever reads best on the background.

    >>> ink_on("#e08214"), ink_on("#1b7837")
    ('#000000', '#ffffff')
    """
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, background))


def readable(colour: str, *, on: str = PAPER, ratio: float = 4.5) -> str:
    """The colour itself when text in it is legible on the background, else the first darker shade that is.

    >>> readable("#1b7837"), contrast(readable("#e08214"), "#ffffff") >= 4.5
    ('#1b7837', True)
    """
    red, green, blue = _channels(colour)
    for step in range(100, -1, -2):
        shade = f"#{red * step // 100:02x}{green * step // 100:02x}{blue * step // 100:02x}"
        if contrast(shade, on) >= ratio:
            return shade
    return ink_on(on)


def sheet_style() -> dict[str, object]:
    """Everything a Typst sheet needs to know about the look, as plain values."""
    return {
        "sans": [SANS, BUILT_IN],
        "serif": [SERIF, BUILT_IN],
        "min": MIN_SIZE,
        "ink": INK,
        "grey": GREY,
        "rule": RULE,
        "tint": TINT,
        "accent": ACCENT,
        "valences": {name: asdict(mark) for name, mark in VALENCES.items()},
        "verdicts": {name: {**asdict(stroke), "ink": stroke.ink} for name, stroke in (VERDICTS | STATUSES).items()},
    }


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _luminance(colour: str) -> float:
    shares = [value / 255 for value in _channels(colour)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
