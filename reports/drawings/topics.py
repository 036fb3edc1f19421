"""Topics as figures: a reading aid beside coding, never a finding (synthesis.md, 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from coding.codebook import Code
from reports.charts import chart_look
from reports.figures import Chart, Figure, FigureKind, Plain, Sheet
from reports.style import GREY, PAPER, RULE, ink_on
from reports.words import decimal
from study.messages import N_
from study.messages import translate as _
from synthesis.topics import Topic, TopicFit

if TYPE_CHECKING:
    import pandas as pd

# Pixels: what fits on an upright page and on one on its side, and what a column needs to hold its words.
UPRIGHT_PIXELS, WIDE_PIXELS, CODE_ROOM, LABEL_LINE = 604, 971, 210, 14
# Topics that an upright page holds with their words; codes that a page on its side holds below each other.
MOST_UPRIGHT, MOST_SIDEWAYS = 5, 13
ROOM_FOR_WORDS, ROOM_FOR_LIFT = 62, 66
WORDS_SHOWN = 3
WORDS_LISTED = 8
# From light to dark in one hue, so that the steps stay apart in black and white and to every eye.
LIFT_STEPS = (
    (0.0, "#f1efe9", N_("less than expected")),
    (1.0, "#c6d8e8", N_("1 to 2 times")),
    (2.0, "#6f9fc8", N_("2 to 4 times")),
    (4.0, "#1f4e79", N_("4 times or more")),
)
COLUMNS = ("topic", "words", "code", "code_name", "passages", "respondents", "lift")


def draw_topics_by_code(table: pd.DataFrame, fit: TopicFit, *, codes: Sequence[Code] = (), source: str = "") -> Figure:
    """The heat map of topics against codes: how often they meet, and how much more than chance would have it.

    `table` has a row per topic and code (topic, code, n, lift, respondents); a cell without a lift met fewer than
    three times or in one respondent, and keeps its number without a colour. `source` is the line under the figure.
    """
    data = _tidy(table, fit, codes)
    return Figure(
        key="onderwerpen-en-codes",
        title=_("Topics and codes"),
        kind=FigureKind.TOPICS_BY_CODE,
        data=data,
        body=Chart(_heat_map(data), wide=_is_wide(data)),
        source_line=source,
        alt=_alternative(data),
        reading_example=_reading_example(data),
        notes=(_("A reading aid, not a finding: a topic is a group of passages that use the same words."),),
    )


def draw_topics(fit: TopicFit, *, source: str = "") -> Figure:
    """The topics with their words, how many passages and respondents they hold, and how much was left unassigned."""
    import pandas as pd

    rows = [(each.number, ", ".join(each.words[:WORDS_LISTED]), each.size, each.respondents) for each in fit.topics]
    return Figure(
        key="onderwerpen",
        title=_("Topics"),
        kind=FigureKind.TOPICS,
        data=pd.DataFrame(rows, columns=["topic", "words", "passages", "respondents"], dtype=object),
        body=Sheet("topics", _list_content(fit)),
        source_line=source,
        alt=_("List of {number} topics. {topics}.", number=len(fit.topics), topics="; ".join(map(_named, fit.topics))),
        notes=(
            _unassigned(fit),
            _("A reading aid, not a finding: a topic is a group of passages that use the same words."),
        ),
    )


def _named(topic: Topic) -> str:
    return f"{topic.number}: {', '.join(topic.words[:WORDS_SHOWN])}"


def _unassigned(fit: TopicFit) -> str:
    left = sum(member.topic is None for member in fit.members)
    share = round(100 * left / len(fit.members)) if fit.members else 0
    return _(
        "Not assigned to any topic: {left} of {total} passages ({share}%).",
        left=left,
        total=len(fit.members),
        share=share,
    )


def _list_content(fit: TopicFit) -> dict[str, Plain]:
    most = max((each.size for each in fit.topics), default=1)
    return {
        "empty": None if fit.topics else _("No topics: there is too little material to group by words."),
        "headings": [_("Topic"), _("Words, most telling first"), _("Passages"), _("Respondents")],
        "rows": [
            {
                "number": each.number,
                "first": ", ".join(each.words[:WORDS_SHOWN]),
                "more": ", ".join(each.words[WORDS_SHOWN:WORDS_LISTED]),
                "size": each.size,
                "share": each.size / most,
                "respondents": each.respondents,
            }
            for each in fit.topics
        ],
    }


def _tidy(table: pd.DataFrame, fit: TopicFit, codes: Sequence[Code]) -> pd.DataFrame:
    """Every met pair of a topic and a code, in the order of the topics and the codebook."""
    import pandas as pd

    words = {each.number: " ".join(each.words[:WORDS_SHOWN]) for each in fit.topics}
    names = {each.key: each.name for each in codes}
    place = {each.key: at for at, each in enumerate(codes)}
    rows = [
        (
            int(row.topic),
            words[row.topic],
            row.code,
            names.get(row.code, row.code),
            int(row.n),
            int(row.respondents),
            _number(row.lift),
        )
        for row in cast("Iterable[Any]", table.itertuples(index=False))
        if row.topic in words and row.n
    ]
    rows.sort(key=lambda row: (row[0], place.get(row[2], len(place)), row[2]))
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _records(data: pd.DataFrame) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", data.to_dict("records"))


def _number(value: object) -> float | None:
    missing = value is None or value != value  # noqa: PLR0124 - not a number is the one value unlike itself
    return None if missing else round(float(cast("float", value)), 3)


def _step(lift: float | None) -> int | None:
    if lift is None:
        return None
    return max(at for at, (least, _colour, _words) in enumerate(LIFT_STEPS) if lift >= least)


def _heat_map(data: pd.DataFrame) -> dict[str, Plain]:
    import altair as alt

    topics = list(dict.fromkeys(zip(data["topic"], data["words"], strict=True)))
    room = _column_width(len(topics), wide=_is_wide(data))
    rows = [_drawn(row, room) for row in _records(data)]
    codes = sorted({str(name) for name in data["code_name"]}, key=str.lower)
    steps = [_(words) for _least, _colour, words in LIFT_STEPS]
    lines = 1 if room < ROOM_FOR_WORDS else 1 + WORDS_SHOWN
    across = alt.X("topic:N", sort=[_topic_label(*each, room) for each in topics], title=None).axis(
        orient="top", labelAngle=0, labelExpr="split(datum.label, '|')", ticks=False, domain=False,
        labelPadding=4 + (lines - 1) * LABEL_LINE, labelLineHeight=LABEL_LINE, labelLimit=room - 4, labelOverlap=False,
    )  # fmt: skip
    down = alt.Y("code:N", sort=codes, title=None).axis(labelLimit=CODE_ROOM, ticks=False, domain=False)
    legend = alt.Legend(
        orient="bottom", symbolType="square", symbolSize=140, symbolStrokeColor=RULE, symbolStrokeWidth=0.7
    )
    colour = alt.Color("step:N", sort=steps, title=_("together, against chance"), legend=legend).scale(
        domain=steps, range=[colour for _least, colour, _words in LIFT_STEPS]
    )
    plain = alt.Chart(alt.InlineData(values=rows))
    squares = plain.transform_filter("isValid(datum.step)").mark_rect(stroke=PAPER).encode(across, down, colour)
    numbers = plain.mark_text(baseline="middle").encode(
        across, down, text="words:N", color=alt.Color("ink:N", scale=None)
    )
    drawn = (squares + numbers).properties(width=alt.Step(room), height=alt.Step(26))
    return {**drawn.to_dict(), "config": chart_look()}


def _is_wide(data: pd.DataFrame) -> bool:
    """Many topics ask for a page on its side, unless there are more codes than such a page is high."""
    return data["topic"].nunique() > MOST_UPRIGHT and data["code"].nunique() <= MOST_SIDEWAYS


def _column_width(topics: int, *, wide: bool) -> int:
    """The pixels for each topic, so that the chart never has to shrink to fit its page."""
    page = WIDE_PIXELS if wide else UPRIGHT_PIXELS
    return max(26, min(92, (page - CODE_ROOM - 10) // max(1, topics)))


def _topic_label(number: object, words: object, room: int) -> str:
    return str(number) if room < ROOM_FOR_WORDS else "|".join((str(number), *str(words).split()))


def _drawn(row: dict[str, Any], room: int) -> dict[str, Plain]:
    step = _step(row["lift"])
    lift = "" if row["lift"] is None or room < ROOM_FOR_LIFT else f" (×{decimal(row['lift'])})"
    return {
        "topic": _topic_label(row["topic"], row["words"], room),
        "code": row["code_name"],
        "step": None if step is None else _(LIFT_STEPS[step][2]),
        "words": f"{row['passages']}{lift}",
        "ink": GREY if step is None else ink_on(LIFT_STEPS[step][1]),
    }


def _strongest(data: pd.DataFrame) -> dict[str, Any] | None:
    rows = [row for row in _records(data) if row["lift"] is not None]
    return max(rows, key=lambda row: (row["lift"], row["passages"], row["code"]), default=None)


def _reading_example(data: pd.DataFrame) -> str:
    row = _strongest(data)
    if row is None:
        return ""
    return _(
        "How to read this: topic {topic} and code “{code}” meet in {passages} passages, {lift} times as often as "
        "chance would have it.",
        topic=row["topic"],
        code=row["code_name"],
        passages=row["passages"],
        lift=decimal(row["lift"]),
    )


def _alternative(data: pd.DataFrame) -> str:
    rows = sorted((row for row in _records(data) if row["lift"]), key=lambda row: -row["lift"])[:5]
    pairs = "; ".join(
        f"{row['topic']} – {row['code_name']}: {row['passages']} (×{decimal(row['lift'])})" for row in rows
    )
    return _(
        "Table of {topics} topics by {codes} codes. Most together: {pairs}.",
        topics=data["topic"].nunique(),
        codes=data["code"].nunique(),
        pairs=pairs or "–",
    )
