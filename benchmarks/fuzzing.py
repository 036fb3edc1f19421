"""Fuzzing of the readers: whole files are damaged by chance, and each must give a sound reading or one clear sentence.

`python -m benchmarks.fuzzing` goes through numbered runs; with a number behind it, it goes on from there. A run is the
same whenever it is done again, so a number that is printed with a fault is enough to see it.
"""

from __future__ import annotations

import io
import random
import re
import signal
import sys
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring

from benchmarks.measuring import say
from corpus.errors import CorpusError
from corpus.readers import read_documents
from corpus.readers.registry import known_suffixes
from corpus.reading import Reading, ReadingOptions
from tests.corpus.readers.made_files import FORMS, Talk

SEED = 20261201
RUNS = 20_000
LARGEST = 2_000_000
"""Bytes a damaged file has at most in the long runs."""
SLOWEST = 60
"""Seconds after which a reader hangs: a safety net, not a measure."""
FLOOR, TIMES = 64 * 1024 * 1024, 10
"""What a reader may take: so much, and so many times the size of the file unpacked."""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "utf-32", "mac_roman")
ALPHABET = "abcdefghijklmnoprstuvxy"
WORD = re.compile(f"wz[{ALPHABET}]{{4}}q")
NAMES = ("Onderzoeker", "Anna", "Vries, Bo de", "Els")


class Hangs(Exception):
    """A reader is still busy long after any file should be read."""


def make_talk(chance: random.Random, *, turns: int = 8) -> Talk:
    """Turns of words that occur once, by people who take turns."""
    words = iter(dict.fromkeys(_word(chance) for _ in range(turns * 40)))
    return [
        (NAMES[place % len(NAMES)], " ".join(next(words) for _ in range(chance.randint(3, 18))) + ".")
        for place in range(turns)
    ]


def _word(chance: random.Random) -> str:
    return f"wz{''.join(chance.choice(ALPHABET) for _ in range(4))}q"


def damage(data: bytes, chance: random.Random, *, largest: int = LARGEST) -> bytes:
    """The file with a few things wrong; of a package often one of its parts, so that the rest is still opened."""
    if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.7:
        return _damage_part(data, chance, largest)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice((_cut, _flip, _splice, _repeat, _recode, _sow))(data, chance)[:largest]
    return data


