"""Threads: the posts of a community as a tree of replies, as deep as stays readable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.segments import Segment
from workbench.web.spans import MarkedTurn

DEEPEST_REPLY = 4


@dataclass(frozen=True, slots=True)
class Branch:
    """A post with the replies that hang under it; what lies deeper than stays readable hangs beside it."""

    turn: MarkedTurn
    replies: list[Branch] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many replies there are under it, and under those."""
        return sum(1 + each.size for each in self.replies)


def grow_branches(turns: Sequence[MarkedTurn]) -> list[Branch]:
    """The posts that begin a thread, each with its replies, in the order of the text."""
    roots: list[Branch] = []
    path = [roots]
    for turn, depth in _walk(turns):
        branch = Branch(turn)
        path[depth].append(branch)
        path[depth + 1 :] = [branch.replies]
    return roots


def reply_depths(segments: Iterable[Segment]) -> dict[str, int]:
    """How deep each post hangs in its thread, at most so deep that it stays readable."""
    depths: dict[str, int] = {}
    for each in segments:
        depths[each.id] = min(depths[each.reply_to] + 1, DEEPEST_REPLY) if each.reply_to in depths else 0
    return depths


def _walk(turns: Sequence[MarkedTurn]) -> Iterator[tuple[MarkedTurn, int]]:
    """Every post before its replies, with how deep it hangs; a reply to what comes later begins a thread."""
    depths = reply_depths(each.segment for each in turns)
    replies: dict[str | None, list[MarkedTurn]] = defaultdict(list)
    for each in turns:
        replies[each.segment.reply_to if depths[each.segment.id] else None].append(each)
    waiting = replies[None][::-1]
    while waiting:
        turn = waiting.pop()
        yield turn, depths[turn.segment.id]
        waiting.extend(reversed(replies[turn.segment.id]))
