"""What synthesis can say to a person: about findings, verdicts, the policy theory and improvement points."""

from __future__ import annotations

from study.errors import StudyError
from study.messages import N_


class SynthesisError(StudyError):
    """Family: what is asked cannot be concluded from this material."""

    exit_code = 13


class FindingWithoutPassages(SynthesisError):
    message = N_("The finding “{finding}” rests on no passage. Link at least one passage to it, or remove it.")


class UnknownPassage(SynthesisError):
    message = N_(
        "The finding “{finding}” refers to passages that are not in this study ({number}). "
        "Code them first, or take them out of the finding."
    )


class UnknownPerspectiveOfFinding(SynthesisError):
    message = N_("The finding “{finding}” names the perspective “{name}”, which is not in study.toml. Known: {known}.")


class UnknownPhaseOfFinding(SynthesisError):
    message = N_("The finding “{finding}” names the phase “{name}”, which is not in study.toml. Known: {known}.")


class MixedPhaseSets(SynthesisError):
    message = N_("Phases of different sets never share a map ({sets}). Draw one map for each phase set.")


class UnknownAssumption(SynthesisError):
    message = N_("There is no assumption “{assumption}” in the policy theory. Known: {known}.")


class UnknownColumn(SynthesisError):
    message = N_("There is no column “{column}” in the assumption matrix. Known: {known}.")


class OverrideReasonTooShort(SynthesisError):
    message = N_(
        "The reason for another verdict than the rule's has {length} characters; write at least {least}, "
        "so that a reader understands why you depart from it."
    )


class OverrideWithoutPerson(SynthesisError):
    message = N_(
        "The verdict on {assumption} in column “{column}” names nobody who made it. Say whose judgement it is."
    )


class NotSearched(SynthesisError):
    message = N_(
        "“niet onderbouwd” by literature needs a search log for {assumption}: query, date and counts. "
        "Record the search first."
    )


class NotANormVerdict(SynthesisError):
    message = N_(
        "{assumption} is normative: whether people share it can be “onderbouwd” (shared), “genuanceerd” (partly "
        "shared) or “niet_onderbouwd” (not shared), and not “{value}”."
    )


class UnknownNode(SynthesisError):
    message = N_("The arrow {source} → {target} points at a box that is not in the policy theory. Add the box first.")


class PointWithoutPrinciple(SynthesisError):
    message = N_("The improvement point “{point}” serves no principle. Fill at least one dot, with its reason.")


class UnknownPrincipleOfPoint(SynthesisError):
    message = N_(
        "The improvement point “{point}” names the principle “{name}”, which is not in study.toml. Known: {known}."
    )


class PointWithoutFindings(SynthesisError):
    message = N_(
        "The improvement point “{point}” rests on no finding. Link it to at least one finding that has passages."
    )


class StepWithoutPassages(SynthesisError):
    message = N_("The process step “{step}” rests on no passage. Link at least one passage to it, or remove it.")


class UnknownElement(SynthesisError):
    message = N_("The link {source} → {target} points at a box that is not in the logic model. Add the box first.")


class UnknownGoal(SynthesisError):
    message = N_("The goal “{goal}” stands under “{parent}”, which is not in the goal tree. Add that goal first.")


class GoalInACircle(SynthesisError):
    message = N_("These goals stand under each other: {goals}. Give one of them another parent, or none.")
