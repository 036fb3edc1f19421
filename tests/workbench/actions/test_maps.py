from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.material import put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.actions.maps import build_map, load_findings, propose
from workbench.errors import NothingCoded, NothingImported


def test_findings_are_proposed_from_codings_also_without_a_topic_list(either_coded: Study) -> None:
    fresh = propose(either_coded, by="ans")
    assert {(each.phase, each.topic, each.valence) for each in fresh} == {
        ("1", "contact", "pijnpunt"),
        ("1", "nazorg", "pijnpunt"),
        ("2", "nazorg", "goed"),
    }
    _findings, journey = build_map(either_coded)
    assert not journey.guides_known
    assert {(each.r, each.eligible) for each in journey.statements} == {(1, 2)}


def test_proposing_again_proposes_nothing_and_leaves_worded_cells_alone(either_coded: Study) -> None:
    before = propose(either_coded, by="ans")
    assert propose(either_coded, by="ans") == ()
    assert set(load_findings(either_coded)) == set(before)


def test_a_map_of_nothing_says_what_to_do_first(study: Study, tmp_path: Path) -> None:
    with pytest.raises(NothingImported):
        build_map(study)
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    with pytest.raises(NothingCoded):
        build_map(study)
