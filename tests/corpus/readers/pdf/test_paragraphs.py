from __future__ import annotations

from pathlib import Path

from tests.corpus.readers.pdf.printed import Put, a_column, read_printed

FIRST = [
    "Deze alinea gaat over het begin van de baan en vult drie regels.",
    "Zij eindigt aan het eind van deze regel, vol.",
]


def test_lines_become_one_paragraph(tmp_path: Path) -> None:
    assert read_printed(tmp_path, a_column(*FIRST)) == [" ".join(FIRST)]


def test_a_larger_gap_starts_a_paragraph(tmp_path: Path) -> None:
    assert read_printed(tmp_path, a_column(*FIRST, "", *FIRST)) == [" ".join(FIRST)] * 2


def test_an_indent_starts_a_paragraph_also_after_a_full_line(tmp_path: Path) -> None:
    lines = ["  Een eerste regel springt in en loopt door", "tot de volgende regel, die vol is tot het eind."]
    assert len(read_printed(tmp_path, a_column(*lines, *lines, *lines))) == 3


def test_in_a_text_with_indents_a_line_without_one_goes_on_over_the_page(tmp_path: Path) -> None:
    lines = ["  Een eerste regel springt in en loopt door", "tot de volgende regel, die vol is tot het eind."]
    last = ["  Deze alinea gaat over de rand van het blad.", "Haar tweede zin is op de bladzijde vol geraakt."]
    paragraphs = read_printed(
        tmp_path, a_column(*lines, *lines, *last), a_column("Dit hoort er nog bij, tot het eind.", *lines)
    )
    assert paragraphs[2] == " ".join([last[0].strip(), last[1], "Dit hoort er nog bij, tot het eind."])
    assert len(paragraphs) == 4


def test_a_sentence_that_is_not_over_goes_on_on_the_next_page(tmp_path: Path) -> None:
    assert read_printed(tmp_path, a_column("De zin loopt over de rand van"), a_column("het blad door.")) == [
        "De zin loopt over de rand van het blad door."
    ]
    assert len(read_printed(tmp_path, a_column("De zin is uit."), a_column("Een nieuwe zin."))) == 2


def test_a_heading_and_the_items_of_a_list_stand_by_themselves(tmp_path: Path) -> None:
    page = [
        Put("1 Aanleiding", 60, 720, 14),
        *a_column("• een punt dat lang is en verder gaat", "  op de tweede regel", "• nog een punt"),
    ]
    assert read_printed(tmp_path, page) == [
        "1 Aanleiding",
        "• een punt dat lang is en verder gaat op de tweede regel",
        "• nog een punt",
    ]


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph(tmp_path: Path) -> None:
    assert len(read_printed(tmp_path, a_column(FIRST[0], "Klaar daarmee.", *FIRST))) == 2


def test_a_stretch_that_is_set_wider_is_still_one_paragraph(tmp_path: Path) -> None:
    wide = [
        Put(f"Een regel van een citaat dat ruimer staat en doorgaat {number}", 60, 500 - 18.5 * number)
        for number in range(3)
    ]
    assert len(read_printed(tmp_path, [*a_column(*FIRST, *FIRST, *FIRST), *wide])) == 4
