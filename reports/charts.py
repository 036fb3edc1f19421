"""The door to Altair and vl-convert: charts of numbers as SVG and PNG, without a browser."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape

from reports.figures import Plain
from reports.style import FONTS, GREY, INK, RULE, SANS, SANS_STACK, SERIF_STACK

POINT = 96 / 72
"""Pixels in a point: charts are drawn in pixels, type is set in points."""
MARGIN = 24
LINE = 15
_SIZE = re.compile(r'<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')


def chart_look() -> dict[str, Plain]:
    """The Vega-Lite configuration of the house: our type at 8 points and more, no gridlines, no frame."""
    small = 8.5 * POINT
    words: dict[str, Plain] = {"labelFont": SANS, "titleFont": SANS, "labelFontSize": small, "titleFontSize": small}
    dark: dict[str, Plain] = {"labelColor": INK, "titleColor": INK}
    return {
        "font": SANS,
        "background": "#ffffff",
        "view": {"stroke": None},
        "axis": {**words, **dark, "domainColor": RULE, "tickColor": RULE, "grid": False},
        "header": {**words, **dark},
        "legend": {**words, **dark, "titleFontWeight": "normal"},
        "text": {"font": SANS, "fontSize": small, "color": INK},
    }


def chart_svg(specification: Mapping[str, Plain], *, title: str = "", beneath: Sequence[str] = ()) -> str:
    """The chart as an SVG document; with a title above it and lines under it when they are given."""
    import vl_convert

    _register_fonts()
    drawn: str = vl_convert.vegalite_to_svg(dict(specification))
    return _framed(_with_stand_in_fonts(drawn), title, beneath) if title or beneath else _with_stand_in_fonts(drawn)


def chart_png(svg: str) -> bytes:
    """The SVG document as a PNG file with two pixels for each of a screen."""
    import vl_convert

    _register_fonts()
    return bytes(vl_convert.svg_to_png(svg, scale=2))


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


def _with_stand_in_fonts(svg: str) -> str:
    """The same drawing with fonts to fall back on where ours is not installed."""
    return svg.replace(f'font-family="{SANS}"', f'font-family="{_family(SANS_STACK)}"')


def _family(stack: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" if " " in name else name for name in stack)


def _framed(svg: str, title: str, beneath: Sequence[str]) -> str:
    width, height = chart_size(svg)
    letters = max(40, int(width / (8 * POINT * 0.52)))
    lines = [line for each in beneath for line in textwrap.wrap(each, letters)]
    top = 44 if title else 0
    total = top + height + (len(lines) + 1) * LINE
    texts = "".join(_text(line, MARGIN, MARGIN + top + height + (at + 1.4) * LINE) for at, line in enumerate(lines))
    outer = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width + 2 * MARGIN:g}" height="{total + 2 * MARGIN:g}" '
        f'viewBox="0 0 {width + 2 * MARGIN:g} {total + 2 * MARGIN:g}">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>'
    )
    inner = svg.replace("<svg ", f'<svg x="{MARGIN}" y="{MARGIN + top}" ', 1)
    return outer + _heading(title) + inner + texts + "</svg>"


def chart_size(svg: str) -> tuple[float, float]:
    """The width and height of a chart in pixels."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("this SVG has no width and height")
    return float(found[1]), float(found[2])


def _heading(title: str) -> str:
    if not title:
        return ""
    return (
        f'<text x="{MARGIN}" y="{MARGIN + 18}" font-family="{_family(SERIF_STACK)}" font-size="{14 * POINT:g}" '
        f'font-weight="600" fill="{INK}">{escape(title)}</text>'
    )


def _text(line: str, x: float, y: float) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="{_family(SANS_STACK)}" font-size="{8 * POINT:g}" '
        f'fill="{GREY}">{escape(line)}</text>'
    )
