from __future__ import annotations

import io
from pathlib import Path

import docx

from corpus.reading import LossKind
from tests.workbench.example.makers.written import PROSE, a_source, read_made
from workbench.example.makers import make_file


def test_a_text_reads_back_with_its_running_title_left_out(tmp_path: Path) -> None:
    source = a_source("docx-text", PROSE)
    reading = read_made(source, tmp_path)
    assert [reading.text_of(turn) for turn in reading.turns] == [turn.text for turn in source.turns]
    assert [loss.text for loss in reading.losses if loss.kind == LossKind.PAGE] == ["Handreiking Westmark"]
    assert reading.title == "Handreiking"


def test_headings_are_headings_and_the_bytes_are_the_same() -> None:
    source = a_source("docx-text", PROSE)
    assert make_file(source) == make_file(source)
    document = docx.Document(io.BytesIO(make_file(source)[1]))
    styles = [each.style.name for each in document.paragraphs if each.style]
    assert styles == ["Heading 1", "Normal", "Heading 2", "Normal"]
