from __future__ import annotations

from pathlib import Path

from study.folder import Study
from synthesis.findings import Finding
from tests.workbench.material import put
from tests.workbench.models import PROCESS, add_models, refs_of
from workbench.actions.maps import propose
from workbench.actions.process import import_process, remove_process
from workbench.actions.undoing import resting_on


def rests(study: Study, *coding_ids: str) -> bool:
    """Whether something rests on each of these codings."""
    with study.reading() as store:
        return resting_on(store, coding_ids) == set(coding_ids)


def test_a_coding_that_something_rests_on_stays(coded: Study) -> None:
    propose(coded, by="ans")
    with coded.reading() as store:
        findings: tuple[Finding, ...] = store.records(Finding)[0]
    for finding in findings:
        assert rests(coded, finding.passages[0])


def test_a_passage_that_evidence_or_the_theory_rests_on_stays(own_example: Study) -> None:
    from synthesis.evidence import Evidence
    from synthesis.theory import Assumption

    with own_example.reading() as store:
        evidence, assumptions = store.records(Evidence, Assumption)
    used = [*(each.coding_id for each in evidence if each.coding_id), *assumptions[0].reconstructed_from][-2:]
    for coding_id in used:
        assert rests(own_example, coding_id)


def test_a_coding_that_a_process_step_or_a_link_of_the_logic_model_rests_on_stays(coded: Study, tmp_path: Path) -> None:
    refs = refs_of(coded)
    import_process(coded, put(tmp_path, "p.toml", PROCESS.rpartition("[[step]]")[0]), by="ans", refs=refs)
    assert rests(coded, refs["p2"])
    remove_process(coded, "werkgever", by="ans")
    add_models(coded, tmp_path)
    remove_process(coded, "werkgever", by="ans")
    assert rests(coded, refs["p2"])
    assert not rests(coded, refs["p3"])
