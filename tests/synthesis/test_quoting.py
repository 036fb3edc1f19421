from __future__ import annotations

from synthesis.quoting import Quoting, quote_links
from tests.synthesis.cases import passage, passages
from tests.synthesis.logic_cases import link

TABLE = passages(passage("c1", "w1"), passage("c2", "w1"), passage("c3", "w2"), passage("c3", "w2", phase="1"))


def test_passages_come_once_in_the_order_asked_for_without_those_that_are_gone() -> None:
    found = Quoting(TABLE).passages(["c3", "weg", "c1", "c3"])
    assert [each.coding_id for each in found] == ["c3", "c1"]


def test_nobody_is_quoted_twice() -> None:
    assert len(Quoting(TABLE).quotes(["c1", "c2", "c3"], limit=3)) == 2


def test_links_are_quoted_in_the_order_of_their_numbers() -> None:
    links = [link("output", "outcome", ordinal=2, passages=("c1",)), link("activity", "output", ordinal=1)]
    found = quote_links(TABLE, links)
    assert [(each.link.ordinal, len(each.quotes)) for each in found] == [(1, 0), (2, 1)]
