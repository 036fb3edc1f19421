"""Suggestions by neighbours, codings that say more than one thing, and agreement in the report."""

from __future__ import annotations

import numpy as np
import pytest

from coding.codings import Coding, Origin
from coding.suggestions import Suggestion, propose_codes
from corpus.documents import Document
from study.folder import Study
from tests.workbench.actions.test_coding_rounds import coded_apart
from tests.workbench.actions.test_coding_steps import code, document_of
from workbench.actions.ambiguous import ambiguous_codings
from workbench.actions.coding_steps import Asked, decide_suggestions
from workbench.actions.coding_work import open_work
from workbench.actions.material import load_material
from workbench.actions.reporting import gather
from workbench.actions.suggesting import suggest_codes
from workbench.errors import TooFewExamples
from workbench.looker import looking_as


def test_a_code_is_proposed_that_most_neighbours_carry() -> None:
    vectors = np.eye(3)[[0, 0, 0, 0, 1, 1, 2]]
    coded = {0: {"a"}, 1: {"a", "b"}, 2: {"a"}, 4: {"c"}, 5: {"c"}}
    found = propose_codes(vectors, coded, [3, 6, 4])
    assert [(each.turn, each.code, each.score) for each in found] == [(3, "a", 1.0)]
    assert propose_codes(vectors, {}, [3]) == ()


def a_document(study: Study) -> Document:
    with study.reading() as store:
        documents: tuple[Document, ...] = store.records(Document)[0]
        return next(each for each in documents if store.count(Coding, document_id=each.id) > 20)


def suggestions(study: Study) -> list[Suggestion]:
    with study.reading() as store:
        return list(store.records(Suggestion)[0])


def test_suggestions_are_made_decided_and_never_made_again_when_rejected(own_example: Study) -> None:
    document = a_document(own_example)
    number = suggest_codes(own_example, document.id, by="nieuw")
    made = suggestions(own_example)
    assert number == len(made) > 0
    assert all(0.5 <= each.score <= 1 for each in made)
    work = open_work(own_example, document.id, by="nieuw")
    assert len(work.suggestions) == number
    asked = Asked("stap-voor-nieuw", document.id, work.revision, document.digest, "nieuw")
    decide_suggestions(own_example, asked, [made[0].id], accepted=False)
    assert suggest_codes(own_example, document.id, by="nieuw") == number - 1
    kept = {(each.start, each.code) for each in suggestions(own_example) if each.accepted is None}
    assert (made[0].start, made[0].code) not in kept
    with own_example.reading() as store:
        assert not [each for each in store.records(Coding)[0] if each.origin is Origin.ACCEPTED]


def test_with_too_little_coded_nothing_is_suggested(coded: Study) -> None:
    with pytest.raises(TooFewExamples):
        suggest_codes(coded, document_of(coded).id, by="bea")
    assert suggestions(coded) == []


def test_a_coding_that_borrows_two_phases_is_listed_until_it_has_its_own(coded: Study) -> None:
    made = code(coded, (36, 55), by="bea").added[0]
    with coded.store(by="bea") as store:
        for phase in ("1", "2"):
            store.add(Coding(f"facet-{phase}", made.document_id, 36, 60, "bea", phase=phase))
    with looking_as("bea"):
        found = ambiguous_codings(load_material(coded))
    assert [(each.coding_id, each.facets) for each in found] == [(made.id, (("phase", ("1", "2"), "omvattend"),))]


def test_differences_of_a_closed_round_wait_on_the_coding_page(coded: Study) -> None:
    coded_apart(coded)
    work = open_work(coded, document_of(coded).id, by="ans")
    assert [(each.code, each.by["bea"]) for each in work.differences] == [("contact", True)]


def test_the_report_gets_the_agreement_of_before_discussion(coded: Study) -> None:
    coded_apart(coded)
    with looking_as("ans"):
        twice = gather(coded).coded_twice
    assert [(each.title, each.coders, each.units) for each in twice] == [("Ronde 1", ("bea", "cor"), 3)]
    assert twice[0].rows[0][0] == "Contact"
    assert twice[0].rows[0][1] == pytest.approx(0.4444, abs=1e-4)
