"""The report as PDF: tagged, with an outline, fonts inside, figures as drawings, and no clock."""

from __future__ import annotations

from pathlib import Path

from reports.charts import chart_size
from reports.figures import Chart, Figure, Plain, Sheet
from reports.rendering import render_svg
from reports.report import Report
from reports.typesetting import typeset, typst_date
from reports.writers.files import put
from reports.writers.plain import plain_report


def write_pdf(report: Report, path: Path | str) -> Path:
    """The file the report was written to; PDF/UA-1, dated with the date of the study, identical each time.

    Raises `ReadOnly` or `DiskFull`.
    """
    return put(pdf_bytes(report), Path(path))


def pdf_bytes(report: Report) -> bytes:
    """The report as the bytes of a PDF file."""
    pictures: dict[str, bytes] = {}

    def draw(figure: Figure) -> dict[str, Plain]:
        drawing, files = _drawing(figure)
        pictures.update(files)
        return drawing

    content = plain_report(report, draw=draw) | {"date": typst_date(report.date)}
    return typeset("report", content, to="pdf", pictures=pictures)[0]


def _drawing(figure: Figure) -> tuple[dict[str, Plain], dict[str, bytes]]:
    """What the template needs to draw a figure: the content of its sheet, or a picture with its width."""
    match figure.body:
        case Sheet() as sheet:
            return {"template": sheet.template, "body": dict(sheet.content), "picture": None}, {}
        case Chart():
            name = f"{figure.key}.svg"
            drawn = render_svg(figure, bare=True)[0]
            width, _height = chart_size(drawn.decode())
            return {"picture": name, "width": width}, {name: drawn}
