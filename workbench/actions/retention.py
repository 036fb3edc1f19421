"""Retention (bewaartermijnen): until when each layer of the material may be kept, what is due, and removing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.departures import plan_removal
from corpus.documents import Document
from corpus.participants import Participant
from corpus.sayings import is_telling
from corpus.segments import Segment
from corpus.speakers import is_group_voice, is_interviewer, is_local
from study.config import Retention
from study.folder import Study
from study.keys import Ask
from study.messages import N_
from workbench.actions.leaving import remove
from workbench.actions.rewriting import clear_traces
from workbench.actions.wiping import ORIGINALS

NAMES = "namen/"
"""Where everything lies in the vault that says who is behind which code."""


class Layer(StrEnum):
    """What has a date of its own in `[retention]`, in the order in which it usually goes."""

    RECORDINGS = "recordings"
    ORIGINALS = "originals"
    NAMES = "names"
    TEXTS = "texts"


LAYERS: Mapping[Layer, str] = {
    Layer.RECORDINGS: N_("recordings of sound and video (outside the study)"),
    Layer.ORIGINALS: N_("the files as they came in, in the vault"),
    Layer.NAMES: N_("who is behind which code, in the vault and in speaker labels"),
    Layer.TEXTS: N_("what people said, with the codings on it"),
}
"""What each layer is, in words."""
COMMANDS: Mapping[Layer, str] = {
    Layer.ORIGINALS: "draad privacy remove-originals",
    Layer.NAMES: "draad privacy remove-names",
    Layer.TEXTS: "draad privacy remove-texts",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One layer: until when it may be kept (None: not decided), and how much of it is there.

    `number` is None for recordings, which nobody but their owner can count.
    """

    layer: Layer
    until: date | None
    number: int | None
    is_due: bool

    @property
    def command(self) -> str:
        """What removes it; empty for what lies outside the study."""
        return COMMANDS.get(self.layer, "")


def list_terms(study: Study, *, today: date, ask: Ask | None = None) -> tuple[Term, ...]:
    """Every layer with its date; due is what is past its date and still there."""
    retention = study.settings.retention
    numbers = _numbers(study, ask)
    return tuple(_term(layer, retention, numbers[layer], today) for layer in Layer)


def _term(layer: Layer, retention: Retention, number: int | None, today: date) -> Term:
    until: date | None = getattr(retention, layer.value)
    return Term(layer, until, number, until is not None and until <= today and number != 0)


def _numbers(study: Study, ask: Ask | None) -> dict[Layer, int | None]:
    """How much of each layer there is."""
    vault = study.vault(ask=ask) if study.has_vault else None
    with study.reading() as store:
        documents, segments, people = store.records(Document, Segment, Participant)
    labels = sum(bool(each.labels) for each in people) + len(_named(segments, people))
    return {
        Layer.RECORDINGS: None,
        Layer.ORIGINALS: len(vault.names(ORIGINALS)) if vault else 0,
        Layer.NAMES: (len(vault.names(NAMES)) if vault else 0) + labels,
        Layer.TEXTS: len(plan_removal(documents, segments).documents),
    }


def remove_layer(study: Study, layer: Layer, *, by: str, ask: Ask | None = None) -> int:
    """Remove a layer (one of `COMMANDS`) for good; returns how much went."""
    return _REMOVERS[layer](study, by, ask)


def _remove_originals(study: Study, by: str, ask: Ask | None) -> int:
    return _empty_vault(study, ORIGINALS, ask)


def _remove_names(study: Study, by: str, ask: Ask | None) -> int:
    """The key goes from the vault; labels of participants go, and turns carry the code instead of a name."""
    with study.store(by=by) as store:
        people, segments = store.records(Participant, Segment)
        labelled, named = [replace(each, labels=()) for each in people if each.labels], _named(segments, people)
        store.replace(*labelled, *named)
    clear_traces(study)
    return _empty_vault(study, NAMES, ask) + len(labelled) + len(named)


def _named(segments: Iterable[Segment], people: Iterable[Participant]) -> list[Segment]:
    """The turns that carry a name, as they are without it."""
    codes = {each.id: each.code for each in people}
    return [after for each in segments if (after := _nameless(each, codes)) != each]


def _nameless(segment: Segment, codes: Mapping[str, str]) -> Segment:
    """The turn under the code of its speaker; under no label when the label is a name of somebody without a code."""
    label = segment.speaker
    if label is None or is_local(label) or is_interviewer(label) or is_group_voice(label) or not is_telling(label):
        return segment
    code = codes.get(segment.participant_id or "")
    return segment if label == code else replace(segment, speaker=code)


def _remove_texts(study: Study, by: str, ask: Ask | None) -> int:
    """Every document in which people speak goes, with all that lies on it; what rests on nothing else goes too."""
    with study.store(by=by) as store:
        documents, segments = store.records(Document, Segment)
        gone = remove(store, plan_removal(documents, segments))
        store.clear_journal({each.id for each in gone.removed})
    clear_traces(study)
    return sum(isinstance(each, Document) for each in gone.removed)


def _empty_vault(study: Study, under: str, ask: Ask | None) -> int:
    if not study.has_vault:
        return 0
    vault = study.vault(ask=ask)
    names = vault.names(under)
    for each in names:
        vault.remove(each)
    return len(names)


_REMOVERS: Mapping[Layer, Callable[[Study, str, Ask | None], int]] = {
    Layer.ORIGINALS: _remove_originals,
    Layer.NAMES: _remove_names,
    Layer.TEXTS: _remove_texts,
}
