from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.material import BALLOTS, POINTS, SESSIONS, put
from workbench.actions.exporting import FIELDS
from workbench.actions.points import import_points
from workbench.actions.sessions import import_ballots, import_sessions
from workbench.actions.voting import count_sessions, passages_behind, ranking_rows


def voted(study: Study, folder: Path, ballots: str = BALLOTS) -> Study:
    import_points(study, put(folder, "p.toml", POINTS), by="ans")
    import_sessions(study, put(folder, "s.toml", SESSIONS), by="ans")
    import_ballots(study, "s1", put(folder, "b.csv", ballots), by="ans")
    return study


def test_only_valid_ballots_are_counted_and_the_others_are_turnout(either_study: Study, tmp_path: Path) -> None:
    (counted,) = count_sessions(voted(either_study, tmp_path))
    turnout = counted.ranking.turnout
    assert (turnout.valid, turnout.blank, turnout.invalid) == (3, 1, 1)


def test_a_tie_stays_a_tie(study: Study, tmp_path: Path) -> None:
    rows = ranking_rows(voted(study, tmp_path, "stem\nbellen > blijven\nblijven > bellen\n"))
    assert [row["place"] for row in rows] == ["1-2", "1-2"]


def test_below_five_ballots_only_the_order_leaves_the_room(study: Study, tmp_path: Path) -> None:
    few = ranking_rows(voted(study, tmp_path, "stem\n" + "bellen > blijven\n" * 4))
    assert [(row["place"], row["score"]) for row in few] == [("1", None), ("2", None)]
    import_ballots(study, "s1", put(tmp_path, "b.csv", "stem\n" + "bellen > blijven\n" * 5), by="ans")
    assert all(row["score"] is not None for row in ranking_rows(study))


def test_rows_have_the_fields_of_the_export(study: Study, tmp_path: Path) -> None:
    assert {tuple(row) for row in ranking_rows(voted(study, tmp_path))} == {FIELDS["ranking"]}


def test_a_session_that_is_not_closed_is_not_counted(study: Study, tmp_path: Path) -> None:
    import_points(study, put(tmp_path, "p.toml", POINTS), by="ans")
    import_sessions(study, put(tmp_path, "s.toml", SESSIONS), by="ans")
    assert count_sessions(study) == ()


def test_a_point_without_findings_has_no_source(example: Study) -> None:
    empty = [key for key, passages in passages_behind(example).items() if not passages]
    assert len(empty) == 1
    assert [row["key"] for row in ranking_rows(example) if row["sources"] == 0] == ["p-maatje"] * 2
