"""Every repair of a printed page, one by one: the text as it was meant, and in the loss report what stood there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.loss_reports import report_losses
from corpus.reading import LossKind
from tests.corpus.readers.pdf.printed import PITCH, SIZE, TOP, Put, a_column, a_pdf, read_pdf

BEFORE = a_column("Deze bladzijde gaat aan de andere vooraf.")
LEFT = ["De eerste kolom begint hier en zij", "loopt door tot onder aan het blad", "waar de kolom en de zin ophouden."]
RIGHT = [
    "De tweede kolom begint daarnaast en",
    "loopt ook weer door tot aan het eind",
    "van dit blad en daar houdt ook zij op.",
]
Losses = list[tuple[LossKind, str]]


def _with_note() -> list[Put]:
    return [
        Put("De baan stopte", 60, TOP),
        Put("3", 130, TOP + 5, SIZE / 2),
        Put("in de zomer van dat jaar.", 145, TOP),
        *a_column("Daarna volgde een gesprek met de gemeente.", top=TOP - PITCH),
        Put("3", 60, 93, 4),
        Put("Zie de bijlage.", 66, 90, 7),
    ]


CASES: dict[str, tuple[Sequence[Put], str, Losses]] = {
    "a word broken at a line end": (
        a_column("Zij kreeg loonkosten-", "subsidie en dat hielp."),
        "Zij kreeg loonkostensubsidie en dat hielp.",
        [(LossKind.HYPHEN, "-")],
    ),
    "the hyphen of re-": (a_column("Het was de re-", "integratie."), "Het was de re-integratie.", []),
    "the hyphen of PSO-": (a_column("Het was een PSO-", "trede."), "Het was een PSO-trede.", []),
    "the hyphen of UWV-": (a_column("Het was een UWV-", "adviseur."), "Het was een UWV-adviseur.", []),
    "the diaeresis that a break hid": (
        a_column("Wie wilde dat be-", "eindigen?"),
        "Wie wilde dat beëindigen?",
        [(LossKind.HYPHEN, "-e")],
    ),
    "a soft hyphen": (
        a_column("Met een zacht\u00ad", "streepje."),
        "Met een zachtstreepje.",
        [(LossKind.HYPHEN, "\u00ad")],
    ),
    "a page number": (
        [*a_column("Dit is de tekst", "van dit blad."), Put("- 12 -", 300, 40)],
        "Dit is de tekst van dit blad.",
        [(LossKind.PAGE, "- 12 -")],
    ),
    "a running title": (
        [Put("Handreiking", 60, 770, 7), *a_column("Dit is de tekst", "van dit blad.")],
        "Dit is de tekst van dit blad.",
        [(LossKind.PAGE, "Handreiking")],
    ),
    "the digit of a footnote, and the footnote": (
        _with_note(),
        "De baan stopte in de zomer van dat jaar. Daarna volgde een gesprek met de gemeente.",
        [(LossKind.FOOTNOTE, "3 Zie de bijlage."), (LossKind.FOOTNOTE, "3")],
    ),
    "two columns": (
        [*a_column(*LEFT), *a_column(*RIGHT, x=320)],
        f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}",
        [],
    ),
    "é where ë was meant": (
        a_column("Van de financiéle kant en het beéindigen van de baan."),
        "Van de financiële kant en het beëindigen van de baan.",
        [(LossKind.REPAIR, "financiéle"), (LossKind.REPAIR, "beéindigen")],
    ),
    "ë where é was meant": (
        a_column("Van de koffie in het cafë en het ëën of het ander."),
        "Van de koffie in het café en het één of het ander.",
        [(LossKind.REPAIR, "cafë"), (LossKind.REPAIR, "ëën")],
    ),
    "a Cyrillic letter in a Latin word": (
        a_column("Van het wеrk en de bаan."),
        "Van het werk en de baan.",
        [(LossKind.REPAIR, "wеrk"), (LossKind.REPAIR, "bаan")],
    ),
    "a ligature": (
        a_column("Van de ofﬁciële reﬂex en het eﬀect."),
        "Van de officiële reflex en het effect.",
        [(LossKind.REPAIR, "ﬁ"), (LossKind.REPAIR, "ﬂ"), (LossKind.REPAIR, "ﬀ")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_mended_and_the_loss_report_says_what_stood_there_and_on_which_page(
    tmp_path: Path, case: str
) -> None:
    page, text, losses = CASES[case]
    reading = read_pdf(tmp_path, a_pdf(BEFORE, page))
    assert reading.text.split("\n\n", 1)[1] == text
    assert sorted((loss.kind, loss.text, loss.line) for loss in reading.losses) == sorted(
        (kind, found, 2) for kind, found in losses
    )
    for left_out in report_losses(reading, document_id="d").left_out:
        assert left_out.pieces == sum(kind == left_out.kind for kind, _ in losses)
        assert set(left_out.lines) == {2}
