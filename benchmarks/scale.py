"""Scale: 100,000 synthetic segments through import, passages, map and report."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import say, show, steps_in_fresh_process

SEGMENTS = 100_000
PER_DOCUMENT = 500
WORDS = (
    "coach",
    "werk",
    "baan",
    "uren",
    "gesprek",
    "brief",
    "loket",
    "gemeente",
    "chef",
    "ploeg",
    "rooster",
    "dag",
    "ziek",
)


CODE = """
from pathlib import Path
from random import Random
from coding.codebook import Code, CodeGroup
from coding.codings import Coding, Valence
from corpus.segments import Segment
from corpus.documents import Document
from study.ids import new_id
from workbench.actions.importing import Choices, find_files, import_files
from workbench.actions.maps import map_of, propose
from workbench.actions.material import load_material
from workbench.actions.reporting import write_report
from workbench.actions.starting import start_study
folder = Path(sys.argv[1])
study = start_study(folder / "groot")
step("loading the program, new study")
for perspective in ("werknemer", "werkgever", "jobcoach", "arbeidsdeskundige"):
    results = import_files(study, find_files([str(folder / perspective)]), Choices(perspective=perspective), by="m")
    assert all(each.status == "imported" for each in results), [each.sentence for each in results if each.sentence]
step("import of the transcripts (vtt)")
seeded = Random(1)
with study.store(by="m") as store:
    store.add(CodeGroup(new_id(), "knelpunt", "Knelpunt", 1))
    store.add(*(Code(new_id(), f"k{number}", "knelpunt", f"Knelpunt {number}", number) for number in range(12)))
    segments = [each for each in store.records(Segment)[0] if each.participant_id]
    store.add(*(
        Coding(new_id(), each.document_id, each.start, each.end, "m", code=f"k{seeded.randrange(12)}",
               phase=str(seeded.randrange(4)), valence=seeded.choice((Valence.PAIN, Valence.GOOD, Valence.NONE)))
        for each in segments if seeded.random() < 0.5
    ))
step("codings (every other turn)")
material = load_material(study)
step("load records")
table = material.passages
step(f"passages ({len(table):,} rows)")
material.asked
step("who was asked")
found = propose(study, by="m")
step(f"propose findings ({len(found)})")
map_of(load_material(study), found)
step("load and map")
write_report(study, study.output, by="m")
step("figures and report in three forms")
"""


def main() -> None:
    """Make the transcripts, walk the road with them and print what each step took."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else SEGMENTS
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_transcripts(folder, number)
        say(f"\n{number:,} synthetic turns in {number // PER_DOCUMENT} transcripts")
        show("From transcripts to report", steps_in_fresh_process(CODE, name))


def write_transcripts(folder: Path, segments: int) -> None:
    """Transcripts of four perspectives, one respondent each, of 500 turns of about 14 words."""
    seeded = random.Random(1)  # noqa: S311 - made-up material, no secret
    perspectives = ("werknemer", "werkgever", "jobcoach", "arbeidsdeskundige")
    for number in range(segments // PER_DOCUMENT):
        perspective = perspectives[number % len(perspectives)]
        place = folder / perspective
        place.mkdir(exist_ok=True)
        cues = []
        for turn in range(PER_DOCUMENT):
            speaker = "Onderzoeker" if turn % 2 == 0 else f"Persoon {number}"
            words = " ".join(seeded.choices(WORDS, k=14))
            stamp = f"{turn // 360:02}:{turn // 6 % 60:02}:{turn % 6 * 10:02}"
            cues.append(f"{stamp}.000 --> {stamp}.900\n<v {speaker}>{words} {number} {turn}</v>\n")
        (place / f"gesprek-{number:05}.vtt").write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")


if __name__ == "__main__":
    main()
