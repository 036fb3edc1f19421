from __future__ import annotations

from study.folder import Study
from tests.workbench.command import Command


def test_topics_are_shown_and_kept_with_their_seed(draad: Command, own_example: Study) -> None:
    first = draad("-s", own_example.folder, "topics", "--seed", "7", "--json").value
    assert first["topics"]
    assert (first["method"], first["seed"]) == ("builtin", 7)
    assert draad("-s", own_example.folder, "topics", "--seed", "7", "--json").value == first
    assert "Not assigned: " in draad("-s", own_example.folder, "topics").out


def test_three_turns_give_no_topics_but_advice(draad: Command, coded: Study) -> None:
    answer = draad("-s", coded.folder, "topics")
    assert answer.code == 0
    assert answer.out == "Too few passages of text for topics; use the codes and search instead.\n"
