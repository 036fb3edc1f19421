"""Agreement: 100,000 units, three coders, fifty codes, 1,000 bootstraps, beside the `krippendorff` package in a loop.

`python -m benchmarks.agreement`. The package knows no bootstrap over documents: its time is that of one alpha per code,
and beside it what 1,000 of them would take.
"""

from __future__ import annotations

import random
import resource
import time

import numpy as np

from benchmarks.measuring import say
from coding.agreement import BOOTSTRAPS, agreement
from coding.codings import Coding
from corpus.documents import Document, DocumentKind
from corpus.segments import Segment, Unit

SEED = 20261201
DOCUMENTS, TURNS = 500, 200
CODES = 50
CODERS = ("marit", "joost", "hein")
WIDTH = 20


def main() -> None:
    """Measure and print."""
    documents, segments, codings = material()
    say(f"{DOCUMENTS * TURNS:,} units, {len(CODERS)} coders, {CODES} codes, {len(codings):,} codings")
    start = time.perf_counter()
    table = agreement(documents, segments, codings, coders=CODERS)
    ours = time.perf_counter() - start
    say(f"  ours, with {BOOTSTRAPS:,} bootstraps over documents   {ours:8.1f} s   {_megabytes():6.0f} MB")
    start = time.perf_counter()
    theirs = alphas_of_package(codings)
    one = time.perf_counter() - start
    say(f"  krippendorff, one alpha per code               {one:8.1f} s   {_megabytes():6.0f} MB")
    say(f"  krippendorff, {BOOTSTRAPS:,} times that (not run)         {one * BOOTSTRAPS:8.0f} s")
    apart = max(abs(mine - theirs[code]) for code, mine in zip(table["code"], table["alpha"], strict=True))
    say(f"  the largest difference between both: {apart:.1e}")


def material() -> tuple[list[Document], list[Segment], list[Coding]]:
    """Made-up talks; every coder puts every code on a few turns, mostly on the same ones."""
    chance = random.Random(SEED)  # noqa: S311 - made-up material
    text = "woord " * (TURNS * WIDTH // 6)
    documents: list[Document] = []
    segments: list[Segment] = []
    codings: list[Coding] = []
    for number in range(DOCUMENTS):
        key = f"d{number:04}"
        documents.append(Document(key, key, text, DocumentKind.TRANSCRIPT, None, None, "nl", None, f"{key}.vtt", key))
        segments += [
            Segment(f"{key}-{each}", key, each, Unit.TURN, each * WIDTH, each * WIDTH + WIDTH - 1)
            for each in range(TURNS)
        ]
        for code in range(CODES):
            for turn in chance.sample(range(TURNS), 4):
                for coder in CODERS:
                    if chance.random() < 0.8:
                        start = turn * WIDTH
                        codings.append(Coding(f"{len(codings)}", key, start, start + 9, coder, code=f"code-{code:02}"))
    return documents, segments, codings


def alphas_of_package(codings: list[Coding]) -> dict[str, float]:
    """Alpha of each code by the package, from the same tables."""
    import krippendorff

    tables = {f"code-{code:02}": np.zeros((len(CODERS), DOCUMENTS * TURNS)) for code in range(CODES)}
    rows = {coder: number for number, coder in enumerate(CODERS)}
    for each in codings:
        place = int(each.document_id[1:]) * TURNS + each.start // WIDTH
        tables[each.code or ""][rows[each.coder], place] = 1
    return {code: float(krippendorff.alpha(table, level_of_measurement="nominal")) for code, table in tables.items()}


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
