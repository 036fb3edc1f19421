"""The words of lists beside each other: whose each is, how it came about, and what stands in a square."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reports.words import group_label
from study.config import Perspective
from study.messages import translate as _
from study.messages import translate_count
from synthesis.improvements import ImprovementPoint

if TYPE_CHECKING:
    from prioritisation.board import BoardRow, Square
    from prioritisation.consultations import ConsultedLine, ConsultedList
    from prioritisation.ranking import Ranking

ON_LIST, NOT_PUT = "•", "–"


def list_label(each: Ranking | ConsultedList, perspectives: Sequence[Perspective]) -> str:
    """Whose list it is: of a perspective, or of everybody who came."""
    return group_label(each.perspective, perspectives) if each.perspective else _("Open meeting")


def list_labels(lists: Sequence[Ranking | ConsultedList], perspectives: Sequence[Perspective]) -> tuple[str, ...]:
    """A heading for each list; the title of its session where two would be called the same."""
    labels = [list_label(each, perspectives) for each in lists]
    return tuple(label if labels.count(label) == 1 else each.title for label, each in zip(labels, lists, strict=True))


def list_origin(each: Ranking | ConsultedList) -> str:
    """How the list came about, in a few words: counted over so many ballots, or made by so many in consultation."""
    from prioritisation.ranking import Ranking

    if isinstance(each, Ranking):
        return translate_count("{number} vote counted", "{number} votes counted", each.turnout.valid)
    return translate_count("consultation of {number}", "consultation of {number}", each.present)


def square_words(square: Square) -> str:
    """What stands in a square: a place, a dot for a list without rank, a group, or why there is nothing."""
    from prioritisation.board import Stand

    fixed = {Stand.LISTED: ON_LIST, Stand.LEFT_OUT: _("left off"), Stand.NOT_PUT: NOT_PUT, Stand.NO_LIST: NOT_PUT}
    return fixed.get(square.stand, square.words)


def square_legend(rows: Sequence[BoardRow]) -> tuple[str, ...]:
    """What the signs in the squares mean, of those that occur."""
    from prioritisation.board import HIGH, Stand

    found = {square.stand for row in rows for square in row.squares}
    meanings = (
        (
            Stand.PLACE,
            _("A number is the place on that list, a shared one as a range; the first {top} stand out.", top=HIGH),
        ),
        (Stand.LISTED, _("{sign} on a list of which the order says nothing.", sign=ON_LIST)),
        (Stand.GROUP, _("A word is the group into which a consultation sorted the point.")),
        (Stand.LEFT_OUT, _("“{sign}”: put to the group, which left it off its list.", sign=_("left off"))),
        (Stand.NOT_PUT, _("{sign} not put to this group.", sign=NOT_PUT)),
        (Stand.NO_LIST, _("A session without valid ballots has no list.")),
    )
    said = [words for stand, words in meanings if stand in found]
    if any(square.line is not None for row in rows for square in row.squares):
        said.append(_("Lists of a consultation were made by talking and stand in no total."))
    return tuple(said)


def remarks_on_line(line: ConsultedLine) -> tuple[str, ...]:
    """What a reader must know beside a point on a list made in consultation: its first wording, where it came from."""
    was = (_("put to the group as “{title}”", title=line.put_as),) if line.put_as else ()
    return (*was, *((_("brought in during the session"),) if line.brought_in else ()))


def points_brought_in(lists: Sequence[ConsultedList]) -> tuple[ImprovementPoint, ...]:
    """The points that came up in sessions, as points that are not of the study (yet)."""
    found: dict[str, ImprovementPoint] = {}
    for line in (line for each in lists for line in each.lines if line.brought_in):
        first = found.get(line.key)
        findings = tuple(dict.fromkeys((*(first.findings if first else ()), *line.findings)))
        title = first.title if first else line.put_as or line.title
        explanation = first.explanation if first else line.explanation
        found[line.key] = ImprovementPoint(line.key, line.key, 0, title, explanation, findings)
    return tuple(found.values())
