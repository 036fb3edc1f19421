"""Linking: from the turns of a reading to segments that know who speaks and which question they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from corpus.documents import Document, DocumentKind
from corpus.errors import NotOfThisDocument
from corpus.guides import Question
from corpus.participants import Participant
from corpus.prompts import link_questions
from corpus.reading import Reading, Turn
from corpus.segments import Role, Segment, Unit
from corpus.sentences import split_sentences
from corpus.speakers import fold_label, is_group_voice, is_interviewer, is_local, link_speakers
from study.ids import imported_id

# The unit a document falls into by itself, where that is not the turn.
NATURAL_UNITS = {
    DocumentKind.COMMUNITY: Unit.POST,
    DocumentKind.POLICY: Unit.PARAGRAPH,
    DocumentKind.LITERATURE: Unit.PARAGRAPH,
    DocumentKind.REPORT_OF_INTERVIEW: Unit.PARAGRAPH,
    DocumentKind.PUBLISHED_REPORT: Unit.PARAGRAPH,
    DocumentKind.FIELD_NOTES: Unit.PARAGRAPH,
}
SPOKEN = (DocumentKind.TRANSCRIPT, DocumentKind.COMMUNITY, DocumentKind.SURVEY)
_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n)[\s\S])+")
_CODE = re.compile(r"[A-Z]{1,4}-?\d{1,4}")


def segment(  # noqa: PLR0913 - a person may say each of these of a file
    document: Document,
    reading: Reading,
    *,
    study_id: str,
    participants: Sequence[Participant] = (),
    interviewers: Iterable[str] = (),
    questions: Sequence[Question] = (),
    unit: Unit | str = Unit.TURN,
    asked_in: Mapping[int, str] | None = None,
    groups: Iterable[str] = (),
) -> tuple[Segment, ...]:
    """The segments of a document in its order, with speaker, participant, role and question.

    Labels are linked to participants by code or label; `interviewers` and `groups` are labels besides those known
    by rule. A report of an interview has no labels: it is its participant's when one is given, a group voice when
    several are. `asked_in` says which question (id) the turn at a place (from 0) puts. `unit` "turn" takes the
    natural unit of the document (turn, post, paragraph); "sentence" cuts each of them. Raises `NotOfThisDocument`,
    `NoSuchTurn`, `UnknownQuestion`.
    """
    if document.text != reading.text:
        raise NotOfThisDocument(title=document.title, file=reading.source)
    given = {fold_label(each): Role.GROUP for each in groups} | {
        fold_label(each): Role.INTERVIEWER for each in interviewers
    }
    cast = _cast(document, reading, participants, given)
    voices = [cast.voice(turn.speaker) for turn in reading.turns]
    asking = [voice.role == Role.INTERVIEWER for voice in voices]
    answered = link_questions(reading, asking=asking, questions=questions, asked_in=asked_in or {})
    cuts = _cuts(document, reading, Unit(unit))
    return tuple(_segments(document, reading, study_id, cuts, voices, answered))


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks in a turn."""

    role: Role
    participant_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Cast:
    """The voices of a document by label; `unnamed` is that of a turn without one."""

    voices: Mapping[str, _Voice]
    unnamed: _Voice

    def voice(self, label: str | None) -> _Voice:
        return self.unnamed if label is None else self.voices[label]


def _cast(
    document: Document, reading: Reading, participants: Sequence[Participant], given: Mapping[str, Role]
) -> _Cast:
    linked = link_speakers(reading.speakers(), participants, file=file_mark(reading))
    voices = {label: _voice(label, linked.get(label), given.get(fold_label(label))) for label in reading.speakers()}
    return _Cast(voices, _unnamed(document, participants))


def _voice(label: str, participant: Participant | None, given: Role | None) -> _Voice:
    if given is not None:
        return _Voice(given)
    if participant is not None:
        return _Voice(Role.RESPONDENT, participant.id)
    if is_interviewer(label):
        return _Voice(Role.INTERVIEWER)
    return _Voice(Role.GROUP if is_group_voice(label) else Role.RESPONDENT)


