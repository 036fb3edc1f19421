"""Round results: agreement as it was before anybody discussed it, and every difference with what was decided on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from coding.adjudication import Adjudication
from coding.agreement import agreement
from coding.agreement_summary import AgreementSummary, summarise_agreement
from coding.codings import Coding
from coding.disagreements import Disagreement, codes_on_units, find_disagreements
from coding.errors import NoDifference, NotClosedYet, ReasonMissing
from coding.kappa import kappa_of_counts
from coding.rounds import CodingRound
from coding.tallies import AgreementUnit
from study.folder import Study
from study.ids import new_id
from study.messages import translate as _
from study.records import binding_of
from study.store import Store
from workbench.actions.coding_rounds import RoundWork, round_work, units_as_segments
from workbench.actions.sight import check_sight
from workbench.actions.versions import current_version

ADJUDICATE, SETTLE = "adjudicate", "settle round"
"""What the journal calls deciding on a difference, and making codings of what was decided."""

Place = tuple[str, int, int]
"""A unit: its document (id), start and end."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between coders with the words of its unit, the codings of each coder there, and the decision."""

    found: Disagreement
    text: str
    title: str
    codings: Mapping[str, tuple[Coding, ...]]
    decision: Adjudication | None = None


@dataclass(frozen=True, slots=True)
class RoundResults:
    """What a closed round came to: rows per code (`coding.agreement`, with kappa for two), and the summary."""

    work: RoundWork
    coders: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    summary: AgreementSummary
    differences: tuple[Difference, ...]


def round_results(study: Study, name: str) -> RoundResults:
    """Agreement before discussion: counted on the codings as they were when the round was closed.

    Raises `RoundUnknown`, `NotClosedYet`, and `BlindNow` for a coder of another open round.
    """
    work = round_work(study, name)
    if work.is_open:
        raise NotClosedYet(title=work.round.title)
    with study.reading() as store:
        check_sight(store)
        codings = codings_at_closing(store, work)
    coders, codings = _apart(work.round, codings)
    differences = find_disagreements(work.units, codings, coders=coders, codes=work.round.codes or None)
    return RoundResults(
        work,
        coders,
        tuple(_rows(work, codings, coders)),
        summarise_agreement(work.documents, work.units, codings, coders=coders),
        tuple(_differences(work, codings, differences)),
    )


def codings_at_closing(store: Store, work: RoundWork) -> tuple[Coding, ...]:
    """The codings on the documents of a round as they were when it was closed, by the journal."""
    closed = store.journal(kind=CodingRound.__name__, record_id=work.round.id, verb="replace")
    number = closed[-1].number if closed else 0
    documents = {each.id for each in work.documents}
    found = {each.id: each for key in documents for each in store.find(Coding, document_id=key)}
    for line in reversed(store.journal_after(number, kind=Coding.__name__)):
        if line.verb == "add":
            found.pop(str(line.record_id), None)
        elif line.before is not None and line.before.get("document_id") in documents:
            before: Coding = binding_of(Coding).revive(line.before)
            found[before.id] = before
    return tuple(sorted(found.values(), key=lambda each: (each.document_id, each.start, each.end, each.id)))


def decide(study: Study, name: str, place: Place, code: str, *, is_present: bool, reason: str, by: str) -> Adjudication:
    """Write down whether a code belongs on a unit (document, start, end) after all, and why.

    A later decision on the same replaces the one before. Raises `ReasonMissing`, `NotClosedYet` and `NoDifference`.
    """
    if not reason.strip():
        raise ReasonMissing
    results = round_results(study, name)
    known = {
        (each.found.document_id, each.found.start, each.found.end, each.found.code) for each in results.differences
    }
    if (*place, code) not in known:
        raise NoDifference
    with study.store(by=by, what=ADJUDICATE) as store:
        round_id = results.work.round.id
        same = {"round_id": round_id, "document_id": place[0], "start": place[1], "end": place[2], "code": code}
        there = store.find(Adjudication, **same)
        key = there[0].id if there else new_id()
        made = Adjudication(
            key, round_id, *place, code, is_present=is_present, reason=reason.strip(), by=by, made_at=datetime.now(UTC)
        )
        (store.replace if there else store.add)(made)
    return made


