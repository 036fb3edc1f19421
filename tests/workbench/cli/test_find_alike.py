from __future__ import annotations

from study.folder import Study
from tests.corpus.test_nearest import SAID
from tests.workbench.actions.searched import put_turns
from tests.workbench.command import Command


def test_the_turns_like_another_come_from_every_document(study: Study, draad: Command) -> None:
    put_turns(study, "eerste", SAID[::2])
    put_turns(study, "tweede", SAID[1::2])
    rows = draad("-s", study.folder, "find", "--like", "eerste:1", "--json").value
    assert (rows[0]["document"], rows[0]["turn"], rows[0]["text"]) == ("tweede", 1, SAID[1])
    assert SAID[1] in " ".join(draad("-s", study.folder, "find", "--like", "eerste:1").out.split())


def test_a_turn_or_document_that_is_not_there_is_said(study: Study, draad: Command) -> None:
    put_turns(study, "eerste", SAID)
    assert "has no turn “9”" in draad("-s", study.folder, "find", "--like", "eerste:9").sentence
    assert "no document “tweede”" in draad("-s", study.folder, "find", "--like", "tweede:1").sentence


def test_words_and_filters_are_refused_beside_a_turn(study: Study, draad: Command) -> None:
    put_turns(study, "eerste", SAID)
    answer = draad("-s", study.folder, "find", "zebra", "--like", "eerste:1")
    assert (answer.code, answer.out) == (2, "")
    assert "--like stands alone" in answer.err


def test_without_words_and_without_a_turn_there_is_nothing_to_find(study: Study, draad: Command) -> None:
    put_turns(study, "eerste", SAID)
    assert draad("-s", study.folder, "find").sentence.startswith("There is no word to look for.")
