"""`draad code find`, `code crosstab`, and `draad codebook merge`, `retire` and `versions`."""

from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command


def test_passages_are_asked_for_and_saved(draad: Command, coded: Study, tmp_path: Path) -> None:
    here = ("-s", coded.folder, "code")
    found = draad(*here, "find", "contact", "--json").value
    assert {each["code"] for each in found} == {"contact", "nazorg"}
    assert next(each["code_path"] for each in found if each["code"] == "nazorg") == "Contact / Nazorg"
    assert draad(*here, "find", "nazorg fase:2", "-o", tmp_path / "p.xlsx").code == 0
    assert (tmp_path / "p.xlsx").read_bytes()[:2] == b"PK"
    assert "kleur:rood" in draad(*here, "find", "kleur:rood").sentence


def test_codes_are_set_against_an_attribute(draad: Command, coded: Study) -> None:
    rows = draad("-s", coded.folder, "code", "crosstab", "phase", "--json").value
    assert {each["code"]: each["1"]["passages"] for each in rows} == {"nazorg": 1, "contact": 1}
    assert draad("-s", coded.folder, "code", "crosstab", "kenmerk.weg").code != 0


def test_codes_are_merged_retired_and_their_versions_listed(draad: Command, coded: Study) -> None:
    here = ("-s", coded.folder, "codebook")
    assert draad(*here, "versions", "--json").value == []
    assert draad(*here, "merge", "nazorg", "--into", "contact", "--dry-run", "--json").value["recoded"] == 2
    assert draad(*here, "merge", "nazorg", "--into", "contact", "--by", "ans").code == 0
    assert draad(*here, "retire", "contact", "--by", "ans", "--json").value == {"code": "contact", "retired": True}
    versions = draad(*here, "versions", "--json").value
    assert [(each["number"], each["what"]) for each in versions] == [(3, "retire code"), (2, "merge codes")]
    assert draad("-s", coded.folder, "undo", "--by", "ans").code == 0
    assert draad("-s", coded.folder, "undo", "--by", "ans").code == 0
    assert {each["key"] for each in draad(*here, "--json").value} == {"contact", "nazorg"}
