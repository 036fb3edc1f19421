"""The board: every point against every list, counted or made in consultation, each cell saying what it can say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from prioritisation.consultations import ConsultedLine, ConsultedList, Marking
from prioritisation.places import Tiered, competition_ranks, shared_places
from prioritisation.ranking import Ranking
from prioritisation.standings import find_standings
from prioritisation.weights import Comparison

HIGH = 3
"""“High on a list” is among the first three."""


class Stand(StrEnum):
    """How a point stands on a list: at a place, without one, in a group, left off, never put; or there is no list."""

    PLACE = "place"
    LISTED = "listed"
    GROUP = "group"
    LEFT_OUT = "left_out"
    NOT_PUT = "not_put"
    NO_LIST = "no_list"


@dataclass(frozen=True, slots=True)
class Square:
    """One point on one list: `words` is its place ("2-3") or the name of its group, `line` its row in consultation."""

    stand: Stand
    words: str = ""
    rank: int | None = None
    line: ConsultedLine | None = None

    @property
    def is_listed(self) -> bool:
        """Whether the point is on the list, at a place or without one."""
        return self.stand in {Stand.PLACE, Stand.LISTED, Stand.GROUP}

    @property
    def is_high(self) -> bool:
        """Whether the point is among the first three of a list that has an order."""
        return self.rank is not None and self.rank <= HIGH


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One point beside all lists; a point without `point_id` was brought in during a session."""

    key: str
    title: str
    point_id: str | None
    findings: tuple[str, ...]
    squares: tuple[Square, ...]
    standings: tuple[str, ...]

    @property
    def brought_in(self) -> bool:
        """Whether the point came up in a session and is no improvement point of the study."""
        return self.point_id is None


def lay_board(comparison: Comparison) -> tuple[BoardRow, ...]:
    """Every point with its stand on each list: first what is high on most lists, then in the order of the lists.

    The order of the rows counts lists, never people; no list is melted into another.
    """
    standings = find_standings(comparison, top=HIGH)
    rows = [_row(comparison, point, standings[point]) for point in comparison.board]
    return tuple(sorted(rows, key=lambda row: -sum(square.is_high for square in row.squares)))


def _row(comparison: Comparison, point: str, standings: tuple[str, ...]) -> BoardRow:
    keys = [next((key for key, name in named.items() if name == point), None) for named in comparison.known_as]
    wordings = [_wording(each, key) for each, key in zip(comparison.lists, keys, strict=True) if key is not None]
    # What was put to people is worded by the study; what they brought in, by themselves.
    title, point_id = next((each for each in wordings if each[1] is not None), wordings[0])
    lines = [_line(each, key) for each, key in zip(comparison.lists, keys, strict=True)]
    return BoardRow(
        key=point,
        title=title,
        point_id=point_id,
        findings=tuple(dict.fromkeys(finding for line in lines if line for finding in line.findings)),
        squares=tuple(_square(*each) for each in zip(comparison.lists, keys, lines, strict=True)),
        standings=standings,
    )


def _wording(each: Ranking | ConsultedList, key: str) -> tuple[str, str | None]:
    """The title as it was put to the people of this list, and the improvement point it is."""
    line = _line(each, key)
    if line is not None:
        return line.put_as or line.title, line.point_id
    options = each.left_out if isinstance(each, ConsultedList) else each.options
    option = next(option for option in options if option.key == key)
    return option.title, option.point_id


def _line(each: Ranking | ConsultedList, key: str | None) -> ConsultedLine | None:
    lines = each.lines if isinstance(each, ConsultedList) else ()
    return next((line for line in lines if line.key == key), None)


def _square(each: Ranking | ConsultedList, key: str | None, line: ConsultedLine | None) -> Square:
    if key is None:
        return Square(Stand.NOT_PUT)
    if isinstance(each, Ranking):
        return _place(each.tiers, key) if each.tiers else Square(Stand.NO_LIST)
    if line is None:
        return Square(Stand.LEFT_OUT)
    if each.marking is Marking.RANKED:
        return replace(_place(each.tiers, key), line=line)
    return Square(Stand.GROUP, line.group, line=line) if line.group else Square(Stand.LISTED, line=line)


def _place(tiers: Tiered, key: str) -> Square:
    return Square(Stand.PLACE, shared_places(tiers)[key], competition_ranks(tiers)[key])
