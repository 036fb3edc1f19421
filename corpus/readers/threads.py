"""Threads: which posts of a large export belong in one part, so that no reply is cut from what it answers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

Place = tuple[str, ...]
"""Where a post stands in its community: its thread, its own id, and the id of the post it answers ("" if none)."""


def part_threads(places: Iterable[Place], *, most: int) -> list[array[int]]:
    """The numbers of the posts in each part: whole threads, in order of their first post, until `most` posts are in it.

    `places` are gone through twice. A thread of more than `most` posts is a part of its own.

    >>> posts = [("A", "1", ""), ("B", "2", ""), ("A", "3", "1"), ("", "4", "2")]
    >>> [list(each) for each in part_threads(posts, most=2)]
    [[0, 2], [1, 3]]
    """
    joined = _Joined()
    joined.gather(places)
    joined.answer(places)
    return joined.parts(most)


class _Joined:
    """Posts by group; groups that answer one another are joined, each pointing at an earlier one of its kind."""

    def __init__(self) -> None:
        self._group_of = array("L")
        self._earlier = array("L")
        self._threads: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._again: set[str] = set()

    def gather(self, places: Iterable[Place]) -> None:
        """Give every post its group: that of its thread, or one of its own."""
        for thread, key, _ in places:
            group = self._threads.get(thread) if thread else None
            if group is None:
                group = len(self._earlier)
                self._earlier.append(group)
                if thread:
                    self._threads[thread] = group
            self._group_of.append(group)
            if key and self._keys.setdefault(key, group) != group:
                self._again.add(f"{group}/{key}")

    def answer(self, places: Iterable[Place]) -> None:
        """Join each post to the one it answers: the one with that id in its own thread, else the first in the file."""
        for group, (_, _, parent) in zip(self._group_of, places, strict=True):
            target = self._keys.get(parent, group) if parent else group
            if target != group and f"{group}/{parent}" not in self._again:
                self._join(group, target)

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._first(one), self._first(other)))
        self._earlier[second] = first

    def _first(self, group: int) -> int:
        """The earliest of the groups that this one is joined to; the way there is made shorter."""
        earlier = self._earlier
        while earlier[group] != group:
            earlier[group] = earlier[earlier[group]]
            group = earlier[group]
        return group

    def parts(self, most: int) -> list[array[int]]:
        """The numbers of the posts of each part."""
        sizes = array("L", bytes(len(self._earlier) * self._earlier.itemsize))
        for group in self._group_of:
            sizes[self._first(group)] += 1
        part_of, filled = array("l", [-1]) * len(self._earlier), 0
        parts: list[array[int]] = []
        for group in range(len(self._earlier)):
            if sizes[group] and self._first(group) == group:
                if not parts or filled + sizes[group] > most:
                    parts.append(array("L"))
                    filled = 0
                part_of[group], filled = len(parts) - 1, filled + sizes[group]
        for number, group in enumerate(self._group_of):
            parts[part_of[self._first(group)]].append(number)
        return parts
