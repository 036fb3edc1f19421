"""Rounds: the instrument that the files of an import belong to, and what was chosen for the files before them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

from corpus.documents import DocumentKind
from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.rounds import RoundChoice, choice_id, find_choice
from study.config import Settings
from study.ids import imported_id
from study.journal import Entry
from study.messages import N_
from study.messages import translate as _
from study.store import Store
from workbench.actions.choices import Choices, RoundUse, following, kept_settings
from workbench.errors import UnknownGuide, UnknownInstrument

R = TypeVar("R")
KINDS = (Instrument, Guide, Question, Participant, RoundChoice)
INSTRUMENT_KINDS = {
    DocumentKind.TRANSCRIPT: InstrumentKind.INTERVIEW,
    DocumentKind.COMMUNITY: InstrumentKind.COMMUNITY,
    DocumentKind.SURVEY: InstrumentKind.SURVEY,
    DocumentKind.REPORT_OF_INTERVIEW: InstrumentKind.INTERVIEW,
}
INSTRUMENT_TITLES = {
    InstrumentKind.INTERVIEW: N_("Interviews {people}"),
    InstrumentKind.COMMUNITY: N_("Online community {people}"),
    InstrumentKind.SURVEY: N_("Survey {people}"),
    InstrumentKind.DESK: N_("Desk research"),
}


class KnownRecords:
    """The instruments, topic lists, people and choices of a study; loaded again only when somebody changed it."""

    def __init__(self) -> None:
        self._seen: Entry | None = None
        self._records: dict[type, tuple[Any, ...]] = {}

    def follow(self, store: Store) -> None:
        """See to it that what is known is what stands in the store."""
        newest = _newest(store)
        if newest is None or newest != self._seen:
            self._records = dict(zip(KINDS, store.records(*KINDS), strict=True))
            self._seen = newest

    def take_in(self, store: Store, *records: object) -> None:
        """Know these records too: they were just stored, at the end of the same transaction."""
        for each in records:
            self._records[type(each)] = (*self.all(type(each)), each)
        self._seen = _newest(store)

    def forget(self) -> None:
        """Load everything again at the next look: a transaction failed."""
        self._seen = None

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of this kind."""
        return self._records[kind]

    def instrument(self, key: str) -> Instrument:
        """The instrument with this key; raises `UnknownInstrument` with those there are."""
        return _known(key, self.all(Instrument), UnknownInstrument)

    def guide(self, key: str) -> Guide:
        """The topic list with this key; raises `UnknownGuide` with those there are."""
        return _known(key, self.all(Guide), UnknownGuide)

    def questions(self, guide: Guide) -> tuple[Question, ...]:
        """The questions of a topic list."""
        return tuple(each for each in self.all(Question) if each.guide_id == guide.id)


def _newest(store: Store) -> Entry | None:
    return next(iter(store.journal(newest=1)), None)


K = TypeVar("K", Instrument, Guide)


def _known(key: str, records: Iterable[K], complaint: type[UnknownInstrument | UnknownGuide]) -> K:
    by_key = {each.key: each for each in records}
    if key not in by_key:
        raise complaint(name=key, known=", ".join(by_key) or "–")
    return by_key[key]


def check_choices(choices: Choices, settings: Settings, register: KnownRecords) -> None:
    """Nothing, when perspective, instrument and topic list exist; raises a sentence otherwise."""
    if choices.perspective:
        settings.perspective(choices.perspective)
    if choices.instrument:
        register.instrument(choices.instrument)
    if choices.guide:
        register.guide(choices.guide)


def recall(choices: Choices, register: KnownRecords, *, format: str) -> tuple[Choices, dict[str, str]]:
    """The choices with what was chosen for the last file of the round where they leave it open, and what that was."""
    if choices.round_use is not RoundUse.FOLLOW:
        return choices, {}
    last = find_choice(register.all(RoundChoice), format=format, instruments=_rounds(choices, register))
    given = kept_settings(choices)
    recalled = {name: text for name, text in (last.settings if last else {}).items() if name not in given}
    return following(choices, recalled), recalled


def _rounds(choices: Choices, register: KnownRecords) -> set[str | None]:
    """The rounds (ids of instruments) that files with these choices may belong to."""
    if choices.instrument:
        return {register.instrument(choices.instrument).id}
    if choices.guide:
        return {register.guide(choices.guide).instrument_id}
    instruments = register.all(Instrument)
    if choices.kind and choices.kind not in INSTRUMENT_KINDS:
        return {each.id for each in instruments if each.kind is InstrumentKind.DESK}
    if choices.perspective:
        return {each.id for each in instruments if each.perspective == choices.perspective}
    return {None}


def find_instrument(
    choices: Choices, register: KnownRecords, settings: Settings, *, detected: DocumentKind
) -> tuple[Instrument | None, bool]:
    """The instrument of a file (named, that of the topic list, or one per perspective), and whether it is new."""
    if choices.instrument:
        return register.instrument(choices.instrument), False
    if choices.guide:
        guide = register.guide(choices.guide)
        return next(each for each in register.all(Instrument) if each.id == guide.instrument_id), False
    kind = INSTRUMENT_KINDS.get(choices.kind or detected, InstrumentKind.DESK)
    perspective = choices.perspective if kind is not InstrumentKind.DESK else None
    if perspective is None and kind is not InstrumentKind.DESK:
        return None, False
    known = register.all(Instrument)
    found = next((each for each in known if (each.kind, each.perspective) == (kind, perspective)), None)
    return found or _new_instrument(settings, kind, perspective, ordinal=len(known) + 1), found is None


def _new_instrument(settings: Settings, kind: InstrumentKind, perspective: str | None, *, ordinal: int) -> Instrument:
    people = settings.perspective(perspective).label if perspective else ""
    key = f"{kind.value}-{perspective}" if perspective else kind.value
    title = _(INSTRUMENT_TITLES[kind], people=people.lower())
    return Instrument(imported_id(settings.id, "instrument", key), key, title, kind, perspective, ordinal)


def keep_choice(
    store: Store, choices: Choices, register: KnownRecords, *, study_id: str, instrument: Instrument | None, format: str
) -> bool:
    """Whether what is kept for the next file of the round became something else.

    Nothing chosen anew takes the earlier choice away.
    """
    if choices.round_use is RoundUse.APART:
        return False
    round_id = instrument.id if instrument else None
    choice = RoundChoice(
        choice_id(study_id, round_id, format), round_id, format, datetime.now(UTC), store.by, kept_settings(choices)
    )
    earlier = next((each for each in register.all(RoundChoice) if each.id == choice.id), None)
    if (dict(earlier.settings) if earlier else {}) == choice.settings:
        return False
    if earlier and not choice.settings:
        store.remove(earlier)
    elif earlier:
        store.replace(choice)
    else:
        store.add(choice)
    return True
