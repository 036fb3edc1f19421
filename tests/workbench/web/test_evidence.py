from __future__ import annotations

import pytest

from study.folder import Study
from workbench.web.desk import Desk
from workbench.web.errors import FindingNotFound
from workbench.web.evidence import evidence_of, find_statement


def test_all_passages_of_a_finding_stand_behind_it(example: Study) -> None:
    desk = Desk(example)
    for statement in desk.journey.statements:
        evidence = evidence_of(desk, statement)
        assert [each.coding_id for each in evidence.support] == list(dict.fromkeys(statement.finding.passages))
        assert {each.coding_id for each in evidence.contra} >= set(statement.finding.contra)


def test_a_quote_for_the_statement_is_never_shown_among_its_opposites(example: Study) -> None:
    desk = Desk(example)
    for statement in desk.journey.statements:
        evidence = evidence_of(desk, statement)
        assert not {each.coding_id for each in evidence.quotes} & {each.coding_id for each in evidence.contra}


def test_the_limits_and_the_source_are_said(example: Study) -> None:
    desk = Desk(example)
    few = evidence_of(desk, find_statement(desk, "f-wg-verklaring"))
    assert few.limits == (
        "E = 3: aan zoveel respondenten van dit perspectief is het gevraagd.",
        "Aan minder dan 5 mensen gevraagd: geen klasse ‘veel’ of ‘weinig’.",
    )
    assert few.source == "Bron: groepsgesprek (n = 7)"
    assert few.bias[0].startswith("Vertekening")


def test_a_finding_that_is_gone_is_named(example: Study) -> None:
    with pytest.raises(FindingNotFound, match="f-weg"):
        find_statement(Desk(example), "f-weg")
