"""Pseudonyms: names that are suggested, decided about by a person, and replaced together with all that lies on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from corpus.documents import Document, DocumentKind, DocumentStatus
from corpus.names.found import FoundName, Rule, best_of
from corpus.names.index import Index, words_of
from corpus.names.known import Known
from corpus.names.proposals import KeyEntry, Proposer, Style
from corpus.names.words import find_words
from corpus.participants import Participant
from corpus.pseudonyms import Suggester
from corpus.replacements import NameKind
from corpus.segments import Role, Segment
from corpus.speakers import is_group_voice, is_interviewer, is_local
from study.folder import Study
from study.keys import Ask
from workbench.actions.codings import find_document
from workbench.actions.known_names import known_names
from workbench.actions.name_key import (
    Decision,
    NameKey,
    all_decisions,
    keep_decisions,
    keep_key,
    read_decisions,
    read_key,
)
from workbench.errors import NameNotThere

PUBLIC = (DocumentKind.POLICY, DocumentKind.LITERATURE, DocumentKind.PUBLISHED_REPORT)
"""What anybody may read already needs no pseudonyms."""
OWN_PSEUDONYM = {Role.INTERVIEWER: "interviewer"}


@dataclass(frozen=True, slots=True)
class Group:
    """One name in a document: all places where it stands in the same words, and what was decided about it.

    `fields` says where it stands besides the text: as a speaker, in the title, in the name of the file.
    """

    form: str
    kind: NameKind
    rule: Rule
    score: float
    pseudonym: str
    places: tuple[FoundName, ...]
    fields: tuple[str, ...] = ()
    decision: Decision | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody decided yet."""
        return self.decision is None

    @property
    def is_accepted(self) -> bool:
        """Whether it is to be replaced."""
        return self.decision is not None and self.decision.accepted

    def stays(self, place: FoundName) -> bool:
        """Whether the name is left standing at this place."""
        return self.decision is not None and place.start in self.decision.but_not


@dataclass(frozen=True, slots=True)
class Review:
    """A document with the names in it, those that nobody decided about and are most certain first."""

    document: Document
    groups: tuple[Group, ...]

    @property
    def open(self) -> tuple[Group, ...]:
        """Those that nobody decided about."""
        return tuple(each for each in self.groups if each.is_open)

    @property
    def accepted(self) -> tuple[Group, ...]:
        """Those that are to be replaced and are not yet."""
        return tuple(each for each in self.groups if each.is_accepted)


@dataclass(frozen=True, slots=True)
class Material:
    """What a review looks at: the document, who is called what in it, and everybody's code."""

    document: Document
    speakers: Mapping[str, str | None] = field(default_factory=dict)


