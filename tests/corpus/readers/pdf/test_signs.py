from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers.pdf.signs import is_dutch, mend_signs
from corpus.reading import Loss, LossKind
from tests.corpus.readers.pdf.printed import a_column, a_pdf, lost, read_pdf


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("ﬁnanciën", "financiën"),
        ("aﬄoop", "affloop"),
        ("wеrk", "werk"),
        ("beéindigd", "beëindigd"),
        ("financiéle", "financiële"),
        ("cafë", "café"),
        ("ëën", "één"),
    ],
)
def test_signs_are_mended_and_named_as_they_stood(found: str, meant: str) -> None:
    mended, losses = mend_signs(f"Het {found} daar.", line=3, dutch=True)
    assert mended == f"Het {meant} daar."
    assert all(loss.kind == LossKind.REPAIR and loss.line == 3 and loss.text in found for loss in losses)
    assert losses


@pytest.mark.parametrize(
    "right", ["beëindigd", "café", "één", "Curaçao", "reëel", "ideeën", "Италия", "α", "première", "zién", "Een"]
)
def test_what_is_right_stays(right: str) -> None:
    assert mend_signs(right, line=1, dutch=True) == (right, [])


def test_accents_of_another_language_are_left_alone() -> None:
    assert not is_dutch(["The coach stayed on, and that is what the study says."])
    assert mend_signs("siéntate", line=1, dutch=False) == ("siéntate", [])


def test_a_pdf_tells_what_was_mended(tmp_path: Path) -> None:
    reading = read_pdf(tmp_path, a_pdf(a_column("Het is de ofﬁciële financiéle regeling van het wеrk.")))
    assert reading.text == "Het is de officiële financiële regeling van het werk."
    assert [text for text, _ in lost(reading, LossKind.REPAIR)] == ["ﬁ", "financiéle", "wеrk"]
    assert Loss(LossKind.REPAIR, "ﬁ", 1).label == "herstelde tekens (zoals ze in het bestand stonden)"
