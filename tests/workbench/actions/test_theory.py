"""The policy theory from a file: all of it or nothing, overrides included."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.errors import StudyError
from study.folder import Study
from synthesis.theory import Assumption, TheoryLink, TheoryNode
from synthesis.verdicts import Override
from tests.workbench.material import put
from workbench.actions.testing import import_whole_theory
from workbench.errors import BadEntry, DoubledEntry, UnreadableFile

THEORY = """
[[node]]
key = "n1"
label = "Bellen"
block = "ingredients"

[[node]]
key = "n2"
label = "Werk"
block = "outcome"

[[assumption]]
key = "A1"
kind = "causaal"
block = "ingredients"
statement = "Als er gebeld wordt, vindt men sneller werk."

[[link]]
source = "n1"
target = "n2"
assumption = "A1"

[[override]]
assumption = "A1"
column = "totaal"
value = "onvoldoende_bewijs"
reason = "Er is nog maar één gesprek gevoerd."
by = "ans"
"""
KINDS = (TheoryNode, Assumption, TheoryLink, Override)
WRONG = [
    ('block = "outcome"', 'block = "slot"'),
    ('kind = "causaal"', 'kind = "raar"'),
    ('source = "n1"', 'source = "n9"'),
    ('assumption = "A1"\n\n[[override]]', 'assumption = "A9"\n\n[[override]]'),
    ('column = "totaal"', 'column = "buurman"'),
    ('value = "onvoldoende_bewijs"', 'value = "mooi"'),
    ('"Er is nog maar één gesprek gevoerd."', '"kort"'),
    ('by = "ans"', 'by = " "'),
    ('statement = "Als', 'stelling = "Als'),
]


def theory(study: Study, folder: Path, text: str = THEORY) -> None:
    import_whole_theory(study, put(folder, "theorie.toml", text), by="ans")


def counts(study: Study) -> list[int]:
    with study.reading() as store:
        return [store.count(kind) for kind in KINDS]


def test_boxes_arrows_assumptions_and_overrides_are_stored(either_study: Study, tmp_path: Path) -> None:
    theory(either_study, tmp_path)
    assert counts(either_study) == [2, 1, 1, 1]


def test_the_same_theory_again_changes_nothing(either_study: Study, tmp_path: Path) -> None:
    theory(either_study, tmp_path)
    with either_study.reading() as store:
        before = store.journal()
    theory(either_study, tmp_path)
    with either_study.reading() as store:
        assert store.journal() == before


def test_another_reason_replaces_the_override(study: Study, tmp_path: Path) -> None:
    theory(study, tmp_path)
    theory(study, tmp_path, THEORY.replace("nog maar één gesprek", "nog maar een enkel gesprek"))
    with study.reading() as store:
        (override,) = store.records(Override)[0]
    assert "enkel" in override.reason


@pytest.mark.parametrize(("right", "wrong"), WRONG)
def test_a_mistake_anywhere_stores_nothing_at_all(study: Study, tmp_path: Path, right: str, wrong: str) -> None:
    assert right in THEORY
    with pytest.raises(BadEntry, match=r"theorie\.toml"):
        theory(study, tmp_path, THEORY.replace(right, wrong))
    assert counts(study) == [0, 0, 0, 0]


def test_doubled_keys_loose_words_and_broken_files_are_refused(study: Study, tmp_path: Path) -> None:
    with pytest.raises(DoubledEntry, match="n1"):
        theory(study, tmp_path, THEORY.replace('"n2"', '"n1"', 1))
    with pytest.raises(UnreadableFile, match="veronderstelling"):
        theory(study, tmp_path, THEORY + "\n[[veronderstelling]]\nkey = 'A2'\n")
    with pytest.raises(UnreadableFile, match="7"):
        theory(study, tmp_path, THEORY.replace('[[node]]\nkey = "n2"', '[[node]\nkey = "n2"'))
    with pytest.raises(StudyError, match=r"weg\.toml"):
        import_whole_theory(study, tmp_path / "weg.toml", by="ans")
    assert counts(study) == [0, 0, 0, 0]
