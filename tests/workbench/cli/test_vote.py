from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.five_lists import with_lists
from tests.workbench.material import BALLOTS, POINTS, SESSIONS, put


@pytest.fixture
def prepared(draad: Command, study: Study, tmp_path: Path) -> Study:
    """A study with a session that waits for ballots."""
    assert draad("-s", study.folder, "vote", "points", put(tmp_path, "p.toml", POINTS)).out == (
        "2 improvement points stored.\n"
    )
    assert draad("-s", study.folder, "vote", "sessions", put(tmp_path, "s.toml", SESSIONS)).out == "1 session stored.\n"
    return study


def test_ballots_come_in_with_the_reasons_of_those_that_do_not_count(
    draad: Command, prepared: Study, tmp_path: Path
) -> None:
    words = ("-s", prepared.folder, "vote", "ballots", "s1", put(tmp_path, "b.csv", BALLOTS))
    answer = draad(*words)
    assert answer.out == "5 ballots stored.\n"
    assert answer.err.startswith("! Ballot 4 is invalid: ")
    assert draad(*words, "--json").value == {"valid": 3, "blank": 1, "invalid": 1}


def test_the_list_is_shown_with_its_turnout_and_ties(draad: Command, prepared: Study, tmp_path: Path) -> None:
    ballots = "stem\nbellen > blijven\nblijven > bellen\n"
    draad("-s", prepared.folder, "vote", "ballots", "s1", put(tmp_path, "b.csv", ballots))
    answer = draad("-s", prepared.folder, "vote")
    assert answer.out.splitlines()[:2] == ["Wat eerst moet", "Open to anyone; 2 valid, 0 blank, 0 invalid"]
    assert answer.out.count("1-2") == 2
    assert "Fewer than 5 valid ballots" in answer.err
    assert draad("-s", prepared.folder, "vote", "--json").value == draad(
        "-s", prepared.folder, "vote", "count", "--json"
    ).value  # fmt: skip


def test_nothing_to_count_is_said(draad: Command, prepared: Study) -> None:
    assert draad("-s", prepared.folder, "vote").out.startswith("No session is closed yet.")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("ballots", "s9", "b.csv"), "s1"),
        (("ballots", "s1", "weg.csv"), "weg.csv"),
        (("ballots", "s1", "p.toml"), "p.toml"),
        (("points", "weg.toml"), "weg.toml"),
        (("points", "s.toml"), "s.toml"),
        (("sessions", "b.csv"), "b.csv"),
    ],
)
def test_a_wrong_file_or_session_is_one_sentence(
    draad: Command, prepared: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], part: str
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "b.csv", BALLOTS)
    answer = draad("-s", prepared.folder, "vote", *words)
    assert answer.code == 16
    assert part in answer.sentence


def test_the_list_of_a_consultation_says_where_it_comes_from(draad: Command, study: Study, tmp_path: Path) -> None:
    with_lists(study, tmp_path)
    answer = draad("-s", study.folder, "vote")
    assert "Consultation, 4 present; marked as: ranking" in answer.out
    assert "Consultation, 5 present; marked as: groups" in answer.out
    assert "(was:" in answer.out
    left_off = answer.out.partition("put to the group and left off its list")[2]
    assert "Schrijf brieven die te lezen zijn" in left_off.partition("marked as")[0]
    assert answer.err.count("nobody cast a ballot") == 2
    assert "Open to anyone; 34 valid, 3 blank, 1 invalid" in answer.out
