"""Laws: whatever a file holds, every character of speech is in one turn or in a named loss."""

from __future__ import annotations

import csv
import html
import io
import unicodedata
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.readers import read_document
from corpus.readers.registry import known_suffixes
from corpus.reading import LossKind, Reading, ReadingOptions
from tests.corpus.readers.files import a_paragraph, a_word_file

WORDS = st.text(alphabet="abcdeéëï ’?!.,:0123456789", min_size=1, max_size=40).map(lambda text: f"Nou {text}".strip())
NAMES = st.sampled_from(["Anna", "Vries, Bo de", "R1", "Onderzoeker", "De heer Krol (50PLUS)"])
TALK = st.lists(st.tuples(NAMES, WORDS), min_size=1, max_size=8)
ANYTHING = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=300)
LINES = st.lists(
    st.one_of(
        ANYTHING,
        st.sampled_from(
            [
                "I: Hoe?",
                "R1: Goed",
                "[00:12:03] Anna: ja",
                "Bo  0:20",
                "**Els** [0:21]",
                "Let op: dit",
                "[00:01] los",
                "# Kop",
                "Anna:",
                "",
            ]
        ),
    ),
    max_size=12,
).map("\n".join)
BEGINNINGS = [
    b"",
    b"WEBVTT\n\n00:01.000 --> 00:02.000\n",
    b"1\n00:00:01,000 --> 00:00:02,000\n",
    b"auteur;tekst;reactie_op;datum\nEls;Ja;1;",
    b"I: ",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"PK\x03\x04",
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
]


def _a_workbook() -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (["auteur", "tekst"], ["Els", "Ja"], ["Bo", "Nee"]):
        sheet.append(row)
    book.save(stream)
    return stream.getvalue()


PACKAGES = {".docx": a_word_file(a_paragraph("I: Hoe?") + a_paragraph("R: Goed.")), ".xlsx": _a_workbook()}
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _read(name: str, content: bytes, options: ReadingOptions | None = None) -> Reading:
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        return read_document(file, options=options)


def _signs(text: str) -> Counter[str]:
    """The characters of a text, white space apart."""
    return Counter(each for each in unicodedata.normalize("NFC", text) if not each.isspace())


def _check_spans(reading: Reading) -> None:
    """Turns lie in the text in order, whole, and are all of it."""
    assert "\n\n".join(reading.text_of(turn) for turn in reading.turns) == reading.text
    for turn in reading.turns:
        assert 0 <= turn.start < turn.end <= len(reading.text)
        assert reading.text_of(turn) == reading.text_of(turn).strip()
        assert turn.reply_to is None or 0 <= turn.reply_to < len(reading.turns)


def _kept(reading: Reading) -> Counter[str]:
    assume(not any(loss.kind is LossKind.REPAIR for loss in reading.losses))
    return _signs(reading.text) + sum((_signs(loss.text) for loss in reading.losses), Counter())


@SLOW
@given(LINES)
def test_a_text_file_loses_no_character_unnamed(content: str) -> None:
    try:
        reading = _read("t.txt", content.encode())
    except CorpusError:
        return
    _check_spans(reading)
    assert _kept(reading) == _signs(content.removeprefix("\ufeff"))


@SLOW
@given(LINES)
def test_captions_of_anything_lose_no_character_unnamed(content: str) -> None:
    whole = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{content}\n\n2\n00:03.000 --> 00:04.000\n<v Anna>Ja</v>\n"
    try:
        reading = _read("t.vtt", whole.encode(), ReadingOptions(only_sound=True))
    except CorpusError:
        return
    assume("&" not in content)
    _check_spans(reading)
    assert _kept(reading) == _signs(whole)


@SLOW
@given(TALK, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_captions_give_back_who_said_what_whatever_the_line_ends(
    talk: list[tuple[str, str]], newline: str, mark: bool
) -> None:
    cues = (
        f"00:00:{place:02}.000 --> 00:00:{place + 1:02}.000\n<v {name}>{html.escape(text)}</v>\n"
        for place, (name, text) in enumerate(talk)
    )
    content = ("\ufeff" * mark + "WEBVTT\n\n" + "\n".join(cues)).replace("\n", newline)
    reading = _read("t.vtt", content.encode())
    _check_spans(reading)
    joined: list[list[str]] = []
    for name, text in talk:
        if joined and joined[-1][0] == name:
            joined[-1][1] += f" {text}"
        else:
            joined.append([name, text])
    assert [[turn.speaker, reading.text_of(turn)] for turn in reading.turns] == joined


@SLOW
@given(TALK, st.sampled_from(["\n", "\r\n"]), st.sampled_from([";", ",", "\t"]), st.booleans())
def test_an_export_gives_back_who_wrote_what_whatever_its_form(
    talk: list[tuple[str, str]], newline: str, delimiter: str, mark: bool
) -> None:
    stream = io.StringIO()
    rows = csv.writer(stream, delimiter=delimiter, lineterminator=newline)
    rows.writerow(["id", "reactie_op", "kleur", "auteur", "tekst"])
    for place, (name, text) in enumerate(talk):
        rows.writerow([place, place - 1 if place else "", "rood", name, f"{text}\n\n{text}"])
    reading = _read("t.csv", ("\ufeff" * mark + stream.getvalue()).encode())
    _check_spans(reading)
    assert [(turn.speaker, reading.text_of(turn)) for turn in reading.turns] == [
        (name, f"{text}\n\n{text}") for name, text in talk
    ]
    assert [turn.reply_to for turn in reading.turns] == [None, *range(len(talk) - 1)]
    assert [loss.text for loss in reading.losses] == ["\n".join(["kleur", *["rood"] * len(talk)])]


@SLOW
@given(TALK, st.sampled_from(["{name}: {text}", "[00:00:07] {name}: {text}", "{name}  0:07\n{text}"]))
def test_text_files_give_back_who_said_what(talk: list[tuple[str, str]], form: str) -> None:
    talk = [("Onderzoeker", "Nou vertel"), *talk]
    content = "\n\n".join(form.format(name=name, text=text) for name, text in talk)
    for variant in (content, content.replace("\n", "\r\n"), f"\ufeff{content}"):
        reading = _read("t.txt", variant.encode())
        assert [(turn.speaker, reading.text_of(turn)) for turn in reading.turns] == talk


@SLOW
@given(st.binary(max_size=200), st.sampled_from(known_suffixes()), st.sampled_from(BEGINNINGS))
def test_bytes_of_any_kind_give_a_reading_or_a_sentence(content: bytes, suffix: str, beginning: bytes) -> None:
    try:
        _check_spans(_read(f"t{suffix}", beginning + content, ReadingOptions(only_sound=True)))
    except CorpusError as problem:
        assert f"t{suffix}" in str(problem)


@SLOW
@given(st.sampled_from([".docx", ".xlsx"]), st.data())
def test_a_package_with_damage_gives_a_reading_or_a_sentence(suffix: str, data: st.DataObject) -> None:
    content = bytearray(PACKAGES[suffix])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(0, 200))
    try:
        _check_spans(_read(f"t{suffix}", bytes(content[: len(content) - cut])))
    except CorpusError as problem:
        assert f"t{suffix}" in str(problem)
