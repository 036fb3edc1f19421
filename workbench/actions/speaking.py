"""Who spoke: the labels of the transcripts, whom they stand for and by which rule, and setting that right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.documents import Document
from corpus.linking import free_codes
from corpus.participants import Participant
from corpus.segments import Role, Segment
from corpus.speakers import Match, SpeakerBook, fold_label, is_group_voice, is_interviewer, is_local
from study.errors import NotFound, VaultError
from study.folder import Study
from study.ids import imported_id
from study.keys import Ask
from study.store import Store
from workbench.actions.known_names import known_names
from workbench.actions.relinking import Relinked, store_links
from workbench.errors import KeyTaken, LabelIsLocal, NoSuchLabel

FIRST_WORDS = 12


class LabelState(StrEnum):
    """How it stands with a label, what needs a person first."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    PARTICIPANT = "participant"
    GROUP = "group"
    UNCOUNTED = "uncounted"
    INTERVIEWER = "interviewer"


@dataclass(frozen=True, slots=True)
class SpokenLabel:
    """A label in a document (None: turns without one): how much is said under it, and whom it stands for.

    `match` is what the rules say, with the names in the vault; `people` are those its turns are linked to now.
    """

    document: Document
    label: str | None
    turns: int
    words: int
    first: str
    state: LabelState
    people: tuple[Participant, ...]
    match: Match
    by_rule: bool

    @property
    def proposed(self) -> Participant | None:
        """The participant whom the rules know and the turns do not have yet."""
        found = self.match.participant
        return found if self.state in (LabelState.UNKNOWN, LabelState.AMBIGUOUS) else None


class Stands(StrEnum):
    """For whom a label may stand besides a participant: who asks, several at once, or somebody who does not count."""

    INTERVIEWER = "interviewer"
    GROUP = "group"
    NOBODY = "nobody"


