"""The report as one web page: no scripts, nothing fetched, figures drawn in it, fit to be read aloud and printed."""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reports.charts import POINT, chart_size
from reports.figures import Chart, Figure, Plain
from reports.rendering import IN_REPORT, Pictures, render_each
from reports.report import Report
from reports.style import ACCENT, FONTS, GREY, INK, MIN_SIZE, PAPER, RULE, SANS_STACK, SERIF_STACK, TINT
from reports.writers.files import put
from reports.writers.glyphs import SharedGlyphs
from reports.writers.plain import plain_report
from study.messages import translate as _

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = Path(__file__).parents[1] / "pages"
EMBEDDED = (
    ("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext-Regular.ttf"),
    ("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext-Bold.ttf"),
    ("Literata", 400, "Literata-Regular.ttf"),
    ("Literata", 600, "Literata-SemiBold.ttf"),
)
_CHART_IDS = re.compile(r'(\bid="|url\(#|href="#)')


def write_html(report: Report, path: Path | str) -> Path:
    """The file the report was written to: one page that holds everything, in the language of the report.

    Raises `ReadOnly` or `DiskFull`.
    """
    return put(html_bytes(report), Path(path))


def html_bytes(report: Report) -> bytes:
    """The report as the bytes of an HTML page in UTF-8."""
    glyphs = SharedGlyphs()
    drawn = render_each((block.figure for block in report.figures), to="svg", bare=True)
    content = plain_report(report, draw=lambda figure: _drawings(figure, drawn[figure.key], glyphs))
    template = _environment().get_template("report.html")
    page = template.render(report=content, glyphs=glyphs, style=_style_sheet(), _=_)
    return page.encode()


def _drawings(figure: Figure, pictures: Pictures, glyphs: SharedGlyphs) -> dict[str, Plain]:
    """The pages of a figure as drawings inside the page, as wide as they are printed."""
    pages = [page.decode() for page in pictures]
    more = [f" ({number}/{len(pages)})" if len(pages) > 1 else "" for number in range(1, len(pages) + 1)]
    if isinstance(figure.body, Chart):
        pages = [_CHART_IDS.sub(rf"\g<1>{figure.key}-", page) for page in pages]
    drawn = [glyphs.inline(page, alt=figure.alt + part) for page, part in zip(pages, more, strict=True)]
    return {"drawings": list[Plain](drawn), "millimetres": _millimetres(figure, pages[0])}


def _millimetres(figure: Figure, page: str) -> float:
    if isinstance(figure.body, Chart):
        return round(chart_size(page)[0] / (72 * POINT) * 25.4, 1)
    return IN_REPORT[figure.wide].inner_width


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(PAGES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style_sheet() -> str:
    """The style sheet with our colours and fonts in it."""
    faces = "".join(_face(*each) for each in EMBEDDED)
    values = {
        "accent": ACCENT, "grey": GREY, "ink": INK, "paper": PAPER, "rule": RULE, "tint": TINT,
        "sans": _family(SANS_STACK), "serif": _family(SERIF_STACK), "small": f"{MIN_SIZE}pt",
    }  # fmt: skip
    named = "".join(f"--{name}: {value};" for name, value in values.items())
    return f"{faces}:root{{{named}}}{(PAGES / 'report.css').read_text(encoding='utf-8')}"


def _family(stack: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' if " " in name else name for name in stack)


def _face(family: str, weight: int, file: str) -> str:
    path = FONTS / file
    if not path.exists():
        return ""
    data = base64.b64encode(path.read_bytes()).decode()
    source = f"url(data:font/ttf;base64,{data}) format('truetype')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;src:{source}}}"
