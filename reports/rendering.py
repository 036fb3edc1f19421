"""Rendering: a figure as pictures, by itself with title and source line, or bare to stand in a report."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from math import ceil
from os import cpu_count
from typing import Literal

from reports.figures import Chart, Figure, Plain, Sheet
from reports.typesetting import typeset
from study.messages import current_language

Pictures = tuple[bytes, ...]
"""The pages of a figure; most have one."""


@dataclass(frozen=True, slots=True)
class Page:
    """Room for a figure in millimetres; what is longer goes on on a next page."""

    width: int
    height: int
    margin: int = 0

    @property
    def inner_width(self) -> int:
        """The width of the figure itself."""
        return self.width - 2 * self.margin


OWN_PAGE = {True: Page(297, 210, 12), False: Page(190, 297, 12)}
IN_REPORT = {True: Page(265, 178), False: Page(160, 247)}
"""Pages on their side (True) and upright (False): A4 with margins, without what stands around a figure."""
HEADING, LINE, LETTERS = 26, 4, {True: 170, False: 100}
"""Millimetres for a heading with a caption and for a line under the figure; how many letters such a line holds."""


def room_in_report(figure: Figure) -> Page:
    """The room that a heading, a caption and the lines under the figure leave on its page."""
    page = IN_REPORT[figure.wide]
    lines = sum(ceil(len(line) / LETTERS[figure.wide]) for line in figure.beneath)
    return Page(page.width, max(page.height // 2, page.height - HEADING - LINE * lines))


def render_svg(figure: Figure, *, bare: bool = False) -> Pictures:
    """The figure as SVG documents in UTF-8, the same bytes each time; a bare one is in one piece, however long."""
    return _render(figure, "svg", bare)


def render_png(figure: Figure, *, bare: bool = False) -> Pictures:
    """The figure as PNG files with two pixels for each of a screen."""
    return _render(figure, "png", bare)


def render_each(figures: Iterable[Figure], *, to: Literal["svg", "png"], bare: bool = False) -> dict[str, Pictures]:
    """The pictures of every figure by its key, drawn side by side: Typst keeps no other thread waiting."""
    with ThreadPoolExecutor(max_workers=cpu_count() or 1) as pool:
        drawn = {each.key: pool.submit(copy_context().run, _render, each, to, bare) for each in figures}
    return {key: pictures.result() for key, pictures in drawn.items()}


def _render(figure: Figure, to: Literal["svg", "png"], bare: bool) -> Pictures:
    page = room_in_report(figure) if bare else OWN_PAGE[figure.wide]
    match figure.body:
        case Sheet() as sheet:
            return typeset("figure", _on_a_page(figure, sheet, page, bare, to == "svg"), to=to)
        case Chart() as chart:
            return _chart_pictures(figure, chart, to, bare)


def _chart_pictures(figure: Figure, chart: Chart, to: Literal["svg", "png"], bare: bool) -> Pictures:
    from reports.charts import chart_png, chart_svg

    title, beneath = ("", ()) if bare else (figure.title, figure.beneath)
    drawn = chart_svg(chart.specification, title=title, beneath=beneath)
    return (drawn.encode() if to == "svg" else chart_png(drawn),)


def _on_a_page(figure: Figure, sheet: Sheet, page: Page, bare: bool, screen: bool) -> dict[str, Plain]:
    return {
        "title": figure.title,
        "beneath": list[Plain](figure.beneath),
        "language": current_language(),
        "template": sheet.template,
        "body": dict(sheet.content),
        "bare": bare,
        "endless": bare and screen,
        "page": {"width": page.width, "height": page.height, "margin": page.margin},
    }
