from __future__ import annotations

from study.folder import Study
from tests.workbench.actions.searched import put_turns
from tests.workbench.command import Command


def test_what_is_found_is_shown_with_the_words_around_and_its_place(study: Study, draad: Command) -> None:
    put_turns(study, "gesprek", ["Niemand belde mij.", "De coach belde wél."])
    answer = draad("-s", study.folder, "find", "coaches OF coach")
    assert "De coach belde wél." in answer.out
    assert "R1 · 22-27" in answer.out
    assert "Found: 1 turn in 1 document." in answer.out


def test_json_gives_code_points_that_can_be_coded(study: Study, draad: Command) -> None:
    put_turns(study, "gesprek", ["👍 Niemand belde mij."])
    found = draad("-s", study.folder, "find", "bel*", "--json").value
    assert found["total"] == 1
    (hit,) = found["hits"]
    assert (hit["start"], hit["end"], hit["found"], hit["turn"]) == (10, 15, "belde", 1)


def test_a_query_that_cannot_be_read_ends_with_one_sentence(study: Study, draad: Command) -> None:
    answer = draad("-s", study.folder, "find", '"de coach')
    assert answer.code == 11
    assert answer.sentence.startswith("A quotation mark is opened and not closed.")


def test_nothing_found_says_what_to_try(study: Study, draad: Command) -> None:
    answer = draad("-s", study.folder, "find", "zebra")
    assert answer.code == 0
    assert "Nothing was found." in answer.out
