from __future__ import annotations

import csv
import tomllib

import pytest

from workbench.unreadable import reason_of


def complaint(text: str) -> tomllib.TOMLDecodeError:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return problem
    raise AssertionError(f"{text!r} is TOML")


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = \n", "2"), ("[[a]\n", "1"), ("a = 1\na = 'geheim'\n", "2")])
def test_a_mistake_in_toml_is_placed_and_not_repeated(text: str, line: str) -> None:
    reason = reason_of(complaint(text))
    assert line in reason
    assert "geheim" not in reason


@pytest.mark.parametrize(
    "problem",
    [
        complaint("a = 'open"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"),
        csv.Error("x"),
        OSError(2, "x"),
        ValueError("x"),
    ],
)
def test_every_other_reason_is_half_a_sentence(problem: Exception) -> None:
    reason = reason_of(problem)
    assert len(reason) > 5
    assert not reason.endswith(".")
