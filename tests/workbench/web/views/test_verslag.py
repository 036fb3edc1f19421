from __future__ import annotations

from pathlib import Path

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from corpus.documents import Document, DocumentKind
from tests.workbench.web.visits import opened
from workbench.actions.starting import start_study

TEXT = "Zij belde volgens hem nooit terug. ‘Ik heb daar een jaar op gewacht’, zei hij."
LITERAL = "Ik heb daar een jaar op gewacht"


def test_what_a_report_of_an_interview_renders_is_shown_as_such_and_without_quotation_marks(tmp_path: Path) -> None:
    study = start_study(tmp_path / "studie", title="Studie met een verslag")
    kind = DocumentKind.REPORT_OF_INTERVIEW
    report = Document("d-1", "Verslag", TEXT, kind, None, None, "nl", None, "verslag.docx", "digest")
    literal = TEXT.index(LITERAL)
    with study.store(by="marit") as store:
        store.add(
            CodeGroup("g", "knelpunt", "Knelpunt", 1),
            Code("c", "contact", "knelpunt", "Contact", 1),
            report,
            Coding("k-1", "d-1", 0, 34, "marit", code="contact"),
            Coding("k-2", "d-1", literal, literal + len(LITERAL), "marit", code="contact"),
        )
    with opened(study) as visitor:
        page = visitor.get("/codeboek/contact").text
    rendered, quoted = page.split('<li class="passage')[1:3]
    assert '<p class="rendering" data-document="d-1">Zij belde volgens hem nooit terug.</p>' in rendered
    assert "<i>" in rendered
    assert f'<p class="verbatim" data-document="d-1">{LITERAL}</p>' in quoted
    assert "<i>" not in quoted
