from __future__ import annotations

import subprocess
import sys

import pytest

import corpus


@pytest.mark.parametrize("name", corpus.__all__)
def test_every_name_of_the_room_is_where_it_is_said_to_be(name: str) -> None:
    assert getattr(corpus, name).__name__ == name


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = corpus.nothing_of_the_kind


def test_reading_a_file_wakes_no_heavy_library() -> None:
    heavy = {"pandas", "numpy", "sklearn", "docx", "openpyxl", "sqlalchemy", "torch"}
    code = f"import sys, corpus; corpus.read_document, corpus.segment; print(sorted({heavy!r} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
