"""Interviews made up for measuring: turns of ordinary length, as vtt (Teams), docx and html, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from html import escape
from pathlib import Path

CHARACTERS = 40_000
SEED = 20261201
_VOCABULARY = (
    "ik we zij het de een dat die dus eigenlijk gewoon wel niet ook nog toen omdat werkgever jobcoach begeleiding uren "
    "gesprek formulier aanvraag subsidie loonkosten gemeente UWV collega begrijpen geregeld wachten weken duidelijk "
    "lastig fijn geholpen één café ’s ochtends telefoon brief regeling ervaring bedrijf plek taak rooster"
)
_WORDS = _VOCABULARY.split()
_SPEAKERS = ("Interviewer", "Meulen, Sanne van der", "Bos, Tygo")


def words(chance: random.Random, count: int) -> str:
    """So many words in a row, as if somebody said them."""
    return " ".join(chance.choices(_WORDS, k=count))


def turns(number: int) -> Iterator[tuple[str, str]]:
    """Who says what in the interview with this number, some 40,000 characters in all."""
    chance = random.Random(SEED + number)  # noqa: S311 - material, no secret
    total = 0
    while total < CHARACTERS:
        asks = chance.random() < 0.4
        speaker = _SPEAKERS[0] if asks else chance.choice(_SPEAKERS[1:])
        length = chance.randint(6, 18) if asks else chance.randint(15, 110)
        text = words(chance, length).capitalize() + ("?" if asks else ".")
        total += len(text)
        yield speaker, text


def write_vtt(file: Path, number: int) -> None:
    """The interview as Teams writes it: cues of some dozen words, each with its voice."""
    lines, clock = ["WEBVTT", ""], 0
    for speaker, text in turns(number):
        spoken = text.split()
        for first in range(0, len(spoken), 14):
            start, clock = clock, clock + 4
            lines += [
                f"{_time(start)} --> {_time(clock)}",
                f"<v {speaker}>{' '.join(spoken[first : first + 14])}</v>",
                "",
            ]
    file.write_text("\n".join(lines), encoding="utf-8")


def _time(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"


def write_docx(file: Path, number: int) -> None:
    """The interview as somebody types it: a paragraph a turn, with the speaker before a colon."""
    from docx import Document

    document = Document()
    for speaker, text in turns(number):
        document.add_paragraph(f"{'I' if speaker == _SPEAKERS[0] else speaker.partition(',')[0]}: {text}")
    document.save(str(file))


def write_html(file: Path, number: int) -> None:
    """The interview as a page, which is what Taguette's converter takes beside subtitles."""
    body = "".join(f"<p><b>{escape(speaker)}:</b> {escape(text)}</p>" for speaker, text in turns(number))
    file.write_text(f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>", encoding="utf-8")


def write_interviews(folder: Path, count: int) -> None:
    """So many interviews in each form, in a folder for each."""
    for name, write in (("vtt", write_vtt), ("docx", write_docx), ("html", write_html)):
        (folder / name).mkdir()
        for number in range(count):
            write(folder / name / f"gesprek-{number:04}.{name}", number)
