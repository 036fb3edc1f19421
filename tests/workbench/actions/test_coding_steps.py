"""Steps of the coding page: done once however often they are asked, undone whole, refused when something changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding.codebook import Code, CodeField, CodeGroup
from coding.codings import Coding, Origin
from coding.errors import RetiredCode, SpanOutside, UnknownChoice, UnknownCode
from coding.suggestions import Suggestion
from corpus.documents import Document
from study.errors import ChangedSince, NotFound, StillInUse
from study.folder import Study
from study.ids import new_id
from synthesis.findings import Finding
from workbench.actions.coding_history import history_of
from workbench.actions.coding_steps import (
    Asked,
    Done,
    Putting,
    change_codings,
    code_spans,
    decide_suggestions,
    remove_codings,
    undo_coding,
)
from workbench.errors import CodingChanged, NothingToUndo, NotYourCoding, TextIsOther


def document_of(study: Study) -> Document:
    with study.reading() as store:
        document: Document = store.records(Document)[0][0]
    return document


def asked(study: Study, by: str = "bea", *, seen: int | None = None, step: str | None = None) -> Asked:
    document = document_of(study)
    with study.reading() as store:
        newest = store.journal(newest=1)[0].number
    return Asked(step or new_id(), document.id, newest if seen is None else seen, document.digest, by)


def code(study: Study, *spans: tuple[int, int], by: str = "bea", codes: tuple[str, ...] = ("contact",)) -> Done:
    return code_spans(study, asked(study, by), Putting(spans, codes))


def codings(study: Study, by: str | None = "bea") -> list[Coding]:
    with study.reading() as store:
        return [each for each in store.records(Coding)[0] if by in (None, each.coder)]


def undo(study: Study, by: str = "bea") -> Done:
    with study.reading() as store:
        last = history_of(store, document_of(study).id, by=by).undo
    return undo_coding(study, asked(study, by), last)


def redo(study: Study, by: str = "bea") -> Done:
    with study.reading() as store:
        last = history_of(store, document_of(study).id, by=by).redo
    return undo_coding(study, asked(study, by), last)


def test_a_step_that_is_asked_for_twice_is_done_once(either_coded: Study) -> None:
    once = asked(either_coded)
    first = code_spans(either_coded, once, Putting([(0, 4), (5, 9)], ("contact", "nazorg")))
    again = code_spans(either_coded, once, Putting([(0, 4), (5, 9)], ("contact", "nazorg")))
    assert len(codings(either_coded)) == len(first.added) == 4
    assert {each.id for each in again.added} == {each.id for each in first.added}


def test_the_same_code_on_the_same_words_is_not_made_twice(coded: Study) -> None:
    code(coded, (0, 4))
    assert code(coded, (0, 4)).added == ()
    assert len(code(coded, (0, 4), by="cor").added) == 1


def test_what_was_undone_can_be_done_again_also_a_removal_and_a_change(either_coded: Study) -> None:
    made = code(either_coded, (0, 4)).added[0]
    change_codings(either_coded, asked(either_coded), [made.id], {"valence": "goed", "end": 9})
    remove_codings(either_coded, asked(either_coded), [made.id])
    assert codings(either_coded) == []
    undo(either_coded)
    assert codings(either_coded)[0].end == 9
    undo(either_coded)
    assert replace(codings(either_coded)[0], made_at=made.made_at) == made
    undo(either_coded)
    assert codings(either_coded) == []
    for _ in range(3):
        redo(either_coded)
    assert codings(either_coded) == []
    with pytest.raises(NothingToUndo):
        redo(either_coded)
    undo(either_coded)
    assert [each.end for each in codings(either_coded)] == [9]


def test_a_coder_takes_back_only_what_is_his_or_hers(coded: Study) -> None:
    made = code(coded, (0, 4)).added[0]
    with pytest.raises(NothingToUndo):
        undo(coded, by="cor")
    with pytest.raises(NotYourCoding):
        change_codings(coded, asked(coded, "cor"), [made.id], {"end": 6})
    with pytest.raises(NotYourCoding):
        remove_codings(coded, asked(coded, "cor"), [made.id])
    assert codings(coded) == [made]


def test_a_change_of_what_changed_meanwhile_is_refused_and_says_which(coded: Study) -> None:
    first, second = code(coded, (0, 4), (5, 9)).added
    old = asked(coded)
    change_codings(coded, asked(coded), [first.id], {"end": 7})
    remove_codings(coded, asked(coded), [second.id])
    with pytest.raises(CodingChanged) as problem:
        change_codings(coded, replace(old, step=new_id()), [first.id, second.id], {"valence": "goed"})
    assert problem.value.values == {"changed": (first.id,), "removed": (second.id,)}
    assert codings(coded)[0].valence is None


def test_an_answer_tells_what_others_did_since_the_page_was_read(coded: Study) -> None:
    old = asked(coded)
    other = code(coded, (0, 4), by="cor").added[0]
    done = code_spans(coded, old, Putting([(5, 9)], ("contact",)))
    assert other.id in {each.id for each in done.changed}


@pytest.mark.parametrize(
    ("putting", "error"),
    [
        (Putting([(0, 4), (5, 10_000)], ("contact",)), SpanOutside),
        (Putting([(0, 4)], ("contact", "bestaat-niet")), UnknownCode),
        (Putting([(0, 4)], ("oud",)), RetiredCode),
        (Putting([(0, 4)], ("contact",), {"fields": {"zijde": "midden"}}), UnknownChoice),
    ],
)
def test_what_cannot_be_is_refused_whole(coded: Study, putting: Putting, error: type[Exception]) -> None:
    with coded.store(by="ans") as store:
        group = store.only(CodeGroup, key="knelpunt")
        store.replace(replace(group, fields=(CodeField("zijde", "Zijde", ("werknemer", "werkgever")),)))
        store.add(Code(new_id(), "oud", "knelpunt", "Oud", 9, retired=True))
    with pytest.raises(error):
        code_spans(coded, asked(coded), putting)
    assert codings(coded) == []


def test_a_text_that_is_another_one_and_a_document_that_is_gone_are_said(coded: Study) -> None:
    with pytest.raises(TextIsOther):
        code_spans(coded, replace(asked(coded), digest="anders"), Putting([(0, 4)], ("contact",)))
    with pytest.raises(NotFound):
        code_spans(coded, replace(asked(coded), document_id="weg"), Putting([(0, 4)], ("contact",)))


def test_a_coding_under_a_finding_stays(coded: Study) -> None:
    made = code(coded, (0, 4)).added[0]
    with coded.store(by="ans") as store:
        finding = Finding(new_id(), "belt", "werkgever", "1", "Contact", "Niemand belt.", (made.id,))
        store.add(finding)
    with pytest.raises(StillInUse):
        remove_codings(coded, asked(coded), [made.id])
    with pytest.raises(StillInUse):
        undo(coded)
    assert codings(coded) == [made]


def test_a_step_on_which_another_was_built_waits_for_that_one(coded: Study) -> None:
    made = code(coded, (0, 4)).added[0]
    with coded.reading() as store:
        step = history_of(store, made.document_id, by="bea").undo
    with coded.store(by="cor") as store:
        store.replace(replace(made, valence=None, intensity=2))
    with pytest.raises(ChangedSince):
        undo_coding(coded, asked(coded), step)


def test_a_suggestion_becomes_a_coding_only_when_it_is_accepted(coded: Study) -> None:
    document = document_of(coded)
    proposals = [
        Suggestion(new_id(), document.id, start, start + 4, "contact", "woorden", 0.8, datetime.now(UTC))
        for start in (0, 5)
    ]
    with coded.store(by="ans") as store:
        store.add(*proposals)
    accepted = decide_suggestions(coded, asked(coded), [proposals[0].id], accepted=True)
    decide_suggestions(coded, asked(coded), [proposals[1].id], accepted=False)
    assert [each.origin for each in codings(coded)] == [Origin.ACCEPTED]
    assert accepted.decided == (proposals[0].id,)
    undo(coded)
    undo(coded)
    with coded.reading() as store:
        assert {each.accepted for each in store.records(Suggestion)[0]} == {None}
    assert codings(coded) == []


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["code", "change", "remove", "undo", "redo"]), max_size=14))
def test_undoing_everything_brings_back_what_there_was(coded: Study, moves: list[str]) -> None:
    before = codings(coded, by=None)
    for place, move in enumerate(moves):
        with suppress(NothingToUndo, IndexError):
            MOVES[move](coded, place)
    with suppress(NothingToUndo):
        for _ in moves:
            undo(coded)
    assert codings(coded, by=None) == before


MOVES: dict[str, Callable[[Study, int], object]] = {
    "code": lambda study, place: code(study, (place, place + 3)),
    "change": lambda study, place: change_codings(
        study, asked(study), [codings(study)[0].id], {"intensity": place % 4}
    ),
    "remove": lambda study, _place: remove_codings(study, asked(study), [codings(study)[-1].id]),
    "undo": lambda study, _place: undo(study),
    "redo": lambda study, _place: redo(study),
}
