from __future__ import annotations

import random
import time

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from corpus.asked import ASKED_COLUMNS, COVERED_COLUMNS, asked, covered
from corpus.documents import DocumentKind
from corpus.instruments import InstrumentKind
from corpus.segments import Role
from study.config import Phase
from tests.corpus.material import a_document, a_guide, a_participant, a_question, a_segment, an_instrument

PEOPLE = [a_participant("W1"), a_participant("W2"), a_participant("J1", "jobcoach"), a_participant("J2", "jobcoach")]
INTERVIEWS = an_instrument("interviews")
COMMUNITY = an_instrument("community", InstrumentKind.COMMUNITY, perspective="jobcoach")
GUIDE, PROMPTS = a_guide("g", instrument="interviews"), a_guide("p", instrument="community")
ON_0 = a_question("q0", phases=("0",), codes=("geld",))
ON_1 = a_question("q1", phases=("0", "1"), prompted=True)
PROMPT_2 = a_question("p2", guide="p", phases=("2",))
PROMPT_3 = a_question("p3", guide="p", phases=("3",))


def _rows(table: pd.DataFrame, *names: str) -> list[tuple[object, ...]]:
    return list(table[list(names)].itertuples(index=False, name=None))


def _interviews(**options: object) -> pd.DataFrame:
    return asked(
        [INTERVIEWS],
        [GUIDE],
        [ON_0, ON_1],
        [a_document("a", instrument="interviews", guide="g"), a_document("b", instrument="interviews", guide="g")],
        [
            a_segment("a", None, role=Role.INTERVIEWER, question="q0"),
            a_segment("a", "W1", question="q0"),
            a_segment("a", "J1", role=Role.GROUP),
            a_segment("b", "W2"),
        ],
        PEOPLE,
        **options,  # type: ignore[arg-type]  # options of each test
    )


def test_a_question_counts_as_asked_to_everybody_spoken_to_with_its_guide() -> None:
    table = _interviews()
    by_question = table[(table["via"] == "vraag") & (table["code"] == "")]
    assert _rows(by_question, "phase", "participant_id", "prompted") == [
        ("0", "par-W1", True),
        ("0", "par-W2", True),
        ("1", "par-W1", True),
        ("1", "par-W2", True),
    ]
    assert list(table.columns) == list(ASKED_COLUMNS)
    assert table["prompted"].dtype == bool


def test_topics_have_rows_of_their_own_with_their_own_prompting() -> None:
    table = _interviews()
    assert _rows(table[table["code"] == "geld"], "phase", "participant_id", "prompted") == [
        ("0", "par-W1", False),
        ("0", "par-W2", False),
    ]


def test_a_phase_in_no_guide_of_the_perspective_is_spoken_of_unprompted_by_all() -> None:
    table = _interviews(phases=[Phase("0", "Begin"), Phase("2", "Einde")])
    unprompted = table[table["via"] == "spontaan"]
    assert _rows(unprompted, "phase", "participant_id", "prompted") == [
        ("2", "par-W1", False),
        ("2", "par-W2", False),
        ("x", "par-W1", False),
        ("x", "par-W2", False),
    ]


def test_interviewers_and_group_voices_are_never_asked() -> None:
    assert set(_interviews()["participant_id"]) == {"par-W1", "par-W2"}


def test_in_a_community_who_posted_under_the_prompt_was_asked() -> None:
    document = a_document("c", instrument="community", guide="p", kind=DocumentKind.COMMUNITY)
    posts = [a_segment("c", "J1", question="p2"), a_segment("c", "J2"), a_segment("c", "J2", ordinal=1)]
    table = asked([COMMUNITY], [PROMPTS], [PROMPT_2, PROMPT_3], [document], posts, PEOPLE, phases=["0", "2", "3"])
    assert _rows(table, "phase", "participant_id", "via") == [
        ("0", "par-J1", "spontaan"),
        ("0", "par-J2", "spontaan"),
        ("2", "par-J1", "vraag"),
        ("x", "par-J1", "spontaan"),
        ("x", "par-J2", "spontaan"),
    ]


