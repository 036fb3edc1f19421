"""Who was asked (synthesis.md 3.2), worked out by hand.

Ten employers (W01 to W10) were interviewed: six with the first version of the topic list, four with the second.
Version 1 asks about phases 0 and 1, version 2 about 0, 1 and 2. Three of them also took part in an online community
with two employers who were not interviewed (W11, W12). Its prompt about phase 2 drew posts from W01, W07 and W11, its
prompt about phase 0 from W02; W12 posted under no prompt. A later round without a recorded topic list spoke to one
employer more (W13). Phase 3 is in no topic list.
"""

from __future__ import annotations

import pandas as pd
import pytest

from corpus.asked import asked
from corpus.documents import DocumentKind
from corpus.instruments import InstrumentKind
from tests.corpus.material import a_document, a_guide, a_participant, a_question, a_segment, an_instrument


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    people = [a_participant(f"W{number:02}") for number in range(1, 14)]
    instruments = [
        an_instrument("interviews"),
        an_instrument("community", InstrumentKind.COMMUNITY),
        an_instrument("later"),
    ]
    guides = [
        a_guide("v1", instrument="interviews"),
        a_guide("v2", instrument="interviews"),
        a_guide("prompts", instrument="community"),
    ]
    questions = [
        a_question("v1a", guide="v1", phases=("0", "1")),
        a_question("v2a", guide="v2", phases=("0", "1")),
        a_question("v2b", guide="v2", phases=("2",), prompted=True),
        a_question("c1", guide="prompts", phases=("2",)),
        a_question("c2", guide="prompts", phases=("0",)),
    ]
    documents = [
        *(a_document(f"v1-{number}", instrument="interviews", guide="v1") for number in range(1, 7)),
        *(a_document(f"v2-{number}", instrument="interviews", guide="v2") for number in range(7, 11)),
        a_document("posts", instrument="community", guide="prompts", kind=DocumentKind.COMMUNITY),
        a_document("round", instrument="later"),
    ]
    segments = [
        *(a_segment(f"v1-{number}", f"W{number:02}") for number in range(1, 7)),
        *(a_segment(f"v2-{number}", f"W{number:02}") for number in range(7, 11)),
        a_segment("posts", "W01", question="c1"),
        a_segment("posts", "W07", question="c1"),
        a_segment("posts", "W11", question="c1"),
        a_segment("posts", "W02", question="c2"),
        a_segment("posts", "W12"),
        a_segment("round", "W13"),
    ]
    return asked(instruments, guides, questions, documents, segments, people, phases=("0", "1", "2", "3"))


def _eligible(table: pd.DataFrame, phase: str) -> int:
    """E: distinct respondents."""
    return int(table[(table["phase"] == phase) & (table["code"] == "")]["participant_id"].nunique())


def test_phase_0_was_asked_of_all_interviewed_and_somebody_in_two_instruments_counts_once(
    table: pd.DataFrame,
) -> None:
    assert _eligible(table, "0") == 10 + 1  # and the one of the round without a topic list


def test_phase_2_was_asked_with_version_2_and_of_those_who_posted_under_the_prompt(table: pd.DataFrame) -> None:
    asked_of = {"W07", "W08", "W09", "W10"} | {"W01", "W07", "W11"} | {"W13"}
    assert _eligible(table, "2") == len(asked_of) == 7


def test_phase_3_is_in_no_topic_list_so_everybody_may_speak_of_it_unprompted(table: pd.DataFrame) -> None:
    rows = table[table["phase"] == "3"]
    assert _eligible(table, "3") == 13
    assert set(rows["via"]) == {"spontaan", "geen_topiclijst"}
    assert set(rows[rows["via"] == "geen_topiclijst"]["participant_id"]) == {"par-W13"}


def test_only_the_prompting_question_prompts(table: pd.DataFrame) -> None:
    prompted = table[table["prompted"]]
    assert set(prompted["participant_id"]) == {"par-W07", "par-W08", "par-W09", "par-W10"}
    assert set(prompted["phase"]) == {"2"}
