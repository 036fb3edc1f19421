"""A process map, a logic model and a goal tree of a team's own: small, made up, and on its own passages."""

from __future__ import annotations

from pathlib import Path

from coding.codings import Coding
from study.folder import Study
from tests.workbench.material import put
from workbench.actions.goals import import_goals
from workbench.actions.logic import import_logic
from workbench.actions.process import import_process
from workbench.actions.testing import import_whole_theory

PROCESS = """
[[step]]
perspective = "werkgever"
phase = "1"
role = "formal"
text = "De jobcoach belt binnen een week"
passages = ["p1"]
see = ["nazorg"]

[[step]]
perspective = "werkgever"
phase = "1"
role = "informal"
actor = "contact"
text = "De werkgever belt zelf een bevriende coach"
passages = ["p2", "p3"]

[[step]]
perspective = "werkgever"
phase = "2"
role = "formal"
text = "Er volgt een gesprek met z’n drieën"
passages = ["p3"]
"""
THEORY = """
[[assumption]]
key = "A1"
kind = "causaal"
block = "solution"
statement = "Wie gebeld wordt, zoekt eerder hulp."
"""
LOGIC = """
[[element]]
key = "uren"
layer = "input"
label = "Uren voor de jobcoach"

[[element]]
key = "bellen"
layer = "activity"
label = "Bellen binnen een week"

[[element]]
key = "gesprek"
layer = "output"
label = "Een gesprek"

[[element]]
key = "werk"
layer = "outcome"
label = "Ander werk"

[[element]]
key = "rust"
layer = "outcome"
label = "Rust"

[[link]]
source = "uren"
target = "bellen"
status = "voldaan"
source_kind = "document"
passages = ["p1"]

[[link]]
source = "bellen"
target = "gesprek"
status = "voldaan met aandachtspunt"
source_kind = "own analysis"
note = "Vaak later dan een week."
rival = "De werkgever belde zelf."
assumption = "A1"

[[link]]
source = "gesprek"
target = "werk"
status = "uitgevoerd, opbrengst onbekend"
passages = ["p2"]
"""
GOALS = """
[[goal]]
key = "d1"
kind = "main"
label = "Niemand valt tussen wal en schip"

[[goal]]
key = "d2"
kind = "design"
label = "Bel binnen een week"
parent = "d1"
assumptions = ["A1"]
elements = ["bellen", "gesprek"]

[[goal]]
key = "d3"
kind = "side_effect"
label = "Werkgevers wachten af"
parent = "d2"
"""


def refs_of(study: Study) -> dict[str, str]:
    """The names that the files have for the passages of the study: p1 is the first in the text."""
    with study.reading() as store:
        codings: tuple[Coding, ...] = store.records(Coding)[0]
    ordered = sorted(codings, key=lambda each: (each.start, each.end))
    return {f"p{place}": each.id for place, each in enumerate(ordered, start=1)}


def by_id(text: str, study: Study) -> str:
    """The file as somebody writes it who knows no names: with the ids that `draad export passages` gives."""
    for name, coding in refs_of(study).items():
        text = text.replace(f'"{name}"', f'"{coding}"')
    return text


def add_models(study: Study, folder: Path) -> Study:
    """The study with its process map, theory, logic model and goals."""
    refs = refs_of(study)
    import_process(study, put(folder, "proces.toml", PROCESS), by="ans", refs=refs)
    import_whole_theory(study, put(folder, "theorie.toml", THEORY), by="ans")
    import_logic(study, put(folder, "logica.toml", LOGIC), by="ans", refs=refs)
    import_goals(study, put(folder, "doelen.toml", GOALS), by="ans")
    return study
