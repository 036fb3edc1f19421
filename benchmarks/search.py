"""Search: 200 queries over made-up turns on SQLite and PostgreSQL: how long, how big the index, how long to make it.

`python -m benchmarks.search` takes 100,000 turns, `python -m benchmarks.search 1000000` the million of the soak.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from sqlalchemy import literal_column, select

from benchmarks.measuring import say
from corpus.documents import Document, DocumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment, Unit
from study.folder import Study
from tests.servers.postgresql import fresh_database, running_cluster
from workbench.actions.indexing import complete_index
from workbench.actions.searching import Narrowed, search_turns
from workbench.actions.starting import TEMPLATE, start_study

SEED = 20261201
TURNS = 100_000
PER_DOCUMENT = 200
PER_TURN = 40
VOCABULARY = 30_000
QUERIES = 200
STEMS = (
    "werk",
    "loon",
    "coach",
    "gesprek",
    "regel",
    "dienst",
    "plan",
    "vraag",
    "hulp",
    "keus",
    "brief",
    "uur",
    "dag",
    "zorg",
)
STARTS = ("", "her", "ver", "be", "aan", "uit", "over", "samen", "voor", "na")
ENDS = ("", "en", "s", "er", "ing", "ingen", "je", "lijk", "heid", "baar")
SIZES = {
    "sqlite": "(SELECT sum(length(block)) FROM word_index_data)",
    "postgresql": "pg_total_relation_size('word_index')",
}
PERSPECTIVES = ("werknemer", "werkgever", "jobcoach", "arbeidsdeskundige")


def main() -> None:
    """Make the turns, index them and ask the queries, on each database."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else TURNS
    settings = TEMPLATE.read_text(encoding="utf-8")
    with TemporaryDirectory() as name, running_cluster() as cluster, fresh_database(cluster.url()) as url:
        measure(start_study(Path(name) / "lite", settings=settings), "SQLite", turns)
        server = f'{settings}\n[database]\nurl = "{url}"\n'
        measure(start_study(Path(name) / "server", settings=server), "PostgreSQL", turns)


def measure(study: Study, name: str, turns: int) -> None:
    """Fill a study and print what indexing and searching take."""
    words = vocabulary()
    fill(study, turns, words)
    seconds = timed(lambda: complete_index(study))
    with study.reading() as store:
        [size] = store.rows(select(literal_column(SIZES[store.dialect])))
    say(f"\n{name}: {turns:,} turns of {PER_TURN} words; index {size / 1e6:,.0f} MB, made in {seconds:,.1f} s")
    asked = list(queries(words))
    search_turns(study, "werk")
    rows = [
        (timed(lambda typed=typed, where=where: search_turns(study, typed, where)), typed) for typed, where in asked
    ]
    times = [seconds for seconds, _typed in rows]
    say(f"  p50 {1000 * quantiles(times)[1]:6.1f} ms   p95 {1000 * quantiles(times, n=20)[-1]:6.1f} ms")
    for seconds, typed in sorted(rows, reverse=True)[:5]:
        say(f"  slowest: {1000 * seconds:6.1f} ms  {typed}")


def timed(do: Callable[[], object]) -> float:
    """The seconds that it takes."""
    since = time.perf_counter()
    do()
    return time.perf_counter() - since


def vocabulary() -> list[str]:
    """Made-up words with Dutch endings, the common ones first."""
    seeded = random.Random(SEED)  # noqa: S311 - made-up material, no secret
    words = [f"{start}{stem}{end}" for start in STARTS for stem in STEMS for end in ENDS]
    letters = "aeiouklmnprstvw"
    while len(words) < VOCABULARY:
        words.append("".join(seeded.choices(letters, k=4)) + seeded.choice(STEMS) + seeded.choice(ENDS))
    seeded.shuffle(words)
    return list(dict.fromkeys(words))


def fill(study: Study, turns: int, words: list[str]) -> None:
    """Interviews of 200 turns; words are as common as in speech (Zipf), every other turn is the interviewer's."""
    seeded = random.Random(SEED)  # noqa: S311 - made-up material, no secret
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    with study.store(by="m") as store:
        people = [
            Participant(f"p{number}", f"P{number}", PERSPECTIVES[number % 4]) for number in range(turns // PER_DOCUMENT)
        ]
        store.add(*people)
    for number, person in enumerate(people):
        said = [" ".join(seeded.choices(words, cum_weights=weights, k=PER_TURN)) for _ in range(PER_DOCUMENT)]
        with study.store(by="m") as store:
            store.add(*interview(f"d{number:05}", said, person.id))


def interview(name: str, said: list[str], person: str) -> Iterator[object]:
    """A document with these turns."""
    yield Document(name, name, "\n".join(said), DocumentKind.TRANSCRIPT, None, None, "nl", None, f"{name}.vtt", name)
    start = 0
    for ordinal, each in enumerate(said):
        who = {"participant_id": person, "role": Role.RESPONDENT} if ordinal % 2 else {"role": Role.INTERVIEWER}
        yield Segment(f"{name}-{ordinal}", name, ordinal, Unit.TURN, start, start + len(each), **who)  # type: ignore[arg-type]
        start += len(each) + 1


def queries(words: list[str]) -> Iterator[tuple[str, Narrowed]]:
    """Queries of every kind, with common and rare words, some kept to a perspective or to respondents."""
    seeded = random.Random(SEED)  # noqa: S311 - made-up material, no secret
    for number in range(QUERIES):
        common, other = seeded.choice(words[:100]), seeded.choice(words[:1000])
        rare, more = seeded.choice(words), seeded.choice(words)
        forms = (
            common,
            rare,
            f"{common} {other}",
            f'"{common} {other}"',
            f"{rare[:4]}*",
            f"{other} -{common}",
            f"({rare} OF {more}) {common}",
            f"{common} ~5 {other}",
            f'"{common} {other}" OF {rare}',
            f"{other} OF {rare} OF {more}",
        )
        where = (Narrowed(), Narrowed(), Narrowed(perspective="werkgever"), Narrowed(respondents=True))
        yield forms[number % len(forms)], seeded.choice(where)


if __name__ == "__main__":
    main()
