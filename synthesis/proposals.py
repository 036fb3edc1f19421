"""Proposed findings: for coded material without worded findings, extracts that stand for what was coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coding.codebook import Code
from coding.codings import StatementKind, Valence
from corpus.embedding import Embedder
from corpus.segments import Role
from study.ids import imported_id
from synthesis.counting import phase_of
from synthesis.findings import LONGEST_LABEL, Finding, Wording
from synthesis.quotes import Passages, find_medoid_quote, gather_candidates

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, order=True)
class _Group:
    """What the passages of one proposal share; praise and complaint never share one (cannot-link)."""

    perspective: str
    phase: str
    code: str
    valence: str

    @property
    def key(self) -> str:
        return "-".join(part for part in (self.perspective, self.phase, self.code, self.valence) if part)


def propose_findings(
    passages: pd.DataFrame, *, study_id: str, codes: Iterable[Code] = (), embedder: Embedder | None = None
) -> tuple[Finding, ...]:
    """One finding for each perspective, phase, code and valence, worded by the passage that stands for the others.

    The wording is the respondent-weighted medoid, word for word, the label the name of the code (from `codes`, else
    from the passages): nothing is invented (synthesis.md, 3.6). Passages without a phase go across phases; passages
    without a code, and of nobody, are left out. Actor and kind are proposed where most respondents agree on one.
    A person rewords, merges and splits later. Keys and ids follow from the content, so that proposing again gives
    the same findings.
    """
    said = Passages(passages)
    names = {each.key: each.name for each in codes}
    columns = {name: passages[name].tolist() for name in ("code_name", "actor", "kind", "participant_id")}
    proposals = []
    for group, rows in sorted(_groups(passages).items()):
        medoid = find_medoid_quote(gather_candidates(map(said.quote, rows)), embedder=embedder)
        if medoid is None:
            continue
        facts = {name: [column[row] for row in rows] for name, column in columns.items()}
        label = names.get(group.code) or facts["code_name"][0] or group.code
        codings = tuple(dict.fromkeys(said.quote(row).coding_id for row in rows))
        finding = _propose(group, facts, identity=imported_id(study_id, "proposal", group.key))
        proposals.append(replace(finding, label=shorten_label(label), wording=medoid.text, passages=codings))
    return tuple(proposals)


def _groups(passages: pd.DataFrame) -> dict[_Group, list[int]]:
    """The rows of each group, in order of content."""
    rows: dict[_Group, list[int]] = {}
    roles, codes = passages["role"].tolist(), passages["code"].tolist()
    perspectives, phases = passages["perspective"].tolist(), phase_of(passages["phase"]).tolist()
    valences = passages["valence"].tolist()
    content = list(zip(passages["document"], passages["start"], passages["end"], passages["coder"], strict=True))
    for row in sorted(range(len(passages)), key=lambda each: content[each]):
        spoken = roles[row] in {Role.RESPONDENT, Role.GROUP}
        if spoken and isinstance(codes[row], str) and codes[row] and isinstance(perspectives[row], str):
            valence = str(valences[row]) if isinstance(valences[row], str) else ""
            rows.setdefault(_Group(perspectives[row], str(phases[row]), codes[row], valence), []).append(row)
    return rows


def _propose(group: _Group, facts: Mapping[str, Sequence[str | None]], *, identity: str) -> Finding:
    """The finding of a group without its words: where it belongs and what most respondents agree on."""
    kind = _shared(facts["kind"], facts["participant_id"])
    return Finding(
        id=identity,
        key=group.key,
        perspective=group.perspective,
        phase=group.phase,
        label=group.code,
        wording="",
        passages=(),
        topic=group.code,
        actor=_shared(facts["actor"], facts["participant_id"]),
        kind=StatementKind(kind) if kind else None,
        valence=Valence(group.valence) if group.valence else None,
        origin=Wording.EXTRACT,
    )


def shorten_label(name: str) -> str:
    """The name in at most 60 characters, cut between words.

    >>> shorten_label("Bereikbaarheid van de jobcoach " * 3)
    'Bereikbaarheid van de jobcoach Bereikbaarheid van de…'
    """
    name = " ".join(name.split())
    if len(name) <= LONGEST_LABEL:
        return name
    cut = name[: LONGEST_LABEL - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _shared(values: Sequence[str | None], respondents: Sequence[str | None]) -> str | None:
    """The value that more than half of the respondents with one have; None when there is no such value."""
    voices = {(who, value) for who, value in zip(respondents, values, strict=True) if isinstance(value, str) and value}
    if not voices:
        return None
    value, number = max(Counter(value for _, value in voices).items(), key=lambda each: (each[1], each[0]))
    return str(value) if 2 * number > len({who for who, _ in voices}) else None
