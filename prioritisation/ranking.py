"""Rankings: the counted list of a closed session, with its ties, its turnout and what every place hangs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from prioritisation.agreement import Agreement, measure_agreement
from prioritisation.ballots import Ballot, BallotState, check_ballot
from prioritisation.counts import Counts, count
from prioritisation.dependence import Dependence, find_dependence
from prioritisation.errors import (
    BallotOfAnotherSession,
    BallotWithoutPerspective,
    ConsultationHasNoBallots,
    DoubledBallot,
    SessionNotClosed,
)
from prioritisation.places import Tiered, competition_ranks, shared_places
from prioritisation.profiles import Profile, make_profile
from prioritisation.rules import rule_named
from prioritisation.rules.copeland import condorcet_winner, copeland
from prioritisation.rules.pairwise import records, support
from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession, check_session


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who voted: turnout is valid + blank + invalid; results rest on the valid ballots only.

    `reasons` counts the reason codes on the ballots; `superseded` ballots were replaced by their voter.
    """

    valid: int
    blank: int
    invalid: int
    superseded: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)
    invited: int | None = None

    @property
    def total(self) -> int:
        """The number of ballots that count as turnout."""
        return self.valid + self.blank + self.invalid


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list: the option with its place and what the place rests and hangs on."""

    rank: int
    place: str
    key: str
    point_id: str
    title: str
    explanation: str
    score: Fraction | None
    copeland: Fraction
    wins: int
    ties: int
    losses: int
    depends: Dependence


@dataclass(frozen=True, slots=True)
class Ranking:
    """The list of a session: tiers of option keys, best first; options in one tier share their places.

    `scores` are exact and empty for a rule that only orders; `condorcet` is the option that beats every other one, or
    None; `breadth` the number of people with an option in their top 3; `agreement` how far the voters agree. Without
    valid ballots there is no list: `tiers` is empty and the turnout says why. All of it is for the researchers;
    `prioritisation.disclosure.publish` gives what others may see.
    """

    session_key: str
    title: str
    perspective: str | None
    rule: str
    unranked: str
    options: tuple[Option, ...]
    turnout: Turnout
    tiers: Tiered
    scores: Mapping[str, Fraction]
    copeland: Mapping[str, Fraction]
    condorcet: str | None
    breadth: Mapping[str, int]
    agreement: Agreement
    depends: Mapping[str, Dependence]
    counts: Counts = field(repr=False, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether no ballot was valid, so that there is no list."""
        return not self.tiers

    @property
    def places(self) -> dict[str, str]:
        """The place of every option, a shared one as "2-3"."""
        return shared_places(self.tiers)

    @property
    def ranks(self) -> dict[str, int]:
        """The competition rank of every option (1, 2, 2, 4)."""
        return competition_ranks(self.tiers)

    @property
    def support(self) -> dict[str, dict[str, Fraction]]:
        """For every option: how many ballots put it above each other option."""
        matrix = support(self.counts, self.unranked)
        keys = self.counts.options
        return {
            key: {other: Fraction(int(matrix[i, j]), self.counts.scale) for j, other in enumerate(keys) if j != i}
            for i, key in enumerate(keys)
        }

    @property
    def leave_one_out(self) -> dict[str, tuple[int, int]]:
        """The lowest and highest rank of every option when one ballot is left out; empty when that cannot be asked."""
        return {key: depends.ranks for key, depends in self.depends.items() if depends.ranks is not None}

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows of the list, best first, options of one tier in the order in which they were put to the vote."""
        return tuple(_lines(self))


def count_ballots(session: VotingSession, ballots: Iterable[Ballot]) -> Ranking:
    """The ranking of a closed session under its own rule, every ballot weighing one.

    A ballot stored as valid is checked once more; ballots stored as blank, invalid or superseded stay what they are.
    Raises `SessionNotClosed`, `ConsultationHasNoBallots`, `BallotOfAnotherSession`, `DoubledBallot` or an error of
    `check_session`. No valid ballots is no error: the ranking is then empty.

    Sources of the default rule: Borda (1784) with the mean for unranked options, Terzopoulou and Endriss (2021).

    >>> from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession
    >>> options = (Option("a", "p1", "Eén loket"), Option("b", "p2", "Bel terug"), Option("c", "p3", "Gewone taal"))
    >>> session = VotingSession(
    ...     "1", "s", "Sessie", None, SessionForm.BALLOTS, "borda", "below", options, status=SessionStatus.CLOSED
    ... )
    >>> cast = [(("a",), ("b",), ("c",)), (("b",), ("a",), ("c",))]
    >>> ballots = [Ballot(str(i), "1", str(i), tiers, BallotState.VALID) for i, tiers in enumerate(cast)]
    >>> count_ballots(session, ballots).places
    {'a': '1-2', 'b': '1-2', 'c': '3'}
    """
    _check_countable(session)
    return _count(session, _own_ballots(session, ballots))


def count_by_perspective(session: VotingSession, ballots: Iterable[Ballot]) -> tuple[Ranking, ...]:
    """One ranking for each perspective of a session over all perspectives, in the order of their keys.

    A session of one perspective gives its one ranking. Raises what `count_ballots` raises, and
    `BallotWithoutPerspective` when a ballot does not say whose eyes it looks through.
    """
    _check_countable(session)
    own = _own_ballots(session, ballots)
    if session.perspective is not None:
        return (_count(session, own),)
    unknown = sum(ballot.perspective is None for ballot in own if _is_active(ballot))
    if unknown:
        raise BallotWithoutPerspective(count=unknown, session=session.key)
    perspectives = sorted({ballot.perspective for ballot in own if ballot.perspective is not None})
    return tuple(
        _count(
            replace(session, perspective=perspective, invited=None),
            [ballot for ballot in own if ballot.perspective == perspective],
        )
        for perspective in perspectives
    )


def _check_countable(session: VotingSession) -> None:
    if session.form is SessionForm.CONSULTATION:
        raise ConsultationHasNoBallots(session=session.key)
    if session.status is not SessionStatus.CLOSED:
        raise SessionNotClosed(session=session.key)
    check_session(session)


def _own_ballots(session: VotingSession, ballots: Iterable[Ballot]) -> tuple[Ballot, ...]:
    """The ballots, once it is sure that they are of this session and none is there twice."""
    own = tuple(ballots)
    strangers = sum(ballot.session_id != session.id for ballot in own)
    if strangers:
        raise BallotOfAnotherSession(count=strangers, session=session.key)
    keys = [ballot.key for ballot in own if _is_active(ballot)]
    if len(set(keys)) < len(keys):
        raise DoubledBallot(count=len(keys) - len(set(keys)), session=session.key)
    return own


def _is_active(ballot: Ballot) -> bool:
    return ballot.state is not BallotState.SUPERSEDED


def _count(session: VotingSession, ballots: Sequence[Ballot]) -> Ranking:
    judged = [_judge(session, ballot) for ballot in ballots]
    valid = [ballot.tiers for ballot, (state, _) in zip(ballots, judged, strict=True) if state is BallotState.VALID]
    profile = make_profile([option.key for option in session.options], valid)
    return _rank(session, profile, _turnout(session, judged))


def _judge(session: VotingSession, ballot: Ballot) -> tuple[BallotState, str | None]:
    if ballot.state is not BallotState.VALID:
        return ballot.state, ballot.reason
    return check_ballot(session, ballot.tiers)


def _turnout(session: VotingSession, judged: Sequence[tuple[BallotState, str | None]]) -> Turnout:
    states = Counter(state for state, _ in judged)
    reasons = Counter(reason for state, reason in judged if reason and state is not BallotState.SUPERSEDED)
    return Turnout(
        valid=states[BallotState.VALID],
        blank=states[BallotState.BLANK],
        invalid=states[BallotState.INVALID],
        superseded=states[BallotState.SUPERSEDED],
        reasons=dict(sorted(reasons.items())),
        invited=session.invited,
    )


def _rank(session: VotingSession, profile: Profile, turnout: Turnout) -> Ranking:
    counts = count(profile)
    outcome = rule_named(session.rule)(counts, session.unranked)
    counted = profile.size > 0
    return Ranking(
        session_key=session.key,
        title=session.title,
        perspective=session.perspective,
        rule=session.rule,
        unranked=session.unranked,
        options=session.options,
        turnout=turnout,
        tiers=outcome.tiers if counted else (),
        scores=outcome.scores if counted else {},
        copeland=copeland(counts, session.unranked).scores if counted else {},
        condorcet=condorcet_winner(counts, session.unranked) if counted else None,
        breadth=profile.breadth,
        agreement=measure_agreement(profile),
        depends=find_dependence(profile, counts, rule=session.rule, unranked=session.unranked) if counted else {},
        counts=counts,
    )


def _lines(ranking: Ranking) -> Iterable[Line]:
    places, ranks = ranking.places, ranking.ranks
    duels = records(ranking.counts, ranking.unranked)
    by_key = {option.key: option for option in ranking.options}
    for key in places:
        option = by_key[key]
        wins, ties, losses = duels[key]
        yield Line(
            rank=ranks[key],
            place=places[key],
            key=key,
            point_id=option.point_id,
            title=option.title,
            explanation=option.explanation,
            score=ranking.scores.get(key),
            copeland=ranking.copeland[key],
            wins=wins,
            ties=ties,
            losses=losses,
            depends=ranking.depends[key],
        )