class Pseudonyms:
    """The names of one study as the vault knows them, opened for a few documents."""

    def __init__(self, study: Study, *, ask: Ask | None = None) -> None:
        self.study = study
        self.vault = study.vault(ask=ask)
        self.key = read_key(self.vault)
        self._sheet = known_names(study, ask=ask)

    @cached_property
    def suggester(self) -> Suggester:
        """Finds what the rules, the sheet and the key know."""
        with self.study.reading() as store:
            people: tuple[Participant, ...] = store.records(Participant)[0]
        names = {each.code: (*_real_labels(each), *self._sheet.get(each.code, ())) for each in people}
        return Suggester(Known({**self._sheet, **names}, {each.form: each.kind for each in self.key.entries}))

    def review(self, name: str) -> Review:
        """The names in the document with this file name, title or id."""
        material = self._material(name)
        found = self.suggester.suggest(material.document.text)
        return self.review_found(material, found)

    def review_found(self, material: Material, found: Sequence[FoundName]) -> Review:
        """The names among these finds, with what was decided."""
        document = material.document
        decisions = {_key(each.form): each for each in read_decisions(self.vault, document.id)}
        by_hand = _by_hand(document.text, [each for each in decisions.values() if each.by_hand])
        propose = self._proposer(document.id, decisions.values())
        groups = _groups(material, best_of([*found, *by_hand]))
        decided = (_decided(each, decisions.get(_key(each.form)), propose) for each in groups)
        return Review(document, tuple(sorted(decided, key=lambda each: (not each.is_open, -each.score, each.form))))

    def material(self, names: Iterable[str] | None = None) -> tuple[Material, ...]:
        """The documents of these names (all that are not public) with the speakers in them."""
        with self.study.reading() as store:
            documents: tuple[Document, ...] = store.records(Document)[0]
        if names is None:
            return tuple(self._material(each.id) for each in documents if each.kind not in PUBLIC)
        return tuple(self._material(each) for each in names)

    def decide(self, name: str, decisions: Iterable[Decision]) -> None:
        """Keep these decisions about names in the document beside the others; nothing is replaced yet."""
        document = self._material(name).document
        kept = {_key(each.form): each for each in read_decisions(self.vault, document.id)}
        kept |= {_key(each.form): each for each in decisions}
        keep_decisions(self.vault, document.id, kept.values())

    def undecide(self, name: str, form: str) -> None:
        """Take a decision back."""
        document = self._material(name).document
        stay = [each for each in read_decisions(self.vault, document.id) if _key(each.form) != _key(form)]
        keep_decisions(self.vault, document.id, stay)

    def accept(
        self, name: str, forms: Collection[str], *, kind: NameKind | None = None, pseudonym: str | None = None
    ) -> int:
        """Accept these names in the document as they are proposed, or with this kind and pseudonym; how many.

        A form that no rule found is marked by hand; raises `NameNotThere` when it does not stand in the text.
        """
        review = self.review(name)
        there = {_key(each.form): each for each in review.groups}
        made = [self._accepted(review, there.get(_key(form)), form, kind, pseudonym) for form in forms]
        self.decide(name, made)
        return len(made)

    def reject(self, name: str, forms: Collection[str]) -> int:
        """Say of these names in the document that they stay; how many."""
        there = {_key(each.form): each for each in self.review(name).groups}
        found = [there[_key(each)] for each in forms if _key(each) in there]
        self.decide(name, [Decision(each.form, each.kind, each.pseudonym, False) for each in found])
        return len(found)

    def add(self, form: str, kind: NameKind, pseudonym: str | None = None) -> KeyEntry:
        """Put a name in the key, so that it is found in every document; a pseudonym is proposed when none is given."""
        made = pseudonym or self._proposer("", ()).propose(form, kind)
        entry = KeyEntry(form, kind, made)
        self.key = self.key.plus([entry])
        keep_key(self.vault, self.key)
        return entry

    def choose_style(self, style: Style) -> None:
        """Say what new pseudonyms of people look like."""
        self.key = NameKey(self.key.entries, style)
        keep_key(self.vault, self.key)

    def _accepted(
        self, review: Review, group: Group | None, form: str, kind: NameKind | None, pseudonym: str | None
    ) -> Decision:
        if group is None and not _by_hand(review.document.text, [_marked(form, NameKind.OTHER)]):
            raise NameNotThere(document=review.document.source)
        kind = kind or (group.kind if group else NameKind.OTHER)
        same = group if group and group.kind is kind else None
        proposed = same.pseudonym if same else self._proposer(review.document.id, ()).propose(form, kind)
        stays = group.decision.but_not if group and group.decision else frozenset()
        return Decision(group.form if group else form, kind, pseudonym or proposed, True, stays, by_hand=group is None)

    def _material(self, name: str) -> Material:
        with self.study.reading() as store:
            document = find_document(store, name)
            codes = {each.id: each.code for each in store.records(Participant)[0]}
            turns = store.find(Segment, document_id=document.id)
        speakers = {each.speaker: _code(each, codes) for each in turns if _is_name(each, codes)}
        return Material(document, {label: code for label, code in speakers.items() if label})

    def _proposer(self, document_id: str, decisions: Iterable[Decision]) -> Proposer:
        """Proposes what agrees with the key and with what was accepted in any document, this one first."""
        others = (each for key, some in all_decisions(self.vault).items() if key != document_id for each in some)
        accepted = [each for each in (*decisions, *others) if each.accepted]
        entries = [KeyEntry(each.form, each.kind, each.pseudonym) for each in accepted]
        return Proposer([*self.key.entries, *entries], style=self.key.style)


