"""The ranked list of a session as a figure: shared places stay shared, numbers only for a group large enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import inside, source_line
from reports.style import ACCENT, readable
from reports.words import decimal, group_label
from study.config import Perspective
from study.messages import translate as _
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint

if TYPE_CHECKING:
    import pandas as pd

    from prioritisation.disclosure import PublishedLine, PublishedList
    from prioritisation.ranking import Ranking, Turnout

COLUMNS = ("key", "rank", "place", "title", "explanation", "score", "without_one_vote", "has_source")


def draw_ranking(
    ranking: Ranking,
    *,
    points: Sequence[ImprovementPoint] = (),
    findings: Sequence[Finding] = (),
    perspectives: Sequence[Perspective] = (),
) -> Figure:
    """The list of one session as others may see it: below five valid ballots the order alone, from five points too.

    `points` and `findings` give the quotes behind each row; an option whose improvement point rests on no finding is
    marked "geen bron". Without `points` nobody looked, and nothing is marked.
    """
    from prioritisation.disclosure import publish

    published = publish(ranking)
    references = _references(ranking, points, findings) if points else {}
    group = group_label(ranking.perspective, perspectives) if ranking.perspective else ""
    return Figure(
        key=f"prioriteiten-{ranking.session_key}",
        title=_("Priorities: {group}", group=inside(group))
        if group
        else _("Priorities from “{session}”", session=ranking.title),
        kind=FigureKind.RANKING,
        data=_table(published, references),
        body=Sheet("ranking", _content(published, references, _colour(ranking, perspectives))),
        source_line=source_line([_session_words(published)]),
        alt=_alternative(published),
        reading_example=_reading_example(published),
        notes=(published.note,),
        perspective=ranking.perspective,
        references=references,
    )


def _references(
    ranking: Ranking, points: Sequence[ImprovementPoint], findings: Sequence[Finding]
) -> dict[str, tuple[str, ...]]:
    """Per option the codings behind its improvement point; empty for a point without findings."""
    by_finding = {each.id: each.passages for each in findings}
    by_point = {each.id: [by_finding.get(one, ()) for one in each.findings] for each in points}
    return {
        option.key: tuple(coding for some in by_point.get(option.point_id, []) for coding in some)
        for option in ranking.options
    }


def _colour(ranking: Ranking, perspectives: Sequence[Perspective]) -> str:
    return next((readable(each.colour) for each in perspectives if each.key == ranking.perspective), ACCENT)


def _table(published: PublishedList, references: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (
            each.key, each.rank, each.place, each.title, each.explanation,
            None if each.score is None else round(float(each.score), 4), each.ranks, _has_source(each, references),
        )
        for each in published.lines
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _has_source(line: PublishedLine, references: Mapping[str, tuple[str, ...]]) -> bool | None:
    return bool(references[line.key]) if line.key in references else None


def _content(published: PublishedList, references: Mapping[str, tuple[str, ...]], colour: str) -> dict[str, Plain]:
    scores = [each.score for each in published.lines if each.score is not None]
    return {
        "colour": colour,
        "empty": None if published.lines else _("No valid ballots: there is no list."),
        "headings": {
            "place": _("Place"),
            "point": _("Improvement point"),
            "score": _score_heading(published.rule) if scores else None,
            "range": _("Without one vote") if any(each.ranks for each in published.lines) else None,
        },
        "rows": [_row(each, references, max(scores, default=Fraction(0))) for each in published.lines],
        "no_source": _("no source"),
    }


def _score_heading(rule: str) -> str:
    return _("Borda points") if rule.startswith("borda") else _("Points")


def _row(line: PublishedLine, references: Mapping[str, tuple[str, ...]], most: Fraction) -> Plain:
    return {
        "place": line.place,
        "title": line.title,
        "explanation": line.explanation,
        "score": None if line.score is None else decimal(line.score),
        "share": float(line.score / most) if line.score is not None and most else 0.0,
        "range": line.ranks,
        "unsourced": _has_source(line, references) is False,
    }


def _session_words(published: PublishedList) -> str:
    return _("{session} ({turnout})", session=published.title, turnout=turnout_words(published.turnout))


def turnout_words(turnout: Turnout) -> str:
    """Who voted, in one phrase: the valid ballots the list rests on, and what became of the others."""
    parts = [_("n = {valid} valid ballots of {total}", valid=turnout.valid, total=turnout.total)]
    if turnout.blank:
        parts.append(_("{blank} blank", blank=turnout.blank))
    if turnout.invalid:
        parts.append(_("{invalid} invalid", invalid=turnout.invalid))
    if turnout.invited is not None:
        parts.append(_("{invited} invited", invited=turnout.invited))
    return ", ".join(parts)


def _alternative(published: PublishedList) -> str:
    lines = "; ".join(f"{each.place}: {each.title}" for each in published.lines)
    return _("Ranked list with {number} places. {lines}.", number=len(published.lines), lines=lines)


def _reading_example(published: PublishedList) -> str:
    shared = next((each for each in published.lines if "-" in each.place), None)
    if shared is not None:
        return _("How to read this: a shared place is written as a range; “{title}” shares places {place}.",
                 title=shared.title, place=shared.place)  # fmt: skip
    return ""
