from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from synthesis.improvements import ImprovementPoint
from tests.workbench.material import POINTS, put
from workbench.actions.points import import_points
from workbench.errors import BadEntry, DoubledEntry


def test_points_keep_the_order_of_the_file(either_study: Study, tmp_path: Path) -> None:
    import_points(either_study, put(tmp_path, "p.toml", POINTS), by="ans")
    with either_study.reading() as store:
        points = store.records(ImprovementPoint)[0]
    assert [each.key for each in sorted(points, key=lambda each: each.ordinal)] == ["bellen", "blijven"]


@pytest.mark.parametrize(
    "wrong",
    ['findings = ["f9"]', "findings = 3", 'principles = { samen = "x" }', 'principles = ["samen"]', "title = 3"],
)
def test_a_reference_that_leads_nowhere_is_refused(study: Study, tmp_path: Path, wrong: str) -> None:
    text = POINTS.replace('title = "Bel binnen een week"', wrong) if "title" in wrong else POINTS + wrong
    with pytest.raises(BadEntry, match=r"p\.toml"):
        import_points(study, put(tmp_path, "p.toml", text), by="ans")
    with study.reading() as store:
        assert store.count(ImprovementPoint) == 0


def test_two_points_of_one_key_are_refused(study: Study, tmp_path: Path) -> None:
    with pytest.raises(DoubledEntry, match="bellen"):
        import_points(study, put(tmp_path, "p.toml", POINTS.replace("blijven", "bellen")), by="ans")
