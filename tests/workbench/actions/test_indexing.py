from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import literal_column, select, text

from corpus.documents import Document, DocumentKind
from corpus.search.tables import not_indexed
from corpus.segments import Segment, Unit
from study.folder import Study
from workbench.actions.indexing import complete_index, drop_documents, index_documents, rebuild_index

TURNS = ("Niemand belde terug.", "De jobcoach kwam elke week langs.", "Zebrapad, zei ze.")


def made(name: str, turns: tuple[str, ...] = TURNS) -> tuple[Document, tuple[Segment, ...]]:
    words = "\n".join(turns)
    document = Document(name, name, words, DocumentKind.TRANSCRIPT, None, None, "nl", None, f"{name}.vtt", name)
    segments, start = [], 0
    for number, turn in enumerate(turns):
        segments.append(Segment(f"{name}-{number}", name, number, Unit.TURN, start, start + len(turn)))
        start += len(turn) + 1
    return document, tuple(segments)


def put(study: Study, name: str, *, indexed: bool = True) -> None:
    document, segments = made(name)
    with study.store(by="m") as store:
        store.add(document, *segments)
        if indexed:
            index_documents(store, (document,), segments)


def numbers_of(study: Study, word: str) -> list[int]:
    with study.reading() as store:
        if store.dialect == "sqlite":
            found = text("word_index MATCH :word").bindparams(word=f'words:"{word}"')
            return store.rows(select(literal_column("rowid")).select_from(text("word_index")).where(found))
        found = text("tokens @@ CAST(:word AS tsquery)").bindparams(word=f"'={word}'")
        return store.rows(select(literal_column("number")).select_from(text("word_index")).where(found))


def not_yet(study: Study) -> list[str]:
    with study.reading() as store:
        return store.rows(not_indexed())


def test_what_comes_in_can_be_found_and_what_is_dropped_cannot(either_study: Study) -> None:
    put(either_study, "a")
    put(either_study, "b")
    assert len(numbers_of(either_study, "zebrapad")) == 2
    with either_study.store(by="m") as store:
        drop_documents(store, ["a"])
    assert len(numbers_of(either_study, "zebrapad")) == 1
    assert not_yet(either_study) == ["a"]


def test_a_study_of_before_gets_its_index_once(either_study: Study) -> None:
    put(either_study, "a", indexed=False)
    put(either_study, "b", indexed=False)
    assert complete_index(either_study) == 2
    assert complete_index(either_study) == 0
    assert len(numbers_of(either_study, "zebrapad")) == 2


def test_a_text_that_changed_before_it_was_dropped_takes_the_whole_index_along(either_study: Study) -> None:
    put(either_study, "a")
    put(either_study, "b")
    with either_study.store(by="m") as store:
        document = store.get(Document, "a")
        store.replace(replace(document, text=document.text.replace("Zebrapad", "Stoplich")))
        drop_documents(store, ["a"])
    assert numbers_of(either_study, "zebrapad") == []
    assert not_yet(either_study) == ["a", "b"]
    assert complete_index(either_study) == 2
    assert len(numbers_of(either_study, "zebrapad")) == 1


def test_an_index_made_anew_finds_the_same(either_study: Study) -> None:
    put(either_study, "a")
    rebuild_index(either_study)
    assert len(numbers_of(either_study, "jobcoach")) == 1
    assert not_yet(either_study) == []


@pytest.mark.parametrize("drop", [True, False])
def test_a_dropped_word_is_gone_from_the_file_after_clearing(drop: bool, study: Study) -> None:
    put(study, "a")
    with study.store(by="m") as store:
        if drop:
            drop_documents(store, ["a"])
        document = store.get(Document, "a")
        store.replace(replace(document, text=document.text.replace("Zebrapad", "Stoplich")))
    study.clear()
    raw = b"".join(file.read_bytes() for file in study.folder.glob("study.sqlite*"))
    assert (b"brapad" in raw) is not drop
