"""A community export of 100,000 or a million posts: reading it, and bringing it into a study, in bounded memory.

`python -m benchmarks.community [POSTS …]`; beside each size stands what a post takes, so that linear shows.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.interviews import words
from benchmarks.measuring import Measure, say, steps_in_fresh_process

SIZES = (10_000, 100_000)
FULL = (100_000, 1_000_000)
SEED = 20261202
IN_A_THREAD = 25
READ = """
from corpus.readers import iterate_documents
step("loading the program")
sum(len(each.turns) for each in iterate_documents(sys.argv[1]))
step("reading")
"""
IMPORT = """
import os
from pathlib import Path
folder = Path(sys.argv[2])
os.environ |= {"DRAAD_KLUIS": str(folder / "kluis"), "DRAAD_KLUIS_SLEUTEL": "alleen om te meten"}
from workbench.actions.importing import Choices, import_files
from workbench.actions.starting import start_study
study = start_study(folder / "onderzoek")
step("loading the program")
results = import_files(study, [Path(sys.argv[1])], Choices(perspective="werkgever"), by="meting")
assert {each.status for each in results} == {"imported"}, results
step("bringing in: documents, posts, people, index, original")
"""


def write_export(file: Path, posts: int) -> None:
    """An export of so many posts in threads of 25, each after the first a reply, some with a thumb in it."""
    chance = random.Random(SEED)  # noqa: S311 - material, no secret
    people = max(50, posts // 200)
    with file.open("w", newline="", encoding="utf-8") as stream:
        rows = csv.writer(stream, delimiter=";")
        rows.writerow(["draad", "bericht_id", "reactie_op", "datum", "gebruiker", "vraag", "eens", "bericht"])
        for number in range(posts):
            thread, first = number // IN_A_THREAD, number - number % IN_A_THREAD
            parent = chance.randrange(first, number) if number > first else ""
            text = words(chance, chance.randint(8, 32)) + ("." if number % 50 else " 👍")
            day = f"{1 + number % 28:02}-{1 + number % 12:02}-2026 {number % 24:02}:{number % 60:02}"
            who = f"lid{chance.randrange(people)}"
            rows.writerow([f"D{thread}", number, parent, day, who, f"vraag {thread % 12}", number % 9, text])


def measure(posts: int, folder: Path) -> list[Measure]:
    """Reading alone, and the whole way into a study, of so many posts."""
    file = folder / f"export-{posts}.csv"
    write_export(file, posts)
    place = folder / str(posts)
    place.mkdir()
    size = file.stat().st_size / 1024**2
    say(f"\n{posts:,} posts, {size:.0f} MB; the rule allows {64 + 10 * size:.0f} MB, the goal for a million 1,000 MB")
    steps = [*steps_in_fresh_process(READ, str(file))[1:], *steps_in_fresh_process(IMPORT, str(file), str(place))[1:]]
    for each in steps:
        pace = f"{posts / each.seconds:8,.0f} posts/s {each.processor / posts * 1_000_000:5.0f} µs of work each"
        say(f"  {each.what:<56} {pace} {each.megabytes:5.0f} MB")
    return steps


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Measure each size, and print how much more a post takes in the largest than in the smallest."""
    with TemporaryDirectory() as folder:
        paces = [[step.processor / posts for step in measure(posts, Path(folder))] for posts in sizes]
    ratios = ", ".join(f"{much / little:.2f}" for little, much in zip(paces[0], paces[-1], strict=True))
    say(f"  a post in {sizes[-1]:,} is as much work as {ratios} posts in {sizes[0]:,} (1.0 is linear)")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or FULL)
