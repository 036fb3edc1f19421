"""The laws of chapter 11 of the specification: what holds whatever the material."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from coding.codings import Valence
from study.config import Thresholds
from synthesis.evidence import Stance
from synthesis.judgement import judge_all
from synthesis.proposals import propose_findings
from synthesis.salience import USUAL_THRESHOLDS as USUAL
from synthesis.salience import classify_salience, is_stable, often_from
from synthesis.valence import Judged, Votes, judge_votes, measure_disagreement
from synthesis.verdicts import Outcome, Tally
from synthesis.weighing import judge_stances, tipping_stances
from tests.synthesis.cases import asked, asked_table, finding, map_of, passage, passages, people

STUDY = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
TABLE = asked_table(asked(people(6)), asked(people(4), phase="1"))
SENTENCES = ("De jobcoach belde nooit terug", "Er werd netjes teruggebeld hoor", "Die regels snapt niemand echt")

rows = some.lists(
    some.builds(
        lambda person, phase, valence, text, intensity: {
            "person": person,
            "phase": phase,
            "valence": valence,
            "text": text,
            "intensity": intensity,
        },
        some.sampled_from([*people(6), "w9", None]),
        some.sampled_from(["0", "1", "x", None]),
        some.sampled_from([*Valence, None]),
        some.sampled_from(SENTENCES),
        some.sampled_from([0, 1, 2, 3, None]),
    ),
    max_size=14,
)


def material(drawn: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [passage(f"c{number}", facts["person"], **without_person(facts)) for number, facts in enumerate(drawn)]


def without_person(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name != "person"}


@settings(max_examples=40, deadline=None)
@given(rows, some.randoms(use_true_random=False))
def test_the_order_of_the_material_changes_nothing(drawn: list[dict[str, Any]], random: Any) -> None:
    table = material(drawn)
    found = propose_findings(passages(*table), study_id=STUDY)
    shuffled, mixed = table[:], list(found)
    random.shuffle(shuffled)
    random.shuffle(mixed)
    assert propose_findings(passages(*shuffled), study_id=STUDY) == found
    assert map_of(shuffled, mixed, TABLE) == map_of(table, found, TABLE)


@settings(max_examples=40, deadline=None)
@given(rows.filter(len), some.integers(min_value=0))
def test_saying_it_again_changes_the_mentions_only(drawn: list[dict[str, Any]], which: int) -> None:
    table = material(drawn)
    one = finding("a", *(row["coding_id"] for row in table))
    said = table[which % len(table)]
    again = said | {"coding_id": "again", "segment_id": "segment-again", "start": said["start"] + 5000}
    before = map_of(table, [one], TABLE).statements
    after = map_of([*table, again], [replace(one, passages=(*one.passages, "again"))], TABLE).statements
    assert [replace(each, finding=one, m=each.m - 1, quotes=()) for each in after] == [
        replace(each, quotes=()) for each in before
    ]
    assert [each.quotes[0].text for each in after] == [each.quotes[0].text for each in before]


@settings(max_examples=40, deadline=None)
@given(rows)
def test_nothing_is_said_without_a_quote_and_nobody_is_quoted_as_two(drawn: list[dict[str, Any]]) -> None:
    table = material(drawn)
    journey = map_of(table, propose_findings(passages(*table), study_id=STUDY), TABLE)
    texts = {row["coding_id"]: row["text"] for row in table}
    for statement in journey.statements:
        voices = [each.voice for each in statement.quotes if not each.contra]
        assert voices
        assert len(voices) == len(set(voices))
        assert all(each.text in texts[each.coding_id] for each in statement.quotes)
        assert statement.r <= statement.eligible
        assert statement.r + statement.g <= statement.m


@settings(max_examples=40, deadline=None)
@given(rows)
def test_every_statement_stands_in_one_place_of_one_quadrant(drawn: list[dict[str, Any]]) -> None:
    table = material(drawn)
    journey = map_of(table, propose_findings(passages(*table), study_id=STUDY), TABLE)
    placed = [
        each.finding.id
        for judgement in judge_all(journey)
        for group in (
            [label.statement for label in judgement.placed],
            judgement.too_small,
            judgement.not_mentioned,
            judgement.neutral,
        )
        for each in group
    ]
    assert sorted(placed) == sorted(each.finding.id for each in journey.statements)


counts = some.integers(min_value=0, max_value=40)


@given(counts, counts)
def test_a_class_is_stable_exactly_when_nobody_can_tip_it(r: int, others: int) -> None:
    eligible = r + others
    stable = is_stable(r, eligible)
    if stable is not None:
        theta = often_from(prompted=False, thresholds=USUAL)
        sides = {Fraction(a, eligible - 1) >= theta for a in (r - 1, r)} | {Fraction(r, eligible) >= theta}
        assert stable == (len(sides) == 1)
    assert (classify_salience(r, eligible) is None) == (eligible == 0)


@given(some.builds(Votes, counts, counts, counts, counts))
def test_good_and_bad_are_treated_alike(votes: Votes) -> None:
    turned = Votes(votes.pain, votes.good, votes.mixed, votes.neutral)
    mirror = {Judged.GOOD: Judged.PAIN, Judged.PAIN: Judged.GOOD}
    judged = judge_votes(votes)
    assert judge_votes(turned) is mirror.get(judged, judged)
    assert measure_disagreement(turned) == measure_disagreement(votes)


@given(counts, counts, counts)
def test_a_verdict_is_fragile_exactly_when_losing_one_person_changes_it(s: int, q: int, c: int) -> None:
    def outcome(s: int, q: int, c: int) -> Outcome:
        tally = Tally(Fraction(s), Fraction(q), Fraction(c))
        return judge_stances(tally, thresholds=Thresholds(min_stances=0)).outcome

    verdict = judge_stances(Tally(Fraction(s), Fraction(q), Fraction(c)))
    if not verdict.outcome.is_substantive:
        assert (verdict.stable, tipping_stances(verdict)) == (None, frozenset())
        return
    without = {
        Stance.SUPPORTS: s and outcome(s - 1, q, c),
        Stance.NUANCES: q and outcome(s, q - 1, c),
        Stance.CONTRADICTS: c and outcome(s, q, c - 1),
    }
    tipping = frozenset(stance for stance, found in without.items() if found and found is not verdict.outcome)
    assert (verdict.stable, tipping_stances(verdict)) == (not tipping, tipping)


def test_the_room_opens_without_waking_heavy_libraries() -> None:
    program = (
        "import sys, synthesis, synthesis.matrix, synthesis.judgement, synthesis.proposals, synthesis.theory_graph;"
        "heavy = {'pandas', 'numpy', 'sklearn', 'networkx', 'snowballstemmer', 'sqlalchemy'} & set(sys.modules);"
        "sys.exit(', '.join(heavy) or None)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_room_names_what_it_offers() -> None:
    import synthesis

    assert all(getattr(synthesis, name) for name in synthesis.__all__)