def _groups(material: Material, found: Iterable[FoundName]) -> list[Group]:
    """The finds by the words they are, and the speakers."""
    document, groups = material.document, dict[str, Group]()
    for each in found:
        form = document.text[each.start : each.end - len(each.ending)]
        before = groups.get(_key(form))
        if before is None:
            groups[_key(form)] = Group(form, each.kind, each.rule, each.score, each.code or "", (each,))
        else:
            surest = each if each.score > before.score else before
            groups[_key(form)] = replace(
                before, kind=surest.kind, rule=surest.rule, score=surest.score, places=(*before.places, each)
            )
    for label, code in material.speakers.items():
        group = groups.get(_key(label)) or Group(label, NameKind.PERSON, Rule.SPEAKER, 0.95, code or "", ())
        groups[_key(label)] = replace(group, pseudonym=group.pseudonym or code or "", fields=("speaker",))
    return [_with_fields(each, document) for each in groups.values()]


def _with_fields(group: Group, document: Document) -> Group:
    index = Index([(group.form, True)])
    fields = {"title": document.title, "file": document.source}
    found = [name for name, text in fields.items() if next(index.find(text, find_words(text)), None)]
    return replace(group, fields=(*group.fields, *found))


def _decided(group: Group, decision: Decision | None, propose: Proposer) -> Group:
    if decision is not None:
        return replace(group, kind=decision.kind, pseudonym=decision.pseudonym, decision=decision)
    code = group.pseudonym or next((each.code for each in group.places if each.code), None)
    return replace(group, pseudonym=propose.propose(group.form, group.kind, code=code))


def _by_hand(text: str, decisions: Sequence[Decision]) -> list[FoundName]:
    """Where the words that a person marked stand, with these very capitals."""
    index = Index((each.form, each) for each in decisions)
    found = []
    for match in index.find(text, find_words(text), endings=True):
        start, end = match.words[0].start, match.words[-1].end
        if text[start : end - len(match.ending)] == match.value.form:
            found.append(FoundName(start, end, match.value.kind, Rule.BY_HAND, 1.0, ending=match.ending))
    return found


def _marked(form: str, kind: NameKind) -> Decision:
    return Decision(form, kind, "", True, by_hand=True)


def _key(form: str) -> str:
    """What makes two forms the same name: their words; of a number its signs."""
    return " ".join(words_of(form)) if not any(each.isdigit() for each in form) else "".join(form.casefold().split())


def _real_labels(participant: Participant) -> tuple[str, ...]:
    """The labels that are names: not a code, not one such as “R1” that another file uses for somebody else."""
    labels = (each for each in participant.labels if "#" not in each and not is_local(each))
    return tuple(each for each in labels if each != participant.code)


def _is_name(segment: Segment, codes: Mapping[str, str]) -> bool:
    label = segment.speaker
    if label is None or is_local(label) or is_group_voice(label) or is_interviewer(label):
        return False
    return label not in codes.values() and label not in OWN_PSEUDONYM.values() and any(map(str.isalpha, label))


def _code(segment: Segment, codes: Mapping[str, str]) -> str | None:
    return codes.get(segment.participant_id or "") or OWN_PSEUDONYM.get(segment.role)


def count_raw(study: Study) -> int:
    """How many documents with people's words nobody has checked for names."""
    with study.reading() as store:
        documents: tuple[Document, ...] = store.records(Document)[0]
    return sum(is_raw(each) for each in documents)


def is_raw(document: Document) -> bool:
    """Whether a document holds people's words and nobody has checked it for names."""
    return document.status is DocumentStatus.RAW and document.kind not in PUBLIC


def mark_checked(study: Study, names: Iterable[str], *, by: str, checked: bool = True) -> int:
    """Write down that a person looked these documents through for names (or that it was not so); how many changed."""
    status = DocumentStatus.CHECKED if checked else DocumentStatus.RAW
    with study.store(by=by) as store:
        found = [find_document(store, each) for each in names]
        changed = [replace(each, status=status) for each in found if each.status is not status]
        store.replace(*changed)
    return len(changed)
