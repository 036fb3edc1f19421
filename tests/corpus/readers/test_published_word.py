"""Reports in Word: quotes, boxes and bullets of figures, taken out with their page where the file has pages."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from corpus.reading import Reading, ReadingOptions
from corpus.segments import Part
from tests.corpus.readers.files import read_text

SAID = "Niemand belde mij terug, een heel jaar lang."


def _read(folder: Path, document: WordDocument) -> Reading:
    stream = io.BytesIO()
    document.save(stream)
    return read_text(folder, "rapport.docx", stream.getvalue(), ReadingOptions(speakers=False))


def _parts(reading: Reading) -> list[tuple[Part, str]]:
    return [(turn.part, reading.text_of(turn)) for turn in reading.turns]


def _dress(paragraph: Paragraph, xml: str) -> None:
    paragraph._p.get_or_add_pPr().append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def test_quotes_go_by_style_by_marks_or_by_italics_and_an_indent(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Gewone tekst.")
    document.add_paragraph(SAID, style="Quote")
    document.add_paragraph(f"‘{SAID}’ (werknemer)")
    slanted = document.add_paragraph()
    slanted.add_run(SAID).italic = True
    slanted.paragraph_format.left_indent = Cm(1)
    document.add_paragraph().add_run("Alleen schuin.").italic = True
    document.add_paragraph("Alleen ingesprongen.").paragraph_format.left_indent = Cm(1)
    assert [part for part, _ in _parts(_read(tmp_path, document))] == [
        Part.TEXT,
        *[Part.QUOTE] * 3,
        *[Part.TEXT] * 2,
    ]


def test_borders_shades_text_boxes_and_tables_of_one_cell_are_boxes(tmp_path: Path) -> None:
    document = docx.Document()
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
    _dress(document.add_paragraph("Met een rand."), f"<w:pBdr>{sides}</w:pBdr>")
    _dress(document.add_paragraph("Met een tint."), '<w:shd w:val="clear" w:fill="DDDDDD"></w:shd>')
    _dress(document.add_paragraph("Met een streep."), '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>')
    _dress(document.add_paragraph("Met wit."), '<w:shd w:val="clear" w:fill="FFFFFF"></w:shd>')
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Kader 1"
    cell.add_paragraph("In een cel.")
    document.add_table(1, 2).cell(0, 0).text = "Een tabel."
    holder = document.add_paragraph("Ernaast.").add_run()
    box = OxmlElement("w:txbxContent")
    box.append(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>In een tekstvak.</w:t></w:r></w:p>"))
    holder._r.append(box)
    assert _parts(_read(tmp_path, document)) == [
        (Part.BOX, "Met een rand."),
        (Part.BOX, "Met een tint."),
        (Part.TEXT, "Met een streep."),
        (Part.TEXT, "Met wit."),
        (Part.BOX, "Kader 1"),
        (Part.BOX, "In een cel."),
        (Part.TEXT, "Een tabel."),
        (Part.TEXT, "Ernaast."),
        (Part.BOX, "In een tekstvak."),
    ]


def test_the_items_next_to_a_caption_are_bullets_of_the_figure(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Los punt", style="List Bullet")
    document.add_paragraph("Tekst.")
    document.add_paragraph("Figuur 1. Wat helpt")
    document.add_paragraph("Bellen", style="List Bullet")
    assert [part for part, _ in _parts(_read(tmp_path, document))] == [Part.TEXT] * 3 + [Part.BULLET]


def test_pages_are_known_where_word_kept_where_they_break(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Een.")
    document.add_paragraph("Twee.")
    assert [turn.page for turn in _read(tmp_path, document).turns] == [None, None]
    broken = document.add_paragraph()
    broken.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
    broken.add_run("Drie.")
    over = document.add_paragraph("Vier begint hier ")
    over.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
    over.add_run("en gaat door.")
    document.add_paragraph("Vijf.")
    assert [turn.page for turn in _read(tmp_path, document).turns] == [1, 1, 2, 2, 3]


def test_a_table_of_one_cell_with_talk_is_still_talk(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "I: Hoe ging het?"
    for line in ("R: Goed.", "I: En toen?", "R: Toen niet meer."):
        cell.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    reading = read_text(tmp_path, "gesprek.docx", stream.getvalue())
    assert [turn.speaker for turn in reading.turns] == ["I", "R", "I", "R"]
