"""Stances: what each respondent holds of an assumption, one respondent one stance however often it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.segments import Role
from synthesis.evidence import Evidence, Stance
from synthesis.quotes import Passages, Quote

if TYPE_CHECKING:
    import pandas as pd

_SAID = (Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS)


@dataclass(frozen=True, slots=True)
class Voice:
    """A passage with its stance, ready to be counted and quoted."""

    evidence: Evidence
    quote: Quote
    role: str

    @property
    def respondent(self) -> str | None:
        """The participant who counts; nobody for a group voice."""
        return self.quote.participant_id if self.role == Role.RESPONDENT else None


@dataclass(frozen=True, slots=True)
class Joined:
    """Evidence joined to its passages: voices per assumption and perspective, studies per assumption.

    `quoted` holds the passages that quote a study; `loose` is evidence that belongs to no column: on
    an assumption or a passage that is gone, or said by nobody of a perspective, such as a policy text.
    """

    voices: Mapping[tuple[str, str], tuple[Voice, ...]] = field(default_factory=dict)
    studies: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    quoted: Mapping[str, Quote] = field(default_factory=dict)
    loose: tuple[Evidence, ...] = ()


def join_evidence(
    evidence: Iterable[Evidence],
    passages: pd.DataFrame,
    *,
    assumptions: Iterable[str],
    perspectives: Iterable[str],
) -> Joined:
    """The evidence in the columns it belongs to: a passage goes to its speaker's perspective, a study to literature.

    `assumptions` and `perspectives` are the keys that exist; what belongs to none of them is loose.
    """
    known, columns = frozenset(assumptions), frozenset(perspectives)
    rows = _first_rows(passages)
    said, roles = Passages(passages), passages["role"].tolist()
    voices: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    studies: dict[str, list[Evidence]] = defaultdict(list)
    quoted: dict[str, Quote] = {}
    loose: list[Evidence] = []
    for each in evidence:
        row = rows.get(each.coding_id or "")
        quote = None if row is None else said.quote(row)
        if each.assumption in known and each.study is not None:
            studies[each.assumption].append(each)
            quoted |= {each.id: quote} if quote else {}
        elif each.assumption in known and row is not None and quote and quote.perspective in columns:
            voices[each.assumption, quote.perspective or ""].append(Voice(each, quote, str(roles[row])))
        else:
            loose.append(each)
    return Joined(
        {place: tuple(sorted(some, key=_content)) for place, some in voices.items()},
        {key: tuple(sorted(some, key=_study_content)) for key, some in studies.items()},
        quoted,
        tuple(sorted(loose, key=lambda each: (each.assumption, each.study or "", each.stance, each.page or ""))),
    )


def _first_rows(passages: pd.DataFrame) -> dict[str, int]:
    rows: dict[str, int] = {}
    for row, coding in enumerate(passages["coding_id"].tolist()):
        rows.setdefault(coding, row)
    return rows


def _content(voice: Voice) -> tuple[str, int, int, str, str]:
    quote = voice.quote
    return quote.document, quote.start, quote.end, quote.text, str(voice.evidence.stance)


def _study_content(evidence: Evidence) -> tuple[str, str, str, str]:
    return evidence.study or "", evidence.page or "", str(evidence.stance), str(evidence.quality or "")


def merge_stances(stances: Iterable[Stance]) -> Stance | None:
    """The one stance of somebody who took these: only + is S, only − is C, anything with ~ or both signs is Q.

    Silence adds nothing; None when nothing is left (synthesis.md, 4.3).

    >>> merge_stances([Stance.SUPPORTS, Stance.CONTRADICTS])
    <Stance.NUANCES: 'Q'>
    """
    taken = set(stances) & set(_SAID)
    if not taken:
        return None
    return taken.pop() if len(taken) == 1 else Stance.NUANCES


def stance_of_each(voices: Iterable[Voice]) -> dict[str, Stance]:
    """The stance of every respondent (participant id) who took one, in order of first appearance."""
    taken: dict[str, list[Stance]] = defaultdict(list)
    for voice in voices:
        if voice.respondent:
            taken[voice.respondent].append(voice.evidence.stance)
    merged = {respondent: merge_stances(stances) for respondent, stances in taken.items()}
    return {respondent: stance for respondent, stance in merged.items() if stance}
