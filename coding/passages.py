"""The passages table: one row per coded passage, the one tidy table between coding and everything after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.facets import NOTHING, Taken, Via, borrow_facets, own_facets
from coding.turns import Turns
from corpus.documents import Document
from corpus.guides import Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.quotes import is_verbatim_in
from corpus.segments import Role, Segment

if TYPE_CHECKING:
    import pandas

PASSAGE_COLUMNS = (
    *("coding_id", "document_id", "document", "instrument_id", "instrument", "segment_id"),
    *("participant_id", "participant", "perspective", "role", "speaker"),
    *("phase", "phase_via", "actor", "actor_via", "valence", "valence_via", "kind", "kind_via", "intensity"),
    *("group", "code", "code_name", "coder", "origin", "start", "end", "text"),
    *("question_id", "prompted", "held_on", "meerduidig", "verbatim"),
)
_COLUMN_TYPES = {"start": "int64", "end": "int64", "meerduidig": "bool", "verbatim": "bool"}


def passages(
    documents: Iterable[Document],
    participants: Iterable[Participant],
    segments: Iterable[Segment],
    codes: Iterable[Code],
    codings: Iterable[Coding],
    *,
    questions: Iterable[Question] = (),
    instruments: Iterable[Instrument] = (),
    groups: Iterable[CodeGroup] = (),
) -> pandas.DataFrame:
    """One row per passage and combination of its facets, with the columns `PASSAGE_COLUMNS`, sorted by content.

    A passage is a coding with a code of a substantive group, or a facet coding that lent nothing (its `code` is
    missing). `<facet>_via` says how a facet came: eigen, zelfde_span, omvattend or vraag; several values left
    over at one step give a row for each combination, marked `meerduidig`. `verbatim` says that the words are as they
    were said: in a report of an interview (verslag) only what stands between quotation marks. `start` and `end` are
    code points in the document. What is missing is None. Codings of documents that are not given are left out.

    >>> from corpus.documents import DocumentKind
    >>> document = Document("d", "W01", "Niemand belde mij.", DocumentKind.TRANSCRIPT, None, None, "nl", None,
    ...                     "w01.vtt", "ab12")
    >>> code = Code("c", "contact", "knelpunt", "Contact", 1)
    >>> table = passages([document], [], [], [code], [Coding("1", "d", 0, 7, "marit", code="contact")])
    >>> table[["document", "text", "code_name", "phase"]].to_dict("records")
    [{'document': 'w01.vtt', 'text': 'Niemand', 'code_name': 'Contact', 'phase': None}]
    """
    known = _Known(documents, participants, segments, codes, questions, instruments, groups)
    rows = [row for some in _by_document_and_coder(codings, known) for row in _passages_of(some, known)]
    return _table(sorted(rows, key=_content), known)


class _Row(NamedTuple):
    """A passage with one value per facet."""

    coding: Coding
    document: Document
    segment: Segment | None
    facets: tuple[Taken, ...]
    meerduidig: bool


class _Known:
    """The records that a passage refers to, by what refers to them."""

    def __init__(
        self,
        documents: Iterable[Document],
        participants: Iterable[Participant],
        segments: Iterable[Segment],
        codes: Iterable[Code],
        questions: Iterable[Question],
        instruments: Iterable[Instrument],
        groups: Iterable[CodeGroup],
    ) -> None:
        self.documents = {each.id: each for each in documents}
        self.participants = {each.id: each for each in participants}
        self.codes = {each.key: each for each in codes}
        self.questions = {each.id: each for each in questions}
        self.instruments = {each.id: each for each in instruments}
        self._framing = {each.key for each in groups if not each.substantive}
        self._segments: dict[str, list[Segment]] = defaultdict(list)
        for segment in segments:
            self._segments[segment.document_id].append(segment)
        self._turns: dict[str, Turns] = {}

    def turns(self, document_id: str) -> Turns:
        if document_id not in self._turns:
            self._turns[document_id] = Turns(self._segments.get(document_id, ()))
        return self._turns[document_id]

    def is_substantive(self, coding: Coding) -> bool:
        code = self.codes.get(coding.code or "")
        return coding.code is not None and (code is None or code.group not in self._framing)

    def question(self, segment: Segment | None) -> Question | None:
        return self.questions.get(segment.question_id or "") if segment else None


def _by_document_and_coder(codings: Iterable[Coding], known: _Known) -> Iterable[list[Coding]]:
    together: dict[tuple[str, str], list[Coding]] = defaultdict(list)
    for coding in codings:
        if coding.document_id in known.documents:
            together[coding.document_id, coding.coder].append(coding)
    return together.values()


def _passages_of(codings: Sequence[Coding], known: _Known) -> Iterator[_Row]:
    """The passages of one coder in one document."""
    takers = [each for each in codings if known.is_substantive(each)]
    lenders = [each for each in codings if each.code is None]
    facets, lent = borrow_facets(takers, lenders)
    alone = [each for position, each in enumerate(lenders) if position not in lent]
    for coding, taken in [*zip(takers, facets, strict=True), *((each, own_facets(each)) for each in alone)]:
        segment = known.turns(coding.document_id).deciding(coding.start, coding.end)
        yield from _rows(coding, segment, _with_defaults(taken, known.question(segment)), known)


def _with_defaults(taken: tuple[Taken, ...], question: Question | None) -> tuple[Taken, ...]:
    """The facets, with the defaults of the question for a phase and an actor that are still missing."""
    if question is None:
        return taken
    phase, actor, *rest = taken
    return (_or_default(phase, question.default_phase), _or_default(actor, question.default_actor), *rest)


def _or_default(taken: Taken, default: str | None) -> Taken:
    return taken if taken.via or default is None else Taken((default,), Via.QUESTION)


def _rows(coding: Coding, segment: Segment | None, facets: tuple[Taken, ...], known: _Known) -> Iterator[_Row]:
    document = known.documents[coding.document_id]
    if all(len(each.values) <= 1 for each in facets):
        yield _Row(coding, document, segment, facets, False)
        return
    choices = [[Taken((value,), each.via) for value in each.values] or [NOTHING] for each in facets]
    for combination in product(*choices):
        yield _Row(coding, document, segment, combination, True)


def _content(row: _Row) -> tuple[object, ...]:
    """What rows are ordered by; ids come last, so that they decide nothing but the order of equals."""
    coding, document = row.coding, row.document
    said = tuple(part for taken in row.facets for part in (*taken.values, taken.via or ""))
    return (
        *(document.source, document.digest, document.title, coding.start, coding.end, coding.coder),
        *(coding.code or "", [str(part) for part in said], coding.intensity or 0, str(coding.origin)),
        *(coding.intensity is None, document.id, coding.id),
    )


def _table(rows: Sequence[_Row], known: _Known) -> pandas.DataFrame:
    import pandas as pd

    values = [_values(row, known) for row in rows]
    columns = zip(*values, strict=True) if values else ((),) * len(PASSAGE_COLUMNS)
    return pd.DataFrame(
        {
            name: pd.Series(list(column), dtype=_COLUMN_TYPES.get(name, "object"))
            for name, column in zip(PASSAGE_COLUMNS, columns, strict=True)
        }
    )


def _values(row: _Row, known: _Known) -> tuple[Any, ...]:
    """The row in the order of `PASSAGE_COLUMNS`."""
    coding, document, segment = row.coding, row.document, row.segment
    instrument = known.instruments.get(document.instrument_id or "")
    question = known.question(segment)
    code = known.codes.get(coding.code or "")
    return (
        *(coding.id, document.id, document.source, document.instrument_id),
        *(instrument.key if instrument else None, segment.id if segment else None),
        *_speaker(segment, instrument, known),
        *(part for taken in row.facets for part in (*(taken.values or (None,)), _text(taken.via))),
        coding.intensity,
        *(code.group if code else None, coding.code, code.name if code else None),
        *(coding.coder, str(coding.origin), coding.start, coding.end, document.text[coding.start : coding.end]),
        *(segment.question_id if segment else None, question.prompted if question else None),
        *(document.held_on, row.meerduidig, is_verbatim_in(document, coding.start, coding.end)),
    )


def _speaker(segment: Segment | None, instrument: Instrument | None, known: _Known) -> tuple[str | None, ...]:
    """Participant id and code, perspective, role and label.

    Who speaks as a group, or is not linked to a participant, has the perspective of the instrument.
    """
    if segment is None:
        return None, None, None, None, None
    role = _text(segment.role)
    participant = known.participants.get(segment.participant_id or "")
    if participant is not None:
        return participant.id, participant.code, participant.perspective, role, segment.speaker
    speaks = segment.role in {Role.RESPONDENT, Role.GROUP}
    return None, None, instrument.perspective if instrument and speaks else None, role, segment.speaker


def _text(value: str | None) -> str | None:
    return None if value is None else str(value)
