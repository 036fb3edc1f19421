"""Files of every format with known speech in them: each word of it stands in the file once, and nowhere else."""

from __future__ import annotations

import csv
import html
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.document import Document as WordDocument

from corpus.readers.sources import Source
from tests.corpus.readers.pdf.printed import a_column, a_pdf

Talk = Sequence[tuple[str, str]]
"""Who says what, in order."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format as a program writes it: the name of a file, and how talk becomes its bytes."""

    file: str
    make: Callable[[Talk], bytes]

    def source(self, talk: Talk) -> Source:
        """The file with this talk in it."""
        return Source(self.file, self.make(talk))


def _moment(seconds: int, sign: str = ".") -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{sign}000"


def _teams_vtt(talk: Talk) -> bytes:
    cues = (
        f"5e2c1f3a-0b7d-4c55-9a51-0123456789ab/{at}-0\n{_moment(at)} --> {_moment(at + 1)}\n"
        f"<v {name}>{html.escape(text)}</v>\n"
        for at, (name, text) in enumerate(talk)
    )
    return "\n".join(["\ufeffWEBVTT\n", "NOTE gemaakt door een programma\n", *cues]).encode()


def _zoom_vtt(talk: Talk) -> bytes:
    cues = (
        f"{at + 1}\n{_moment(at + 90)} --> {_moment(at + 91)} align:start\n{name}: {text}\n"
        for at, (name, text) in enumerate(talk)
    )
    return "\r\n".join(["WEBVTT\n", *cues]).encode()


def _srt(talk: Talk) -> bytes:
    cues = (
        f"{at + 1}\n{_moment(at, ',')} --> {_moment(at + 1, ',')}\n[SPEAKER_0{at % 2}]: <i>{text}</i>\n"
        for at, (_, text) in enumerate(talk)
    )
    return "\n".join(cues).encode("utf-16")


def _labels(talk: Talk) -> bytes:
    lines = (f"[00:00:{at:02}] {name}: {text}" for at, (name, text) in enumerate(talk))
    return "\n\n".join(["Gesprek van maandag", *lines]).encode("cp1252")


def _otter_text(talk: Talk) -> bytes:
    return "\n\n".join(f"{name}  0:{at:02}\n{text}" for at, (name, text) in enumerate(talk)).encode()


def _otter_markdown(talk: Talk) -> bytes:
    return "\n\n".join(
        ["# Gesprek", *(f"**{name}** [0:{at:02}]\n{text}" for at, (name, text) in enumerate(talk))]
    ).encode()


def _prose(talk: Talk) -> bytes:
    return "\n\n".join(text for _, text in talk).encode()


def _saved(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _word_labels(talk: Talk) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Vertrouwelijk"
    for name, text in talk:
        document.add_paragraph(f"{name}: {text}")
    return _saved(document)


def _teams_word(talk: Talk) -> bytes:
    document = docx.Document()
    document.add_paragraph("Onderzoeker started transcription")
    for at, (name, text) in enumerate(talk):
        run = document.add_paragraph().add_run(f"{name}   0:{at:02}")
        run.add_break()
        run.add_text(text)
    return _saved(document)


def _meet_word(talk: Talk) -> bytes:
    document = docx.Document()
    for line in ("Overleg van maandag", "Summary", "Er is gesproken over het einde.", "Transcript", "00:00:00"):
        document.add_paragraph(line)
    for name, text in talk:
        document.add_paragraph(f"{name}: {text}")
    document.add_paragraph("Transcription ended after 00:30:00")
    return _saved(document)


def _word_table(talk: Talk) -> bytes:
    document = docx.Document()
    document.add_paragraph("Boven de tabel")
    table = document.add_table(1, 4)
    for cell, text in zip(table.rows[0].cells, ("Tijd", "Spreker", "Tekst", "Opmerking"), strict=True):
        cell.text = text
    for at, (name, text) in enumerate(talk):
        for cell, said in zip(table.add_row().cells, (f"0:{at:02}", name, text, "ok"), strict=True):
            cell.text = said
    return _saved(document)


def _word_prose(talk: Talk) -> bytes:
    document = docx.Document()
    for at, (_, text) in enumerate(talk):
        document.add_paragraph(text, style="Quote" if at % 2 else None)
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "In een kader"
    return _saved(document)


def _rows(talk: Talk) -> list[list[str]]:
    head = ["id", "draad", "reactie_op", "auteur", "datum", "tekst", "kleur"]
    return [head, *([str(at), "1", str(at - 1) if at else "", name, "2-3-2026 10:15", text, "rood"]
                    for at, (name, text) in enumerate(talk))]  # fmt: skip


def _csv(delimiter: str, encoding: str) -> Callable[[Talk], bytes]:
    def make(talk: Talk) -> bytes:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter).writerows(_rows(talk))
        return stream.getvalue().encode(encoding)

    return make


