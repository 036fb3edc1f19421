from __future__ import annotations

import argparse
import gettext
import os
import re
from pathlib import Path

import pytest

from study.messages import speaking, translate
from workbench.cli.argparse_words import WORDS, argparse_speaking
from workbench.cli.main import main

FOR_PROGRAMMERS = re.compile(
    r"invalid argument for positionals|not callable|not defined|multiple subparser|conflict|dest=|merge actions"
    r"|mutually exclusive|unexpected option|unknown parser|can't open|mode %r|^%\(prog\)s: error|ambiguous option"
    r"|one of the arguments|deprecated|allowed abbreviations"
)


def test_every_word_that_a_person_can_see_is_ours_to_translate() -> None:
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    said = {single or double for single, double in re.findall(r"\b_\((?:'([^'\n]+)'|\"([^\"\n]+)\")\)", source)}
    assert said >= {"usage: ", "expected one argument"}
    assert {each for each in said if not FOR_PROGRAMMERS.search(each)} <= set(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_each_has_its_dutch(word: str) -> None:
    with speaking("nl"):
        assert translate(word) != word


def test_argparse_complains_in_the_language_of_the_person(capsys: pytest.CaptureFixture[str]) -> None:
    sentences = []
    for language in ("nl", "en"):
        assert main(["--lang", language, "import", "x", "--kind"]) == 2
        sentences.append(capsys.readouterr().err)
    assert sentences[1] == "draad import: argument --kind: expected one argument. See “draad import --help”.\n"
    with speaking("nl"):
        assert translate("expected one argument") in sentences[0]
    assert "argument" not in sentences[0]


def test_gettext_is_afterwards_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    domain = gettext.textdomain()
    with argparse_speaking("nl"):
        assert os.environ["LANGUAGE"] == "nl"
    assert (gettext.textdomain(), "LANGUAGE" in os.environ) == (domain, False)
    monkeypatch.setenv("LANGUAGE", "fr")
    with argparse_speaking("en"):
        assert gettext.gettext("usage: ") == "usage: "
    assert os.environ["LANGUAGE"] == "fr"