def test_covered_tells_a_phase_that_reached_nobody_from_one_never_asked_about() -> None:
    document = a_document("c", instrument="community", guide="p", kind=DocumentKind.COMMUNITY)
    material = ([COMMUNITY, INTERVIEWS], [PROMPTS, GUIDE], [PROMPT_3, ON_0], [document], [a_segment("c", "J1")], PEOPLE)
    assert "3" not in set(asked(*material, phases=["2", "3"])["phase"])
    table = covered(*material)
    assert list(table.columns) == list(COVERED_COLUMNS)
    assert _rows(table, "perspective", "phase", "code") == [
        ("jobcoach", "3", ""),
        ("werkgever", "0", ""),
        ("werkgever", "0", "geld"),
    ]


def test_without_any_guide_everybody_of_the_instrument_is_eligible() -> None:
    table = asked(
        [INTERVIEWS], [], [], [a_document("a", instrument="interviews")], [a_segment("a", "W1")], PEOPLE, phases=["0"]
    )
    assert _rows(table, "phase", "participant_id", "via") == [
        ("0", "par-W1", "geen_topiclijst"),
        ("x", "par-W1", "geen_topiclijst"),
    ]


def test_the_only_guide_of_an_instrument_is_that_of_its_documents_and_of_two_neither() -> None:
    documents, segments = [a_document("a", instrument="interviews")], [a_segment("a", "W1")]
    one = asked([INTERVIEWS], [GUIDE], [ON_1], documents, segments, PEOPLE)
    assert set(one[one["phase"] == "1"]["via"]) == {"vraag"}
    second = a_guide("g2", instrument="interviews")
    two = asked([INTERVIEWS], [GUIDE, second], [ON_1], documents, segments, PEOPLE)
    assert set(two["via"]) == {"geen_topiclijst"}


def test_posts_that_answer_a_prompt_show_which_guide_was_used() -> None:
    second = a_guide("p-later", instrument="community")
    document = a_document("c", instrument="community", kind=DocumentKind.COMMUNITY)
    posts = [a_segment("c", "J1", question="p2"), a_segment("c", "J2")]
    table = asked([COMMUNITY], [PROMPTS, second], [PROMPT_2], [document], posts, PEOPLE)
    assert _rows(table[table["phase"] == "2"], "participant_id", "via") == [("par-J1", "vraag")]


def test_a_question_on_codes_alone_stands_under_no_phase() -> None:
    question = a_question("q9", codes=("geld",))
    table = asked(
        [INTERVIEWS],
        [GUIDE],
        [question],
        [a_document("a", instrument="interviews", guide="g")],
        [a_segment("a", "W1")],
        PEOPLE,
    )
    assert _rows(table[table["via"] == "vraag"], "phase", "code") == [("", "geld")]


def test_a_study_without_anything_gives_an_empty_table() -> None:
    assert list(asked([], [], [], [], [], []).columns) == list(ASKED_COLUMNS)
    assert len(covered([], [], [], [], [], [])) == 0


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(chance: random.Random) -> None:
    documents = [a_document(name, instrument="interviews", guide="g") for name in "ab"]
    segments = [a_segment("a", "W1"), a_segment("b", "W2"), a_segment("b", "J1")]
    questions = [ON_0, ON_1]
    first = asked([INTERVIEWS], [GUIDE], questions, documents, segments, PEOPLE)
    people = list(PEOPLE)
    for records in (questions, documents, segments, people):
        chance.shuffle(records)
    second = asked([INTERVIEWS], [GUIDE], questions, documents, segments, people)
    pd.testing.assert_frame_equal(first, second)


def test_a_hundred_thousand_segments_take_no_time_to_speak_of() -> None:
    people = [a_participant(f"P{number}") for number in range(200)]
    documents = [a_document(f"d{number}", instrument="interviews", guide="g") for number in range(1000)]
    segments = [
        a_segment(f"d{number % 1000}", f"P{number % 200}", question="q1", ordinal=number) for number in range(100_000)
    ]
    start = time.process_time()
    table = asked([INTERVIEWS], [GUIDE], [ON_0, ON_1], documents, segments, people)
    assert table["participant_id"].nunique() == 200
    assert time.process_time() - start < 10  # half a second on a quiet machine; per-row work would take minutes
