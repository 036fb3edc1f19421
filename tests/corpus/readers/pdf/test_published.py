"""Reports as they are published: pages that Typst makes, with boxes, quotes and figures."""

from __future__ import annotations

from pathlib import Path

import typst

from corpus.readers import read_document
from corpus.segments import Part

SAID = "Niemand belde mij terug en dat bleef zo, een heel jaar lang, tot ik er genoeg van had en er zelf heen ging."
BEFORE = "Voor het kader staat een alinea die over meer dan een regel loopt, zodat er iets te lezen valt op dit blad."
AFTER = (
    "Na het kader gaat de gewone tekst verder met een alinea die ook weer over meer dan een regel van het blad loopt."
)
BOX = (
    "In het kader staat een uitleg die over meer regels loopt, want er valt veel te zeggen over wat wij hebben gedaan."
)


def _read(folder: Path, body: str, *, columns: int = 1) -> list[tuple[int | None, Part, str]]:
    source = f'#set page(paper: "a4", columns: {columns})\n#set text(lang: "nl", size: 11pt)\n{body}'
    file = folder / "rapport.pdf"
    file.write_bytes(typst.compile(source.encode(), format="pdf"))
    reading = read_document(file)
    return [(turn.page, turn.part, reading.text_of(turn)) for turn in reading.turns]


def test_every_paragraph_has_its_page(tmp_path: Path) -> None:
    found = _read(tmp_path, f"{BEFORE}\n#pagebreak()\n{AFTER}")
    assert found == [(1, Part.TEXT, BEFORE), (2, Part.TEXT, AFTER)]


def test_a_paragraph_that_goes_on_over_the_page_has_the_page_it_starts_on(tmp_path: Path) -> None:
    found = _read(
        tmp_path, "#set page(height: 8cm)\n" + " ".join(f"Zin {number} van deze lange" for number in range(99))
    )
    assert [(page, part) for page, part, _ in found] == [(1, Part.TEXT)]


def test_ruled_and_filled_rectangles_around_text_are_boxes_also_with_round_corners(tmp_path: Path) -> None:
    for form in ("stroke: 1pt", "fill: luma(230)", "fill: luma(230), radius: 4pt", "stroke: 1pt, radius: 4pt"):
        found = _read(tmp_path, f"{BEFORE}\n#block({form}, inset: 8pt, width: 90%)[{BOX}]\n{AFTER}")
        assert found == [(1, Part.TEXT, BEFORE), (1, Part.BOX, BOX), (1, Part.TEXT, AFTER)]


def test_a_box_parts_no_paragraph_that_it_stands_in_the_middle_of(tmp_path: Path) -> None:
    body = f"De zin begint boven het\n#block(stroke: 1pt, inset: 8pt)[{BOX}]\nkader en gaat eronder door."
    assert [each[1:] for each in _read(tmp_path, body)] == [
        (Part.TEXT, "De zin begint boven het kader en gaat eronder door."),
        (Part.BOX, BOX),
    ]


def test_in_two_columns_a_box_stays_with_its_column(tmp_path: Path) -> None:
    body = f"{BEFORE}\n#block(stroke: 1pt, inset: 6pt)[{BOX}]\n{AFTER}\n#colbreak()\n{BEFORE}\n\n{AFTER}"
    found = _read(tmp_path, body, columns=2)
    assert [part for _, part, _ in found] == [Part.TEXT, Part.BOX, Part.TEXT, Part.TEXT, Part.TEXT]
    assert found[1][2] == BOX


def test_tables_page_backgrounds_and_white_patches_are_no_boxes(tmp_path: Path) -> None:
    cells = ", ".join(f"[Een cel met de nodige woorden erin, nummer {number}]" for number in range(4))
    for drawn in (
        f"#table(columns: 2, {cells})",
        f"#table(columns: 2, fill: (_, y) => if calc.odd(y) {{ luma(230) }}, {cells})",
        f"#block(fill: white, inset: 8pt)[{BOX}]",
        f"#set page(fill: luma(240))\n{BOX}",
        "#rect(fill: luma(200), width: 60%)[Een kop met kleur]",
    ):
        assert {part for _, part, _ in _read(tmp_path, f"{BEFORE}\n\n{drawn}\n\n{AFTER}")} == {Part.TEXT}


def test_quotes_are_set_apart_by_marks_or_by_italics_and_an_indent(tmp_path: Path) -> None:
    for quote in (
        f"#quote(block: true)[‘{SAID}’ (werknemer)]",
        f"“{SAID}”",
        f"#pad(x: 2em)[_{SAID}_]",
    ):
        found = _read(tmp_path, f"{BEFORE}\n\n{quote}\n\n{AFTER}")
        assert [part for _, part, _ in found] == [Part.TEXT, Part.QUOTE, Part.TEXT]
        assert SAID in found[1][2]


def test_an_indent_or_italics_alone_make_no_quote(tmp_path: Path) -> None:
    for text in (f"#pad(x: 2em)[{SAID}]", f"_{SAID}_"):
        assert {part for _, part, _ in _read(tmp_path, f"{BEFORE}\n\n{text}\n\n{AFTER}")} == {Part.TEXT}


def test_the_bullets_of_a_figure_are_taken_out_and_other_bullets_are_text(tmp_path: Path) -> None:
    items = "- bellen zodra het wankelt\n- langskomen op het werk"
    figure = f"#rect(width: 60%, stroke: 1pt)[{items}]\nFiguur 3. Wat helpt"
    found = _read(tmp_path, f"{BEFORE}\n\n{figure}\n\n{AFTER}\n\n{items}")
    assert [part for _, part, _ in found] == [Part.TEXT, *[Part.BULLET] * 2, *[Part.TEXT] * 4]
