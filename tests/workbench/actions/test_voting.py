from __future__ import annotations

from pathlib import Path

from study.folder import Study
from synthesis.improvements import ImprovementPoint
from tests.workbench.five_lists import ORDER, with_lists
from tests.workbench.five_lists import voted as voted_session
from tests.workbench.material import BALLOTS, POINTS, SESSIONS, put
from workbench.actions.exporting import FIELDS
from workbench.actions.points import import_points
from workbench.actions.sessions import import_ballots, import_sessions
from workbench.actions.voting import (
    Consulted,
    compare_sessions,
    count_sessions,
    list_sessions,
    passages_behind,
    ranking_rows,
)


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
    assert empty
    with example.reading() as store:
        unsourced = {each.key for each in store.records(ImprovementPoint)[0] if each.id in empty}
    rows = [row for row in ranking_rows(example) if not row["brought_in"]]
    assert {row["key"] for row in rows if row["sources"] == 0} == unsourced & {row["key"] for row in rows}


def test_lists_made_in_consultation_stand_among_the_counted_ones(either_study: Study, tmp_path: Path) -> None:
    lists = list_sessions(with_lists(either_study, tmp_path))
    assert [each.session.key for each in lists] == [
        "s-werknemers", "s-jobcoaches", "s-werkgevers", "s-deskundigen", "s-open",
    ]  # fmt: skip
    assert [isinstance(each, Consulted) for each in lists] == [False, False, True, True, False]
    assert [each.session.key for each in count_sessions(either_study)] == ["s-werknemers", "s-jobcoaches", "s-open"]
    comparison = compare_sessions(lists)
    assert comparison is not None
    assert comparison.apart == ("werkgever", "arbeidsdeskundige", "s-open")


def test_the_export_has_no_numbers_for_a_list_made_in_consultation(study: Study, tmp_path: Path) -> None:
    rows = [row for row in ranking_rows(with_lists(study, tmp_path)) if row["form"] == "consultation"]
    numbers = ("score", "rule", "valid", "blank", "invalid")
    assert {row[name] for row in rows for name in numbers} == {None}
    assert [(row["place"], row["title"], row["put_as"]) for row in rows[:3]] == [
        ("1", "Blijf een halfjaar", "Blijf tot er ander werk is"),
        ("2", "Schaf dubbele formulieren af", None),
        ("3", "Bel binnen een week", None),
    ]
    assert [(row["place"], row["group"], row["marking"]) for row in rows[3:]] == [
        (None, "Eerst", "groepen"),
        (None, "Later", "groepen"),
    ]
    assert [row["brought_in"] for row in rows] == [False, True, False, False, False]


def test_with_four_present_no_number_of_dissenters_leaves_the_room(study: Study, tmp_path: Path) -> None:
    told = {row["session"]: row["dissent"] for row in ranking_rows(with_lists(study, tmp_path)) if row["dissent"]}
    assert told == {
        "s-werkgevers": "Niet iedereen zag dit zo: een halfjaar is te lang.",
        "s-deskundigen": "2 van de 5 zagen dit anders: eerst een gesprek.",
    }


def test_an_open_session_counts_everybody_who_came(study: Study, tmp_path: Path) -> None:
    rows = [row for row in ranking_rows(with_lists(study, tmp_path)) if row["session"] == "s-open"]
    assert {(row["perspective"], row["valid"], row["blank"], row["invalid"]) for row in rows} == {(None, 34, 3, 1)}


def test_lists_counted_in_different_ways_are_not_compared(study: Study, tmp_path: Path) -> None:
    other = voted_session("s-b", "jobcoach", "2026-05-27", [ORDER] * 3).replace(
        '"ballots"', '"ballots"\nrule = "copeland"'
    )
    made = with_lists(study, tmp_path, voted_session("s-a", "werknemer", "2026-05-19", [ORDER] * 3) + other)
    assert compare_sessions(list_sessions(made)) is None
    assert compare_sessions(list_sessions(made)[:1]) is None
