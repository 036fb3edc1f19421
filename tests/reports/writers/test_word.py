from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from reports.gallery import draw_figures
from reports.report import Report, compose_report
from reports.writers.word import word_bytes, write_word
from study.messages import speaking
from tests.reports.made_study import SETTINGS, material

WHOLE = material()


@pytest.fixture(scope="module")
def report() -> Report:
    with speaking("nl"):
        return compose_report(SETTINGS, draw_figures(SETTINGS, WHOLE), material=WHOLE)


@pytest.fixture(scope="module")
def written(report: Report) -> bytes:
    with speaking("nl"):
        return word_bytes(report)


@pytest.fixture(scope="module")
def document(written: bytes) -> Document:
    return docx.Document(io.BytesIO(written))


def xml(document: Document) -> str:
    return str(document.element.xml)


def bookmarks(document: Document) -> list[str]:
    return re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml(document))


def test_every_link_leads_to_a_bookmark_and_every_quote_is_linked(document: Document, report: Report) -> None:
    links = re.findall(r'<w:hyperlink [^>]*w:anchor="([^"]+)"', xml(document))
    assert set(links) <= set(bookmarks(document))
    assert {f"citaat_{each.number}" for each in report.quotes.quotes} <= set(links)


def test_every_bookmark_has_a_name_and_a_number_of_its_own(document: Document) -> None:
    names = bookmarks(document)
    numbers = re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', xml(document))
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)


def test_every_statement_carries_its_quote_numbers_as_links(document: Document) -> None:
    assert WHOLE.journey is not None
    carrying = {
        paragraph.runs[0].text
        for paragraph in document.paragraphs
        if paragraph.runs and paragraph._p.findall(qn("w:hyperlink"))
    }
    assert {each.finding.wording for each in WHOLE.journey.statements} <= carrying


def test_headings_captions_and_quotes_have_their_own_styles(document: Document, report: Report) -> None:
    by_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        by_style.setdefault(str(paragraph.style.name if paragraph.style else ""), []).append(paragraph.text)
    assert by_style["Heading 1"] == [each.heading for each in report.sections]
    assert len(by_style["Caption"]) == len(report.figures) + len(document.tables)
    assert by_style["Caption"][0].startswith("Tabel ")
    assert len(by_style["Quote Entry"]) == len(report.quotes.quotes)
    assert by_style["Title"] == [SETTINGS.title]


def test_tables_are_tables_with_a_header_that_repeats(document: Document) -> None:
    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_every_picture_has_its_alternative_text(document: Document, report: Report) -> None:
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert {alt.rsplit(" (", 1)[0] if alt.endswith("/2)") else alt for alt in described} == {
        block.figure.alt for block in report.figures
    }


def test_captions_count_with_fields_that_show_their_number_at_once(document: Document, report: Report) -> None:
    assert xml(document).count("SEQ Figuur") == len(report.figures)
    assert xml(document).count("SEQ Tabel") == len(document.tables)
    captions = [each.text for each in document.paragraphs if each.style is not None and each.style.name == "Caption"]
    assert [each for each in captions if each.startswith("Figuur")] == [
        f"Figuur {block.number} {block.figure.title}" for block in report.figures
    ]


def test_wide_figures_lie_on_their_side_and_text_stands(document: Document) -> None:
    directions = [section.orientation for section in document.sections]
    assert len(set(directions)) == 2
    for section in document.sections:
        width, height = section.page_width, section.page_height
        assert width is not None
        assert height is not None
        assert (width > height) == (section.orientation == 1)


def test_no_picture_is_wider_than_the_text(document: Document) -> None:
    widest = max(shape.width for shape in document.inline_shapes)
    assert widest.mm <= 265


def test_the_file_is_dated_by_the_study_and_never_by_the_clock(document: Document, written: bytes) -> None:
    properties = document.core_properties
    assert properties.created == properties.modified == datetime(2026, 6, 15, tzinfo=UTC)
    assert properties.title == SETTINGS.title
    assert properties.author == "M. de Wit, J. Haverkamp"
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_report_is_the_same_bytes(report: Report, written: bytes) -> None:
    assert word_bytes(report) == written


def test_the_language_is_dutch(document: Document) -> None:
    assert 'w:val="nl-NL"' in str(document.styles.element.xml)


def test_no_id_or_code_of_a_person_is_in_the_file(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        words = "".join(file.read(name).decode() for name in file.namelist() if name.endswith((".xml", ".rels")))
    for trace in ("coding-", "person-", "document-1", "interview-1.docx", "P1000"):
        assert trace not in words


def test_it_is_written_where_it_is_asked_for(report: Report, tmp_path: Path, written: bytes) -> None:
    path = write_word(report, tmp_path / "nieuw" / "rapport.docx")
    assert path.read_bytes() == written
    assert [each.name for each in path.parent.iterdir()] == ["rapport.docx"]
