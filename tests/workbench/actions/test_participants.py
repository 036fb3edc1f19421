from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.participants import Participant
from corpus.segments import Segment
from study.folder import Study
from tests.workbench.material import put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.actions.known_names import known_names
from workbench.actions.participants import (
    import_people,
    preview_people,
    remove_participant,
    save_participant,
    spoken_by,
)
from workbench.errors import BadForm, KeyTaken, ParticipantInUse, PerspectiveMissing

SHEET = """Code;Perspectief;Naam;Initialen;E-mail;Telefoon;Sector
W01;Werkgevers;Anna de Vries;AdV;anna@voorbeeld.nl;06-12345678;zorg
W02;werkgever;Bram Vos;;;;bouw
"""


def people(study: Study) -> dict[str, Participant]:
    with study.reading() as store:
        return {each.code: each for each in store.records(Participant)[0]}


def test_a_participant_is_made_and_changed(either_study: Study) -> None:
    values = {"code": " W01 ", "perspective": "werkgever", "labels": "Vries, Anna de\nAdV\n"}
    save_participant(either_study, values, {"sector": "zorg", "": "weg", "regio": " "}, by="ans")
    made = people(either_study)["W01"]
    assert (made.labels, made.traits) == (("Vries, Anna de", "AdV"), {"sector": "zorg"})
    save_participant(either_study, {"perspective": "client", "labels": ""}, {"regio": "oost"}, code="W01", by="ans")
    changed = people(either_study)["W01"]
    assert (changed.id, changed.perspective, changed.labels) == (made.id, "client", ())
    assert changed.traits == {"regio": "oost"}


def test_a_code_is_given_once_and_a_perspective_must_be_known(study: Study) -> None:
    save_participant(study, {"code": "W01", "perspective": "werkgever"}, {}, by="ans")
    with pytest.raises(KeyTaken):
        save_participant(study, {"code": "W01", "perspective": "werkgever"}, {}, by="ans")
    employer = {"perspective": "werkgever"}
    for wrong in ({"perspective": "buurman"}, {"perspective": ""}, {"code": ""} | employer, {"code": "W/2"} | employer):
        with pytest.raises(BadForm):
            save_participant(study, {"code": "W02"} | wrong, {}, by="ans")
    assert list(people(study)) == ["W01"]


def test_who_speaks_stays_and_who_never_does_goes(either_study: Study, tmp_path: Path) -> None:
    save_participant(either_study, {"code": "W01", "perspective": "werkgever", "labels": "Ans de Wit"}, {}, by="ans")
    save_participant(either_study, {"code": "W02", "perspective": "werkgever"}, {}, by="ans")
    import_file(either_study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    with pytest.raises(ParticipantInUse, match="W01"):
        remove_participant(either_study, "W01", by="ans")
    remove_participant(either_study, "W02", by="ans")
    with either_study.reading() as store:
        found = {each.participant.code: each for each in spoken_by(*store.records(Participant, Document, Segment))}
    assert "W02" not in found
    assert (found["W01"].turns, found["W01"].words) == (2, 24)
    assert [each.source for each in found["W01"].documents] == ["gesprek.vtt"]


def test_what_says_who_somebody_is_goes_into_the_vault_and_nowhere_else(either_study: Study, tmp_path: Path) -> None:
    sheet = import_people(either_study, put(tmp_path, "mensen.csv", SHEET), by="ans")
    assert (sorted(sheet.new), sheet.identifying) == (["W01", "W02"], 5)
    found = people(either_study)
    assert (found["W01"].perspective, found["W01"].traits) == ("werkgever", {"Sector": "zorg"})
    assert found["W01"].labels == ()
    assert known_names(either_study)["W01"] == ("Anna de Vries", "AdV", "anna@voorbeeld.nl", "06-12345678")
    with either_study.reading() as store:
        assert "Vries" not in str((store.records(Participant), store.journal()))


def test_a_sheet_brings_known_participants_up_to_date_under_their_own_identity(
    either_study: Study, tmp_path: Path
) -> None:
    import_file(either_study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    before = people(either_study)["W01"]
    import_people(either_study, put(tmp_path, "m.csv", "code;label;sector\nW01;Ansje;zorg\n"), by="ans")
    after = people(either_study)["W01"]
    assert (after.id, after.perspective) == (before.id, "werkgever")
    assert (after.labels, after.traits) == ((*before.labels, "Ansje"), {"sector": "zorg"})


def test_a_new_code_needs_a_perspective(study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "m.csv", "code;sector\nW01;zorg\n")
    with pytest.raises(PerspectiveMissing, match="W01"):
        import_people(study, file, by="ans")
    assert import_people(study, file, perspective="client", by="ans").people[0].perspective == "client"


def test_looking_at_a_sheet_stores_nothing_in_study_or_vault(study: Study, tmp_path: Path) -> None:
    assert len(preview_people(study, put(tmp_path, "mensen.csv", SHEET)).people) == 2
    assert people(study) == {}
    assert known_names(study) == {}
