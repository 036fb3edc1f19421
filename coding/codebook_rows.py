"""From the rows of a codebook file to groups and codes, whatever the format was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coding.codebook import FRAMING_GROUPS, Code, CodeField, CodeGroup, check_codebook, make_key
from coding.errors import IncompleteCode
from study.ids import imported_id, new_id

FIELDS = (
    *("group", "key", "name", "parent", "definition", "include", "exclude", "example", "colour"),
    *("shortcut", "retired"),
)
NEEDED = ("group", "key", "name")
YES = frozenset({"ja", "yes", "true", "waar", "1", "x"})


@dataclass(slots=True)
class CodebookRows:
    """What a file holds, in its order: groups by key with label and substantive, and the fields that they ask; codes
    with the place they stand."""

    groups: dict[str, tuple[str, bool]] = field(default_factory=dict)
    asked: dict[str, tuple[CodeField, ...]] = field(default_factory=dict)
    codes: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def add_group(self, key: str, *, label: str = "", substantive: bool | None = None) -> None:
        """Keep a group; a later mention fills in what an earlier one left out."""
        old_label, old_substantive = self.groups.get(key, ("", key.casefold() not in FRAMING_GROUPS))
        self.groups[key] = (old_label or label, old_substantive if substantive is None else substantive)

    def add_fields(self, key: str, texts: Iterable[str]) -> None:
        """Keep what a group asks besides, each field as `parse_field` reads it."""
        fields = tuple(parse_field(each) for each in texts if each.strip())
        if fields:
            self.asked[key] = fields

    def add_code(self, row: Mapping[str, str], *, place: str) -> None:
        """Keep a code; raises `IncompleteCode` when its group, key or name is empty."""
        for name in NEEDED:
            if not row.get(name):
                raise IncompleteCode(place=place, field=name)
        self.codes.append((place, row))

    def finish(self, study_id: str | None) -> tuple[tuple[CodeGroup, ...], tuple[Code, ...]]:
        """The groups and codes, checked; in a study the same key gets the same id each time it is read."""
        groups = tuple(
            CodeGroup(
                _identity(study_id, "codegroup", key),
                key,
                label or key.capitalize(),
                ordinal,
                substantive,
                self.asked.get(key, ()),
            )
            for ordinal, (key, (label, substantive)) in enumerate(self.groups.items(), 1)
        )
        codes = tuple(_code(row, ordinal, study_id) for ordinal, (_place, row) in enumerate(self.codes, 1))
        check_codebook(groups, codes)
        return groups, codes


def _code(row: Mapping[str, str], ordinal: int, study_id: str | None) -> Code:
    return Code(
        id=_identity(study_id, "code", row["key"]),
        key=row["key"],
        group=row["group"],
        name=row["name"],
        ordinal=ordinal,
        definition=row.get("definition", ""),
        include=row.get("include", ""),
        exclude=row.get("exclude", ""),
        example=row.get("example", ""),
        parent=row.get("parent") or None,
        colour=row.get("colour") or None,
        shortcut=row.get("shortcut") or None,
        retired=row.get("retired", "").casefold() in YES,
    )


def parse_field(text: str) -> CodeField:
    """A field as people write it: its name, and after a colon what can be chosen, with strokes between.

    >>> parse_field("Zijde: werknemer | werkgever")
    CodeField(key='zijde', label='Zijde', choices=('werknemer', 'werkgever'))
    """
    label, _colon, choices = text.partition(":")
    chosen = tuple(each.strip() for each in choices.split("|") if each.strip())
    return CodeField(make_key(label), label.strip(), chosen)


def field_text(each: CodeField) -> str:
    """The same, as people write it."""
    return f"{each.label}: {' | '.join(each.choices)}" if each.choices else each.label


def cell_text(code: Code, name: str) -> str:
    """What a field of a code is in a file."""
    value = getattr(code, name)
    return ("true" if value else "") if isinstance(value, bool) else value or ""


def _identity(study_id: str | None, kind: str, key: str) -> str:
    return imported_id(study_id, kind, key) if study_id else new_id()
