"""Pseudonyms: names that are suggested, decided about by a person, and replaced together with all that lies on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from corpus.documents import Document
from corpus.names.found import FoundName, Rule, best_of
from corpus.names.index import Index
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
from workbench.actions.checking import PUBLIC
from workbench.actions.codings import find_document
from workbench.actions.known_names import known_names
from workbench.actions.name_groups import Group, Material, Review, form_key, group_names
from workbench.actions.name_key import (
    Decision,
    NameKey,
    all_decisions,
    keep_decisions,
    keep_key,
    read_key,
)
from workbench.errors import NameNotThere

OWN_PSEUDONYM = {Role.INTERVIEWER: "interviewer"}


class Pseudonyms:
    """The names of one study as the vault knows them, opened for a few documents."""

    def __init__(self, study: Study, *, ask: Ask | None = None) -> None:
        self.study = study
        self.vault = study.vault(ask=ask)
        self.key = read_key(self.vault)
        self._sheet = known_names(study, ask=ask)
        self._decisions = all_decisions(self.vault)

    @cached_property
    def suggester(self) -> Suggester:
        """Finds what the rules, the sheet and the key know."""
        with self.study.reading() as store:
            people: tuple[Participant, ...] = store.records(Participant)[0]
        names = {each.code: (*_real_labels(each), *self._sheet.get(each.code, ())) for each in people}
        return Suggester(Known({**self._sheet, **names}, {each.form: each.kind for each in self.key.entries}))

    def review(self, name: str) -> Review:
        """The names in the document with this file name, title or id."""
        material = self.material(name)
        found = self.suggester.suggest(material.document.text)
        return self.review_found(material, found)

    def review_found(self, material: Material, found: Sequence[FoundName]) -> Review:
        """The names among these finds, with what was decided."""
        document = material.document
        decisions = {form_key(each.form): each for each in self.decisions_on(document.id)}
        by_hand = _by_hand(document.text, [each for each in decisions.values() if each.by_hand])
        propose = self._proposer(document.id, decisions.values())
        groups = group_names(material, best_of([*found, *by_hand]))
        decided = (_decided(each, decisions.get(form_key(each.form)), propose) for each in groups)
        return Review(document, tuple(sorted(decided, key=lambda each: (not each.is_open, -each.score, each.form))))

    def documents(self) -> list[str]:
        """The documents (ids) with people's words, in their order."""
        with self.study.reading() as store:
            documents: tuple[Document, ...] = store.records(Document)[0]
        return [each.id for each in documents if each.kind not in PUBLIC]

    def document(self, name: str) -> Document:
        """The document with this file name, title or id."""
        return self.material(name).document

    def decide(self, name: str, decisions: Iterable[Decision]) -> None:
        """Keep these decisions about names in the document beside the others; nothing is replaced yet."""
        document = self.material(name).document
        kept = {form_key(each.form): each for each in self.decisions_on(document.id)}
        kept |= {form_key(each.form): each for each in decisions}
        self.keep(document.id, kept.values())

    def undecide(self, name: str, form: str) -> None:
        """Take a decision back."""
        document = self.material(name).document
        stay = [each for each in self.decisions_on(document.id) if form_key(each.form) != form_key(form)]
        self.keep(document.id, stay)

    def decisions_on(self, document_id: str) -> tuple[Decision, ...]:
        """What was decided about the names in a document (id)."""
        return self._decisions.get(document_id, ())

    def keep(self, document_id: str, decisions: Iterable[Decision]) -> None:
        """Put what was decided about a document (id) in the vault, in the place of what was there."""
        self._decisions[document_id] = tuple(decisions)
        keep_decisions(self.vault, document_id, self._decisions[document_id])

    def accept(
        self, name: str, forms: Collection[str], *, kind: NameKind | None = None, pseudonym: str | None = None
    ) -> int:
        """Accept these names in the document as they are proposed, or with this kind and pseudonym; how many.

        A form that no rule found is marked by hand; raises `NameNotThere` when it does not stand in the text.
        """
        review = self.review(name)
        there = {form_key(each.form): each for each in review.groups}
        made = [self._accepted(review, there.get(form_key(form)), form, kind, pseudonym) for form in forms]
        self.decide(name, made)
        return len(made)

    def reject(self, name: str, forms: Collection[str]) -> int:
        """Say of these names in the document that they stay; how many."""
        there = {form_key(each.form): each for each in self.review(name).groups}
        found = [there[form_key(each)] for each in forms if form_key(each) in there]
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

    def material(self, name: str) -> Material:
        """The document with this file name, title or id, and who speaks in it."""
        with self.study.reading() as store:
            by_id: tuple[Document, ...] = store.find(Document, id=name)
            document = by_id[0] if by_id else find_document(store, name)
            codes = {each.id: each.code for each in store.records(Participant)[0]}
            turns = store.find(Segment, document_id=document.id)
        speakers = {each.speaker: _code(each, codes) for each in turns if _is_name(each, codes)}
        return Material(document, {label: code for label, code in speakers.items() if label})

    def _proposer(self, document_id: str, decisions: Iterable[Decision]) -> Proposer:
        """Proposes what agrees with the key and with what was accepted in any document, this one first."""
        others = (each for key, some in self._decisions.items() if key != document_id for each in some)
        accepted = [each for each in (*decisions, *others) if each.accepted]
        entries = [KeyEntry(each.form, each.kind, each.pseudonym) for each in accepted]
        return Proposer([*self.key.entries, *entries], style=self.key.style)


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
