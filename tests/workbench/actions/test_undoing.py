from __future__ import annotations

from pathlib import Path

import pytest

from coding.codings import Coding
from study.errors import NotFound, StillInUse
from study.folder import Study
from synthesis.findings import Finding
from tests.workbench.material import put
from tests.workbench.models import PROCESS, add_models, refs_of
from workbench.actions.codings import Place, add_coding
from workbench.actions.maps import propose
from workbench.actions.process import import_process, remove_process
from workbench.actions.undoing import remove_coding


def number(study: Study) -> int:
    with study.reading() as store:
        return store.count(Coding)


def test_a_coder_takes_back_a_coding_of_her_own(either_coded: Study) -> None:
    made = add_coding(either_coded, Place("gesprek", quote="bleef meekijken"), by="ans", code="contact")
    assert remove_coding(either_coded, made.id, by="ans") == made
    assert number(either_coded) == 3


def test_nobody_takes_back_what_another_coded(coded: Study) -> None:
    made = add_coding(coded, Place("gesprek", quote="bleef meekijken"), by="ans", code="contact")
    with pytest.raises(NotFound):
        remove_coding(coded, made.id, by="bo")
    with pytest.raises(NotFound):
        remove_coding(coded, "bestaat niet", by="ans")
    assert number(coded) == 4


def test_a_coding_that_something_rests_on_stays(coded: Study) -> None:
    propose(coded, by="ans")
    with coded.reading() as store:
        findings: tuple[Finding, ...] = store.records(Finding)[0]
    for finding in findings:
        with pytest.raises(StillInUse):
            remove_coding(coded, finding.passages[0], by="ans")


def test_a_passage_that_evidence_or_the_theory_rests_on_stays(own_example: Study) -> None:
    from synthesis.evidence import Evidence
    from synthesis.theory import Assumption

    with own_example.reading() as store:
        evidence, assumptions, codings = store.records(Evidence, Assumption, Coding)
    used = [*(each.coding_id for each in evidence if each.coding_id), *assumptions[0].reconstructed_from][-2:]
    coders = {each.id: each.coder for each in codings}
    for coding_id in used:
        with pytest.raises(StillInUse):
            remove_coding(own_example, coding_id, by=coders[coding_id])


def test_a_coding_that_a_process_step_or_a_link_of_the_logic_model_rests_on_stays(coded: Study, tmp_path: Path) -> None:
    refs = refs_of(coded)
    import_process(coded, put(tmp_path, "p.toml", PROCESS.rpartition("[[step]]")[0]), by="ans", refs=refs)
    with pytest.raises(StillInUse):
        remove_coding(coded, refs["p2"], by="ans")
    remove_process(coded, "werkgever", by="ans")
    add_models(coded, tmp_path)
    remove_process(coded, "werkgever", by="ans")
    with pytest.raises(StillInUse):
        remove_coding(coded, refs["p2"], by="ans")
    assert remove_coding(coded, refs["p3"], by="ans").id == refs["p3"]
