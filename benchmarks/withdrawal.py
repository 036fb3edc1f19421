"""Withdrawal: one participant out of a large study in SQLite, shown, done, proved (python -m benchmarks.withdrawal)."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.measuring import say
from benchmarks.search import fill, vocabulary
from corpus.participants import Participant
from corpus.segments import Segment
from workbench.actions.indexing import complete_index
from workbench.actions.privacy import preview_withdrawal, withdraw
from workbench.actions.proving import prove_removal
from workbench.actions.starting import start_study

TURNS = 100_000


def main() -> None:
    """Fill a study with made-up turns and take one person out of it."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else TURNS
    with TemporaryDirectory() as name:
        study = start_study(Path(name) / "groot")
        fill(study, turns, vocabulary())
        complete_index(study)
        with study.reading() as store:
            code = next(each.code for each in store.records(Participant)[0])
            number = store.count(Segment)
        say(f"\nWithdrawal of one participant out of {number:,} turns (SQLite)")
        for what, step in (
            ("preview", lambda: preview_withdrawal(study, code)),
            ("withdraw", lambda: withdraw(study, code, typed=code, by="meting")),
            ("proof", lambda: prove_removal(study, code)),
        ):
            since = perf_counter()
            step()
            say(f"  {what:<12} {perf_counter() - since:8.1f} s")


if __name__ == "__main__":
    main()
