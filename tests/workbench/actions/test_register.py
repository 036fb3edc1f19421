from __future__ import annotations

from pathlib import Path

import pytest

from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.folder import Study, open_study
from tests.workbench.material import REGISTER, put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.actions.register import import_register
from workbench.errors import BadEntry, DoubledEntry, UnreadableFile

WRONG = {
    'kind = "interview"': 'kind = "praatje"',
    'perspective = "werkgever"\n\n[[guide]]': 'perspective = "buurman"\n\n[[guide]]',
    'instrument = "interviews"': 'instrument = "geen"',
    'phases = ["1"]': 'phases = ["99"]',
    'labels = ["Ans de Wit"]': 'labels = "Ans de Wit"',
    'key = "v1"': 'sleutel = "v1"',
}


def test_instruments_guides_questions_and_participants_are_stored(either_study: Study, tmp_path: Path) -> None:
    import_register(either_study, put(tmp_path, "register.toml", REGISTER), by="ans")
    with either_study.reading() as store:
        (instrument,), (guide,), (question,), (person,) = store.records(Instrument, Guide, Question, Participant)
    assert guide.instrument_id == instrument.id
    assert question.guide_id == guide.id
    assert (person.code, person.labels) == ("W01", ("Ans de Wit",))


def test_bringing_it_in_again_changes_only_what_changed(either_study: Study, tmp_path: Path) -> None:
    import_register(either_study, put(tmp_path, "register.toml", REGISTER), by="ans")
    changed = REGISTER.replace("Interviews met werkgevers", "Gesprekken").replace('labels = ["Ans de Wit"]', "")
    import_register(either_study, put(tmp_path, "register.toml", changed), by="ans")
    with either_study.reading() as store:
        (instrument,), (person,) = store.records(Instrument, Participant)
        journal = store.journal()
    assert instrument.title == "Gesprekken"
    assert person.labels == ("Ans de Wit",)
    assert [each.kind for each in journal if each.verb == "replace"] == ["Instrument"]


@pytest.mark.parametrize("right", WRONG)
def test_a_mistake_is_named_with_its_place_and_nothing_is_stored(study: Study, tmp_path: Path, right: str) -> None:
    assert right in REGISTER
    file = put(tmp_path, "register.toml", REGISTER.replace(right, WRONG[right]))
    with pytest.raises(BadEntry, match=r"“register\.toml”, \w+ nummer 1:"):
        import_register(study, file, by="ans")
    with study.reading() as store:
        assert [store.count(kind) for kind in (Instrument, Guide, Question, Participant)] == [0, 0, 0, 0]


def test_a_doubled_key_and_a_table_nobody_reads_are_refused(study: Study, tmp_path: Path) -> None:
    twice = REGISTER + '\n[[participant]]\ncode = "W01"\nperspective = "client"\n'
    with pytest.raises(DoubledEntry, match="W01"):
        import_register(study, put(tmp_path, "register.toml", twice), by="ans")
    with pytest.raises(UnreadableFile, match="deelnemer"):
        import_register(study, put(tmp_path, "register.toml", "[[deelnemer]]\ncode = 'W01'\n"), by="ans")


def test_the_register_may_stand_in_the_settings_of_the_study(study: Study) -> None:
    file = study.folder / "study.toml"
    file.write_text(file.read_text(encoding="utf-8") + REGISTER, encoding="utf-8")
    again = open_study(study.folder)
    register = import_register(again, file, by="ans")
    assert [each.key for each in register.instruments] == ["interviews"]
    assert again.settings == study.settings


def test_a_participant_that_a_transcript_made_keeps_its_turns(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    import_register(study, put(tmp_path, "register.toml", REGISTER), by="ans")
    with study.reading() as store:
        known = store.only(Participant, code="W01")
        assert store.count(Segment, participant_id=known.id) == 2


def test_a_version_names_the_one_it_replaces(study: Study, tmp_path: Path) -> None:
    newer = '\n[[guide]]\nkey = "lijst-2"\ninstrument = "interviews"\nversion = "2"\nreplaces = "lijst"\n'
    register = import_register(study, put(tmp_path, "register.toml", REGISTER + newer), by="ans")
    assert [(each.key, each.replaces) for each in register.guides] == [("lijst", None), ("lijst-2", "lijst")]
