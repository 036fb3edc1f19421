"""Damaged files: every reader gives a sound reading or a clear sentence, in bounded memory, and loses nothing unnamed.

The long runs are in `make soak`; a fault there is a number that `run` takes here.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzzing import RUNS, make_talk, read_safely, readable_forms, run
from corpus.readers import find_reader
from corpus.readers.registry import OURS, known_suffixes
from corpus.reading import ReadingOptions
from tests.corpus.readers.made_files import FORMS

SHORT = 100_000


def test_a_file_of_every_reader_is_damaged() -> None:
    talk = make_talk(random.Random(1))  # noqa: S311 - words of a test file
    damaged = {find_reader(FORMS[form].source(talk), ReadingOptions()).name for form in readable_forms()}
    assert damaged >= {each.name for each in OURS}


@pytest.mark.soak
@pytest.mark.parametrize("form", readable_forms())
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(number=st.integers(min_value=RUNS, max_value=2 * RUNS))
def test_a_damaged_file_gives_a_reading_that_loses_no_word_or_a_sentence(form: str, number: int) -> None:
    run(number, form, largest=SHORT)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(min_size=1, max_size=400), st.sampled_from(known_suffixes()))
def test_random_bytes_give_a_reading_or_a_sentence(data: bytes, suffix: str) -> None:
    read_safely(f"stuk{suffix}", data, ReadingOptions(only_sound=True))


@pytest.mark.parametrize("form", readable_forms())
def test_a_package_or_file_over_the_limit_is_not_opened(form: str, tmp_path: Path) -> None:
    data = FORMS[form].make(make_talk(random.Random(2)))  # noqa: S311 - words of a test file
    assert read_safely(FORMS[form].file, data, ReadingOptions(unpacked_limit=500)) == ()
