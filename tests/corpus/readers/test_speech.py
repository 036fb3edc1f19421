"""The law of the loss report: of speech that was put in a file, every word is in one turn, and all else is named."""

from __future__ import annotations

import random
import zipfile
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzzing import WORD, check_reading, make_talk, readable_forms
from corpus.readers import read_documents
from corpus.readers.sources import decode_all, open_source
from corpus.reading import Reading
from tests.corpus.readers.made_files import FORMS

GIVEN = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "transcripts"
TEXTS = (
    "nl_otter.txt",
    "nl_teams.vtt",
    "otter_md_debugging.md",
    "webvtt_captions_with_bom.vtt",
    "webvtt_comments.vtt",
)


def _signs(text: str) -> Counter[str]:
    """The characters of a text, white space apart."""
    return Counter(each for each in text if not each.isspace())


def _kept(reading: Reading) -> Counter[str]:
    return _signs(reading.text) + sum((_signs(loss.text) for loss in reading.losses), Counter())


@pytest.mark.parametrize("form", readable_forms())
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(chance=st.integers(0, 10**6), turns=st.integers(3, 12))
def test_every_word_of_speech_is_in_one_turn_whatever_program_wrote_the_file(
    form: str, chance: int, turns: int
) -> None:
    talk = make_talk(random.Random(chance), turns=turns)  # noqa: S311 - words of a test file
    with TemporaryDirectory() as folder:
        file = Path(folder) / FORMS[form].file
        file.write_bytes(FORMS[form].make(talk))
        readings = read_documents(file)
    for reading in readings:
        check_reading(reading)
    said = [word for _, text in talk for word in WORD.findall(text)]
    assert [word for reading in readings for word in WORD.findall(reading.text)] == said
    assert not [word for reading in readings for loss in reading.losses for word in WORD.findall(loss.text)]
    if form == "pdf":
        return  # where a paragraph of print ends is another matter
    turned = [reading.text_of(turn) for reading in readings for turn in reading.turns]
    assert [" ".join(text.split()) for text in turned if WORD.search(text)] == [text for _, text in talk]


pytest_given = pytest.mark.skipif(
    not GIVEN.exists(), reason="the folder shared/data/transcripts is not beside the checkout"
)


@pytest_given
@pytest.mark.parametrize("name", TEXTS)
def test_every_sign_of_a_given_text_is_in_a_turn_or_a_loss(name: str) -> None:
    source = open_source(GIVEN / name)
    decoded = decode_all(source)
    (reading,) = read_documents(GIVEN / name)
    unseen = sum((_signs(loss.text) for loss in decoded.losses), Counter())
    assert _kept(reading) == _signs(decoded.text) + unseen


@pytest_given
def test_every_sign_of_the_given_word_table_is_in_a_turn_or_a_loss() -> None:
    (reading,) = read_documents(GIVEN / "nl_tabel.docx")
    with zipfile.ZipFile(GIVEN / "nl_tabel.docx") as package:
        document = fromstring(package.read("word/document.xml"))  # noqa: S314 - a file of our own
    written = "".join(each.text or "" for each in document.iter() if each.tag.endswith("}t"))
    assert _signs(written) <= _kept(reading)


@pytest_given
def test_every_sign_that_was_posted_in_the_given_community_is_in_a_turn_or_a_loss() -> None:
    (reading,) = read_documents(GIVEN / "nl_community.csv")
    known = [each for turn in reading.turns for each in (turn.speaker, turn.key, turn.thread, turn.prompt)]
    known += reading.headers
    kept = _kept(reading) + sum((_signs(each) for each in known if each), Counter())
    missing = _signs(decode_all(open_source(GIVEN / "nl_community.csv")).text) - kept
    assert not set(missing) & set("abcdefghijklmnopqrstuvwxyz"), "only separators, numbers and headers are no speech"
