"""Both databases and a plain reading of the texts give the same turns, whatever was said and whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from snowballstemmer import stemmer

from corpus.documents import Document
from corpus.segments import Segment
from study.folder import Study
from tests.workbench.actions.searched import put_turns
from workbench.actions.indexing import drop_documents
from workbench.actions.searching import search_turns
from workbench.actions.starting import TEMPLATE, start_study

WORDS = ("loon", "loonwaarde", "loonwaarden", "lonen", "coach", "jobcoach", "gesprek", "gesprekken", "de", "het", "één")
GAPS = (" ", ", ", " - ", "… ", "-", "’")
Tree = tuple[Any, ...]
Turn = list[tuple[str, str]]
STEM = stemmer("dutch_porter").stemWord


def plain(word: str) -> str:
    return word.lower().replace("é", "e")


words = st.sampled_from(WORDS)
turns = st.lists(st.tuples(words | words.map(str.upper), st.sampled_from(GAPS)), max_size=12)
runs = st.one_of(
    st.tuples(st.just("word"), words),
    st.tuples(st.just("phrase"), st.lists(words, min_size=1, max_size=3)),
    st.tuples(st.just("begin"), words.map(lambda word: word[:4]).filter(lambda word: len(word) > 1)),
)
near = st.tuples(st.just("near"), runs, runs, st.integers(0, 4))
trees = st.recursive(
    runs | near,
    lambda some: st.one_of(
        st.tuples(st.just("all"), some, some),
        st.tuples(st.just("any"), some, some),
        st.tuples(st.just("not"), some, some),
    ),
    max_leaves=5,
)


def typed(tree: Tree) -> str:
    match tree:
        case ("word", word):
            return str(word)
        case ("phrase", list(some)):
            return f'"{" ".join(some)}"'
        case ("begin", word):
            return f"{word}*"
        case ("near", one, other, distance):
            return f"{typed(one)} ~{distance} {typed(other)}"
        case (name, one, other):
            sign = {"all": "EN", "any": "OF", "not": "NIET"}[str(name)]
            return f"({typed(one)}) {sign} ({typed(other)})"
    raise AssertionError(tree)


def spans(tree: Tree, said: list[str]) -> list[tuple[int, int]]:
    """Where a word, phrase or beginning stands: first and last place."""
    match tree:
        case ("word", word):
            return [(n, n) for n, each in enumerate(said) if STEM(each) == STEM(plain(str(word)))]
        case ("phrase", list(some)):
            size = len(some)
            wanted = [plain(each) for each in some]
            return [(n, n + size - 1) for n in range(len(said)) if said[n : n + size] == wanted]
        case ("begin", word):
            return [(n, n) for n, each in enumerate(said) if each.startswith(plain(str(word)))]
    raise AssertionError(tree)


def holds(tree: Tree, said: list[str]) -> bool:
    match tree:
        case ("all", one, other):
            return holds(one, said) and holds(other, said)
        case ("any", one, other):
            return holds(one, said) or holds(other, said)
        case ("not", one, other):
            return holds(one, said) and not holds(other, said)
        case ("near", one, other, distance):
            ways = ((a, b) for a in spans(one, said) for b in spans(other, said))
            return any(max(a[0], b[0]) - (a if a <= b else b)[1] - 1 <= distance for a, b in ways)
    return bool(spans(tree, said))


@pytest.fixture
def both(tmp_path: Path, postgres_database: str) -> tuple[Study, Study]:
    """A study on each database."""
    text = TEMPLATE.read_text(encoding="utf-8")
    server = f'{text}\n[database]\nurl = "{postgres_database}"\n'
    return start_study(tmp_path / "lite", settings=text), start_study(tmp_path / "server", settings=server)


def refill(study: Study, documents: list[list[Turn]]) -> None:
    with study.store(by="m") as store:
        old, segments = store.records(Document, Segment)
        drop_documents(store, [each.id for each in old])
        store.remove(*segments)
        store.remove(*old)
    for number, some in enumerate(documents):
        put_turns(study, f"d{number}", ["".join(word + gap for word, gap in turn) for turn in some])


def answer(study: Study, query: str) -> list[tuple[str, int]]:
    results = search_turns(study, query, size=1000)
    return [(each.document.id, hit.ordinal) for each in results.shown for hit in each.hits]


def expected(tree: Tree, documents: list[list[Turn]]) -> Iterator[tuple[str, int]]:
    for number, some in enumerate(documents):
        for ordinal, turn in enumerate(some):
            if holds(tree, [plain(word) for word, _gap in turn]):
                yield f"d{number}", ordinal


@pytest.mark.server
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    documents=st.lists(st.lists(turns, max_size=8), min_size=1, max_size=3),
    trees=st.lists(trees, min_size=8, max_size=8),
)
def test_both_databases_and_a_plain_reading_find_the_same(
    both: tuple[Study, Study], documents: list[list[Turn]], trees: list[Tree]
) -> None:
    for study in both:
        refill(study, documents)
    for tree in trees:
        wanted = list(expected(tree, documents))
        for study in both:
            assert answer(study, typed(tree)) == wanted, typed(tree)
