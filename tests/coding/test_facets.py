from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coding.codings import Coding, StatementKind, Valence
from coding.facets import FACETS, NOTHING, Taken, Via, borrow_facets, own_facets, smallest_covers
from tests.coding.material import a_coding

spans = st.tuples(st.integers(0, 12), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))
facet_codings = st.builds(
    lambda span, phase, actor, valence: a_coding(span, phase=phase, actor=actor, valence=valence),
    spans,
    st.sampled_from([None, "0", "1", "2"]),
    st.sampled_from([None, None, "coach", "uwv"]),
    st.sampled_from([None, None, *Valence]),
)


def phase_of(taker: Coding, *lenders: Coding) -> Taken:
    facets, _lent = borrow_facets([taker], lenders)
    return facets[0][FACETS.index("phase")]


def test_its_own_facet_comes_before_any_other() -> None:
    taken = phase_of(a_coding((5, 9), code="k", phase="2"), a_coding((5, 9), phase="1"))
    assert taken == Taken(("2",), Via.OWN)


def test_the_same_span_comes_before_a_covering_one() -> None:
    taken = phase_of(a_coding((5, 9), code="k"), a_coding((0, 20), phase="0"), a_coding((5, 9), phase="1"))
    assert taken == Taken(("1",), Via.SAME_SPAN)


def test_the_smallest_covering_coding_lends() -> None:
    lenders = [a_coding((0, 30), phase="0"), a_coding((4, 12), phase="1"), a_coding((0, 20), phase="2")]
    assert phase_of(a_coding((5, 9), code="k"), *lenders) == Taken(("1",), Via.COVERING)


def test_a_coding_that_covers_only_a_part_does_not_lend() -> None:
    assert phase_of(a_coding((5, 9), code="k"), a_coding((6, 30), phase="0"), a_coding((0, 8), phase="1")) == NOTHING


def test_each_facet_looks_for_its_own_lender() -> None:
    lenders = [a_coding((0, 30), phase="0"), a_coding((4, 12), actor="coach", kind=StatementKind.FACT)]
    facets, lent = borrow_facets([a_coding((5, 9), code="k")], lenders)
    assert facets[0] == (
        Taken(("0",), Via.COVERING),
        Taken(("coach",), Via.COVERING),
        NOTHING,
        Taken(("feit",), Via.COVERING),
    )
    assert lent == {0, 1}


def test_lenders_that_tie_each_give_their_value_in_the_order_of_the_alphabet() -> None:
    lenders = [a_coding((4, 12), phase="2"), a_coding((2, 10), phase="0"), a_coding((4, 12), phase="0")]
    facets, lent = borrow_facets([a_coding((5, 9), code="k")], lenders)
    assert facets[0][0] == Taken(("0", "2"), Via.COVERING)
    assert lent == {0, 1, 2}


def test_a_lender_that_only_repeats_what_a_coding_has_lends_nothing() -> None:
    _facets, lent = borrow_facets([a_coding((5, 9), code="k", phase="1")], [a_coding((0, 20), phase="1")])
    assert lent == set()


def test_no_valence_is_a_value_of_its_own() -> None:
    assert own_facets(a_coding((0, 5), valence=Valence.NONE))[2] == Taken(("geen",), Via.OWN)


@settings(deadline=None)
@given(st.lists(spans, max_size=25), st.lists(spans, max_size=25))
def test_the_smallest_cover_is_the_one_that_looking_at_all_of_them_finds(
    covers: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    found = smallest_covers(covers, asked)
    for start, end in asked:
        around = [last - first for first, last in covers if first <= start and end <= last]
        assert found.get((start, end)) == (min(around) if around else None)


@settings(deadline=None)
@given(st.lists(facet_codings, max_size=12), st.lists(facet_codings, max_size=12))
def test_lending_is_what_the_rule_says_read_word_for_word(takers: list[Coding], lenders: list[Coding]) -> None:
    facets, lent = borrow_facets(takers, lenders)
    expected = [[_by_the_rule(facet, taker, lenders) for facet in FACETS] for taker in takers]
    assert [[(each.values, each.via) for each in row] for row in facets] == [
        [(values, via) for values, via, _givers in row] for row in expected
    ]
    assert lent == {giver for row in expected for _values, _via, givers in row for giver in givers}


def _by_the_rule(
    facet: str, taker: Coding, lenders: list[Coding]
) -> tuple[tuple[str, ...], Via | None, tuple[int, ...]]:
    own = getattr(taker, facet)
    if own is not None:
        return (str(own),), Via.OWN, ()
    can = {place: each for place, each in enumerate(lenders) if getattr(each, facet) is not None}
    same = [place for place, each in can.items() if (each.start, each.end) == (taker.start, taker.end)]
    around = [place for place, each in can.items() if each.start <= taker.start and taker.end <= each.end]
    smallest = min((can[place].end - can[place].start for place in around), default=0)
    givers = same or [place for place in around if can[place].end - can[place].start == smallest]
    values = tuple(sorted({str(getattr(can[place], facet)) for place in givers}))
    return values, (Via.SAME_SPAN if same else Via.COVERING) if givers else None, tuple(givers)
