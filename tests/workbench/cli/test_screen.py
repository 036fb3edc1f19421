from __future__ import annotations

import pytest

from workbench.cli.screen import Screen


def test_people_read_results_on_standard_output_and_remarks_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen()
    screen.say("klaar [bold]:smile: 1,5")
    screen.remark("terzijde")
    screen.warn("let op")
    screen.answer({"a": 1})
    out, err = capsys.readouterr()
    assert out == "klaar [bold]:smile: 1,5\n"
    assert err == "terzijde\n! let op\n"


def test_programs_get_the_answer_only(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(json=True)
    screen.say("klaar")
    screen.head("kop")
    screen.entry("kop", "tekst")
    screen.table(("a",), [("b",)])
    screen.answer({"naam": "Zoë"})
    assert capsys.readouterr() == ('{"naam": "Zoë"}\n', "")


def test_a_table_keeps_short_columns_whole_and_lets_wide_ones_run_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    Screen().table(
        ("sleutel", "aantal", "tekst"), [("heel-lange-sleutel", 3, "woord " * 12), ("b", None, "")], wide={2}
    )
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 40
    assert sum("heel-lange-sleutel" in line for line in lines) == 1
    assert sum(line.count("woord") for line in lines) == 12
    assert lines[2].index("3") == lines[0].index("aantal") + len("aantal") - 1


def test_a_table_without_rows_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().table(("a",), [])
    assert capsys.readouterr().out == ""


def test_signs_that_steer_a_terminal_are_not_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().table(("naam",), [("\x1b[31mrood\x07\n",)])
    Screen().entry("\x1b[2J", "\x9b")
    assert not set(capsys.readouterr().out) & set("\x1b\x07\x9b")


def test_progress_is_a_line_for_each_step_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Screen().progress() as progress:
        progress("tellen")
        progress("lezen: a", total=2, done=0)
        progress("lezen: b", total=2, done=1)
        progress("klaar", total=2, done=2)
        progress("alleen", total=1, done=0)
    assert capsys.readouterr().err.splitlines() == ["tellen", "[1/2] lezen: a", "[2/2] lezen: b"]
