from __future__ import annotations

from pathlib import Path

from corpus.reading import LossKind
from tests.workbench.example.makers.written import PROSE, a_source, read_made
from workbench.example.makers import make_file


def test_a_printed_text_reads_back_over_pages_and_line_ends(tmp_path: Path) -> None:
    source = a_source("pdf-text", PROSE)
    reading = read_made(source, tmp_path)
    assert [reading.text_of(turn) for turn in reading.turns] == [turn.text for turn in source.turns]
    assert reading.title == "Handreiking"
    margins = [loss.text for loss in reading.losses if loss.kind == LossKind.PAGE]
    assert margins == ["Handreiking Westmark", "Pagina 1 van 2", "Handreiking Westmark", "Pagina 2 van 2"]
    assert any(loss.kind == LossKind.HYPHEN for loss in reading.losses)


def test_the_bytes_are_the_same_each_time() -> None:
    assert make_file(a_source("pdf-text", PROSE)) == make_file(a_source("pdf-text", PROSE))
