"""Counting: for every finding, how many people said it and what they made of it; all findings in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.segments import Role
from study.config import ACROSS_PHASES
from synthesis.eligible import Circle, Eligible
from synthesis.findings import Finding
from synthesis.valence import Judged, Votes

if TYPE_CHECKING:
    import pandas as pd

_GOOD = ("goed", "gemengd")
_PAIN = ("pijnpunt", "gemengd")


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted for one finding; the letters are those of synthesis.md, 3.2.

    `r`, `votes` and `intensity` are over respondents in E only; `contra` is over everyone of the perspective, asked
    or not, so that dissent is never hidden.
    """

    circle: Circle
    r: int
    m: int
    g: int
    contra: int
    outside: int
    prompted: bool
    votes: Votes
    intensity: float | None

    @property
    def eligible(self) -> int:
        """E."""
        return len(self.circle.people)


@dataclass(frozen=True, slots=True)
class Counted:
    """All findings counted: a count per position, the votes per cell, and the passage rows behind each finding.

    `support` and `contra` hold positions in the passages table, in its order, one for each coding.
    """

    counts: tuple[Count, ...]
    cell_votes: Mapping[tuple[str, str], Votes]
    support: tuple[tuple[int, ...], ...]
    contra: tuple[tuple[int, ...], ...]


def count_findings(findings: Sequence[Finding], passages: pd.DataFrame, eligible: Eligible) -> Counted:
    """Every finding counted: respondents and never mentions, group voices apart (synthesis.md, 3.2 and 3.4).

    `passages` is the table of `coding.passages`. A respondent counts when the passage is his or hers and of the
    finding's perspective; a mention is a distinct segment; a group voice is a group session (document).
    """
    circles = [eligible.of_phase(each.perspective, each.phase, topic=each.topic) for each in findings]
    heard = _heard(findings, passages, circles)
    people = _people(heard, findings)
    return Counted(
        counts=_counts(findings, circles, heard, people),
        cell_votes=_cell_votes(findings, people),
        support=_positions(heard, len(findings), contra=False),
        contra=_positions(heard, len(findings), contra=True),
    )


def _heard(findings: Sequence[Finding], passages: pd.DataFrame, circles: Sequence[Circle]) -> pd.DataFrame:
    """One row for each passage row behind a finding: who said what, for or against, asked or not."""
    import pandas as pd

    links = pd.DataFrame(
        [
            (place, coding, contra)
            for place, finding in enumerate(findings)
            for contra, codings in ((False, finding.passages), (True, finding.contra))
            for coding in dict.fromkeys(codings)
        ],
        columns=["finding", "coding_id", "contra"],
    ).astype({"finding": "int64", "contra": "bool", "coding_id": "object"})
    heard: pd.DataFrame = links.merge(_spoken(passages), on="coding_id", how="inner")
    wanted = pd.Series([each.perspective for each in findings], dtype="object").reindex(heard["finding"]).to_numpy()
    own = heard["perspective"].to_numpy() == wanted
    group = heard["group_voice"].to_numpy() & heard["perspective"].isna().to_numpy()
    heard = heard[own | group]
    heard = heard.assign(asked=_asked(heard, circles))
    return heard.sort_values(["finding", "position"], kind="stable").reset_index(drop=True)


def _spoken(passages: pd.DataFrame) -> pd.DataFrame:
    """The rows that somebody of a perspective said, with only what is counted."""
    import numpy as np
    import pandas as pd

    spoken = passages[passages["role"].isin([str(Role.RESPONDENT), str(Role.GROUP)])]
    place = spoken["document_id"] + ":" + spoken["start"].astype(str) + ":" + spoken["end"].astype(str)
    valence = spoken["valence"]
    return pd.DataFrame(
        {
            "coding_id": spoken["coding_id"].astype("object"),
            "position": np.flatnonzero(passages["role"].isin([str(Role.RESPONDENT), str(Role.GROUP)])),
            "perspective": spoken["perspective"].astype("object"),
            "group_voice": (spoken["role"] == str(Role.GROUP)).astype(bool),
            "document_id": spoken["document_id"].astype("object"),
            "segment": spoken["segment_id"].where(spoken["segment_id"].notna(), place).astype("object"),
            "participant": spoken["participant_id"].astype("object"),
            "good": valence.isin(_GOOD),
            "pain": valence.isin(_PAIN),
            "prompted": spoken["prompted"].isin([True]),
            "intensity": pd.to_numeric(spoken["intensity"], errors="coerce"),
        }
    )


def _asked(heard: pd.DataFrame, circles: Sequence[Circle]) -> pd.Series[bool]:
    """For each row whether the speaker is in the circle of the finding."""
    import pandas as pd

    people = [circle.people for circle in circles]
    pairs = zip(heard["finding"].tolist(), heard["participant"].tolist(), strict=True)
    inside = [isinstance(participant, str) and participant in people[finding] for finding, participant in pairs]
    return pd.Series(inside, index=heard.index, dtype="bool")