ROLES = {Stands.INTERVIEWER: Role.INTERVIEWER, Stands.GROUP: Role.GROUP, Stands.NOBODY: Role.NONE}


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a person says of a label: it stands for this participant (code), or for none of them.

    `perspective` makes a new participant of it, with the code given or the next one free. `document_id` None takes
    all documents with this label.
    """

    label: str | None
    code: str = ""
    stands: Stands | None = None
    perspective: str = ""
    document_id: str | None = None


def spoken_labels(study: Study) -> tuple[SpokenLabel, ...]:
    """Every label of every document in which somebody speaks, those that need a person first."""
    with study.reading() as store:
        documents, segments, people = store.records(Document, Segment, Participant)
    return labels_in(documents, segments, people, with_known_names(study, people))


def labels_in(
    documents: Sequence[Document],
    segments: Iterable[Segment],
    people: Sequence[Participant],
    named: Sequence[Participant],
) -> tuple[SpokenLabel, ...]:
    """The labels of these documents; `named` are the same people with more names to know them by."""
    book, by_id = SpeakerBook(named), {each.id: each for each in people}
    spoken = _by_label(segments)
    found = [
        _label(document, label, some, by_id, book)
        for document in documents
        for label, some in spoken.get(document.id, {}).items()
    ]
    return tuple(sorted(found, key=lambda each: list(LabelState).index(each.state)))


def with_known_names(study: Study, people: Sequence[Participant], *, ask: Ask | None = None) -> tuple[Participant, ...]:
    """The participants with the names that the vault knows among their labels, to compare with and never to store.

    Without a vault, or without its key, the labels alone have to do.
    """
    try:
        names = known_names(study, ask=ask) if study.has_vault else {}
    except VaultError:
        return tuple(people)
    return tuple(replace(each, labels=(*each.labels, *names.get(each.code, ()))) for each in people)


def _by_label(segments: Iterable[Segment]) -> dict[str, dict[str | None, list[Segment]]]:
    """For each document (id) the segments by their label; texts in which nobody speaks have none."""
    found: dict[str, dict[str | None, list[Segment]]] = {}
    for each in segments:
        if each.speaker is not None or each.role is not Role.NONE:
            found.setdefault(each.document_id, {}).setdefault(each.speaker, []).append(each)
    return found


def _label(
    document: Document,
    label: str | None,
    spoken: Sequence[Segment],
    people: Mapping[str, Participant],
    book: SpeakerBook,
) -> SpokenLabel:
    match = book.match(label, file=mark_of(document)) if label else Match()
    ids = dict.fromkeys(each.participant_id for each in spoken if each.participant_id is not None)
    state = _state({each.role for each in spoken}, [each.participant_id for each in spoken], match)
    texts = [document.text[each.start : each.end] for each in spoken]
    return SpokenLabel(
        document=document,
        label=label,
        turns=len(spoken),
        words=sum(len(each.split()) for each in texts),
        first=_first_words(texts[0]),
        state=state,
        people=tuple(people[each] for each in ids if each in people),
        match=match,
        by_rule=_is_by_rule(label, state, tuple(ids), match),
    )


def mark_of(document: Document) -> str:
    """What keeps labels such as "R1" of this document apart from those of another (corpus.linking.file_mark)."""
    return f"{document.source}:{document.digest[:8]}"


def _state(roles: set[Role], people: Sequence[str | None], match: Match) -> LabelState:
    if len(roles) > 1 or len(set(people)) > 1:
        return LabelState.AMBIGUOUS
    if roles == {Role.RESPONDENT} and people[0] is not None:
        return LabelState.PARTICIPANT
    if roles == {Role.RESPONDENT}:
        return LabelState.AMBIGUOUS if len(match.participants) > 1 else LabelState.UNKNOWN
    return {Role.INTERVIEWER: LabelState.INTERVIEWER, Role.GROUP: LabelState.GROUP}.get(
        next(iter(roles)), LabelState.UNCOUNTED
    )


def _is_by_rule(label: str | None, state: LabelState, people: Sequence[str], match: Match) -> bool:
    """Whether the rules alone would say the same."""
    if state is LabelState.PARTICIPANT:
        return match.participant is not None and (match.participant.id,) == tuple(people)
    if state is LabelState.GROUP:
        return label is None or is_group_voice(label)
    return state is LabelState.INTERVIEWER and is_interviewer(label)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def assign_labels(study: Study, assignments: Sequence[Assignment], *, by: str) -> Relinked:
    """Let these labels stand for whom a person says; turns, and the labels that participants are known by, follow.

    Raises `NoSuchLabel`, `LabelIsLocal` for a label such as "R1" that several documents use and none is named of,
    `NotFound` without the participant, and `UnknownPerspective`.
    """
    with study.store(by=by) as store:
        cast = _Cast(study, store)
        for each in assignments:
            cast.assign(each)
        return store_links(store, cast.changed_segments(), cast.changed_people())


class _Cast:
    """The documents, turns and people of a study while labels are being assigned."""

    def __init__(self, study: Study, store: Store) -> None:
        documents, segments, people = store.records(Document, Segment, Participant)
        self._settings = study.settings
        self._documents: dict[str, Document] = {each.id: each for each in documents}
        self._segments: tuple[Segment, ...] = segments
        self._new: dict[str, Segment] = {}
        self._old_people: dict[str, Participant] = {each.code: each for each in people}
        self._people = dict(self._old_people)

    def assign(self, wanted: Assignment) -> None:
        """Let a label stand for whom it is wanted to."""
        some = [each for each in self._segments if _is_meant(each, wanted)]
        if not some:
            raise NoSuchLabel(label=wanted.label or "–")
        documents = dict.fromkeys(each.document_id for each in some)
        local = wanted.label is not None and is_local(wanted.label)
        if (local or wanted.label is None) and len(documents) > 1:
            raise LabelIsLocal(label=wanted.label or "–", documents=len(documents))
        participant = self._participant(wanted)
        role = ROLES[wanted.stands] if wanted.stands else Role.RESPONDENT
        for each in some:
            identity = participant.id if participant else None
            self._new[each.id] = replace(each, participant_id=identity, role=role)
        if wanted.label is not None and (local or wanted.document_id is None):
            own = f"{mark_of(self._documents[some[0].document_id])}#{wanted.label}" if local else wanted.label
            self._know(own, participant)

    def _participant(self, wanted: Assignment) -> Participant | None:
        if wanted.stands is not None:
            return None
        if wanted.perspective:
            return self._make(wanted)
        if wanted.code not in self._people:
            raise NotFound(kind=Participant.__name__, name=wanted.code)
        return self._people[wanted.code]

    def _make(self, wanted: Assignment) -> Participant:
        perspective = self._settings.perspective(wanted.perspective).key
        if wanted.code in self._people:
            raise KeyTaken(key=wanted.code)
        code = wanted.code or next(free_codes(perspective, tuple(self._people.values()), self._people))
        made = Participant(imported_id(self._settings.id, "participant", code), code, perspective)
        self._people[code] = made
        return made

    def _know(self, label: str, participant: Participant | None) -> None:
        """From now on the label is this participant's and nobody else's, so that the next file is linked by rule."""
        folded = fold_label(label)
        for code, each in self._people.items():
            kept = tuple(name for name in each.labels if fold_label(name) != folded)
            is_own = participant is not None and code == participant.code
            if is_own and fold_label(code) != folded:
                kept = each.labels if kept != each.labels else (*each.labels, label)
            self._people[code] = replace(each, labels=kept)

    def changed_segments(self) -> list[tuple[Segment, Segment]]:
        """The turns before and after."""
        return [(each, self._new[each.id]) for each in self._segments if each.id in self._new]

    def changed_people(self) -> list[tuple[Participant | None, Participant]]:
        """The participants before and after; None before one that is new."""
        return [(self._old_people.get(code), each) for code, each in self._people.items()]


def _is_meant(segment: Segment, wanted: Assignment) -> bool:
    if wanted.document_id is not None and segment.document_id != wanted.document_id:
        return False
    if wanted.label is None or segment.speaker is None:
        return wanted.label is None and segment.speaker is None and segment.role is not Role.NONE
    return fold_label(segment.speaker) == fold_label(wanted.label)
