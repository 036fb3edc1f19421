from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from reports.gallery import draw_figures
from reports.report import Report, compose_report
from reports.sections import TableBlock
from reports.writers.html import html_bytes, write_html
from study.messages import speaking
from tests.reports.made_study import SETTINGS, material

WHOLE = material()
Elements = list[tuple[str, dict[str, str | None]]]


class Outline(HTMLParser):
    """The elements of a page with their attributes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: Elements = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def report() -> Report:
    with speaking("nl"):
        return compose_report(SETTINGS, draw_figures(SETTINGS, WHOLE), material=WHOLE)


@pytest.fixture(scope="module")
def written(report: Report) -> str:
    with speaking("nl"):
        return html_bytes(report).decode()


@pytest.fixture(scope="module")
def elements(written: str) -> Elements:
    outline = Outline()
    outline.feed(written)
    return outline.elements


def test_the_page_says_its_language_and_its_title(elements: Elements, written: str) -> None:
    assert ("html", {"lang": "nl"}) in elements
    assert f"<title>{SETTINGS.title}</title>" in written


def test_every_drawing_has_its_alternative_text(elements: Elements, report: Report) -> None:
    drawings = [attributes for tag, attributes in elements if tag == "svg" and attributes.get("role") == "img"]
    assert [attributes["aria-label"] for attributes in drawings] == [block.figure.alt for block in report.figures]
    assert ("svg", {"class": "glyphs", "aria-hidden": "true", "focusable": "false"}) in elements


def test_every_name_is_unique_and_every_link_inside_leads_somewhere(
    elements: Elements,
) -> None:
    names = [attributes["id"] for _tag, attributes in elements if attributes.get("id")]
    assert len(set(names)) == len(names)
    links = {str(attributes["href"]) for tag, attributes in elements if tag in {"a", "use"} and attributes.get("href")}
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= set(names)


def test_every_quote_number_leads_to_the_appendix(written: str, report: Report) -> None:
    for quote in report.quotes.quotes:
        assert f'<li id="citaat-{quote.number}">' in written
        assert f'href="#citaat-{quote.number}"' in written


def test_a_long_row_of_quote_numbers_can_break(written: str) -> None:
    assert '</a> <a class="number"' in written
    assert '</a>\u00a0<a class="number"' not in written


def test_nothing_is_fetched_and_nothing_runs(elements: Elements, written: str) -> None:
    assert not [tag for tag, _attributes in elements if tag in {"script", "link", "iframe", "img"}]
    assert not [name for _tag, attributes in elements for name in attributes if name.startswith("on")]
    assert set(re.findall(r"https?://[^\"' )<]+", written)) <= {"http://www.w3.org/2000/svg"}


def test_a_reader_can_skip_to_the_text_and_headings_never_skip_a_level(
    elements: Elements,
) -> None:
    tags = [tag for tag, _attributes in elements]
    assert ("a", {"class": "skip", "href": "#inhoud"}) in elements
    assert ("main", {"id": "inhoud"}) in elements
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_words_are_escaped() -> None:
    hostile = replace(SETTINGS, title="<script>alert('x')</script> & co")
    page = html_bytes(compose_report(hostile, draw_figures(SETTINGS, WHOLE)[:1])).decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_same_report_is_the_same_bytes(report: Report, written: str) -> None:
    assert html_bytes(report).decode() == written


def test_tables_have_header_cells_and_a_caption(elements: Elements, report: Report) -> None:
    tags = [tag for tag, _attributes in elements]
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, TableBlock)]
    assert tags.count("table") == tags.count("caption") == tags.count("thead") == len(tables)
    assert ("th", {"scope": "col"}) in elements
    assert ("th", {"scope": "row"}) in elements


@pytest.mark.browser
def test_it_fits_a_telephone_and_a_number_leads_to_its_quote(report: Report, tmp_path: Path, page: Page) -> None:
    path = write_html(report, tmp_path / "rapport.html")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("link", name="Naar de tekst").focus()
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.locator("a[href='#citaat-3']").first.click()
    assert page.evaluate("location.hash") == "#citaat-3"
