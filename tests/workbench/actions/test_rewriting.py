"""Texts that change after coding: everything on them moves along, and the old words are gone everywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding.codings import Coding
from corpus.documents import Document
from corpus.segments import Segment
from corpus.spans import Edit, SpanMap
from study.folder import Study
from synthesis.findings import Finding
from synthesis.topics import TopicFit
from synthesis.verdicts import Override
from tests.workbench.leaving import ALONE, COACH, PARROT, TURNS, Cast, fill_results, fill_study
from workbench.actions.rewriting import clear_traces, rewrite_texts
from workbench.actions.starting import start_study


def replacing(text: str, old: str, new: str) -> SpanMap:
    start = text.index(old)
    return SpanMap([Edit(start, start + len(old), new)])


@pytest.fixture
def filled(either_study: Study) -> Study:
    fill_results(either_study, fill_study(either_study))
    return either_study


def test_a_name_replaced_after_coding_moves_every_coding_and_turn_along(filled: Study) -> None:
    name = Cast(filled.settings.id)
    with filled.store(by="ans") as store:
        text = store.get(Document, name("gesprek-1")).text
        done = rewrite_texts(store, {name("gesprek-1"): replacing(text, "Mijn papegaai", "Mijn huisdier (soort)")})
        assert (done.documents, done.lost_codings) == (1, ())
    with filled.reading() as store:
        document, coding = store.get(Document, name("gesprek-1")), store.get(Coding, name("papegaai"))
        turn = store.get(Segment, name("gesprek-1/3"))
    said = PARROT.replace("Mijn papegaai", "Mijn huisdier (soort)")
    assert document.text[coding.start : coding.end] == document.text[turn.start : turn.end] == said


def test_the_name_goes_from_wordings_history_reasons_topics_and_the_journal_too(filled: Study) -> None:
    name = Cast(filled.settings.id)
    with filled.store(by="ans") as store:
        text = store.get(Document, name("gesprek-1")).text
        change = replacing(text, "Mijn papegaai", "Mijn huisdier")
        rewrite_texts(store, {name("gesprek-1"): change})
    with filled.reading() as store:
        everything = repr(store.records(Finding, Override, TopicFit)) + repr(store.journal())
    assert "Mijn huisdier kende" in everything
    assert "Mijn papegaai" not in everything


def test_a_reason_that_becomes_too_short_stays_readable(study: Study) -> None:
    name = fill_study(study)
    fill_results(study, name)
    with study.store(by="ans") as store:
        text = store.get(Document, name("gesprek-1")).text
        rewrite_texts(store, {name("gesprek-1"): replacing(text, PARROT, "P")})
        assert store.get(Override, name("o1")).reason.startswith("Eén van hen zei: P")


def test_a_coding_of_which_no_word_is_left_goes_with_what_rests_on_it_alone(filled: Study) -> None:
    name = Cast(filled.settings.id)
    with filled.store(by="ans") as store:
        text = store.get(Document, name("gesprek-1")).text
        done = rewrite_texts(store, {name("gesprek-1"): replacing(text, ALONE, "")})
    assert done.lost_codings == (name("wachten"),)
    with filled.reading() as store:
        passages = {key for each in store.records(Finding)[0] for key in (*each.passages, *each.contra)}
    assert name("wachten") not in passages


def test_the_old_words_are_in_no_byte_of_the_database_or_its_copies(study: Study) -> None:
    name = fill_study(study)
    fill_results(study, name)
    copy = study.folder / "study.20260101T000000Z.backup.sqlite"
    copy.write_bytes((study.folder / "study.sqlite").read_bytes())
    with study.store(by="ans") as store:
        text = store.get(Document, name("gesprek-1")).text
        rewrite_texts(store, {name("gesprek-1"): replacing(text, "Mijn papegaai", "P01")})
    assert clear_traces(study) == (copy.name,)
    for file in study.folder.glob("study.*"):
        assert b"Mijn papegaai" not in file.read_bytes(), file.name


def test_nothing_to_replace_changes_nothing(study: Study) -> None:
    name = fill_study(study)
    with study.store(by="ans") as store:
        before = len(store.journal())
        assert not rewrite_texts(store, {name("gesprek-1"): SpanMap(())}).documents
        assert len(store.journal()) == before


@st.composite
def edits(draw: st.DrawFn) -> list[Edit]:
    """Edits that do not overlap, anywhere in the text of the group talk."""
    length = len("\n\n".join(words for _speaker, words in TURNS["groep"]))
    places = sorted(draw(st.sets(st.integers(0, length), max_size=10)))
    spans = [each for number, each in enumerate(pairwise(places)) if number % 2 == 0]
    return [Edit(*each, draw(st.text("Xé👍 ", max_size=6))) for each in spans]


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Study:
    study = start_study(tmp_path_factory.mktemp("blijvend") / "mijn")
    fill_study(study)
    return study


class Undone(Exception):
    """Takes a transaction back."""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits())
def test_codings_keep_exactly_the_words_that_no_edit_touches(lasting: Study, some: list[Edit]) -> None:
    name = Cast(lasting.settings.id)
    with pytest.raises(Undone), lasting.store(by="ans") as store:
        before = store.get(Document, name("groep")).text
        codings = store.find(Coding, document_id=name("groep"))
        rewrite_texts(store, {name("groep"): SpanMap(some)})
        after = store.get(Document, name("groep")).text
        moved = {each.id: after[each.start : each.end] for each in store.find(Coding, document_id=name("groep"))}
        for each in codings:
            touched = any(edit.start < each.end and edit.end > each.start for edit in some)
            if not touched:
                assert moved[each.id] == before[each.start : each.end]
        raise Undone
    assert COACH in before
