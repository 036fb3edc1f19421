"""The shared test material of the developers, where it lies beside the checkout."""

from __future__ import annotations

import re
from pathlib import Path

from tools.example_repeats import LONG_ENOUGH, words_of

SHARED = Path(__file__).parents[4] / "shared" / "data"
TEXT = {".csv", ".txt", ".md", ".vtt", ".json", ".srt", ".xml", ".qde", ".html"}


def sentences_of_shared_material() -> frozenset[str]:
    """Every sentence of five words or more in the text files and Word files there, as it is compared."""
    texts = [each.read_text(encoding="utf-8", errors="ignore") for each in _files(TEXT)]
    texts += [_word_text(each) for each in _files({".docx"})]
    pieces = (piece for text in texts for piece in re.split(r"(?<=[.!?…])\s+|[\n;|<>\"]", text))
    return frozenset(" ".join(words) for words in map(words_of, pieces) if len(words) >= LONG_ENOUGH)


def _files(suffixes: set[str]) -> list[Path]:
    return sorted(each for each in SHARED.rglob("*") if each.is_file() and each.suffix.lower() in suffixes)


def _word_text(file: Path) -> str:
    import docx

    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])
