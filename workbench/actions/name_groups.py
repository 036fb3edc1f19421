"""Name groups: the names in a document, each with all its places, why it was found and what was decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from corpus.documents import Document
from corpus.names.found import FoundName, Rule
from corpus.names.index import Index, words_of
from corpus.names.words import find_words
from corpus.replacements import NameKind
from workbench.actions.name_key import Decision

WIDTH = 70
"""So many signs are shown on each side of a name."""


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


def words_around(text: str, place: FoundName) -> tuple[str, str, str]:
    """What stands before a place, the name itself, and what follows, cut at words."""
    before = text[max(0, place.start - WIDTH) : place.start].split("\n")[-1]
    after = text[place.end : place.end + WIDTH].split("\n")[0]
    cut = place.start > WIDTH and len(before) == WIDTH
    return (
        f"… {before.partition(' ')[2]}" if cut else before,
        text[place.start : place.end],
        f"{after.rpartition(' ')[0]} …" if len(after) == WIDTH else after,
    )


def group_names(material: Material, found: Iterable[FoundName]) -> list[Group]:
    """The finds by the words they are, and the speakers."""
    document, groups = material.document, dict[str, Group]()
    for each in found:
        form = document.text[each.start : each.end - len(each.ending)]
        before = groups.get(form_key(form))
        if before is None:
            groups[form_key(form)] = Group(form, each.kind, each.rule, each.score, each.code or "", (each,))
        else:
            surest = each if each.score > before.score else before
            groups[form_key(form)] = replace(
                before, kind=surest.kind, rule=surest.rule, score=surest.score, places=(*before.places, each)
            )
    for label, code in material.speakers.items():
        group = groups.get(form_key(label)) or Group(label, NameKind.PERSON, Rule.SPEAKER, 0.95, code or "", ())
        groups[form_key(label)] = replace(group, pseudonym=group.pseudonym or code or "", fields=("speaker",))
    return [_with_fields(each, document) for each in groups.values()]


def _with_fields(group: Group, document: Document) -> Group:
    index = Index([(group.form, True)])
    fields = {"title": document.title, "file": document.source}
    found = [name for name, text in fields.items() if next(index.find(text, find_words(text)), None)]
    return replace(group, fields=(*group.fields, *found))


def form_key(form: str) -> str:
    """What makes two forms the same name: their words; of a number its signs."""
    return " ".join(words_of(form)) if not any(each.isdigit() for each in form) else "".join(form.casefold().split())