def _people(heard: pd.DataFrame, findings: Sequence[Finding]) -> pd.DataFrame:
    """One row for each respondent behind a finding: one respondent, one vote."""
    import pandas as pd

    single = heard[heard["participant"].notna() & ~heard["group_voice"]]
    support = ~single["contra"]
    voices = single.assign(
        supports=support, prompted=single["prompted"] & support, intensity=single["intensity"].where(support)
    )
    flags = ["supports", "contra", "good", "pain", "prompted", "asked", "intensity"]
    people = voices.groupby(["finding", "participant"], sort=True)[flags].max().reset_index()
    valence = pd.Series([str(each.valence) if each.valence else "" for each in findings], dtype="object")
    own = valence.reindex(people["finding"]).to_numpy()
    against_good = people["pain"] & ~people["good"] & (own == Judged.GOOD)
    against_pain = people["good"] & ~people["pain"] & (own == Judged.PAIN)
    return people.assign(opposes=people["contra"] | (people["supports"] & (against_good | against_pain)))


def _counts(
    findings: Sequence[Finding], circles: Sequence[Circle], heard: pd.DataFrame, people: pd.DataFrame
) -> tuple[Count, ...]:
    places = range(len(findings))
    support = heard[~heard["contra"]]
    sessions = support[support["group_voice"]]
    inside = people[people["supports"] & people["asked"]]
    r = inside.groupby("finding").size().reindex(places, fill_value=0).tolist()
    prompted = inside.groupby("finding")["prompted"].sum().reindex(places, fill_value=0).tolist()
    outside = people[people["supports"] & ~people["asked"]].groupby("finding").size()
    m = support.groupby("finding")["segment"].nunique().reindex(places, fill_value=0).tolist()
    g = sessions.groupby("finding")["document_id"].nunique().reindex(places, fill_value=0).tolist()
    contra = people[people["opposes"]].groupby("finding").size().reindex(places, fill_value=0).tolist()
    intensity = inside.groupby("finding")["intensity"].median().reindex(places).tolist()
    votes = _votes(people[people["asked"]].assign(subject=people["finding"]))
    return tuple(
        Count(
            circle=circles[place],
            r=int(r[place]),
            m=int(m[place]),
            g=int(g[place]),
            contra=int(contra[place]),
            outside=int(outside.get(place, 0)),
            prompted=2 * int(prompted[place]) > int(r[place]),
            votes=votes.get(place, Votes()),
            intensity=None if intensity[place] != intensity[place] else float(intensity[place]),
        )
        for place in places
    )


def _cell_votes(findings: Sequence[Finding], people: pd.DataFrame) -> dict[tuple[str, str], Votes]:
    """The votes of each cell: one for each respondent over everything that he or she said in it."""
    cells = [(each.perspective, each.phase) for each in findings]
    numbers = {cell: number for number, cell in enumerate(dict.fromkeys(cells))}
    asked = people[people["asked"]]
    subject = [numbers[cells[each]] for each in asked["finding"].tolist()]
    voices = asked.assign(subject=subject).groupby(["subject", "participant"])[["good", "pain"]].max().reset_index()
    votes = _votes(voices)
    return {cell: votes.get(number, Votes()) for cell, number in numbers.items()}


def _votes(people: pd.DataFrame) -> dict[int, Votes]:
    """The votes per subject, from one row for each subject and respondent."""
    good, pain = people["good"].astype(bool), people["pain"].astype(bool)
    kinds = people.assign(
        only_good=good & ~pain, only_pain=pain & ~good, both=good & pain, neither=~good & ~pain
    ).groupby("subject")[["only_good", "only_pain", "both", "neither"]]
    table = kinds.sum().astype(int)
    return {
        int(str(subject)): Votes(*map(int, row)) for subject, row in zip(table.index, table.to_numpy(), strict=True)
    }


def _positions(heard: pd.DataFrame, number: int, *, contra: bool) -> tuple[tuple[int, ...], ...]:
    """The rows of the passages table behind each finding, the first row of each coding."""
    rows = heard[heard["contra"] == contra].drop_duplicates(["finding", "coding_id"])
    found: list[list[int]] = [[] for _ in range(number)]
    for finding, position in zip(rows["finding"].tolist(), rows["position"].tolist(), strict=True):
        found[finding].append(position)
    return tuple(map(tuple, found))


def phase_of(phases: pd.Series) -> pd.Series:
    """The phase of each passage, "x" where none was recorded."""
    return phases.where(phases.notna() & (phases != ""), ACROSS_PHASES)
