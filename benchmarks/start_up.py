"""Start-up: how long a bare `draad --help` takes, beside a bare Python and beside importing pandas."""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.measuring import middle, say

RUNS = 9


def seconds(*command: str) -> float:
    """The median wall time of a command over some runs, after one that is not counted."""
    times = []
    for _ in range(RUNS + 1):
        since = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        times.append(time.perf_counter() - since)
    return middle(times[1:])


def main() -> None:
    """Print the times and their ratio to a bare Python."""
    bare = seconds(sys.executable, "-c", "pass")
    say("\nStart-up (median of 9)")
    for what, command in (
        ("python -c pass", [sys.executable, "-c", "pass"]),
        ("draad --help", [sys.executable, "-m", "workbench.cli", "--help"]),
        ("import pandas", [sys.executable, "-c", "import pandas"]),
    ):
        took = seconds(*command)
        say(f"  {what:<44} {took:8.3f} s   {took / bare:5.1f} × bare Python")


if __name__ == "__main__":
    main()
