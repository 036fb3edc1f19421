from __future__ import annotations

from pathlib import Path

import pytest

from prioritisation.consultations import Consultation, Marking
from prioritisation.errors import BroughtInOtherwise, ConsultationHasNoBallots, ConsultationHeld
from prioritisation.sessions import SessionStatus, VotingSession
from study.folder import Study
from tests.workbench.five_lists import EMPLOYERS, EXPERTS, ORDER, POINTS, voted, with_lists
from tests.workbench.material import put
from workbench.actions.points import import_points
from workbench.actions.sessions import import_ballots, import_sessions
from workbench.errors import BadEntry


def stored(study: Study) -> tuple[tuple[VotingSession, ...], tuple[Consultation, ...]]:
    with study.reading() as store:
        sessions, consultations = store.records(VotingSession, Consultation)
    return sessions, consultations


def test_the_list_is_kept_in_the_order_of_the_file(either_study: Study, tmp_path: Path) -> None:
    (session,), (held,) = stored(with_lists(either_study, tmp_path, EMPLOYERS))
    assert session.status is SessionStatus.CLOSED
    assert (held.marking, held.present, held.facilitator) == (Marking.RANKED, 4, "een onderzoeker")
    assert [entry.key for entry in held.entries] == ["blijven", "formulieren", "bellen"]
    assert [entry.reworded for entry in held.entries] == ["Blijf een halfjaar", "", ""]
    assert [entry.brought_in for entry in held.entries] == [False, True, False]
    assert session.rule == ""


def test_without_options_the_points_on_the_list_are_those_that_were_put(study: Study, tmp_path: Path) -> None:
    (session,), _ = stored(with_lists(study, tmp_path, EXPERTS))
    assert [option.key for option in session.options] == ["bellen", "brief"]


def test_a_consultation_without_a_list_waits_for_one(study: Study, tmp_path: Path) -> None:
    prepared = EMPLOYERS.partition("[[session.entry]]")[0]
    (session,), found = stored(with_lists(study, tmp_path, prepared))
    assert (session.status, found) == (SessionStatus.PREPARED, ())
    (session,), (held,) = stored(with_lists(study, tmp_path, EMPLOYERS))
    assert (session.status, len(held.entries)) == (SessionStatus.CLOSED, 3)


def test_the_same_file_twice_changes_nothing(study: Study, tmp_path: Path) -> None:
    before = stored(with_lists(study, tmp_path, EMPLOYERS))
    with study.reading() as store:
        lines = store.count(Consultation), len(store.journal())
    assert stored(with_lists(study, tmp_path, EMPLOYERS)) == before
    with study.reading() as store:
        assert (store.count(Consultation), len(store.journal())) == lines


def test_what_was_put_to_the_group_stays_and_its_list_may_be_mended(study: Study, tmp_path: Path) -> None:
    with_lists(study, tmp_path, EMPLOYERS)
    mended = EMPLOYERS.replace("een halfjaar is te lang", "een halfjaar is veel te lang")
    _, (held,) = stored(with_lists(study, tmp_path, mended))
    assert "veel te lang" in held.entries[0].dissent
    import_points(study, put(tmp_path, "p.toml", POINTS.replace("Bel binnen een week", "Bel vandaag")), by="ans")
    with pytest.raises(ConsultationHeld):
        import_sessions(study, put(tmp_path, "s.toml", EMPLOYERS), by="ans")


def test_a_consultation_takes_no_ballots(study: Study, tmp_path: Path) -> None:
    with_lists(study, tmp_path, EMPLOYERS)
    with pytest.raises(ConsultationHasNoBallots):
        import_ballots(study, "s-werkgevers", put(tmp_path, "b.csv", "stem\nbellen\n"), by="ans")


def test_a_point_that_was_brought_in_rests_on_findings_that_exist(study: Study, tmp_path: Path) -> None:
    text = EMPLOYERS.replace('title = "Schaf', 'findings = ["f-weg"]\ntitle = "Schaf')
    with pytest.raises(BadEntry, match=r"session\.entry \(s-werkgevers\).*2.*f-weg"):
        with_lists(study, tmp_path, text)


def test_one_key_for_two_points_brought_in_is_refused_and_nothing_is_stored(study: Study, tmp_path: Path) -> None:
    other = EMPLOYERS.replace("s-werkgevers", "s-anders").replace("Schaf dubbele formulieren af", "Iets heel anders")
    with pytest.raises(BroughtInOtherwise, match="formulieren"):
        with_lists(study, tmp_path, EMPLOYERS + other)
    assert stored(study) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("present = 4\n", "", "present"),
        ("present = 4", "present = 0", "0"),
        ("present = 4", "present = true", "present"),
        ('marking = "rangorde"\n', "", "rangorde, volgorde, groepen"),
        ('"rangorde"', '"ranking"', "rangorde, volgorde, groepen"),
        ('"rangorde"', '"groepen"', "groepen"),
        ("invited = 7", 'invited = 7\nrule = "borda"', "rule"),
        ("invited = 7", "invited = 7\nballot = []", "ballot"),
        ('point = "blijven"', 'point = "nergens"', "nergens"),
        ('point = "blijven"', 'point = "blijven"\ntitle = "Iets"', "brought_in = true"),
        ('point = "blijven"', 'point = "blijven"\ngruop = "Eerst"', "gruop"),
        ('point = "blijven"', 'point = "bellen"', "bellen"),
        ('point = "blijven"', 'point = "blijven"\ngroup = "Eerst"', "rangorde"),
        ('"Blijf een halfjaar"', '"Blijf tot er ander werk is"', "reworded"),
        ('key = "formulieren"', 'key = "brief"', 'point = "brief"'.replace('"', "“", 1).replace('"', "”")),
        ('key = "formulieren"', 'key = "formulieren"\npoint = "brief"', "point"),
        ('title = "Schaf dubbele formulieren af"\n', "", "title"),
        ('options = ["bellen", "blijven", "brief"]', 'options = ["blijven"]', "bellen"),
    ],
)
def test_a_list_that_cannot_be_is_refused_with_its_place(
    study: Study, tmp_path: Path, old: str, new: str, part: str
) -> None:
    assert old in EMPLOYERS
    with pytest.raises(BadEntry) as refused:
        with_lists(study, tmp_path, EMPLOYERS.replace(old, new, 1))
    assert part in str(refused.value)
    assert stored(study) == ((), ())


def test_what_belongs_to_a_consultation_is_refused_in_a_session_with_ballots(study: Study, tmp_path: Path) -> None:
    text = voted("s1", "", "2026-05-19", [ORDER]).replace('form = "ballots"', 'form = "ballots"\npresent = 4')
    with pytest.raises(BadEntry, match="present"):
        with_lists(study, tmp_path, text)


def test_entries_are_written_with_two_brackets(study: Study, tmp_path: Path) -> None:
    head = EMPLOYERS.partition("[[session.entry]]")[0]
    with pytest.raises(BadEntry, match=r"\[\[session\.entry\]\]"):
        with_lists(study, tmp_path, f'{head}[session.entry]\npoint = "bellen"\n')
