from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from synthesis.logic import LinkStatus, SourceKind
from synthesis.logic_audit import Contribution, Effect
from tests.workbench.material import put
from tests.workbench.models import LOGIC, THEORY, refs_of
from workbench.actions.logic import LogicModel, import_logic, load_logic, logic_rows
from workbench.actions.testing import import_whole_theory
from workbench.errors import BadEntry, DoubledEntry


def bring_in(study: Study, folder: Path, text: str = LOGIC) -> LogicModel:
    import_whole_theory(study, put(folder, "t.toml", THEORY), by="ans")
    return import_logic(study, put(folder, "l.toml", text), by="ans", refs=refs_of(study))


def test_a_model_comes_back_as_it_was_written(either_coded: Study, tmp_path: Path) -> None:
    assert load_logic(either_coded) == LogicModel()
    made = bring_in(either_coded, tmp_path)
    assert load_logic(either_coded) == made
    assert [each.layer.value for each in made.elements] == ["input", "activity", "output", "outcome", "outcome"]
    assert (made.links[1].assumption, made.links[1].rival) == ("A1", "De werkgever belde zelf.")


def test_a_status_may_be_written_as_it_is_printed(coded: Study, tmp_path: Path) -> None:
    printed = bring_in(coded, tmp_path)
    assert [each.status for each in printed.links] == [LinkStatus.MET, LinkStatus.MET_WITH_CONCERN, LinkStatus.DONE]
    assert printed.links[1].source_kind is SourceKind.OWN_ANALYSIS
    stored = LOGIC.replace("voldaan met aandachtspunt", "voldaan_met_aandachtspunt").replace(
        "own analysis", "own_analysis"
    )
    assert bring_in(coded, tmp_path, stored) == printed


def test_both_conclusions_are_drawn(coded: Study, tmp_path: Path) -> None:
    audit = bring_in(coded, tmp_path).audit
    assert (audit.contribution, audit.effect) == (Contribution.PLAUSIBLE, Effect.NOT_YET)


def test_a_file_is_the_whole_of_the_model(coded: Study, tmp_path: Path) -> None:
    first = bring_in(coded, tmp_path)
    shorter = LOGIC.rpartition("[[link]]")[0]
    assert len(bring_in(coded, tmp_path, shorter).links) == len(load_logic(coded).links) == 2
    assert bring_in(coded, tmp_path) == load_logic(coded) == first
    bring_in(coded, tmp_path, "")
    assert load_logic(coded) == LogicModel()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (('target = "gesprek"', 'target = "weg"'), "weg"),
        (('status = "voldaan"', 'status = "goed"'), "voldaan_met_aandachtspunt"),
        (('layer = "input"', 'layer = "invoer"'), "input, activity"),
        (('source_kind = "document"', 'source_kind = "krant"'), "own_analysis"),
        (('assumption = "A1"', 'assumption = "A9"'), "A9"),
        (('passages = ["p1"]', 'passages = ["p9"]'), "p9.*uren → bellen"),
        (('note = "Vaak', 'nota = "Vaak'), "nota"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_nothing_is_stored(
    coded: Study, tmp_path: Path, wrong: tuple[str, str], reason: str
) -> None:
    with pytest.raises(BadEntry, match=rf"l\.toml.*(element|link) nummer \d.*{reason}"):
        bring_in(coded, tmp_path, LOGIC.replace(*wrong))
    assert load_logic(coded) == LogicModel()


def test_two_links_between_the_same_boxes_are_refused(coded: Study, tmp_path: Path) -> None:
    with pytest.raises(DoubledEntry, match="uren / bellen"):
        bring_in(coded, tmp_path, LOGIC + '[[link]]\nsource = "uren"\ntarget = "bellen"\nstatus = "te vroeg"\n')


def test_rows_hold_every_link_and_every_box_without_one(coded: Study, tmp_path: Path) -> None:
    bring_in(coded, tmp_path)
    rows = logic_rows(coded)
    assert [(row["source"], row["target"], row["status"]) for row in rows] == [
        ("uren", "bellen", "voldaan"),
        ("bellen", "gesprek", "voldaan_met_aandachtspunt"),
        ("gesprek", "werk", "uitgevoerd_opbrengst_onbekend"),
        ("rust", None, None),
    ]
