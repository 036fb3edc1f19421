from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading import LossKind
from tests.corpus.readers.pdf.printed import Put, a_column, a_pdf, lost, read_pdf, read_printed

TEXT = a_column("Dit is de tekst van de bladzijde,", "die over twee regels loopt.")


def test_running_titles_and_page_numbers_are_told_from_the_text(tmp_path: Path) -> None:
    pages = [
        [Put("Handreiking", 60, 770), Put(f"blz. {number}", 500, 770), *text, Put("Versie 2, mei 2024", 60, 40)]
        for number, text in enumerate([TEXT, a_column("Een ander stuk."), a_column("Het slot.")], start=1)
    ]
    reading = read_pdf(tmp_path, a_pdf(*pages))
    assert len(reading.turns) == 3
    assert lost(reading, LossKind.PAGE)[:2] == [("Handreiking blz. 1", 1), ("Versie 2, mei 2024", 1)]
    assert len(lost(reading, LossKind.PAGE)) == 6


@pytest.mark.parametrize("number", ["7", "- 7 -", "Pagina 7 van 12", "7/12", "vii"])
def test_a_number_by_itself_at_the_edge_is_a_page_number(tmp_path: Path, number: str) -> None:
    reading = read_pdf(tmp_path, a_pdf([*TEXT, Put(number, 300, 40)]))
    assert lost(reading, LossKind.PAGE) == [(number, 1)]
    assert "7" not in reading.text


def test_a_number_between_the_lines_stays(tmp_path: Path) -> None:
    lines = ["In dat jaar waren het er", "412", "en daarna nooit meer zoveel.", "Einde."]
    assert "412" in " ".join(read_printed(tmp_path, a_column(*lines)))


def test_words_at_the_top_of_one_page_only_are_text(tmp_path: Path) -> None:
    assert read_printed(tmp_path, a_column("Slot."), TEXT)[0] == "Slot."


def test_pages_that_are_all_alike_are_read_as_text(tmp_path: Path) -> None:
    assert len(read_printed(tmp_path, TEXT, TEXT)) == 2


def test_footnotes_and_their_numbers_are_left_out_and_named(tmp_path: Path) -> None:
    page = [
        Put("De baan stopte", 60, 700),
        Put("12", 130, 705, 5),
        Put("in de zomer en dat was zo afgesproken.", 145, 700),
        *a_column("Daarna volgde een gesprek met de gemeente.", top=686),
        Put("12", 60, 93, 4),
        Put("Zie bijlage 3 voor de telling,", 66, 90, 7),
        Put("die in mei is gedaan.", 60, 80, 7),
    ]
    reading = read_pdf(tmp_path, a_pdf(page))
    assert reading.text == (
        "De baan stopte in de zomer en dat was zo afgesproken. Daarna volgde een gesprek met de gemeente."
    )
    assert [text for text, _ in lost(reading, LossKind.FOOTNOTE)] == [
        "12 Zie bijlage 3 voor de telling,",
        "die in mei is gedaan.",
        "12",
    ]


def test_a_raised_number_of_a_unit_stays(tmp_path: Path) -> None:
    page = [Put("Een kamer van 12 m", 60, 700), Put("2", 150, 704, 5), Put("is te klein.", 158, 700)]
    assert read_printed(tmp_path, page) == ["Een kamer van 12 m2 is te klein."]


def test_a_table_in_small_print_whose_rows_have_numbers_is_text(tmp_path: Path) -> None:
    table = [Put("1 Bel zodra een baan wankelt", 60, 200, 8), Put("2 Laat de jobcoach doorgaan", 60, 188, 8)]
    assert "jobcoach" in " ".join(read_printed(tmp_path, [*TEXT, *a_column("En nog meer tekst.", top=600), *table]))
