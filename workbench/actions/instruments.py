"""The material register: an instrument a row, filled in on a page, in a sheet or in a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.documents import Document
from corpus.guides import Guide
from corpus.instruments import Instrument, InstrumentKind
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import N_
from study.messages import translate as _
from workbench.actions.saving import put
from workbench.errors import DoubledEntry, InstrumentInUse, KeyTaken
from workbench.filled_in import check_key, form_entry, key_from, read_sheet
from workbench.toml_files import Entry

FIELDS = {
    "key": N_("Key"),
    "title": N_("Title"),
    "kind": N_("Kind"),
    "perspective": N_("Perspective"),
    "order": N_("Order"),
    "held_from": N_("First day"),
    "held_until": N_("Last day"),
    "invited": N_("Invited"),
    "took_part": N_("Took part"),
    "conducted_by": N_("Conducted by"),
    "analysed_by": N_("Analysed by"),
    "selection": N_("Selection"),
    "bias": N_("Known bias"),
    "consent": N_("Consent"),
    "anonymity": N_("Level of anonymity"),
}
"""What the register knows of an instrument, with the word a person sees."""
TEXTS = ("conducted_by", "analysed_by", "selection", "bias", "consent", "anonymity")
HEADS: Mapping[str, Collection[str]] = {
    "title": ("titel", "title", "instrument", "naam", "naam_instrument", "onderzoeksinstrument"),
    "key": ("sleutel", "key", "code"),
    "kind": ("soort", "kind", "type", "vorm", "methode"),
    "perspective": ("perspectief", "perspective", "doelgroep", "groep"),
    "order": ("volgorde", "order", "nr", "nummer", "ronde"),
    "held_from": ("van", "held_from", "eerste_dag", "start", "begin", "startdatum", "datum", "first_day"),
    "held_until": ("tot", "held_until", "laatste_dag", "einde", "eind", "einddatum", "tot_en_met", "last_day"),
    "invited": ("uitgenodigd", "invited", "benaderd", "n_uitgenodigd", "aantal_uitgenodigd"),
    "took_part": ("deelgenomen", "took_part", "deelnemers", "n", "n_deelgenomen", "aantal_deelnemers", "respons"),
    "conducted_by": ("afgenomen_door", "conducted_by", "interviewer", "uitgevoerd_door", "gespreksleider"),
    "analysed_by": ("geanalyseerd_door", "analysed_by", "analyse", "analyse_door"),
    "selection": ("selectie", "selection", "werving", "steekproef"),
    "bias": ("vertekening", "bias", "kanttekening", "bekende_vertekening", "beperkingen", "known_bias"),
    "consent": ("toestemming", "consent"),
    "anonymity": ("anonimiteit", "anonymity", "mate_van_anonimiteit", "level_of_anonymity"),
}
KINDS = {
    InstrumentKind.INTERVIEW: ("interview", "interviews", "interviewronde", "diepte-interviews", "diepte-interview"),
    InstrumentKind.COMMUNITY: ("community", "online community", "onlinecommunity", "forum"),
    InstrumentKind.SURVEY: ("survey", "enquête", "enquete", "vragenlijst", "open vragen"),
    InstrumentKind.SURVEY: ("survey", "vragenlijst", "enquête", "enquete", "vragenlijstonderzoek"),
    InstrumentKind.GROUP: ("group", "groepsgesprek", "groepsgesprekken", "groep", "focusgroep", "focusgroepen",
                           "groepsinterview", "group interview"),
    InstrumentKind.ADVOCATE: ("advocate", "advocaat van de duivel", "devil’s advocate", "devil's advocate"),
    InstrumentKind.SESSION: ("session", "sessie", "prioriteringssessie", "stemsessie"),
    InstrumentKind.DESK: ("desk", "bureauonderzoek", "deskresearch", "desk research", "documentstudie", "literatuur"),
}  # fmt: skip
"""How people write the kind of an instrument in a sheet."""


@dataclass(frozen=True, slots=True)
class InstrumentSheet:
    """What a sheet would bring into the register, and the heads of its columns that are not used."""

    instruments: tuple[Instrument, ...]
    unused: tuple[str, ...] = ()


def instrument_of(row: Entry, settings: Settings) -> Instrument:
    """The instrument that an entry describes, whatever file or form it stands in."""
    perspective = row.text_or_none("perspective")
    if perspective:
        settings.perspective(perspective)
    key = row.text("key")
    return Instrument(
        id=imported_id(settings.id, "instrument", key),
        key=key,
        title=row.text("title"),
        kind=row.choice("kind", InstrumentKind),
        perspective=perspective,
        ordinal=row.whole("order") or row.number,
        held_from=row.day("held_from"),
        held_until=row.day("held_until"),
        invited=row.whole("invited"),
        took_part=row.whole("took_part"),
        **{name: row.text(name, "") for name in TEXTS},
    )


def save_instrument(study: Study, values: Mapping[str, str], *, key: str | None = None, by: str) -> Instrument:
    """Store what a form says of a new instrument, or of the one with this key.

    A new one gets a key made of its title and stands last unless the form says otherwise. Raises `BadForm`, `KeyTaken`.
    """
    with study.store(by=by) as store:
        known: tuple[Instrument, ...] = store.records(Instrument)[0]
        taken = {each.key for each in known}
        if key is None and values.get("key", "").strip() in taken:
            raise KeyTaken(key=values["key"].strip())
        own = key or values.get("key", "").strip() or key_from(values.get("title", ""), taken)
        last = str(1 + max((each.ordinal for each in known), default=0))
        entry = form_entry({**values, "key": own, "order": values.get("order", "").strip() or last}, FIELDS)
        with entry.placed():
            check_key(entry, "key")
            _check_days(entry)
            made = instrument_of(entry, study.settings)
        there = [each for each in known if each.key == key]
        made = replace(made, id=there[0].id) if there else made
        put(store, made)
    return made


def _check_days(entry: Entry) -> None:
    first, last = entry.day("held_from"), entry.day("held_until")
    if first and last and last < first:
        raise entry.refuse(_("The last day lies before the first"))
    invited, took_part = entry.whole("invited"), entry.whole("took_part")
    if invited is not None and took_part is not None and took_part > invited:
        raise entry.refuse(_("More people took part than were invited; count those who came along as invited too"))


def remove_instrument(study: Study, key: str, *, by: str) -> None:
    """Take an instrument out of the register; raises `InstrumentInUse` when documents or topic lists belong to it."""
    with study.store(by=by) as store:
        instrument = store.only(Instrument, key=key)
        if store.count(Document, instrument_id=instrument.id) or store.count(Guide, instrument_id=instrument.id):
            raise InstrumentInUse(title=instrument.title)
        store.remove(instrument)


def read_instruments(file: Path, settings: Settings, known: Collection[Instrument] = ()) -> InstrumentSheet:
    """The instruments of a csv or xlsx file, a row each.

    A row without a key is the known instrument with its title, else gets a key made of it; a perspective may be
    written by its label, a kind as people call it. What the sheet has no column for stays as it is known.
    """
    sheet = read_sheet(file, HEADS, needed="title")
    keys = {each.title.casefold(): each.key for each in known}
    made: list[Instrument] = []
    for row in sheet.entries:
        with row.placed():
            title = row.text("title")
            key = row.text_or_none("key") or keys.get(title.casefold()) or key_from(title, [each.key for each in made])
            there = next((each for each in known if each.key == key), None)
            made.append(instrument_of(_completed(row, key, settings, there, len(made) + 1), settings))
        if [each.key for each in made].count(key) > 1:
            raise DoubledEntry(file=file.name, table=_("row"), key=key)
    return InstrumentSheet(tuple(made), sheet.unused)


def _completed(row: Entry, key: str, settings: Settings, there: Instrument | None, order: int) -> Entry:
    """The row with its key and with kind and perspective as keys; before it what is known of the instrument."""
    values = {**({} if there is None else _values_of(there)), "order": there.ordinal if there else order}
    values |= {**row.values, "key": key}
    if "kind" in row.values:
        values["kind"] = _kind(row.text("kind"))
    if "perspective" in row.values:
        values["perspective"] = perspective_key(row.text("perspective"), settings)
    return replace(row, values=values)


def _values_of(instrument: Instrument) -> dict[str, object]:
    plain = {name: getattr(instrument, name) for name in (*TEXTS, "perspective", "held_from", "held_until")}
    plain |= {"kind": instrument.kind.value, "invited": instrument.invited, "took_part": instrument.took_part}
    return {name: value for name, value in plain.items() if value is not None}


def _kind(word: str) -> str:
    folded = word.casefold().strip()
    return next((kind.value for kind, words in KINDS.items() if folded in words), folded)


def perspective_key(word: str, settings: Settings) -> str:
    """The key of the perspective that is called this: by key, by the name of the group or of one of them."""
    folded = word.casefold().strip()
    for each in settings.perspectives:
        if folded in (each.key.casefold(), each.label.casefold(), each.singular.casefold()):
            return each.key
    return word


def import_instruments(study: Study, file: Path, *, by: str) -> InstrumentSheet:
    """Bring the instruments of a sheet into the register; those that are there are brought up to date."""
    with study.store(by=by) as store:
        sheet = read_instruments(file, study.settings, store.records(Instrument)[0])
        put(store, *sheet.instruments)
    return sheet
