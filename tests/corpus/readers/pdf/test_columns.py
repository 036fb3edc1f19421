from __future__ import annotations

from pathlib import Path

from corpus.readers.pdf.columns import find_gutter
from corpus.readers.pdf.lines import Line
from tests.corpus.readers.pdf.printed import Put, a_column, a_pdf, read_pdf, read_printed

LEFT = [
    "De eerste kolom begint hier en zij",
    "loopt door tot onder aan de pagina",
    "waar zij ophoudt zonder dat de zin",
    "daar af is, want die gaat gewoon in",
]
RIGHT = [
    "de tweede kolom verder. Daar staat",
    "het slot van het stuk, met een zin",
    "die nog over twee regels gaat, tot",
    "er niets meer te zeggen valt.",
]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = [*a_column(*LEFT), *a_column(*RIGHT, x=320)]
    assert read_printed(tmp_path, page) == [" ".join([*LEFT, *RIGHT])]
    assert read_pdf(tmp_path, a_pdf(page)).notes[-1] == "Op 1 van de bladzijden zijn kolommen na elkaar gelezen."


def test_a_title_over_both_columns_comes_before_them(tmp_path: Path) -> None:
    title = Put("Een titel die over beide kolommen van het blad loopt en verder", 60, 740, 14)
    paragraphs = read_printed(tmp_path, [title, *a_column(*LEFT), *a_column(*RIGHT, x=320)])
    assert paragraphs == [title.text, " ".join([*LEFT, *RIGHT])]


def test_text_under_a_line_across_both_columns_comes_after_both(tmp_path: Path) -> None:
    across = "Een kop over de volle breedte van de bladzijde die beide kolommen van elkaar scheidt"
    lower = a_column(*RIGHT, top=550), a_column(*LEFT, top=550, x=320)
    page = [*a_column(*LEFT), *a_column(*RIGHT, x=320), Put(across, 60, 600, 12), *lower[0], *lower[1]]
    text = " ".join(read_printed(tmp_path, page))
    assert (
        text.index(LEFT[0]) < text.index(RIGHT[0]) < text.index(across) < text.rindex(RIGHT[0]) < text.rindex(LEFT[0])
    )


def test_short_cells_beside_each_other_are_no_columns() -> None:
    cells = [Line(1, x, x + 30, 700 - 14 * row, 10, "cel") for row in range(6) for x in (60, 320)]
    assert find_gutter(cells) is None
