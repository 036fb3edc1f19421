"""Topics beside codes, as tables: where they meet, and what of a topic nobody has coded."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

FEWEST_TOGETHER = 3
FEWEST_RESPONDENTS = 2
UNCODED = 5
UNCODED_RESPONDENTS = 3
UNCODED_SHARE = 0.60
EXAMPLES = 5
COVERAGE_COLUMNS = ["topic", "n", "respondents"]
COVERAGE_COLUMNS += ["uncoded", "uncoded_respondents", "uncoded_share", "uncoded_theme", "examples"]


def lift(together: int, topic: int, code: int, total: int) -> float:
    """How many times more often topic and code meet than if they had nothing to do with each other.

    >>> lift(9, 30, 20, 200)
    3.0
    """
    return together * total / (topic * code)


def cross(members: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Topic by code: n segments, lift (None where it says nothing) and respondents, for every pair that occurs.

    `members` has segment_id and topic (None: not assigned), `passages` segment_id, code and participant_id.
    """
    import pandas as pd

    coded = passages.loc[passages["code"].notna(), ["segment_id", "code", "participant_id"]].merge(members)
    codes = coded.groupby("code")["segment_id"].nunique()
    topics = members["topic"].value_counts()
    table = (
        coded.dropna(subset="topic")
        .groupby(["topic", "code"], as_index=False)
        .agg(n=("segment_id", "nunique"), respondents=("participant_id", "nunique"))
    )
    sizes = zip(table["n"], table["topic"].map(topics), table["code"].map(codes), strict=True)
    lifts = pd.Series([lift(*each, len(members)) for each in sizes], index=table.index, dtype=object)
    shown = (table["n"] >= FEWEST_TOGETHER) & (table["respondents"] >= FEWEST_RESPONDENTS)
    table = table.assign(topic=table["topic"].astype("int64"), lift=lifts.where(shown, None))
    return table[["topic", "code", "n", "lift", "respondents"]]


def cover(members: pd.DataFrame, passages: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Per topic how much of it is coded, whether it looks like a theme without a code, and five segments to read.

    The last row (topic None) is what is not assigned. `examples` are uncoded segments in an order that follows
    from their text alone: a random pick, not the clearest ones.
    """
    import pandas as pd

    known = segments[["segment_id", "participant_id", "text"]].astype({"segment_id": object}).merge(members)
    known["coded"] = known["segment_id"].isin(passages.loc[passages["code"].notna(), "segment_id"])
    numbers = sorted(int(topic) for topic in known["topic"].dropna().unique())
    groups = [(number, known[known["topic"] == number]) for number in numbers]
    rest = known[known["topic"].isna()]
    rows = [_cover_one(topic, found) for topic, found in [*groups, *([(None, rest)] if len(rest) else [])]]
    columns = {name: [row[place] for row in rows] for place, name in enumerate(COVERAGE_COLUMNS)}
    return pd.DataFrame(columns | {"topic": pd.Series(columns["topic"], dtype=object)})


def _cover_one(topic: int | None, found: pd.DataFrame) -> tuple[object, ...]:
    bare = found[~found["coded"]]
    respondents, share = bare["participant_id"].nunique(), len(bare) / len(found)
    is_theme = (
        topic is not None and len(bare) >= UNCODED and respondents >= UNCODED_RESPONDENTS and share >= UNCODED_SHARE
    )
    examples = _pick(bare["segment_id"].tolist(), bare["text"].tolist())
    return topic, len(found), found["participant_id"].nunique(), len(bare), respondents, share, is_theme, examples


def _pick(ids: list[str], texts: list[str]) -> tuple[str, ...]:
    hashes = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
    return tuple(
        ids[place] for place in sorted(range(len(ids)), key=lambda place: (hashes[place], ids[place]))[:EXAMPLES]
    )
