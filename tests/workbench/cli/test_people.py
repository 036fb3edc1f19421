from __future__ import annotations

import argparse

import pytest

from workbench.cli.people import add_by, person


def named(*words: str) -> str:
    parser = argparse.ArgumentParser()
    add_by(parser)
    return person(parser.parse_args(words))


def test_a_person_is_the_option_or_the_variable_or_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "account")
    assert named() == "account"
    monkeypatch.setenv("DRAAD_NAAM", "Marit")
    assert named() == "Marit"
    assert named("--by", "Joris") == "Joris"
