"""Source lines and bias notes: computed from the passages a figure rests on and the register of the material."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.instruments import Instrument, InstrumentKind
from study.config import Perspective
from study.messages import N_
from study.messages import translate as _

if TYPE_CHECKING:
    import pandas as pd

KIND_WORDS = {
    InstrumentKind.INTERVIEW: N_("interviews"),
    InstrumentKind.COMMUNITY: N_("online community"),
    InstrumentKind.GROUP: N_("group interview"),
    InstrumentKind.ADVOCATE: N_("devil’s-advocate session"),
    InstrumentKind.SESSION: N_("session"),
    InstrumentKind.DESK: N_("desk research"),
}

ONE_WORDS = {
    InstrumentKind.INTERVIEW: N_("interview"),
    InstrumentKind.COMMUNITY: N_("online community"),
    InstrumentKind.GROUP: N_("group interview"),
    InstrumentKind.ADVOCATE: N_("devil’s-advocate session"),
    InstrumentKind.SESSION: N_("session"),
    InstrumentKind.DESK: N_("document"),
}
"""What one piece of material is called."""


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """What source lines are computed from: the tidy passages, the register, and the names of the perspectives."""

    passages: pd.DataFrame
    instruments: tuple[Instrument, ...]
    perspectives: tuple[Perspective, ...] = ()

    def used(self, codings: Iterable[str]) -> tuple[Instrument, ...]:
        """The instruments that these codings come from, in the order of the register."""
        wanted = set(codings)
        met = set(self.passages.loc[self.passages["coding_id"].isin(wanted), "instrument_id"].dropna())
        return tuple(sorted((each for each in self.instruments if each.id in met), key=_place))

    def parts(self, codings: Iterable[str]) -> tuple[str, ...]:
        """Each instrument with its n, as a source line names it."""
        instruments = self.used(codings)
        names = [self.name(each) for each in instruments]
        doubled = {name for name, times in Counter(names).items() if times > 1}
        named = (each.title if name in doubled else name for name, each in zip(names, instruments, strict=True))
        return tuple(
            f"{name} ({self._size(each)})" if self._size(each) else name
            for name, each in zip(named, instruments, strict=True)
        )

    def name(self, instrument: Instrument) -> str:
        """What an instrument is called inside a sentence: "interviews werkgevers"."""
        group = next((each.label for each in self.perspectives if each.key == instrument.perspective), "")
        return f"{_(KIND_WORDS[instrument.kind])} {inside(group)}".strip()

    def bias(self, codings: Iterable[str]) -> tuple[str, ...]:
        """One line per instrument about its known bias, or that nobody wrote one down."""
        return tuple(
            _("Bias ({instrument}): {bias}", instrument=self.name(each), bias=each.bias or _("not recorded"))
            for each in self.used(codings)
        )

    def _size(self, instrument: Instrument) -> str:
        rows = self.passages[self.passages["instrument_id"] == instrument.id]
        if instrument.kind is InstrumentKind.DESK:
            return _("n = {count} documents", count=rows["document_id"].nunique())
        count = instrument.took_part if instrument.took_part is not None else rows["participant_id"].nunique()
        return _("n = {count}", count=count) if count else ""


def source_line(parts: Iterable[str]) -> str:
    """The line under a figure that says what it rests on.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     source_line(["interviews werkgevers (n = 11)"])
    'Bron: interviews werkgevers (n = 11)'
    """
    listed = list(parts)
    return _("Source: {parts}", parts="; ".join(listed)) if listed else ""


def inside(label: str) -> str:
    """A label as it stands inside a sentence: "Werkgevers" loses its capital, "UWV-medewerkers" keeps it.

    >>> inside("Werkgevers"), inside("UWV-medewerkers"), inside("")
    ('werkgevers', 'UWV-medewerkers', '')
    """
    shouted = len(label) > 1 and label[1].isupper()
    return label if shouted else label[:1].lower() + label[1:]


def _place(instrument: Instrument) -> tuple[int, str]:
    return instrument.ordinal, instrument.key
