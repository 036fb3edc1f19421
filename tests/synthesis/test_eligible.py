from __future__ import annotations

import pandas as pd

from corpus.asked import COVERED_COLUMNS
from corpus.asked import asked as list_asked
from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment, Unit
from synthesis.eligible import Eligible, add_assumptions
from tests.synthesis.cases import asked, asked_table, people


def test_who_was_asked_is_the_union_over_instruments() -> None:
    table = asked_table(asked(people(3)), asked(["w3", "w4"], instrument_id="j", via="geen_topiclijst"))
    circle = Eligible(table).of_phase("werkgever", "0")
    assert circle.people == {"w1", "w2", "w3", "w4"}
    assert not circle.asked


def test_somebody_asked_twice_counts_once_and_was_asked() -> None:
    table = asked_table(asked(people(2)), asked(["w1"], instrument_id="j", via="geen_topiclijst"))
    assert Eligible(table).of_phase("werkgever", "0").asked


def test_a_phase_in_no_guide_is_held_against_everybody() -> None:
    circle = Eligible(asked_table(asked(people(4)))).of_phase("werkgever", "1")
    assert len(circle.people) == 4
    assert not circle.asked


def test_a_phase_that_was_covered_but_reached_nobody_has_no_one() -> None:
    covered = pd.DataFrame([("werkgever", "1", "", "i", "g", False)], columns=list(COVERED_COLUMNS))
    eligible = Eligible(asked_table(asked(people(4))), covered=covered)
    assert eligible.covers("werkgever", "1")
    assert eligible.of_phase("werkgever", "1").people == frozenset()


def test_a_topic_that_a_guide_names_has_its_own_circle() -> None:
    table = asked_table(
        asked(people(6)),
        asked(people(2), code="contact"),
        asked(["w6"], instrument_id="without-codes"),
        asked(["w7"], instrument_id="no-guide", via="geen_topiclijst"),
    )
    eligible = Eligible(table)
    assert eligible.of_phase("werkgever", "0", topic="contact").people == {"w1", "w2", "w6", "w7"}
    assert len(eligible.of_phase("werkgever", "0", topic="something else").people) == 7


def test_an_instrument_that_names_other_topics_goes_by_the_phase_for_this_one() -> None:
    """Asked openly what happened, and about money in so many words: the goodbye was asked about all the same."""
    table = asked_table(
        asked(people(6)),
        asked(people(6), code="inkomen"),
        asked(["w9"], instrument_id="groep"),
        asked(["w9"], instrument_id="groep", code="afscheid"),
    )
    assert len(Eligible(table).of_phase("werkgever", "0", topic="afscheid").people) == 7


def test_a_question_about_a_topic_in_no_phase_holds_for_every_phase() -> None:
    table = asked_table(asked(people(6)), asked(people(2), code="contact", phase=""))
    assert Eligible(table).of_phase("werkgever", "0", topic="contact").people == {"w1", "w2"}


def test_instruments_without_a_topic_list_are_named() -> None:
    table = asked_table(asked(people(2)), asked(["w9"], instrument_id="j", via="geen_topiclijst"))
    assert Eligible(table).without_guide("werkgever") == {"j"}
    assert Eligible(table).without_guide("jobcoach") == frozenset()


def test_an_empty_table_asks_nobody() -> None:
    eligible = Eligible(asked_table())
    assert eligible.of_phase("werkgever", "0").people == frozenset()
    assert not eligible.covers("werkgever", "0")


INSTRUMENT = Instrument("i", "gesprekken", "Gesprekken", InstrumentKind.INTERVIEW, "werkgever", 1)
GUIDE = Guide("g", "lijst", "i", "1")
QUESTIONS = [
    Question("q1", "v1", "g", 1, "Hoe ging het?", phases=("0",)),
    Question("q2", "v2", "g", 2, "Helpt begeleiding?", phases=("1",), assumptions=("A1",)),
]
DOCUMENTS = [Document("d", "W1", "Goed.", DocumentKind.TRANSCRIPT, "i", "g", "nl", None, "w1.vtt", "ab")]
SEGMENTS = [Segment("s", "d", 0, Unit.TURN, 0, 5, participant_id="w1", role=Role.RESPONDENT)]
PARTICIPANTS = [Participant("w1", "W1", "werkgever")]


def test_assumptions_are_asked_by_the_questions_that_cover_them() -> None:
    known = ([INSTRUMENT], [GUIDE], QUESTIONS, DOCUMENTS, SEGMENTS, PARTICIPANTS)
    eligible = Eligible(add_assumptions(list_asked(*known), *known))
    assert eligible.of_assumption("werkgever", "A1").people == {"w1"}
    assert eligible.of_assumption("werkgever", "A2").people == frozenset()
    assert eligible.of_phase("werkgever", "1").people == {"w1"}
    assert eligible.of_phase("werkgever", "0", topic="A1") == eligible.of_phase("werkgever", "0")
