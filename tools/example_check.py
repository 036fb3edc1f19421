"""What is wrong in the example study, for those who write it: `python -m tools.example_check [--only NAME]`.

Per source the numbers of words, turns and marks, then every fault with its file and line. Files that are missing or
half written are reported and the rest goes on. 1 when there is a fault.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.example_names import find_strangers
from tools.example_refs import Data, doubled_refs, find_refs, lost_refs, read_data
from tools.example_repeats import find_repeats
from tools.example_sources import check_round_trip, check_source, shared_labels
from workbench.example import FOLDER
from workbench.example.sources import Fault, Source, try_source

DATA_FILES = ("study", "register", "codebook", "findings", "process", "theory", "logic", "goals", "points", "sessions")
SECOND_CODER = "joris"


@dataclass(frozen=True, slots=True)
class Example:
    """The example study as far as it is written; sources by the name of their file."""

    sources: Mapping[str, Source]
    data: Data
    cast: str | None
    faults: tuple[Fault, ...]


def read_example(folder: Path) -> Example:
    """Everything in the folder that can be read, and the faults of form."""
    sources: dict[str, Source] = {}
    faults: list[Fault] = []
    for file in sorted((folder / "sources").glob("*.md")):
        try:
            source, own = try_source(file)
        except UnicodeDecodeError as problem:
            source, own = None, (Fault(file.name, 1, f"is not UTF-8: {problem.reason}"),)
        faults += own
        if source is not None:
            sources[file.name] = source
    data = read_data(folder, expected=DATA_FILES)
    cast = folder / "cast.md"
    return Example(sources, data, cast.read_text(encoding="utf-8") if cast.exists() else None, (*faults, *data.faults))


def find_faults(example: Example, *, only: str = "") -> tuple[Fault, ...]:
    """All that is wrong, by file and line; `only` leaves files without these letters in their name in peace."""
    broken = {each.file for each in example.faults}
    made = {file: each for file, each in example.sources.items() if only in file and file not in broken}
    read_back = (fault for file, source in made.items() for fault in check_round_trip(file, source))
    found = {each for each in (*_faults(example), *read_back) if only in each.file}
    return tuple(sorted(found, key=lambda each: (each.file, each.line, each.sentence)))


def _faults(example: Example) -> Iterator[Fault]:
    yield from example.faults
    yield from _doubled_keys(example.sources)
    yield from shared_labels(example.sources)
    for file, source in example.sources.items():
        yield from check_source(file, source, example.data)
        if example.cast is not None:
            yield from find_strangers(file, source, example.cast)
    yield from find_repeats(example.sources)
    refs = find_refs(example.sources)
    yield from doubled_refs(refs)
    yield from lost_refs(example.data, refs)


def _doubled_keys(sources: Mapping[str, Source]) -> Iterator[Fault]:
    keys = [source.key for source in sources.values()]
    for file, source in sources.items():
        if keys.count(source.key) > 1:
            yield Fault(file, 1, f"another source has the key “{source.key}” too")


def describe(file: str, source: Source) -> str:
    """A line with the numbers of a source."""
    marks = [mark for turn in source.turns for mark in turn.marks]
    second = sum(SECOND_CODER in mark.coders for mark in marks)
    words = sum(len(turn.text.split()) for turn in source.turns)
    return f"{file:<44} {source.form:<14} {words:>6} {len(source.turns):>6} {len(marks):>6} {second:>6}"


def main(arguments: Sequence[str] | None = None, *, folder: Path = FOLDER) -> int:
    """Print the numbers and the faults; 1 when there is a fault."""
    parser = argparse.ArgumentParser(description="What is wrong in the example study.")
    parser.add_argument("--only", metavar="NAME", help="one file: (part of) its name; repeats still count against all")
    only = parser.parse_args(arguments).only or ""
    example = read_example(folder)
    faults = find_faults(example, only=only)
    print(f"{'source':<44} {'form':<14} {'words':>6} {'turns':>6} {'marks':>6} {'joris':>6}")
    for file, source in example.sources.items():
        if only in file:
            print(describe(file, source))
    print(*faults, sep="\n")
    print(f"{len(faults)} faults in {len({each.file for each in faults})} files")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
