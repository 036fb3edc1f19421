"""`make soak`: damaged files go through every reader, and the demo is killed at many moments and must still finish."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fuzzing import main as damage_files
from benchmarks.measuring import say
from study.folder import open_study
from workbench.actions.exporting import FIELDS, as_json_lines, export_rows

SEED = 20261122
KILLS = 40
LONGEST = 25.0


def main() -> None:
    """Damage files, then kill and repeat, all of it seeded; stops with a sentence when an outcome differs."""
    damage_files()
    seeded = random.Random(SEED)  # noqa: S311 - moments of a test, no secret
    with TemporaryDirectory() as name:
        whole = exports(finish(Path(name) / "heel"))
        for number in range(KILLS):
            moment = seeded.uniform(0.2, LONGEST)
            folder = Path(name) / f"gestopt-{number}"
            kill_after(folder, moment)
            same = exports(finish(folder)) == whole
            outcome = "the same" if same else "DIFFERENT"
            say(f"{number + 1:3} of {KILLS}: killed after {moment:5.1f} s, finished again: {outcome}")
            if not same:
                raise SystemExit(f"seed {SEED}, kill {number}: the outcome differs")


def demo(folder: Path) -> list[str]:
    """The command that makes the example study in this folder."""
    return [sys.executable, "-m", "workbench.cli", "demo", str(folder), "--no-bertopic"]


def kill_after(folder: Path, moment: float) -> None:
    """Start the demo and end its process, hard, after so many seconds."""
    process = subprocess.Popen(demo(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def finish(folder: Path) -> Path:
    """Run the demo to its end."""
    subprocess.run(demo(folder), capture_output=True, check=True)
    return folder


def exports(folder: Path) -> dict[str, str]:
    """What the study gives to other tools, without the ids that differ per study."""
    study = open_study(folder)
    without = {"id", "passages", "contra"}
    return {
        what: as_json_lines(
            {name: value for name, value in row.items() if name not in without} for row in export_rows(study, what)
        )
        for what in FIELDS
    }


if __name__ == "__main__":
    main()