def settle(study: Study, name: str, *, by: str, coder: str = "") -> int:
    """Make codings of what all coders put and of what was decided present, as one coder ("consensus"), in one step.

    What that coder had there already is not made twice. Returns how many were made.
    """
    results = round_results(study, name)
    who = coder.strip() or _("consensus")
    with study.store(by=by, what=SETTLE) as store:
        version = current_version(store)
        there = {(each.document_id, each.start, each.end, each.code) for each in store.find(Coding, coder=who)}
        made = [
            Coding(new_id(), *place, who, code=code, codebook_version=version, made_at=datetime.now(UTC))
            for place, code in _settled(store, results)
            if (*place, code) not in there
        ]
        store.add(*made)
    return len(made)


def _settled(store: Store, results: RoundResults) -> Iterable[tuple[Place, str]]:
    """What all coders put on a unit, and what was decided to be there."""
    codings = _apart(results.work.round, codings_at_closing(store, results.work))[1]
    decided = {
        (each.document_id, each.start, each.end, each.code) for each in results.work.adjudications if each.is_present
    }
    for unit, put in codes_on_units(results.work.units, codings, coders=results.coders):
        place = unit.document_id, unit.start, unit.end
        agreed = frozenset.intersection(*put.values())
        for code in sorted(frozenset().union(*put.values())):
            if code in agreed or (*place, code) in decided:
                yield place, code


def _apart(coding_round: CodingRound, codings: Sequence[Coding]) -> tuple[tuple[str, ...], tuple[Coding, ...]]:
    """The coders as they are compared; one coder is compared with the same person before the round."""
    if len(coding_round.coders) > 1:
        return coding_round.coders, tuple(each for each in codings if each.coder in coding_round.coders)
    name = coding_round.coders[0]
    before, again = _("{name}, before", name=name), _("{name}, again", name=name)
    own = (each for each in codings if each.coder == name)
    renamed = (replace(each, coder=again if each.round_id == coding_round.id else before) for each in own)
    return (before, again), tuple(renamed)


def _rows(work: RoundWork, codings: Sequence[Coding], coders: Sequence[str]) -> Iterable[dict[str, Any]]:
    unit: AgreementUnit = "character" if work.round.unit == "character" else "turn"
    table = agreement(
        work.documents,
        units_as_segments(work.units),
        codings,
        coders=coders,
        unit=unit,
        codes=work.round.codes or None,
        judged=True,
    )
    for row in json.loads(table.to_json(orient="records", force_ascii=False)):
        neither = None if row["only_a"] is None else row["n_units"] - row["both"] - row["only_a"] - row["only_b"]
        kappa = None if neither is None else kappa_of_counts(row["both"], row["only_a"], row["only_b"], neither)
        yield row | {"unit": work.round.unit, "kappa": kappa}


def _differences(
    work: RoundWork, codings: Sequence[Coding], differences: Iterable[Disagreement]
) -> Iterable[Difference]:
    documents = {each.id: each for each in work.documents}
    decided = {(each.document_id, each.start, each.end, each.code): each for each in work.adjudications}
    by_document: dict[str, list[Coding]] = {}
    for coding in codings:
        by_document.setdefault(coding.document_id, []).append(coding)
    for each in differences:
        document = documents[each.document_id]
        here = [one for one in by_document[each.document_id] if one.start < each.end and one.end > each.start]
        yield Difference(
            each,
            document.text[each.start : each.end],
            document.title,
            {coder: tuple(one for one in here if one.coder == coder) for coder in each.by},
            decided.get((each.document_id, each.start, each.end, each.code)),
        )
