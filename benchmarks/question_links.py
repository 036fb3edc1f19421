"""Question links: how often the question that is proposed for a turn of the example study is the one it puts.

The scripts of the example say which question each turn puts; they were written before there was a rule to propose one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import say
from corpus.question_links import LEAST, SURE, Proposal
from study.folder import Study
from workbench.actions.example import make_example
from workbench.actions.linking import talks


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal, and whether it is the question that the turn puts."""

    proposal: Proposal
    is_right: bool


def judge(study: Study) -> tuple[list[Judged], int]:
    """Every proposal for the turns of a study in which all is linked, and how many turns put a question."""
    found = talks(study)
    judged = [
        Judged(each.proposal, each.proposal.question_id == each.put)
        for talk in found
        for each in talk.turns
        if each.proposal is not None
    ]
    return judged, sum(each.put is not None for talk in found for each in talk.turns)


def main() -> None:
    """Print precision and recall for what is proposed, and for what a screen ticks beforehand."""
    with TemporaryDirectory() as folder:
        judged, put = judge(make_example(Path(folder) / "voorbeeld"))
    say(f"\nQuestions proposed for {put} turns that put one, in the words of the example study")
    for what, least in (("proposed", LEAST), ("ticked beforehand", SURE)):
        some = [each for each in judged if each.proposal.score >= least]
        right = sum(each.is_right for each in some)
        say(f"  {what:<20} {len(some):4} turns, {right / len(some):.1%} right, {right / put:.1%} of all found")


if __name__ == "__main__":
    main()
