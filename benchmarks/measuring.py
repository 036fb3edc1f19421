"""Measuring: seconds and peak memory of a step in a process of its own, and how they are printed."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measure:
    """What one run took: wall seconds, the largest resident size of the process in megabytes, processor seconds."""

    what: str
    seconds: float
    megabytes: float
    processor: float = 0.0


def steps_in_fresh_process(code: str, *arguments: str) -> list[Measure]:
    """The steps that a piece of Python reports with `step("name")`, measured in a process of its own."""
    program = _HEAD + textwrap.dedent(code) + _TAIL
    answer = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    if answer.returncode:
        raise SystemExit(answer.stderr)
    return [Measure(*row) for row in json.loads(answer.stdout.splitlines()[-1])]


def show(title: str, measures: Iterable[Measure]) -> None:
    """Print the measures as a table, with their sum."""
    rows = list(measures)
    say(f"\n{title}")
    for each in rows:
        say(f"  {each.what:<44} {each.seconds:8.2f} s {each.megabytes:8.0f} MB")
    if len(rows) > 1:
        seconds, most = sum(each.seconds for each in rows), max(each.megabytes for each in rows)
        say(f"  {'together':<44} {seconds:8.2f} s {most:8.0f} MB")


def middle(numbers: Iterable[float]) -> float:
    """The median."""
    return median(numbers)


def say(line: str) -> None:
    """A line of the answer."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


_HEAD = """
import json, sys, time
try:
    import resource
except ImportError:  # Windows has no such module; memory is then not measured
    resource = None
_rows, _since, _worked = [], time.perf_counter(), time.process_time()
def step(what):
    global _since, _worked
    now, work = time.perf_counter(), time.process_time()
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 if resource else 0.0
    _rows.append((what, now - _since, size, work - _worked))
    _since, _worked = time.perf_counter(), time.process_time()
"""
_TAIL = """
print(json.dumps(_rows))
"""
