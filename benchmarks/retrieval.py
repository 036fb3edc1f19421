"""Retrieval: questions and tables over many codings, on SQLite and PostgreSQL, with the seconds and memory they take.

`python -m benchmarks.retrieval` takes 100,000 codings, `… 1000000` the million of the soak.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from benchmarks.measuring import say
from coding.codebook import Code, CodeGroup
from coding.codings import Coding, Valence
from corpus.documents import Document, DocumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment, Unit
from study.folder import Study
from tests.servers.postgresql import fresh_database, running_cluster
from workbench.actions.material import Material, load_material
from workbench.actions.retrieving import cooccurrence_of, crosstab_of, find_passages
from workbench.actions.starting import TEMPLATE, start_study

SEED = 20261201
CODINGS = 100_000
PER_DOCUMENT = 200
WIDTH = 40
CODES = 60
QUESTIONS = (
    *("code-7", "code-7 en fase:2", "code-7 dichtbij:2 code-9"),
    "(code-7 of code-9) niet perspectief:werkgever",
)
T = TypeVar("T")


def main() -> None:
    """Fill a study on each database, and measure."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else CODINGS
    settings = TEMPLATE.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder, running_cluster() as cluster, fresh_database(cluster.url()) as url:
        measure("SQLite", start_study(Path(folder) / "lite", settings=settings), number)
        server = f'{settings}\n[database]\nurl = "{url}"\n'
        measure("PostgreSQL", start_study(Path(folder) / "server", settings=server), number)


def measure(name: str, study: Study, number: int) -> None:
    """Fill, read, make the table, and ask."""
    say(f"\n{name}: {number:,} codings on as many turns")
    timed("fill the study", lambda: fill(study, number))
    material = timed("read everything", lambda: load_material(study))
    timed("make the passages table (once after a change)", lambda: material.passages)
    for question in QUESTIONS:
        timed(f"find {question}", partial(find_passages, study, question, material=material))
    timed("crosstab by perspective", lambda: crosstab_of(material, "perspective"))
    timed("codes together", lambda: cooccurrence_of(material))
    timed("pandas.crosstab (mentions only)", lambda: _peer(material))
    say(f"  memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def timed(what: str, do: Callable[[], T]) -> T:
    """What it gives; prints how long it took."""
    start = time.perf_counter()
    answer = do()
    say(f"  {what:<58} {time.perf_counter() - start:8.2f} s")
    return answer


def _peer(material: Material) -> object:
    import pandas as pd

    table = material.passages
    return pd.crosstab(table["code"], table["perspective"])


def fill(study: Study, number: int) -> None:
    """Talks of 200 turns with a coding on each."""
    chance = random.Random(SEED)  # noqa: S311 - made-up material
    people = [Participant(f"p{each}", f"P{each}", study.settings.perspectives[each % 2].key) for each in range(200)]
    with study.store(by="maker") as store:
        store.add(CodeGroup("g", "knelpunt", "Knelpunt", 1), *people)
        store.add(*(Code(f"c{each}", f"code-{each}", "knelpunt", f"Code {each}", each) for each in range(CODES)))
    for batch in _batches(range(number // PER_DOCUMENT), 250):
        with study.store(by="maker") as store:
            for each in batch:
                store.add(*_talk(chance, each, people))


def _talk(chance: random.Random, number: int, people: list[Participant]) -> Iterator[Document | Segment | Coding]:
    key, person = f"d{number}", people[number % len(people)]
    text = "woord en weerwoord over het werk van nu. " * PER_DOCUMENT
    yield Document(key, key, text, DocumentKind.TRANSCRIPT, None, None, "nl", None, f"{key}.vtt", key)
    for turn in range(PER_DOCUMENT):
        start = turn * WIDTH
        yield Segment(f"{key}-{turn}", key, turn, Unit.TURN, start, start + WIDTH - 1, None, person.id, Role.RESPONDENT)
    for turn in range(PER_DOCUMENT):
        start = turn * WIDTH
        yield Coding(
            f"k{key}-{turn}",
            key,
            start,
            start + chance.randint(10, 60),
            "maker",
            code=f"code-{chance.randrange(CODES)}",
            phase=str(chance.randint(1, 2)),
            valence=chance.choice(list(Valence)),
        )


def _batches(numbers: range, size: int) -> Iterator[range]:
    for first in range(0, len(numbers), size):
        yield numbers[first : first + size]


if __name__ == "__main__":
    main()
