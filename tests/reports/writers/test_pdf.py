from __future__ import annotations

import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from reports.gallery import draw_figures
from reports.report import Report, compose_report
from reports.writers.pdf import pdf_bytes, write_pdf
from study.messages import speaking
from tests.reports.made_study import SETTINGS, material

WHOLE = material()


@pytest.fixture(scope="module")
def report() -> Report:
    with speaking("nl"):
        return compose_report(SETTINGS, draw_figures(SETTINGS, WHOLE), material=WHOLE)


@pytest.fixture(scope="module")
def written(report: Report) -> bytes:
    return pdf_bytes(report)


def unpacked(pdf: bytes) -> bytes:
    """The file with its compressed parts opened."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def test_the_file_is_dated_by_the_study_and_never_by_the_clock(written: bytes) -> None:
    dates = set(re.findall(rb"/(?:CreationDate|ModDate)\(D:(\d{8})", unpacked(written)))
    assert dates == {b"20260615"}


def test_a_study_without_a_date_has_none_in_the_file(report: Report) -> None:
    undated = unpacked(pdf_bytes(replace(report, date=None)))
    assert not re.findall(rb"/(?:CreationDate|ModDate)", undated)


def test_the_same_report_is_the_same_bytes(report: Report, written: bytes) -> None:
    assert pdf_bytes(report) == written


def test_it_is_tagged_has_an_outline_a_language_and_says_which_standard_it_keeps(written: bytes) -> None:
    words = unpacked(written)
    assert b"/StructTreeRoot" in words
    assert b"/Outlines" in words
    assert b"/Lang(nl)" in words
    assert b"<pdfuaid:part>1</pdfuaid:part>" in words


def test_every_font_is_inside(written: bytes) -> None:
    words = unpacked(written)
    named = set(re.findall(rb"/FontName/([A-Z]{6}\+[\w-]+)", words))
    assert {name.split(b"+")[1] for name in named} >= {b"AtkinsonHyperlegibleNext-Regular", b"Literata-Regular"}
    assert words.count(b"/FontFile") >= len(named)


def test_every_figure_has_its_alternative_text(written: bytes, report: Report) -> None:
    assert len(re.findall(rb"/Alt ?[(<]", unpacked(written))) >= len(report.figures)


def test_it_is_written_where_it_is_asked_for(report: Report, written: bytes, tmp_path: Path) -> None:
    assert write_pdf(report, tmp_path / "rapport.pdf").read_bytes() == written
