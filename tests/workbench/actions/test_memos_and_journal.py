"""Memos on everything, and the journal: any analytic step is taken back whole, done again, or refused with a reason."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from coding.codings import Coding
from corpus.documents import Document
from corpus.guides import Guide
from corpus.instruments import Instrument
from corpus.participants import Participant
from study.errors import ChangedSince, NoSuchStep, NotFound, NotKept
from study.folder import Study
from study.ids import new_id
from study.records import binding_of, bindings
from study.steps import Step, next_to_redo, next_to_undo, steps_of
from synthesis.findings import Finding
from synthesis.goals import Goal
from synthesis.improvements import ImprovementPoint
from synthesis.process import ProcessStep
from synthesis.theory import Assumption
from tests.workbench.actions.test_coding_rounds import BOTH, turns
from tests.workbench.actions.test_coding_steps import code, document_of
from workbench.actions.coding_rounds import open_round
from workbench.actions.journal import read_journal, undo_named
from workbench.actions.memo_pages import list_memos, memos_on
from workbench.actions.memos import memos_about, remove_memo, write_memo
from workbench.actions.undoing import undo_step
from workbench.errors import EmptyMemo, NothingToUndo, TextChangedSince
from workbench.looker import looking_as


def last_step(study: Study) -> str:
    with study.reading() as store:
        return str(store.journal(newest=1)[0].step)


WORDED: dict[type, str] = {
    Finding: "wording",
    Assumption: "statement",
    ImprovementPoint: "title",
    ProcessStep: "text",
    Goal: "label",
    Instrument: "title",
}
"""A field with words of each kind, to change."""


@pytest.mark.parametrize("kind", WORDED, ids=lambda kind: kind.__name__)
def test_every_analytic_kind_is_added_changed_and_removed_back_and_forth(own_example: Study, kind: type) -> None:
    with own_example.reading() as store:
        model = store.records(kind)[0][0]
    keyed = {"key": f"{model.key}_2"} if "key" in {each.name for each in fields(kind)} else {}
    record = replace(model, id=new_id(), **keyed)
    changed = replace(record, **{WORDED[kind]: "Anders gezegd."})

    def now() -> Any:
        with own_example.reading() as store:
            return next(iter(store.find_all(kind, [record.id])), None)

    states = [None, record, changed, None]
    steps = []
    for work in ("add", "replace", "remove"):
        with own_example.store(by="ans", what="try") as store:
            getattr(store, work)(record if work == "add" else changed)
        steps.append(last_step(own_example))
    for place in (2, 1, 0):
        undo_step(own_example, steps[place], by="bea")
        assert now() == states[place]
    for place in (1, 2, 3):
        undo_step(own_example, _undoing(own_example, steps[place - 1]), by="bea")
        assert now() == states[place]


def _undoing(study: Study, step: str) -> str:
    with study.reading() as store:
        return str(store.journal(undoes=step)[-1].step)


def test_every_analytic_kind_of_the_house_can_be_read_back_from_the_journal(example: Study) -> None:
    for binding in bindings():
        if not binding.analytic:
            continue
        with example.reading() as store:
            for each in store.records(binding.kind)[0][:20]:
                plain = {
                    name: value.isoformat() if hasattr(value, "isoformat") else value
                    for name, value in binding.row(each).items()
                }
                assert binding_of(binding.kind).revive(plain) == each


def test_material_is_not_kept_and_cannot_be_taken_back(coded: Study) -> None:
    with coded.reading() as store:
        imported = next(each for each in store.journal() if each.kind == Document.__name__)
    with pytest.raises(NotKept):
        undo_step(coded, str(imported.step), by="ans")
    with pytest.raises(NoSuchStep):
        undo_step(coded, "bestaat-niet", by="ans")


def test_a_step_that_was_taken_back_already_is_said_so(coded: Study) -> None:
    write_memo(coded, "Study", "x", "Eerst.", by="ans")
    step = last_step(coded)
    undo_step(coded, step, by="ans")
    with pytest.raises(ChangedSince):
        undo_step(coded, step, by="ans")


def test_a_removal_is_not_taken_back_over_a_rewritten_text(coded: Study) -> None:
    made = code(coded, (0, 4)).added[0]
    with coded.store(by="bea") as store:
        store.remove(made)
    step = last_step(coded)
    with coded.store(by="ans") as store:
        store.replace(replace(document_of(coded), text=f"Nu anders. {document_of(coded).text}"))
    with pytest.raises(TextChangedSince):
        undo_step(coded, step, by="bea")


def test_the_journal_tells_steps_with_counts_and_who_undid_them(coded: Study) -> None:
    code(coded, (0, 4), (5, 9))
    step = last_step(coded)
    undo_step(coded, step, by="ans")
    page = read_journal(coded)
    assert [(each.what, each.by, each.undone_by) for each in page.steps[:2]] == [
        ("undo", "ans", None),
        ("code", "bea", "ans"),
    ]
    assert page.steps[1].counts == (("add", "Coding", 2),)
    assert [each.by for each in read_journal(coded, by="bea").steps] == ["bea"]
    assert {each.what for each in read_journal(coded, kind="Memo").steps} == set()


def test_the_journal_is_read_page_by_page_without_a_gap(coded: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.actions.journal.A_PAGE", 3)
    monkeypatch.setattr("workbench.actions.journal.LINES", 7)
    for number in range(10):
        write_memo(coded, "Study", "x", f"Memo {number}", by="ans")
    seen: list[str] = []
    before = None
    while True:
        page = read_journal(coded, before=before)
        seen += [each.id for each in page.steps]
        if page.before is None:
            break
        before = page.before
    with coded.reading() as store:
        every = [each.id for each in steps_of(store.journal())]
    assert list(dict.fromkeys(seen)) == every[::-1]


def test_the_last_step_of_ones_own_is_taken_back_by_name_or_without(coded: Study) -> None:
    write_memo(coded, "Study", "x", "Eerst.", by="ans")
    write_memo(coded, "Study", "x", "Van een ander.", by="bea")
    assert undo_named(coded, None, by="ans").what == "write memo"
    assert [each.text for each in list_memos(coded)] == ["Van een ander."]
    undo_named(coded, last_step(coded)[:8], by="ans")
    assert len(list_memos(coded)) == 2
    with pytest.raises(NothingToUndo):
        undo_named(coded, None, by="niemand")


def test_memos_are_found_by_what_they_are_about_by_whom_and_by_words(coded: Study) -> None:
    document = document_of(coded)
    with coded.reading() as store:
        coding = store.records(Coding)[0][0]
    write_memo(coded, "Document", document.id, "Lang gesprek over bellen.", by="ans", label="methode")
    write_memo(coded, "Coding", coding.id, "Sprekend citaat.", by="bea")
    write_memo(coded, "Study", coded.settings.id, "Volgende week verder.", by="ans")
    assert [each.about for each in list_memos(coded, kind="Document")] == ["gesprek"]
    assert [each.text for each in list_memos(coded, author="bea")] == ["Sprekend citaat."]
    assert [each.label for each in list_memos(coded, words="BELLEN gesprek")] == ["methode"]
    assert list_memos(coded, label="idee") == ()
    assert memos_on(coded, "Coding", coding.id)[0].address.endswith(f"passage={coding.id}")
    with pytest.raises(NotFound):
        memos_on(coded, "Ballot", "x")
    with pytest.raises(EmptyMemo):
        write_memo(coded, "Document", document.id, "  ", by="ans")


def test_a_memo_is_changed_and_taken_away_and_stays_when_its_subject_goes(coded: Study) -> None:
    made = code(coded, (0, 4)).added[0]
    memo = write_memo(coded, "Coding", made.id, "Eerst.", by="bea")
    write_memo(coded, "Coding", made.id, "Beter.", by="bea", memo_id=memo.id)
    with coded.reading() as store:
        assert [each.text for each in memos_about(store, "Coding", [made.id])[made.id]] == ["Beter."]
    with coded.store(by="bea") as store:
        store.remove(made)
    assert [(each.about, each.address) for each in list_memos(coded)] == [("", "")]
    remove_memo(coded, memo.id, by="bea")
    assert list_memos(coded) == ()
    undo_step(coded, last_step(coded), by="bea")
    assert [each.text for each in list_memos(coded)] == ["Beter."]


def test_a_memo_that_names_a_participant_is_pointed_at(coded: Study) -> None:
    with coded.store(by="ans") as store:
        person = store.records(Participant)[0][0]
        store.replace(replace(person, labels=("Ans de Wit", "R1")))
    write_memo(coded, "Study", "x", "Let op wat ans de wit zegt.", by="ans")
    write_memo(coded, "Study", "x", "R1 zegt het mooi.", by="ans")
    assert [each.names_somebody for each in list_memos(coded)] == [False, True]


def test_a_memo_on_a_hidden_coding_is_hidden_too(coded: Study) -> None:
    open_round(coded, BOTH, by="ans")
    theirs = code(coded, turns(coded)[0], by="cor").added[0]
    write_memo(coded, "Coding", theirs.id, "Dit vind ik van belang.", by="cor")
    with looking_as("bea"):
        assert list_memos(coded) == ()
        assert memos_on(coded, "Coding", theirs.id) == ()
    with looking_as("ans"):
        assert len(list_memos(coded)) == 1


def test_what_is_next_follows_every_undo_and_redo(coded: Study) -> None:
    for number in range(3):
        write_memo(coded, "Study", "x", f"Memo {number}", by="ans")

    def steps() -> tuple[Step, ...]:
        with coded.reading() as store:
            return steps_of(store.journal(by="ans"))

    first = [each.id for each in steps()[-3:]]
    for expected in reversed(first):
        undo = next_to_undo(steps())
        assert undo is not None
        assert undo.id == expected
        undo_step(coded, expected, by="ans")
    for expected in first:
        undone = next_to_redo(steps())
        assert undone is not None
        assert undone.undoes == expected
        undo_step(coded, undone.id, by="ans")
    assert next_to_redo(steps()) is None
    assert [each.id for each in (next_to_undo(steps()),) if each] == first[-1:]


def test_guides_are_analytic_too(coded: Study) -> None:
    assert binding_of(Guide).analytic
