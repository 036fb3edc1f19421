from __future__ import annotations

from corpus.segments import Segment, Unit
from workbench.web.spans import MarkedTurn
from workbench.web.threads import Branch, grow_branches, reply_depths


def posts(*replies_to: int | None) -> list[Segment]:
    """Posts 0, 1, … of which each replies to the post with this number."""
    return [
        Segment(str(n), "d", n, Unit.POST, n, n + 1, reply_to=None if to is None else str(to))
        for n, to in enumerate(replies_to)
    ]


def shape(branches: list[Branch]) -> list[object]:
    return [(each.turn.segment.ordinal, shape(each.replies)) for each in branches]


def grown(*replies_to: int | None) -> list[Branch]:
    return grow_branches([MarkedTurn(each, ()) for each in posts(*replies_to)])


def test_replies_hang_under_their_post_wherever_they_stand_in_the_text() -> None:
    branches = grown(None, None, 0, 1, 2)
    assert shape(branches) == [(0, [(2, [(4, [])])]), (1, [(3, [])])]
    assert [each.size for each in branches] == [2, 1]


def test_a_reply_to_what_is_not_there_or_comes_later_begins_a_thread() -> None:
    assert shape(grown(1, None, 99)) == [(0, []), (1, []), (2, [])]


def test_a_very_deep_thread_hangs_no_deeper_than_can_be_read_and_loses_nobody() -> None:
    (root,) = grown(None, *range(2000))
    assert root.size == 2000
    assert list(reply_depths(posts(None, *range(6))).values()) == [0, 1, 2, 3, 4, 4, 4]
