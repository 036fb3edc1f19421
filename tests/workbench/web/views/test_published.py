from __future__ import annotations

import re
from pathlib import Path

import typst

from corpus.documents import Document, DocumentKind
from tests.workbench.web.visits import opened, text_of
from workbench.actions.choices import Choices
from workbench.actions.exporting import export_rows
from workbench.actions.importing import import_file
from workbench.actions.starting import start_study

REPORT = """
#set page(paper: "a4")
#set text(lang: "nl")
Dit rapport gaat over het einde van banen en wat daarna komt.
#pagebreak()
“Niemand belde mij terug, een heel jaar lang.” (werknemer)
#block(stroke: 1pt, inset: 8pt, width: 80%)[In dit kader staat hoe wij te werk gingen, met wie wij spraken en waar dat was, en ook wanneer.]
"""  # noqa: E501


def test_the_page_and_the_part_of_a_published_report_are_shown_and_exported(tmp_path: Path) -> None:
    study = start_study(tmp_path / "studie", title="Studie met een rapport")
    file = tmp_path / "rapport.pdf"
    file.write_bytes(typst.compile(REPORT.encode(), format="pdf"))
    import_file(study, file, Choices(kind=DocumentKind.PUBLISHED_REPORT), by="marit")
    found = [(row["page"], row["part"], row["role"]) for row in export_rows(study, "turns")]
    assert found == [(1, "text", "none"), (2, "quote", "none"), (2, "box", "none")]
    with study.reading() as store:
        (document,) = store.find(Document)
    with opened(study) as visitor:
        page = visitor.get(f"/documenten/{document.id}").text
    turns = [text_of(each) for each in re.split(r'<\w+ class="turn ', page)[1:]]
    assert "citaat" not in turns[0]
    assert "blz. 2 citaat" in turns[1]
    assert "blz. 2 kader" in turns[2]
