"""Words are found in the bytes of a file whatever they are wrapped in, and pictures are no noise."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from corpus.sayings import gather_sayings
from workbench.raw_texts import texts_in, texts_in_file

SAID = "Mijn papegaai kende het wachtmuziekje van de café-lijn eerder dan ik."
SAYINGS = gather_sayings([SAID])


def zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


IN_RUNS = b"<w:p><w:r><w:t>Mijn pape</w:t></w:r><w:r><w:t>gaai kende het wachtmuziekje.</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "data",
    [
        SAID.encode(),
        SAID.encode("utf-16"),
        b"<p>Mijn <em>papegaai</em> kende<br/>het&nbsp;wachtmuziekje</p>",
        json.dumps({"text": SAID}).encode(),
        json.dumps({"text": "kende het wachtmuziekje van de café-lijn"}).encode(),
        zipped("document.xml", IN_RUNS),
        zipped("binnen.zip", zipped("los.txt", SAID.encode())),
        os.urandom(4000) + b"\x00" + SAID.encode() + b"\x00" + os.urandom(4000),
    ],
    ids=["text", "utf-16", "html", "json", "escapes", "docx", "zip in zip", "bytes"],
)
def test_what_was_said_is_found_in(data: bytes) -> None:
    assert any(map(SAYINGS.are_in, texts_in(data)))


def test_what_was_said_is_found_in_a_free_page_of_a_database(tmp_path: Path) -> None:
    file = tmp_path / "study.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA secure_delete=OFF")
        database.execute("CREATE TABLE segment (words TEXT)")
        database.execute("INSERT INTO segment VALUES (?)", (SAID * 200,))
        database.commit()
        database.execute("DELETE FROM segment")
        database.commit()
    assert any(map(SAYINGS.are_in, texts_in_file(file)))


def test_a_file_that_is_gone_and_an_archive_that_is_broken_hold_nothing(tmp_path: Path) -> None:
    assert list(texts_in_file(tmp_path / "weg.txt")) == []
    assert not any(map(SAYINGS.are_in, texts_in(b"PK\x03\x04 broken")))
    assert not any(map(SAYINGS.are_in, texts_in(b"%PDF-1.7 broken")))


def test_a_picture_in_a_page_is_no_text() -> None:
    page = b"<p>kort</p><img src='data:image/png;base64," + b"QUJD" * 1000 + b"'>"
    assert max(map(len, texts_in(page))) < 100
