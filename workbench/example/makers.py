"""Makers: the files that teams really have (Word, Teams and Zoom captions, a community export), made from a source."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from workbench.example.sources import Source, SourceTurn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

WORDS_PER_SECOND = 2.6
CUE_WORDS = 22


def make_file(source: Source) -> tuple[str, bytes]:
    """The name and the bytes of the file that a team would have of this source; the same bytes each time."""
    suffix, make = _MAKERS[source.form]
    return f"{source.key}.{suffix}", make(source)


def _handmade_docx(source: Source) -> bytes:
    document = _new_word(source)
    document.add_heading(str(source.about["title"]), level=1)
    for turn in source.turns:
        first, *rest = turn.text.split("\n\n")
        document.add_paragraph(f"[{turn.time}] {turn.speaker}: {first}")
        for paragraph in rest:
            document.add_paragraph(paragraph)
    return _word_bytes(document)


def _teams_docx(source: Source) -> bytes:
    document = _new_word(source)
    document.add_paragraph(f"{source.about['title']}-Transcriptie")
    document.add_paragraph(f"{source.turns[0].speaker} heeft de transcriptie gestart")
    for turn in source.turns:
        paragraph = document.add_paragraph()
        paragraph.add_run(str(turn.speaker)).bold = True
        paragraph.add_run(f"   {_short_time(turn)}").add_break()
        paragraph.add_run(turn.text)
    document.add_paragraph(f"{source.turns[0].speaker} heeft de transcriptie gestopt")
    return _word_bytes(document)


def _new_word(source: Source) -> WordDocument:
    import docx

    document = docx.Document()
    held_on = datetime.fromisoformat(f"{source.about['held_on']}T12:00:00")
    document.core_properties.created = document.core_properties.modified = held_on
    document.core_properties.author = "Rode Draad"
    return document


def _word_bytes(document: WordDocument) -> bytes:
    """The file with the moment of writing taken out of its zip."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), old.read(entry))
    return fixed.getvalue()


def _teams_vtt(source: Source) -> bytes:
    identity = uuid5(NAMESPACE_URL, source.key)
    cues = (
        f"{identity}/{number}-0\n{_clock(start)} --> {_clock(end)}\n<v {turn.speaker}>{text}</v>\n"
        for number, (start, end, turn, text) in enumerate(_cues(source), start=11)
    )
    return ("\ufeffWEBVTT\n\n" + "\n".join(cues)).encode()


def _zoom_vtt(source: Source) -> bytes:
    cues = (
        f"{number}\n{_clock(start)} --> {_clock(end)}\n{turn.speaker}: {text}\n"
        for number, (start, end, turn, text) in enumerate(_cues(source), start=1)
    )
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def _cues(source: Source) -> Iterator[tuple[float, float, SourceTurn, str]]:
    """Pieces of turns with start and end in seconds; a turn ends before the next one starts."""
    starts = [_seconds(turn) for turn in source.turns]
    for turn, (start, end) in zip(source.turns, pairwise([*starts, starts[-1] + 60]), strict=True):
        words = turn.text.split(" ")
        pace = min(1 / WORDS_PER_SECOND, (end - start) / (len(words) + 1))
        for first in range(0, len(words), CUE_WORDS):
            piece = words[first : first + CUE_WORDS]
            begin = start + first * pace
            yield begin, begin + len(piece) * pace, turn, " ".join(piece)


def _community_csv(source: Source) -> bytes:
    stream = io.StringIO()
    rows = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    rows.writerow(["draad", "bericht_id", "reactie_op", "datum", "gebruiker", "vraag", "eens", "bericht"])
    for turn in source.turns:
        more = turn.more
        posted = f"{datetime.fromisoformat(turn.time or ''):%d-%m-%Y %H:%M}"
        rows.writerow(
            [
                more["draad"],
                more["id"],
                more.get("op", ""),
                posted,
                turn.speaker,
                more.get("vraag", ""),
                more.get("eens", "0"),
                turn.text,
            ]
        )
    return ("\ufeff" + stream.getvalue()).encode()


def _markdown(source: Source) -> bytes:
    return ("\n\n".join(turn.text for turn in source.turns) + "\n").encode()


def _seconds(turn: SourceTurn) -> int:
    hours, minutes, seconds = (int(part) for part in (turn.time or "0:0:0").split(":"))
    return hours * 3600 + minutes * 60 + seconds


def _short_time(turn: SourceTurn) -> str:
    minutes, seconds = divmod(_seconds(turn), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _clock(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


_MAKERS: dict[str, tuple[str, Callable[[Source], bytes]]] = {
    "docx-handmade": ("docx", _handmade_docx),
    "docx-teams": ("docx", _teams_docx),
    "vtt-teams": ("vtt", _teams_vtt),
    "vtt-zoom": ("vtt", _zoom_vtt),
    "csv": ("csv", _community_csv),
    "md": ("md", _markdown),
}
