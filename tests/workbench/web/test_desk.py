from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from coding.codebook import Code
from coding.codings import Coding
from corpus.documents import Document
from corpus.segments import Segment
from study.folder import Study
from synthesis.findings import Finding
from workbench.actions.codings import Place, add_coding
from workbench.web.desk import Desk


@pytest.fixture
def desk(own_example: Study) -> Desk:
    return Desk(own_example)


def add_one(study: Study, *, start: int = 0) -> Coding:
    with study.reading() as store:
        document, code = store.records(Document)[0][0], store.find(Code, group="knelpunt")[0]
    return add_coding(study, Place(document.id, start, start + 9), by="proef", code=code.key)


def test_what_is_loaded_is_not_loaded_again(desk: Desk) -> None:
    assert desk.records(Segment) is desk.records(Segment)
    assert desk.material is desk.material
    assert desk.journey is desk.journey
    assert desk.matrix is desk.matrix


def test_a_new_coding_is_seen_at_once_and_leaves_the_turns_alone(desk: Desk) -> None:
    turns, codings, journey = desk.records(Segment), len(desk.records(Coding)), desk.journey
    made = add_one(desk.study)
    assert made in desk.records(Coding)
    assert len(desk.records(Coding)) == codings + 1
    assert desk.records(Segment) is turns
    assert desk.journey is not journey
    assert made.id in set(desk.material.passages["coding_id"])


def test_what_does_not_rest_on_the_change_is_kept(desk: Desk) -> None:
    matrix, lists = desk.matrix, desk.lists
    with desk.study.store(by="proef") as store:
        finding = store.records(Finding)[0][0]
        store.replace(replace(finding, wording="Vinden iets anders"))
    assert desk.matrix is matrix
    assert desk.lists is lists
    assert "Vinden iets anders" in {each.finding.wording for each in desk.journey.statements}


def test_many_changes_at_once_are_all_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.web.desk.LOOK_BACK", 2)
    before = len(desk.records(Coding))
    for start in range(4):
        add_one(desk.study, start=start)
    assert len(desk.records(Coding)) == before + 4


def test_what_another_program_changes_is_seen(desk: Desk, own_example: Study) -> None:
    before = len(desk.records(Coding))
    add_one(Study(own_example.folder, own_example.settings))
    assert len(desk.records(Coding)) == before + 1


def test_many_readers_and_a_writer_agree(desk: Desk) -> None:
    def look(number: int) -> int:
        if number % 5 == 0:
            add_one(desk.study, start=number)
        return len(desk.journey.statements)

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(look, range(20)))) == 1
    assert sum(each.coder == "proef" for each in desk.records(Coding)) == 4
