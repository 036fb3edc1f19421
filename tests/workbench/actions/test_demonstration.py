from __future__ import annotations

import sys

import pytest

from study.folder import Study
from workbench.actions.demonstration import walk_the_road
from workbench.actions.topics import topic_fits


def test_the_road_ends_with_a_report_also_without_bertopic_and_says_how_to_install_it(
    own_example: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "bertopic", None)
    walk = walk_the_road(own_example.folder)
    assert [each.name for each in walk.outputs] == ["rapport.docx", "rapport.pdf", "rapport.html", "figuren"]
    assert all(each.exists() for each in walk.outputs)
    assert [each.method for each in topic_fits(walk.study)] == ["builtin"]
    (remark,) = walk.remarks
    assert "bertopic==" in remark
