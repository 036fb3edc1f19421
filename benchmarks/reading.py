"""Interviews of 40,000 characters: reading them and bringing them into a study, beside bare parsing and Taguette.

`python -m benchmarks.reading [COUNT]`. Taguette's converter runs in its own environment (`make peers`), on the vtt
and html files it converts itself; for Word it calls Calibre, which is no Python and is not measured.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.interviews import write_interviews
from benchmarks.measuring import Measure, say, steps_in_fresh_process
from tools.peers import interpreter, is_built

COUNT, FULL = 100, 1000
GOAL = 60.0
OURS = """
from pathlib import Path
from corpus.readers import read_document
files = sorted(Path(sys.argv[1]).iterdir())
read_document(files[0])
step("loading the program")
for file in files:
    read_document(file)
step("ours")
"""
BARE = {
    "vtt": """
import webvtt
from pathlib import Path
files = sorted(Path(sys.argv[1]).iterdir())
step("loading the program")
for file in files:
    [(each.voice, each.text) for each in webvtt.read(str(file)).captions]
step("webvtt-py")
""",
    "docx": """
from docx import Document
from pathlib import Path
files = sorted(Path(sys.argv[1]).iterdir())
step("loading the program")
for file in files:
    [each.text for each in Document(str(file)).paragraphs]
step("python-docx")
""",
}
IMPORT = """
import os
from pathlib import Path
folder = Path(sys.argv[2])
os.environ |= {"DRAAD_KLUIS": str(folder / "kluis"), "DRAAD_KLUIS_SLEUTEL": "alleen om te meten"}
from workbench.actions.importing import Choices, import_files
from workbench.actions.starting import start_study
study = start_study(folder / "onderzoek")
step("loading the program")
results = import_files(study, sorted(Path(sys.argv[1]).iterdir()), Choices(perspective="werkgever"), by="meting")
assert {each.status for each in results} == {"imported"}, results
step("bringing in (SQLite)")
"""
TAGUETTE = """
import asyncio, resource, sys, time
from pathlib import Path
from taguette.convert import to_html
files = [(each.name, each.read_bytes()) for each in sorted(Path(sys.argv[1]).iterdir())]
kind = {"vtt": "text/vtt", "html": "text/html"}[sys.argv[2]]
async def convert():
    for name, body in files:
        await to_html(body, kind, name, {"CONVERT_TO_HTML_TIMEOUT": 60})
since, worked = time.perf_counter(), time.process_time()
asyncio.run(convert())
took, work = time.perf_counter() - since, time.process_time() - worked
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, work)
"""


def read(folder: Path, format: str) -> list[Measure]:
    """Reading all files of a format: ours, bare parsing where there is a library for it, and Taguette's converter."""
    measures = steps_in_fresh_process(OURS, str(folder / format))[1:] if format != "html" else []
    if format in BARE:
        measures += steps_in_fresh_process(BARE[format], str(folder / format))[1:]
    return [*measures, *(_taguette(folder / format, format) if format != "docx" else [])]


def _taguette(folder: Path, format: str) -> list[Measure]:
    if not is_built("taguette"):
        say("  Taguette is not there to compare with: `make peers` builds it.")
        return []
    command = [str(interpreter("taguette")), "-W", "ignore", "-c", TAGUETTE, str(folder), format]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return [Measure("Taguette", *map(float, answer.stdout.split()))]


def show(format: str, measures: list[Measure], count: int) -> None:
    """Print documents a second, memory, and how many times as much work the first is as each of the others.

    Work is processor time: on a machine with other work to do the clock says little.
    """
    for each in measures:
        pace = f"{count / each.seconds:7.1f} documents/s {1000 * each.processor / count:6.0f} ms of work each"
        say(f"  {format:<5} {each.what:<22} {pace} {each.megabytes:6.0f} MB")
    for other in measures[1:]:
        say(f"  {format:<5} ours is {measures[0].processor / other.processor:.2f} times the work of {other.what}")


def main(count: int = COUNT) -> None:
    """Write the interviews, and measure each way of taking them in."""
    say(f"\n{count} interviews of 40,000 characters (goal: at most 1.5 times bare parsing; {FULL} in {GOAL:.0f} s)")
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_interviews(folder, count)
        for format in ("vtt", "docx", "html"):
            show(format, read(folder, format), count)
        for format in ("vtt", "docx"):
            place = folder / f"onderzoek-{format}"
            place.mkdir()
            (whole,) = steps_in_fresh_process(IMPORT, str(folder / format), str(place))[1:]
            show(format, [whole], count)
            say(f"  {format:<5} {FULL} take {whole.processor / count * FULL:.0f} s of work on one core")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else FULL)