def _damage_part(data: bytes, chance: random.Random, largest: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        names = package.namelist()
        broken = chance.choice(names)
        for name in names:
            part = package.read(name)
            made.writestr(name, damage(part, chance, largest=largest) if name == broken else part)
    return stream.getvalue()


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)] if chance.random() < 0.5 else data[_place(data, chance) :]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _splice(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted((_place(data, chance), _place(data, chance)))
    to = _place(data, chance)
    return data[:to] + data[start:end] + data[to:] if chance.random() < 0.5 else data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = _place(data, chance)
    piece = data[start : start + chance.choice((1, 2, 16, 200))]
    return data[:start] + piece * chance.choice((2, 20, 2_000)) + data[start:]


def _recode(data: bytes, chance: random.Random) -> bytes:
    text = data.decode(chance.choice(ENCODINGS), "replace")
    try:
        return text.encode(chance.choice(ENCODINGS), "replace")
    except UnicodeError:
        return data


def _sow(data: bytes, chance: random.Random) -> bytes:
    """Put in what readers look for, where it does not belong."""
    signs = (
        b"\x00", b"\xff\xfe", b"-->", b"\n\n", b"\r", b'"', b";", b"\t", b"<v ", b"</w:p>", b"&#0;", b"\\ud800", b"{",
        b"NOTE", b"\xed\xa0\x80", b"00:00:99.000", b"<!DOCTYPE x>", b"[", b"(", b"\xc3", b": ", b"%%EOF", b"\\'e9",
        b"]", b"<p>",
    )  # fmt: skip
    for _ in range(chance.randint(1, 5)):
        to = _place(data, chance)
        data = data[:to] + chance.choice(signs) * chance.choice((1, 1, 3, 500)) + data[to:]
    return data


def read_safely(name: str, data: bytes, options: ReadingOptions) -> tuple[Reading, ...]:
    """The readings in a file, none when it is refused with a sentence that names it; raises for anything else."""
    with TemporaryDirectory() as folder, _in_time(), _in_bounds(unpacked_size(data)):
        file = Path(folder) / name
        file.write_bytes(data)
        try:
            return read_documents(file, options=options)
        except CorpusError as problem:
            if name not in str(problem):
                raise AssertionError(f"{type(problem).__name__} does not name the file") from problem
            return ()


def unpacked_size(data: bytes) -> int:
    """The bytes of a file, of a package those of its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return max(len(data), sum(part.file_size for part in package.infolist()))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return len(data)


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SLOWEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _in_bounds(size: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    if peak > FLOOR + TIMES * size:
        raise AssertionError(f"{peak:,} bytes for a file of {size:,}")


def check_reading(reading: Reading) -> None:
    """Nothing, when turns lie in the text in order, whole, and are all of it."""
    texts = [reading.text_of(turn) for turn in reading.turns]
    if "\n\n".join(texts) != reading.text or not all(text and text == text.strip() for text in texts):
        raise AssertionError("turns are not the whole text")
    for place, turn in enumerate(reading.turns):
        if turn.reply_to is not None and not 0 <= turn.reply_to < len(reading.turns):
            raise AssertionError(f"turn {place} answers a turn that is not there")


def check_words(source: Iterable[str], readings: Iterable[Reading]) -> None:
    """Nothing, when every word that is whole in the file is in a turn or a loss, as often as it is in the file."""
    kept = Counter(word for reading in readings for word in words_kept(reading))
    missing = Counter(source) - kept
    if missing:
        raise AssertionError(f"lost without a name: {missing.most_common(3)}")


def words_kept(reading: Reading) -> Iterator[str]:
    """The words of a reading wherever they are kept: in turns, in what is known of them, and in the losses."""
    known = (
        each for turn in reading.turns for each in (turn.speaker, turn.key, turn.thread, turn.prompt, turn.posted_at)
    )
    traits = (each for some in reading.traits.items() for each in (some[0], *map(str, some[1].values())))
    lost = (loss.text for loss in reading.losses)
    for text in (reading.text, *known, *traits, *lost, *reading.headers, *reading.columns):
        yield from WORD.findall(text or "")


def words_in(name: str, data: bytes, encoding: str | None) -> list[str]:
    """The words that are whole in a file, where that can be told without its reader; none for other files."""
    suffix = Path(name).suffix.lower()
    if data.startswith(b"PK"):
        return _words_in_word(data) if suffix == ".docx" else []
    if encoding is None or b"%PDF-" in data[:1024] or suffix in {".html", ".htm"}:
        return []  # what is a word on a damaged page, and what a piece of a tag, is for its parser to say
    return WORD.findall(data.decode(encoding, "ignore"))


def _words_in_word(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            document = fromstring(package.read("word/document.xml"), forbid_dtd=True)
    except (zipfile.BadZipFile, KeyError, ParseError, ValueError):
        return []
    return WORD.findall("\n".join("".join(each.itertext()) for each in document.iter() if each.tag.endswith("}p")))


def readable_forms() -> list[str]:
    """The forms of files that a reader takes."""
    return [form for form, made in FORMS.items() if Path(made.file).suffix in known_suffixes()]


def run(number: int, form: str | None = None, *, largest: int = LARGEST) -> str:
    """What became of one damaged file: the name of its form, and how many documents were in it."""
    chance = random.Random(SEED + number)  # noqa: S311 - damage to a test file, no secret
    form = form or chance.choice(readable_forms())
    name = FORMS[form].file if chance.random() < 0.9 else f"stuk{chance.choice(known_suffixes())}"
    data = damage(FORMS[form].make(make_talk(chance)), chance, largest=largest)
    readings = read_safely(name, data, ReadingOptions(only_sound=chance.random() < 0.5))
    for reading in readings:
        check_reading(reading)
    if readings:
        check_words(words_in(name, data, readings[0].encoding), readings)
    return f"{form}: {len(readings)}"


def main(start: int = 0) -> None:
    """Go through the runs from this number; stops with a sentence at the first fault."""
    for number in range(start, RUNS):
        try:
            run(number)
        except Exception as problem:
            raise SystemExit(
                f"run {number} ({type(problem).__name__}: {problem}); go on from {number + 1}"
            ) from problem
        if number % 500 == 499:
            say(f"{number + 1:,} of {RUNS:,} damaged files read or refused")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
