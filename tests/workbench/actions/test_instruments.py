from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus.instruments import Instrument, InstrumentKind
from study.folder import Study
from tests.workbench.material import put
from workbench.actions.guides import add_guide
from workbench.actions.instruments import (
    KINDS,
    import_instruments,
    read_instruments,
    remove_instrument,
    save_instrument,
)
from workbench.errors import BadEntry, BadForm, DoubledEntry, InstrumentInUse, KeyTaken, UnreadableFile

FORM = {
    "title": "Interviews verhuurders",
    "kind": "interview",
    "perspective": "werkgever",
    "held_from": "2026-03-02",
    "held_until": "2026-03-20",
    "invited": "14",
    "took_part": "9",
    "bias": "Alleen wie al meedeed.",
}
SHEET = """Ronde 1;;;;;;
Titel;Soort;Perspectief;Van;Tot;Uitgenodigd;Vertekening;Kleur
Interviews verhuurders;Interviews;Werkgevers;02-03-2026;20 maart 2026;14;"Alleen wie al; meedeed";rood
Forum;Online community;werkgever;;;;;
"""


def instruments(study: Study) -> dict[str, Instrument]:
    with study.reading() as store:
        return {each.key: each for each in store.records(Instrument)[0]}


def test_every_field_of_a_form_is_stored(either_study: Study) -> None:
    save_instrument(either_study, FORM, by="ans")
    made = instruments(either_study)["interviews-verhuurders"]
    assert (made.kind, made.perspective, made.ordinal) == (InstrumentKind.INTERVIEW, "werkgever", 1)
    assert (made.held_from, made.held_until) == (date(2026, 3, 2), date(2026, 3, 20))
    assert (made.invited, made.took_part, made.bias) == (14, 9, "Alleen wie al meedeed.")


def test_a_change_keeps_the_key_and_empties_what_was_emptied(either_study: Study) -> None:
    save_instrument(either_study, FORM, by="ans")
    changed = {**FORM, "title": "Verhuurders", "invited": "", "bias": "", "order": "4"}
    save_instrument(either_study, changed, key="interviews-verhuurders", by="ans")
    (made,) = instruments(either_study).values()
    assert (made.key, made.title, made.invited) == ("interviews-verhuurders", "Verhuurders", None)
    assert (made.bias, made.ordinal) == ("", 4)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"kind": "praatje"},
        {"perspective": "buurman"},
        {"invited": "veel"},
        {"held_from": "vorige week"},
        {"held_until": "2026-03-01"},
        {"took_part": "15"},
        {"key": "a/b"},
    ],
    ids=str,
)
def test_what_cannot_be_right_is_refused_in_a_sentence(study: Study, wrong: dict[str, str]) -> None:
    with pytest.raises(BadForm):
        save_instrument(study, FORM | wrong, by="ans")
    assert instruments(study) == {}


def test_a_key_is_given_once(study: Study) -> None:
    save_instrument(study, FORM | {"key": "ronde"}, by="ans")
    with pytest.raises(KeyTaken, match="ronde"):
        save_instrument(study, FORM | {"key": "ronde"}, by="ans")
    assert save_instrument(study, FORM, by="ans").key == "interviews-verhuurders"
    assert save_instrument(study, FORM, by="ans").key == "interviews-verhuurders-2"


def test_an_instrument_with_a_topic_list_stays_and_another_goes(either_study: Study) -> None:
    save_instrument(either_study, FORM | {"key": "een"}, by="ans")
    save_instrument(either_study, FORM | {"key": "twee"}, by="ans")
    add_guide(either_study, "een", "Lijst", by="ans")
    with pytest.raises(InstrumentInUse):
        remove_instrument(either_study, "een", by="ans")
    remove_instrument(either_study, "twee", by="ans")
    assert list(instruments(either_study)) == ["een"]


def test_a_sheet_says_it_in_the_words_of_people(either_study: Study, tmp_path: Path) -> None:
    sheet = import_instruments(either_study, put(tmp_path, "materiaal.csv", SHEET), by="ans")
    assert sheet.unused == ("Kleur",)
    made = instruments(either_study)
    first = made["interviews-verhuurders"]
    assert (first.kind, first.perspective, first.invited) == (InstrumentKind.INTERVIEW, "werkgever", 14)
    assert (first.held_from, first.held_until) == (date(2026, 3, 2), date(2026, 3, 20))
    assert first.bias == "Alleen wie al; meedeed"
    assert made["forum"].kind is InstrumentKind.COMMUNITY


def test_a_sheet_leaves_alone_what_it_has_no_column_for(either_study: Study, tmp_path: Path) -> None:
    save_instrument(either_study, FORM, by="ans")
    import_instruments(either_study, put(tmp_path, "m.csv", "titel,deelgenomen\ninterviews VERHUURDERS,11\n"), by="ans")
    (made,) = instruments(either_study).values()
    assert (made.took_part, made.invited, made.bias) == (11, 14, "Alleen wie al meedeed.")
    assert (made.kind, made.held_from) == (InstrumentKind.INTERVIEW, date(2026, 3, 2))


def test_a_workbook_with_real_dates_and_numbers_will_do(study: Study, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["titel", "soort", "van", "n"])  # type: ignore[union-attr]  # a new book has a sheet
    book.active.append(["Ronde", "focusgroep", date(2026, 4, 1), 6])  # type: ignore[union-attr]
    book.save(tmp_path / "m.xlsx")
    (made,) = import_instruments(study, tmp_path / "m.xlsx", by="ans").instruments
    assert (made.kind, made.held_from, made.took_part) == (InstrumentKind.GROUP, date(2026, 4, 1), 6)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("titel;soort\nA;praatje\n", BadEntry),
        ("titel;soort;uitgenodigd\nA;interview;veel\n", BadEntry),
        ("titel;soort;sleutel\nA;interview;x\nB;interview;x\n", DoubledEntry),
        ("kleur;soort\nrood;interview\n", UnreadableFile),
    ],
)
def test_a_sheet_with_a_mistake_stores_nothing(
    study: Study, tmp_path: Path, text: str, complaint: type[Exception]
) -> None:
    with pytest.raises(complaint):
        import_instruments(study, put(tmp_path, "m.csv", text), by="ans")
    assert instruments(study) == {}


def test_looking_at_a_sheet_stores_nothing(study: Study, tmp_path: Path) -> None:
    sheet = read_instruments(put(tmp_path, "m.csv", SHEET), study.settings)
    assert [each.key for each in sheet.instruments] == ["interviews-verhuurders", "forum"]
    assert instruments(study) == {}


def test_every_kind_has_words_that_people_use_for_it() -> None:
    assert set(KINDS) == set(InstrumentKind)


def test_a_long_title_makes_a_key_that_may_be_stored(study: Study) -> None:
    titles = ["Verdiepende gesprekken met verhuurders die al jaren meedoen"] * 2
    made = [save_instrument(study, FORM | {"title": each}, by="ans").key for each in titles]
    assert made == ["verdiepende-gesprekken-met-verhuurde", "verdiepende-gesprekken-met-verhuurde-2"]
