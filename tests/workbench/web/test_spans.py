from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.codings import Coding
from corpus.segments import Segment, Unit
from workbench.web.spans import LANES, make_marks, mark_turns

TEXT = "Niemand belde mij. Ik wachtte 👍 drie weken op antwoord.\n\nEn toen nog een maand."
TURNS = (
    Segment("s1", "d", 0, Unit.TURN, 0, 55),
    Segment("s2", "d", 1, Unit.TURN, 57, len(TEXT)),
)
SPANS = (
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).filter(lambda each: each[0] < each[1])
)
CODINGS = st.lists(
    st.builds(
        lambda number, span, coder, code: Coding(f"c{number}", "d", span[0], span[1], coder, code=code),
        st.integers(0, 10_000),
        SPANS,
        st.sampled_from(["marit", "joris"]),
        st.sampled_from(["wachten", "contact"]),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)


@given(CODINGS)
def test_the_pieces_of_a_turn_are_its_text(codings: list[Coding]) -> None:
    for turn in mark_turns(TEXT, TURNS, make_marks(codings)):
        assert "".join(each.text for each in turn.pieces) == TEXT[turn.segment.start : turn.segment.end]


@given(CODINGS)
def test_under_every_coding_stand_exactly_its_words(codings: list[Coding]) -> None:
    turns = mark_turns(TEXT, TURNS, make_marks(codings))
    for coding in codings:
        shown = "".join(
            piece.text for turn in turns for piece in turn.pieces for mark in piece.marks if coding.id in mark.ids
        )
        expected = "".join(
            TEXT[max(each.start, coding.start) : max(each.start, min(each.end, coding.end))] for each in TURNS
        )
        assert shown == expected


@given(CODINGS)
def test_every_coding_on_words_of_a_turn_has_one_place_to_jump_to(codings: list[Coding]) -> None:
    turns = mark_turns(TEXT, TURNS, make_marks(codings))
    places = [id for turn in turns for piece in turn.pieces for mark in piece.begins for id in mark.ids]
    names = [id for turn in turns for mark in turn.marks for id in mark.ids]
    touching = {each.id for each in codings if any(each.start < turn.end and each.end > turn.start for turn in TURNS)}
    assert sorted(places) == sorted(touching) == sorted(names)


@given(CODINGS)
def test_lanes_are_shared_only_when_there_are_too_many(codings: list[Coding]) -> None:
    for turn in mark_turns(TEXT, TURNS, make_marks(codings)):
        for piece in turn.pieces:
            lanes = [mark.lane for mark in piece.marks]
            assert all(0 <= lane < LANES for lane in lanes)
            if len(lanes) <= LANES:
                assert len([lane for lane in lanes if lane < LANES - 1]) == len(
                    {lane for lane in lanes if lane < LANES - 1}
                )


def test_two_coders_who_say_the_same_share_a_mark() -> None:
    same = [Coding("1", "d", 0, 7, "marit", code="contact"), Coding("2", "d", 0, 7, "joris", code="contact")]
    (mark,) = make_marks(same)
    assert mark.coders == ("joris", "marit")
    assert mark.ids == ("1", "2")


def test_what_lies_inside_another_gets_a_deeper_lane() -> None:
    outer, inner = Coding("1", "d", 0, 18, "marit", code="contact"), Coding("2", "d", 8, 13, "marit", code="wachten")
    assert [(each.first.id, each.lane) for each in make_marks([inner, outer])] == [("1", 0), ("2", 1)]
