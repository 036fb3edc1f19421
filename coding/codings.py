"""Codings: a span of text with a code, its facets, and the person who put it there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypedDict, TypeVar, Unpack

from coding.codebook import known_code
from coding.errors import (
    BadIntensity,
    CodingError,
    EmptySpan,
    NoCoder,
    NothingCoded,
    SpanOutside,
    UnknownActor,
    UnknownKind,
    UnknownValence,
)
from corpus.documents import Document
from study.config import ACROSS_PHASES
from study.errors import UnknownPhase
from study.ids import new_id


class Valence(StrEnum):
    """How the speaker judges: it belongs to the coding, for one turn can praise and complain."""

    PAIN = "pijnpunt"
    GOOD = "goed"
    MIXED = "gemengd"
    NONE = "geen"


class StatementKind(StrEnum):
    """What sort of statement: experience, perception, or rule or fact."""

    EXPERIENCE = "ervaring"
    PERCEPTION = "perceptie"
    FACT = "feit"


class Origin(StrEnum):
    """Where a coding came from; a suggestion is never a coding until a person accepts it."""

    HUMAN = "human"
    ACCEPTED = "suggested_accepted"
    AUTOMATIC = "auto"


@dataclass(frozen=True, slots=True)
class Coding:
    """The span [start, end) of a document with a code (`code`, a code key) and facets.

    A coding without a code is a facet coding: it lends its phase, actor, valence and kind to codings inside it
    (synthesis.md, section 2). `phase` and `actor` are keys; `intensity` runs from 0 to 3. `fields` are the answers
    to the fields of the code's group, `round_id` is the round of double coding in which it was made.
    """

    id: str
    document_id: str
    start: int
    end: int
    coder: str
    code: str | None = None
    phase: str | None = None
    actor: str | None = None
    valence: Valence | None = None
    kind: StatementKind | None = None
    intensity: int | None = None
    origin: Origin = Origin.HUMAN
    codebook_version: int = 1
    made_at: datetime | None = None
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    round_id: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The keys that a coding may use; None means that a study does not fix them."""

    codes: frozenset[str]
    phases: frozenset[str] | None = None
    actors: frozenset[str] | None = None


class Details(TypedDict, total=False):
    """What a coding may say besides its span, coder, code, valence and kind."""

    id: str
    phase: str | None
    actor: str | None
    intensity: int | None
    origin: Origin
    codebook_version: int
    made_at: datetime | None
    fields: Mapping[str, str]
    round_id: str | None


def code_span(
    document: Document,
    start: int,
    end: int,
    *,
    coder: str,
    vocabulary: Vocabulary,
    code: str | None = None,
    valence: str | None = None,
    kind: str | None = None,
    **details: Unpack[Details],
) -> Coding:
    """A checked coding of the code points [start, end) of a document, with an id of its own.

    Raises `SpanOutside`, `EmptySpan`, `NothingCoded`, `NoCoder`, `UnknownCode`, `UnknownPhase`, `UnknownActor`,
    `UnknownValence`, `UnknownKind` or `BadIntensity`, each with a sentence for the coder.

    >>> from corpus.documents import DocumentKind
    >>> document = Document("d", "W01", "Niemand belde mij.", DocumentKind.TRANSCRIPT, None, None, "nl", None,
    ...                     "w01.vtt", "ab12")
    >>> words = Vocabulary(frozenset({"contact"}))
    >>> coding = code_span(document, 0, 7, coder="marit", vocabulary=words, code="contact", valence="pijnpunt")
    >>> coding.code, coding.valence.name
    ('contact', 'PAIN')
    """
    rest: Details = {"id": new_id(), **details}
    coding = Coding(
        document_id=document.id,
        start=start,
        end=end,
        coder=coder,
        code=code,
        valence=_one_of(Valence, valence, UnknownValence),
        kind=_one_of(StatementKind, kind, UnknownKind),
        **rest,
    )
    check_coding(coding, document, vocabulary=vocabulary)
    return coding


def check_coding(coding: Coding, document: Document, *, vocabulary: Vocabulary) -> None:
    """Nothing, when the coding fits its document and the words of the study; raises the first thing to mend."""
    _check_span(coding, document)
    if not coding.coder.strip():
        raise NoCoder
    if coding.code is not None:
        known_code(coding.code, vocabulary.codes)
    if coding.phase is not None and vocabulary.phases is not None:
        _check_phase(coding.phase, vocabulary.phases)
    if coding.actor is not None and vocabulary.actors is not None and coding.actor not in vocabulary.actors:
        raise UnknownActor(key=coding.actor, known=_listed(vocabulary.actors))
    if coding.intensity is not None and coding.intensity not in range(4):
        raise BadIntensity(value=coding.intensity)


def _check_span(coding: Coding, document: Document) -> None:
    place = {"document": document.title, "start": coding.start, "end": coding.end}
    if coding.start < 0 or coding.end > len(document.text):
        raise SpanOutside(length=len(document.text), **place)
    if not document.text[coding.start : coding.end].strip():
        raise EmptySpan(**place)
    if all(each is None for each in (coding.code, coding.phase, coding.actor, coding.valence, coding.kind)):
        raise NothingCoded(**place)


def _check_phase(phase: str, phases: Collection[str]) -> None:
    if phase != ACROSS_PHASES and phase not in phases:
        raise UnknownPhase(name=phase, known=_listed(phases))


Choice = TypeVar("Choice", bound=StrEnum)


def _one_of(choices: type[Choice], value: str | None, error: type[CodingError]) -> Choice | None:
    if value is None:
        return None
    if value not in list(choices):
        raise error(name=value, known=_listed(choices, in_order=True))
    return choices(value)


def _listed(keys: Iterable[str], *, in_order: bool = False) -> str:
    return ", ".join(keys if in_order else sorted(keys)) or "–"
