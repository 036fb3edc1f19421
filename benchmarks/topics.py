"""Topics: fits of 1,000, 10,000 and 100,000 synthetic segments, up to 10,000 beside BERTopic.

Run with `python -m benchmarks.topics [SEGMENTS …]`. Each size and method has a process of its own; both get the same
vectors. BERTopic compiles at its first fit, so a small fit goes before and is shown apart.
"""

from __future__ import annotations

import sys

from benchmarks.measuring import Measure, say, show, steps_in_fresh_process

SIZES = (1_000, 10_000, 100_000)
COMPARED = 10_000

CODE = """
import numpy as np
import pandas as pd
from corpus.embedding import fit_embedder
from synthesis.topics import fit_topics, not_assigned

def segments(size, seed):
    random = np.random.default_rng(seed)
    words = np.array([a + b + c + d for a in "bdfglmnprstvz" for b in ("aa", "e", "ij", "o", "u") for c in "klmnprst"
                      for d in ("en", "ing", "er", "heid", "aar", "e", "sel", "schap", "dom", "ij")])
    themes = [random.permutation(len(words))[:80] for _ in range(30)]
    often = 1 / np.arange(1, 81)
    theme = random.integers(30, size=size)
    chosen = random.choice(80, size=(size, 14), p=often / often.sum())
    asides = words[random.integers(len(words), size=(size, 6))]
    text = [" ".join([*words[themes[t][row]], *aside]) for t, row, aside in zip(theme, chosen, asides)]
    names = [f"s{number}" for number in range(size)]
    people = [f"p{number // 60}" for number in range(size)]
    return pd.DataFrame({"segment_id": names, "document_id": people, "participant_id": people, "text": text})

size, method = int(sys.argv[1]), sys.argv[2]
table = segments(size, 1)
step("making the segments")
embedder = fit_embedder(table["text"].tolist())
step("embedder")
fit_topics(segments(250, 2), embedder=embedder, method=method)
step("loading, compiling, a small fit")
fit = fit_topics(table, embedder=embedder, method=method)
step(f"{method}: {len(fit.topics)} topics, {not_assigned(fit):.0%} not assigned")
"""


def measure(size: int, method: str) -> Measure:
    """Print the steps of one fit; gives that of the fit itself."""
    steps = steps_in_fresh_process(CODE, str(size), method)
    show(f"{size:,} segments, {method}", steps)
    return steps[-1]


def main() -> None:
    """Measure every size, and BERTopic beside it where it is practical."""
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        ours = measure(size, "builtin")
        if size <= COMPARED:
            theirs = measure(size, "bertopic")
            times, memory = theirs.seconds / ours.seconds, theirs.megabytes / max(1.0, ours.megabytes)
            say(
                f"  at {size:,} segments BERTopic takes {times:.1f} times the seconds and {memory:.1f} times the memory"
            )


if __name__ == "__main__":
    main()