def _unnamed(document: Document, participants: Sequence[Participant]) -> _Voice:
    """Talk of nobody known is one group voice; a report of an interview is its people's; a text is nobody's."""
    if document.kind == DocumentKind.REPORT_OF_INTERVIEW and len(participants) == 1:
        return _Voice(Role.RESPONDENT, participants[0].id)
    renders_several = document.kind == DocumentKind.REPORT_OF_INTERVIEW and participants
    return _Voice(Role.GROUP if document.kind in SPOKEN or renders_several else Role.NONE)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A span of a turn that becomes a segment; `turn` is the place of the turn."""

    turn: int
    start: int
    end: int
    is_first: bool
    is_last: bool
    unit: Unit


def _cuts(document: Document, reading: Reading, unit: Unit) -> list[_Cut]:
    natural = NATURAL_UNITS.get(document.kind, Unit.TURN)
    kept = natural if unit in (Unit.TURN, Unit.POST) else unit
    return [
        _Cut(place, start, end, number == 0, number == len(spans) - 1, kept)
        for place, turn in enumerate(reading.turns)
        for spans in [list(_spans(reading.text, turn, unit))]
        for number, (start, end) in enumerate(spans)
    ]


def _spans(text: str, turn: Turn, unit: Unit) -> Iterator[tuple[int, int]]:
    if unit in (Unit.TURN, Unit.POST):
        yield turn.start, turn.end
        return
    for paragraph in _PARAGRAPH.finditer(text, turn.start, turn.end):
        if not paragraph[0].strip():
            continue
        start = paragraph.start() + len(paragraph[0]) - len(paragraph[0].lstrip())
        end = start + len(paragraph[0].strip())
        if unit == Unit.PARAGRAPH:
            yield start, end
        else:
            yield from ((start + first, start + last) for first, last in split_sentences(text[start:end]))


def _segments(
    document: Document,
    reading: Reading,
    study_id: str,
    cuts: Sequence[_Cut],
    voices: Sequence[_Voice],
    answered: Sequence[str | None],
) -> Iterator[Segment]:
    ids = [imported_id(study_id, document.digest, f"{cut.unit}/{place}") for place, cut in enumerate(cuts)]
    first_of = {cut.turn: identity for identity, cut in zip(ids, cuts, strict=True) if cut.is_first}
    for ordinal, (identity, cut) in enumerate(zip(ids, cuts, strict=True)):
        turn, voice = reading.turns[cut.turn], voices[cut.turn]
        yield Segment(
            id=identity,
            document_id=document.id,
            ordinal=ordinal,
            unit=cut.unit,
            start=cut.start,
            end=cut.end,
            speaker=turn.speaker,
            participant_id=voice.participant_id,
            role=voice.role,
            starts_at=turn.starts_at if cut.is_first else None,
            ends_at=turn.ends_at if cut.is_last else None,
            posted_at=turn.posted_at,
            reply_to=None if turn.reply_to is None else first_of.get(turn.reply_to),
            question_id=answered[cut.turn],
            likes=turn.likes if cut.is_first else 0,
            page=turn.page,
            part=turn.part,
        )


def file_mark(reading: Reading) -> str:
    """What keeps labels such as "R1" of this file apart from those of another, even of the same name."""
    return f"{reading.source}:{reading.digest[:8]}"


def find_participants(
    reading: Reading,
    *,
    study_id: str,
    perspective: str,
    known: Sequence[Participant] = (),
    interviewers: Iterable[str] = (),
    groups: Iterable[str] = (),
) -> tuple[Participant, ...]:
    """New participants for the respondents of a file that are not known yet, in order of appearance.

    Codes are initials of the perspective and a running number ("W01"), or the label itself when it is a code
    ("P03"). A label such as "R1" or "SPEAKER_02" is kept with a mark of its file, because the next file uses it for
    somebody else.
    """
    asking, together = tuple(interviewers), frozenset(map(fold_label, groups))
    linked = link_speakers(reading.speakers(), known, file=file_mark(reading))
    fresh = [
        label
        for label in reading.speakers()
        if label not in linked
        and not is_interviewer(label, interviewers=asking)
        and not is_group_voice(label)
        and fold_label(label) not in together
    ]
    people = _one_a_person(fresh)
    taken = {each.code for each in known}
    codes = [label if _CODE.fullmatch(label) and label not in taken and not is_local(label) else "" for label in people]
    running = free_codes(perspective, known, taken.union(codes))
    return tuple(
        _participant(reading, label, code or next(running), study_id, perspective)
        for label, code in zip(people, codes, strict=True)
    )


def _one_a_person(labels: Sequence[str]) -> list[str]:
    """The labels without those that only differ in capitals or spaces."""
    return list({fold_label(label): label for label in reversed(labels)}.values())[::-1]


def _participant(reading: Reading, label: str, code: str, study_id: str, perspective: str) -> Participant:
    own = f"{file_mark(reading)}#{label}" if is_local(label) else label
    part = f"{reading.digest}/{label}" if is_local(label) else fold_label(label)
    traits = reading.traits.get(label, {})
    return Participant(imported_id(study_id, part, perspective), code, perspective, labels=(own,), traits=traits)


def add_traits(reading: Reading, known: Sequence[Participant]) -> tuple[Participant, ...]:
    """The participants of whom a survey tells more than was known, with that; what was known stays as it was."""
    linked = link_speakers(reading.traits, known, file=file_mark(reading)) if reading.traits else {}
    more = [replace(each, traits={**reading.traits[label], **each.traits}) for label, each in linked.items()]
    return tuple(each for each, before in zip(more, linked.values(), strict=True) if each != before)


def free_codes(perspective: str, known: Sequence[Participant], taken: Iterable[str]) -> Iterator[str]:
    """The codes that come after those in use: the initials of the perspective and a running number."""
    prefix = code_prefix(perspective, known)
    numbers = [each.removeprefix(prefix) for each in taken if each.startswith(prefix)]
    first = max((int(each) for each in numbers if each.isdecimal()), default=0) + 1
    return (f"{prefix}{number:02d}" for number in count(first))


def code_prefix(perspective: str, known: Sequence[Participant]) -> str:
    """The letters that codes of a perspective start with: as few as keep it apart from the others in use.

    >>> code_prefix("werkgever", [Participant("", "W01", "wajonger")])
    'WE'
    """
    letters = "".join(each for each in perspective.upper() if each.isalpha()) or "P"
    taken: Mapping[str, str] = {each.code.rstrip("0123456789"): each.perspective for each in known}
    prefixes = [letters[:size] for size in range(1, len(letters) + 1)]
    own = [each for each in prefixes if taken.get(each) == perspective]
    free = [each for each in prefixes if each not in taken]
    return (own or free or [letters])[0]
