from __future__ import annotations

from pathlib import Path

import pytest

from prioritisation.ballots import Ballot
from prioritisation.sessions import SessionStatus, VotingSession
from study.folder import Study
from tests.workbench.material import BALLOTS, POINTS, SESSIONS, put
from workbench.actions.points import import_points
from workbench.actions.sessions import import_ballots, import_sessions, why_invalid
from workbench.errors import BadEntry, BallotsCast, DoubledEntry, NoSession, UnreadableFile

WITH_BALLOTS = SESSIONS + '\n[[session.ballot]]\nranking = [["bellen"], ["blijven"]]\n'


def points(study: Study, folder: Path) -> None:
    import_points(study, put(folder, "punten.toml", POINTS), by="ans")


def sessions(study: Study, folder: Path, text: str = SESSIONS) -> tuple[VotingSession, ...]:
    return import_sessions(study, put(folder, "sessies.toml", text), by="ans")


def ballots(study: Study, folder: Path, text: str = BALLOTS) -> tuple[Ballot, ...]:
    return import_ballots(study, "s1", put(folder, "stemmen.csv", text), by="ans")[1]


def stored(study: Study) -> tuple[VotingSession, list[Ballot]]:
    with study.reading() as store:
        (session,), found = store.records(VotingSession, Ballot)
        return session, list(found)


def test_ballots_are_kept_as_cast_and_close_the_session(either_study: Study, tmp_path: Path) -> None:
    points(either_study, tmp_path)
    (prepared,) = sessions(either_study, tmp_path)
    assert prepared.status is SessionStatus.PREPARED
    cast = ballots(either_study, tmp_path)
    assert [each.state.value for each in cast] == ["valid", "valid", "blank", "invalid", "valid"]
    assert cast[3].tiers == (("bellen",), ("onbekend",))
    session, kept = stored(either_study)
    assert session.status is SessionStatus.CLOSED
    assert sorted(kept, key=lambda each: each.id) == sorted(cast, key=lambda each: each.id)


def test_an_invalid_ballot_says_which_it_is_and_why(study: Study, tmp_path: Path) -> None:
    points(study, tmp_path)
    sessions(study, tmp_path)
    session, cast = import_ballots(study, "s1", put(tmp_path, "stemmen.csv", BALLOTS), by="ans")
    (found,) = why_invalid(session, cast)
    assert found[0] == 4
    assert found[1]


def test_a_shorter_file_replaces_the_ballots_of_the_one_before(either_study: Study, tmp_path: Path) -> None:
    points(either_study, tmp_path)
    sessions(either_study, tmp_path)
    ballots(either_study, tmp_path)
    ballots(either_study, tmp_path, "stem\nbellen\nblijven\n")
    assert len(stored(either_study)[1]) == 2


def test_an_empty_line_is_no_ballot_and_the_word_blanco_is(study: Study, tmp_path: Path) -> None:
    points(study, tmp_path)
    sessions(study, tmp_path)
    cast = ballots(study, tmp_path, "stem\nbellen\n\nBlanco\n\n\n")
    assert [each.state.value for each in cast] == ["valid", "blank"]


def test_the_same_sessions_again_leave_ballots_and_status_alone(either_study: Study, tmp_path: Path) -> None:
    points(either_study, tmp_path)
    sessions(either_study, tmp_path)
    ballots(either_study, tmp_path)
    before = stored(either_study)
    sessions(either_study, tmp_path)
    assert stored(either_study) == before


def test_a_session_that_people_voted_in_is_not_put_otherwise(study: Study, tmp_path: Path) -> None:
    points(study, tmp_path)
    sessions(study, tmp_path, WITH_BALLOTS)
    before = stored(study)
    for text in (
        WITH_BALLOTS.replace("Wat eerst moet", "Anders"),
        WITH_BALLOTS.replace("form =", 'rule = "copeland"\nform ='),
    ):
        with pytest.raises(BallotsCast, match="s1"):
            sessions(study, tmp_path, text)
    import_points(study, put(tmp_path, "p.toml", POINTS.replace("Bel binnen een week", "Bel nooit")), by="ans")
    with pytest.raises(BallotsCast, match="s1"):
        sessions(study, tmp_path, WITH_BALLOTS)
    assert stored(study) == before


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"blijven"]\n', '"zwijgen"]\n'),
        ('form = "ballots"', 'form = "handjes"'),
        ('form = "ballots"', 'form = "ballots"\nrule = "tombola"'),
        ('form = "ballots"', 'form = "ballots"\ntop_k = 9'),
        ('form = "ballots"', 'form = "ballots"\nperspective = "buurman"'),
        ('form = "ballots"', 'form = "ballots"\nheld_on = 2026-03-04T10:00:00'),
        ('"bellen", "blijven"', '"bellen"'),
        ('[["bellen"], ["blijven"]]', '["bellen", "blijven"]'),
    ],
)
def test_a_session_that_cannot_be_held_is_refused_whole(study: Study, tmp_path: Path, right: str, wrong: str) -> None:
    points(study, tmp_path)
    assert right in WITH_BALLOTS
    good = WITH_BALLOTS.replace('"s1"', '"s0"')
    with pytest.raises(BadEntry) as caught:
        sessions(study, tmp_path, good + WITH_BALLOTS.replace(right, wrong))
    assert caught.value.values["number"] == 2
    with study.reading() as store:
        assert store.count(VotingSession) == 0


def test_doubled_sessions_unknown_sessions_and_files_without_ballots_are_refused(study: Study, tmp_path: Path) -> None:
    points(study, tmp_path)
    with pytest.raises(DoubledEntry, match="s1"):
        sessions(study, tmp_path, SESSIONS * 2)
    with pytest.raises(NoSession, match="s1"):
        ballots(study, tmp_path)
    sessions(study, tmp_path)
    for text in ("", "stem\n", "keuze\nbellen\n"):
        with pytest.raises(UnreadableFile):
            ballots(study, tmp_path, text)
    assert stored(study)[0].status is SessionStatus.PREPARED
