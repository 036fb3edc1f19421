from __future__ import annotations

import subprocess
import sys

import pytest

import prioritisation


@pytest.mark.parametrize("name", prioritisation.__all__)
def test_every_name_of_the_room_can_be_had_from_its_door(name: str) -> None:
    assert getattr(prioritisation, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="stembus"):
        _ = prioritisation.stembus


def test_reading_sessions_and_ballots_does_not_load_numpy() -> None:
    code = "import sys, prioritisation.tables; sys.exit('numpy' in sys.modules)"
    finished = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