def _workbook(rows: Sequence[Sequence[str]]) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(stream)
    return stream.getvalue()


def _survey(talk: Talk) -> list[list[str]]:
    head = ["respondent", "leeftijd", "Wat ging er goed in het traject?", "Wat kan er beter in het traject?"]
    return [head, *([f"P{at + 1:02}", str(30 + at), text, ""] for at, (_, text) in enumerate(talk))]


def _survey_csv(talk: Talk) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows(_survey(talk))
    return stream.getvalue().encode()


def _pdf(talk: Talk) -> bytes:
    lines = [line for _, text in talk for line in (*_broken(text), "")]
    return a_pdf(a_column(*lines[:40]), *([a_column(*lines[40:])] if lines[40:] else []))


def _broken(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]


_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _odt(talk: Talk) -> bytes:
    body = "".join(f"<text:p>{escape(name)}: {escape(text)}</text:p>" for name, text in talk)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_ODF}:office:1.0" '
        f'xmlns:text="{_ODF}:text:1.0"><office:body><office:text>{body}</office:text></office:body>'
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _rtf(talk: Talk) -> bytes:
    def written(text: str) -> str:
        plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(each if ord(each) < 128 else f"\\u{ord(each)}?" for each in plain)

    body = "\\par\n".join(written(f"{name}: {text}") for name, text in talk)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}}}\\f0 {body}\\par}}".encode()


def _whisper(talk: Talk) -> bytes:
    segments = [
        {"id": at, "start": float(at), "end": at + 0.9, "text": f" {text}", "speaker": f"SPEAKER_0{at % 2}"}
        for at, (_, text) in enumerate(talk)
    ]
    return json.dumps({"text": "", "segments": segments, "language": "nl"}).encode()


def _zoom_chat(talk: Talk) -> bytes:
    return "".join(
        f"10:15:{at:02}\t From {name} to Everyone:\n\t{text}\n" for at, (name, text) in enumerate(talk)
    ).encode()


def _community_json(talk: Talk) -> bytes:
    posts = [
        {"id": at, "parent": at - 1 if at else None, "author": name, "date": "2026-03-02T10:15:00", "text": text}
        for at, (name, text) in enumerate(talk)
    ]
    return json.dumps(posts, ensure_ascii=False).encode()


def _forum(talk: Talk) -> bytes:
    posts = "".join(
        f'<article class="post" id="p{at}"><span class="author">{html.escape(name)}</span> '
        '<time datetime="2026-03-02T10:15">2 maart</time>'
        f'<div class="content"><p>{html.escape(text)}</p></div></article>'
        for at, (name, text) in enumerate(talk)
    )
    return f"<!doctype html><html><head><title>Forum</title></head><body>{posts}</body></html>".encode()


FORMS = {
    "teams vtt": Form("teams.vtt", _teams_vtt),
    "zoom vtt": Form("zoom.vtt", _zoom_vtt),
    "srt": Form("whisper.srt", _srt),
    "labels": Form("gesprek.txt", _labels),
    "otter txt": Form("otter.txt", _otter_text),
    "otter md": Form("otter.md", _otter_markdown),
    "prose": Form("stuk.md", _prose),
    "word labels": Form("gesprek.docx", _word_labels),
    "teams docx": Form("teams.docx", _teams_word),
    "meet docx": Form("overleg.docx", _meet_word),
    "word table": Form("tabel.docx", _word_table),
    "word prose": Form("rapport.docx", _word_prose),
    "community csv": Form("community.csv", _csv(";", "utf-8-sig")),
    "community cp1252": Form("community.csv", _csv(",", "cp1252")),
    "community tsv": Form("community.tsv", _csv("\t", "utf-16")),
    "community xlsx": Form("community.xlsx", lambda talk: _workbook(_rows(talk))),
    "survey csv": Form("vragenlijst.csv", _survey_csv),
    "survey xlsx": Form("vragenlijst.xlsx", lambda talk: _workbook(_survey(talk))),
    "pdf": Form("stuk.pdf", _pdf),
    "odt": Form("gesprek.odt", _odt),
    "rtf": Form("gesprek.rtf", _rtf),
    "whisper json": Form("whisper.json", _whisper),
    "zoom chat": Form("meeting_saved_chat.txt", _zoom_chat),
    "community json": Form("community.json", _community_json),
    "forum html": Form("forum.html", _forum),
}
