"""Passages as the pages show them: the words, who said them and where, with the way to that place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.documents import Document
from corpus.segments import Role
from study.messages import translate as _
from synthesis.evidence import Stance
from synthesis.quotes import Quote
from workbench.web.desk import MATERIAL, Desk


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One passage; `who` is a participant's code, the name of a group voice, or the document's own voice.

    `verbatim` False is a rendering in a report of an interview: shown as “uit verslag”, without quotation marks.
    """

    coding_id: str
    text: str
    document_id: str
    title: str
    who: str
    perspective: str
    phase: str
    code: str
    valence: str | None
    stance: Stance | None = None
    verbatim: bool = True

    @property
    def address(self) -> str:
        """The reading page, at this passage."""
        return f"/documenten/{self.document_id}?passage={self.coding_id}#c-{self.coding_id}"


def passages_of(
    desk: Desk, codings: Iterable[str], *, stances: Mapping[str, Stance] | None = None
) -> tuple[ShownPassage, ...]:
    """The passages of these codings (ids), each once, in their order; those that are gone are left out."""
    rows = _rows(desk)
    titles = titles_of(desk)
    found = (rows[each] for each in dict.fromkeys(codings) if each in rows)
    return tuple(_shown(desk, row, titles, (stances or {}).get(row.coding_id)) for row in found)


def quoted(desk: Desk, quotes: Iterable[Quote]) -> tuple[ShownPassage, ...]:
    """Chosen quotes: the words of the quote itself, which may be one sentence of its passage."""
    rows = _rows(desk)
    titles = titles_of(desk)
    return tuple(
        _shown(desk, rows[each.coding_id], titles, each.stance, quote=each) for each in quotes if each.coding_id in rows
    )


def titles_of(desk: Desk) -> dict[str, str]:
    """What each document (id) is called."""
    return desk.kept("titles", (Document,), lambda: {each.id: each.title for each in desk.records(Document)})


def _rows(desk: Desk) -> dict[str, Any]:
    """The first row of each coding in the passages table, by its id."""

    def make() -> dict[str, Any]:
        table = desk.material.passages.drop_duplicates("coding_id")
        return {str(row.coding_id): row for row in table.itertuples(index=False)}

    return desk.kept("passages by coding", MATERIAL, make)


def _shown(
    desk: Desk, row: Any, titles: Mapping[str, str], stance: Stance | None, *, quote: Quote | None = None
) -> ShownPassage:
    perspective = _given(row.perspective)
    return ShownPassage(
        coding_id=row.coding_id,
        text=quote.text if quote else row.text,
        document_id=row.document_id,
        title=titles.get(row.document_id, row.document),
        who=_who(row),
        perspective=desk.settings.perspective(perspective).label if perspective else "",
        phase=_phase(desk, _given(row.phase), perspective),
        code=_given(row.code_name) or "",
        valence=_given(row.valence),
        stance=stance,
        verbatim=quote.verbatim if quote else row.verbatim,
    )


def _who(row: Any) -> str:
    if participant := _given(row.participant):
        return participant
    return _("group voice") if row.role == Role.GROUP else _given(row.speaker) or ""


def _phase(desk: Desk, phase: str | None, perspective: str | None) -> str:
    return desk.settings.phase(phase).label_for(perspective or "") if phase else ""


def _given(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
