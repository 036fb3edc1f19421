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
