from __future__ import annotations

from pathlib import Path

import pytest

from corpus.asked import asked
from corpus.asked_questions import AskedOf, Asking, questions_asked
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.folder import Study
from tests.workbench.material import put
from workbench.actions.guides import add_guide
from workbench.actions.importing import Choices, import_file
from workbench.actions.instruments import save_instrument
from workbench.actions.linking import link_proposed, link_turns, talks
from workbench.actions.relinking import take_back
from workbench.errors import CannotUndo, NoQuestionsFor

TURNS = (
    ("Interviewer", "Fijn dat u er bent."),
    ("Sjoerd", "Dank."),
    ("Interviewer", "Vertel, hoe kwam u bij deze werknemer terecht?"),
    ("Sjoerd", "Via de gemeente."),
    ("Interviewer", "Zomaar?"),
    ("Sjoerd", "Na een telefoontje."),
    ("Interviewer", "Welke hulp kreeg u toen van het loket?"),
    ("Sjoerd", "Geen."),
)
QUESTIONS = ("Hoe kwam u bij deze werknemer terecht?", "Welke hulp kreeg u van het loket?", "Wat zou u anders doen?")


@pytest.fixture
def held(either_study: Study, tmp_path: Path) -> Study:
    """A study with a talk held with a topic list of three questions, none of them linked."""
    save_instrument(either_study, {"title": "Ronde", "kind": "interview", "perspective": "werkgever"}, by="ans")
    add_guide(either_study, "ronde", "Lijst", by="ans", drafts=[{"text": each} for each in QUESTIONS])
    choices = Choices(perspective="werkgever", instrument="ronde")
    import_file(either_study, put(tmp_path, "gesprek.txt", "\n".join(map(": ".join, TURNS))), choices, by="ans")
    return either_study


def keys(study: Study) -> list[str | None]:
    """The question (key) that each turn goes with."""
    with study.reading() as store:
        questions, segments = store.records(Question, Segment)
    names = {each.id: each.key for each in questions}
    return [names.get(each.question_id or "") for each in segments]


def test_questions_are_proposed_for_the_turns_that_put_them(held: Study) -> None:
    (talk,) = talks(held)
    names = {each.id: each.key for each in talk.questions}
    found = {each.segment.ordinal: names[each.proposal.question_id] for each in talk.turns if each.proposal}
    assert found == {2: "v1", 6: "v2"}
    assert (talk.linked, len(talk.open)) == (0, 2)
    assert keys(held) == [None] * 8


def test_confirming_all_at_once_links_turns_and_answers_and_says_who_was_asked(held: Study) -> None:
    done = link_proposed(held, by="ans")
    assert keys(held) == [None, None, "v1", "v1", "v1", "v1", "v2", "v2"]
    assert done.turns == 6
    (talk,) = talks(held)
    assert (talk.linked, talk.open) == (2, ())
    with held.reading() as store:
        guides, questions, documents, segments, people = store.records(Guide, Question, Document, Segment, Participant)
    found = questions_asked(guides, questions, documents, segments)
    assert [found[people[0].id, each.id] for each in questions] == [
        AskedOf(Asking.ANSWERED, 2),
        AskedOf(Asking.ANSWERED, 1),
        AskedOf(Asking.LISTED),
    ]


def test_a_person_may_choose_another_question_or_none(held: Study) -> None:
    link_proposed(held, by="ans")
    (talk,) = talks(held)
    turns = {each.segment.ordinal: each.segment.id for each in talk.turns}
    third = next(each.id for each in talk.questions if each.key == "v3")
    link_turns(held, {turns[4]: third, turns[6]: None}, by="ans")
    assert keys(held) == [None, None, "v1", "v1", "v3", "v3", "v3", "v3"]


def test_one_undo_puts_every_link_back(held: Study) -> None:
    done = link_proposed(held, by="ans")
    assert take_back(held, done, by="ans") == 6
    assert keys(held) == [None] * 8


def test_links_that_changed_since_are_not_overwritten(held: Study) -> None:
    done = link_proposed(held, by="ans")
    (talk,) = talks(held)
    link_turns(held, {talk.turns[1].segment.id: None}, by="bo")
    with pytest.raises(CannotUndo):
        take_back(held, done, by="ans")
    assert keys(held) == [None] * 6 + ["v2", "v2"]


def test_only_questions_of_the_list_of_the_document_can_be_put(held: Study) -> None:
    other = add_guide(held, "ronde", "Andere lijst", by="ans", drafts=[{"text": "Waar woont u?"}])
    with held.reading() as store:
        strange = store.only(Question, guide_id=other.id).id
    (talk,) = talks(held)
    with pytest.raises(NoQuestionsFor):
        link_turns(held, {talk.turns[0].segment.id: strange}, by="ans")
    assert keys(held) == [None] * 8


def test_the_journal_says_how_many_turns_changed_and_none_of_their_words(held: Study) -> None:
    link_proposed(held, by="ans")
    with held.reading() as store:
        last = store.journal()[-1]
    assert (last.verb, last.kind, last.count, last.before) == ("replace", "Segment", 6, None)


COMMUNITY = """bericht_id;reactie_op;gebruiker;bericht
1;;Moderator;Welkom allemaal, stel u even voor.
2;1;Esra;Ik ben coach in het oosten.
3;;Moderator;Wat doet u in de eerste week na een ontslag?
4;3;Esra;Meteen bellen, dezelfde dag nog.
5;4;Gijs;Ik wacht een week.
6;1;Joke;Coach, zuiden.
"""


def test_a_prompt_that_is_linked_makes_those_who_post_under_it_asked(either_study: Study, tmp_path: Path) -> None:
    form = {"title": "Forum", "kind": "community", "perspective": "jobcoach"}
    save_instrument(either_study, form, by="ans")
    prompt = {"text": "Wat doet u in de eerste week na ontslag?", "phases": "3"}
    add_guide(either_study, "forum", "Prompts", by="ans", drafts=[prompt])
    choices = Choices(perspective="jobcoach", instrument="forum", guide="prompts")
    import_file(either_study, put(tmp_path, "forum.csv", COMMUNITY), choices, by="ans")
    assert who_was_asked(either_study) == []
    link_proposed(either_study, by="ans")
    assert keys(either_study) == [None, None, "v1", "v1", "v1", None]
    assert who_was_asked(either_study) == ["J01", "J02"]


def who_was_asked(study: Study) -> list[str]:
    """The respondents (code) to whom a question on phase 3 was put."""
    kinds = (Instrument, Guide, Question, Document, Segment, Participant)
    with study.reading() as store:
        records = store.records(*kinds)
    table = asked(*records)
    rows = table[(table["phase"] == "3") & (table["via"] == "vraag")]
    codes = {each.id: each.code for each in records[-1]}
    return sorted({codes[each] for each in rows["participant_id"]})
