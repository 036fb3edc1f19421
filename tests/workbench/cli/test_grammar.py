from __future__ import annotations

import argparse

import pytest

from workbench.cli.grammar import SubVerbs, sentence, split_at_verb


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ([], ([], None, [])),
        (["--help"], (["--help"], None, [])),
        (["-s", "vote", "vote", "x"], (["-s", "vote"], "vote", ["x"])),
        (["--study=map", "--lang", "en", "code", "-s", "x"], (["--study=map", "--lang", "en"], "code", ["-s", "x"])),
        (["--json", "map"], (["--json"], "map", [])),
        (["-s"], (["-s"], None, [])),
    ],
)
def test_the_verb_is_the_first_word_that_is_no_option_nor_its_value(words: list[str], parts: object) -> None:
    assert split_at_verb(words) == parts


def test_words_after_a_verb_know_the_options_of_every_command() -> None:
    parser = argparse.ArgumentParser()
    parser.set_defaults(study=None, json=False)
    SubVerbs(parser).add("list", "list it").add_argument("name")
    read = parser.parse_args(["list", "x", "--json", "-s", "map"])
    assert (read.what, read.name, read.json, read.study) == ("list", "x", True, "map")
    assert parser.parse_args([]).what is None


def test_a_summary_becomes_a_sentence_and_keeps_its_capitals() -> None:
    assert sentence("write Word and PDF") == "Write Word and PDF."
