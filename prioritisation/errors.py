"""What can be said to a person about sessions, ballots and lists; exit code 14."""

from __future__ import annotations

from study.errors import StudyError
from study.messages import N_


class PrioritisationError(StudyError):
    """Family: a session, a ballot or a list cannot be what was asked."""

    message = N_("Something is wrong with this session.")
    exit_code = 14


class UnknownRule(PrioritisationError):
    message = N_("“{rule}” is not a counting rule. Choose one of: {known}.")


class UnknownTreatment(PrioritisationError):
    message = N_("Session “{session}”: unranked points count as “below” or as “abstain”, not as “{unranked}”.")


class UnknownOption(PrioritisationError):
    message = N_("The point “{option}” is not on the list of this session. Known: {known}.")


class TooFewOptions(PrioritisationError):
    message = N_("Session “{session}” has {count} points. Give it at least two before it opens.")


class DoubledOption(PrioritisationError):
    message = N_("Session “{session}” has the point “{option}” twice. Give every point a key of its own.")


class BadChoice(PrioritisationError):
    message = N_("Session “{session}” asks to choose {asked} of {count} points. Ask for a number from 1 to {count}.")


class SessionNotPrepared(PrioritisationError):
    message = N_(
        "Session “{session}” was opened before. A session opens only once; make a new session for another vote."
    )


class SessionNotOpen(PrioritisationError):
    message = N_("Session “{session}” is not open yet. Voting starts when the facilitator opens it.")


class SessionClosed(PrioritisationError):
    message = N_("Session “{session}” is closed. This ballot was not counted; ask the facilitator when in doubt.")


class SessionNotClosed(PrioritisationError):
    message = N_("Session “{session}” is not closed yet. Close it first; until then only the turnout is shown.")


class ConsultationHasNoBallots(PrioritisationError):
    message = N_("Session “{session}” is a consultation: its list was made in the meeting and has no ballots to count.")


class BallotOfAnotherSession(PrioritisationError):
    message = N_("{count} of these ballots belong to another session than “{session}”. Give only its own ballots.")


class DoubledBallot(PrioritisationError):
    message = N_("Session “{session}” has {count} ballots under a key that was used before. Keep the last one of each.")


class BallotWithoutPerspective(PrioritisationError):
    message = N_(
        "{count} ballots of session “{session}” have no perspective. Count the session as a whole, "
        "or write the perspective on every ballot."
    )


class SessionsDiffer(PrioritisationError):
    message = N_(
        "These sessions were counted in different ways ({ways}). Lists can only be joined when rule "
        "and treatment of unranked points are the same."
    )


class PointsFallTogether(PrioritisationError):
    message = N_(
        "Two points of session “{session}” were both mapped to “{point}”. A merged point keeps the votes of neither; "
        "map one point to each."
    )


class NoSeed(PrioritisationError):
    message = N_(
        "The cut runs through the shared place {places}. Only a lot can split it, but no seed was published for one. "
        "Fix a seed before the session opens, or show the shared place."
    )


class NoListOfBallots(PrioritisationError):
    message = N_(
        "Session “{session}” has the form ballots: its list is counted. Only a consultation has a list made by talking."
    )


class ConsultationIsEmpty(PrioritisationError):
    message = N_("The list of consultation “{session}” is empty. Write at least one point that the group agreed on.")


class NobodyPresent(PrioritisationError):
    message = N_("Consultation “{session}” says that {present} were present. Write how many took part, at least 1.")


class EntryNotPut(PrioritisationError):
    message = N_(
        "The point “{entry}” is on the list of consultation “{session}” but was not put to the group. Known: {known}. "
        "A point that the group came up with has “brought_in = true”."
    )


class BroughtInIsAnOption(PrioritisationError):
    message = N_(
        "The point “{entry}” was brought in during consultation “{session}”, but a point that was put to the group has "
        "that key. Give it a key of its own, or leave out “brought_in”."
    )


class BroughtInWithoutTitle(PrioritisationError):
    message = N_(
        "The point “{entry}” was brought in during consultation “{session}” and has no title. Write it as a sentence "
        "that says what should be done."
    )


class TitleOfAnOption(PrioritisationError):
    message = N_(
        "The point “{entry}” of consultation “{session}” was put to the group with its own wording. What the group "
        "made of it goes in “reworded”; only a point that was brought in has a title, explanation or findings here."
    )


class DoubledEntryOnList(PrioritisationError):
    message = N_("The list of consultation “{session}” has the point “{entry}” twice. Give every point one place.")


class SameWording(PrioritisationError):
    message = N_("The point “{entry}” of consultation “{session}” was reworded to what it said. Leave out “reworded”.")


class EntryWithoutGroup(PrioritisationError):
    message = N_(
        "The point “{entry}” of consultation “{session}” is in no group. The list is marked “groepen”: name a group "
        "for every point."
    )


class GroupNotAsked(PrioritisationError):
    message = N_(
        "The point “{entry}” of consultation “{session}” is in a group, but the list is marked “{marking}”. Leave out "
        "the group, or mark the list “groepen”."
    )


class BroughtInOtherwise(PrioritisationError):
    message = N_(
        "The point “{entry}” was brought in during more than one session, with different titles. Give it the same "
        "title when it is the same point, or a key of its own."
    )


class ConsultationHeld(PrioritisationError):
    message = N_(
        "Session “{session}” was held: what was put to the group stays as it was worded then. For another list of "
        "points bring in another session, with a key of its own."
    )
