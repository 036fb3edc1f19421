from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from synthesis.findings import Finding
from tests.workbench.material import put
from workbench.actions.exporting import export_rows
from workbench.actions.findings import import_findings
from workbench.errors import BadEntry, DoubledEntry

FINDING = """
[[finding]]
ref = "f1"
perspective = "werkgever"
phase = "1"
topic = "contact"
valence = "pijnpunt"
label = "Niemand belt"
wording = "Wachten op een telefoontje dat niet komt"
passages = ["{passage}"]
"""


def text_for(study: Study) -> str:
    return FINDING.replace("{passage}", export_rows(study, "passages")[0]["id"])


def findings(study: Study) -> tuple[Finding, ...]:
    with study.reading() as store:
        found: tuple[Finding, ...] = store.records(Finding)[0]
        return found


def test_a_finding_rests_on_codings_by_their_id(either_coded: Study, tmp_path: Path) -> None:
    text = text_for(either_coded)
    (finding,) = import_findings(either_coded, put(tmp_path, "f.toml", text), by="ans")
    assert findings(either_coded) == (finding,)
    assert finding.passages[0] in text
    assert finding.editor == "ans"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("werkgever", "buurman"),
        ('phase = "1"', 'phase = "99"'),
        ('"contact"', '"onbekend"'),
        ('"pijnpunt"', '"au"'),
        ('passages = ["', 'passages = ["x'),
        ("passages = ", "fragmenten = "),
        ('label = "Niemand belt"', "label = 3"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_nothing_is_stored(
    coded: Study, tmp_path: Path, right: str, wrong: str
) -> None:
    text = text_for(coded)
    assert right in text
    second = text.replace('"f1"', '"f2"').replace(right, wrong)
    with pytest.raises(BadEntry) as caught:
        import_findings(coded, put(tmp_path, "f.toml", text + second), by="ans")
    assert caught.value.values["number"] == 2
    assert findings(coded) == ()


def test_two_findings_of_one_name_are_refused(coded: Study, tmp_path: Path) -> None:
    with pytest.raises(DoubledEntry, match="f1"):
        import_findings(coded, put(tmp_path, "f.toml", text_for(coded) * 2), by="ans")
