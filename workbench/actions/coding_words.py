"""Words of coding: what a coder may put, as the study says it now: codes, phases, actors, fields, version, round."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from coding.codebook import Code, CodeField, CodeGroup
from coding.codings import Origin, Vocabulary
from coding.errors import RetiredCode, UnknownChoice, UnknownField
from coding.rounds import CodingRound, RoundUnit
from corpus.documents import Document
from study.config import Settings
from study.store import Store
from workbench.actions.codings import ACTOR_GROUP
from workbench.actions.versions import current_version

FEW = 20


@dataclass(frozen=True, slots=True)
class Words:
    """What codings may say, and what each new one knows of the codebook and of the round it is made in."""

    vocabulary: Vocabulary
    codes: Mapping[str, Code]
    fields: Mapping[str, tuple[CodeField, ...]]
    version: int
    round_id: str | None
    accepted: Origin = Origin.ACCEPTED

    def details(self, code: str | None, facets: Mapping[str, Any], *, is_new: bool = True) -> dict[str, Any]:
        """The facets as a coding takes them, with version, round and time.

        Raises `RetiredCode` for a code that is offered no more (unless it was there already), `UnknownField` and
        `UnknownChoice` for what the group of the code does not ask.
        """
        known = self.codes.get(code or "")
        if is_new and known is not None and known.retired:
            raise RetiredCode(name=known.name)
        answers = {key: value for key, value in (facets.get("fields") or {}).items() if value}
        self._check_answers(code, answers)
        rest = {key: value for key, value in facets.items() if key != "fields"}
        made = {"codebook_version": self.version, "round_id": self.round_id, "made_at": datetime.now(UTC)}
        return {**rest, "fields": answers, **made}

    def fitting_fields(self, code: str | None, answers: Mapping[str, str]) -> dict[str, str]:
        """The answers that the group of this code asks too."""
        asked = {each.key: each for each in self._asked(code)}
        return {key: value for key, value in answers.items() if key in asked and _fits(asked[key], value)}

    def _asked(self, code: str | None) -> tuple[CodeField, ...]:
        known = self.codes.get(code or "")
        return self.fields.get(known.group, ()) if known else ()

    def _check_answers(self, code: str | None, answers: Mapping[str, str]) -> None:
        asked = {each.key: each for each in self._asked(code)}
        for key, value in answers.items():
            if key not in asked:
                raise UnknownField(name=key)
            if not _fits(asked[key], value):
                raise UnknownChoice(name=value, field=asked[key].label, known=", ".join(asked[key].choices))


def read_words(
    store: Store, settings: Settings, document: Document, *, by: str, codes: Iterable[str | None] = ()
) -> Words:
    """What this coder may put on this document now: at least these codes (keys) and the actors, where they exist."""
    known = _find_codes(store, {each for each in codes if each is not None})
    actors = frozenset(each.key for each in store.find(Code, group=ACTOR_GROUP))
    phases = frozenset(each.key for each in settings.phases)
    return Words(
        Vocabulary(frozenset(each.key for each in known), phases, actors),
        {each.key: each for each in known},
        {each.key: each.fields for each in store.records(CodeGroup)[0]},
        current_version(store),
        open_round(store, document.id, by=by),
    )


def _find_codes(store: Store, keys: Collection[str]) -> tuple[Code, ...]:
    """The codes with these keys; all there are when one is not there, so that the nearest can be named."""
    if len(keys) < FEW:
        found = tuple(each for key in keys for each in store.find(Code, key=key))
        if len(found) == len(keys):
            return found
    every: tuple[Code, ...] = store.records(Code)[0]
    return every


def open_round(store: Store, document_id: str, *, by: str) -> str | None:
    """The round (id) in which this person's codings of the document are made now; None outside a round."""
    units = {each.round_id for each in store.find(RoundUnit, document_id=document_id)}
    mine = (each for each in store.records(CodingRound)[0] if each.closed_at is None and by in each.coders)
    return next((each.id for each in mine if each.id in units), None)


def _fits(field: CodeField, value: str) -> bool:
    return not field.choices or value in field.choices
