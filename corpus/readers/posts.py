"""Posts: the rows of a community export as turns, with whom they answer and without what is not their author's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from sys import intern

from corpus.readers.cell_markup import holds_markup, take_markup, take_quotes, take_repeated
from corpus.readers.dates import read_date
from corpus.readers.drafts import Draft, Findings
from corpus.readers.exports import Export
from corpus.readers.reactions import count_likes
from corpus.readers.table_rows import Row
from corpus.reading import Loss, LossKind
from study.messages import translate as _
from study.messages import translate_count

_WHO = r"(?:[ _-]?(?:gebruiker|account|deelnemer|lid|auteur|user|member|author))?"
_NOBODY = re.compile(
    rf"[\[(<*]?\s*(?:(?:verwijderde?|deleted|removed|onbekende?|unknown|voormalige?|former|anonieme?|anonymous){_WHO}"
    rf"|(?:gebruiker|account|deelnemer|lid|user) (?:is )?(?:verwijderd|deleted)|anon|none|null|n\.?v\.?t\.?)"
    r"(?: \d{1,6})?\s*[\])>*]?",
    re.IGNORECASE,
)
# What a forum puts where a text was; somebody can say "verwijderd", but not like this.
_TAKEN_AWAY = re.compile(
    r"[\[(<]\s*(?:(?:bericht|reactie|post|comment|message)\s+)?(?:is\s+)?(?:verwijderd|deleted|removed)"
    r"(?:\s+(?:door|by)\s+[^\])>\n]{1,40})?\s*[\])>]",
    re.IGNORECASE,
)


def gather_posts(export: Export, rows: Sequence[Row], found: Findings, *, month_first: bool) -> None:
    """Put a draft for every row in the findings, linked to what it answers; what is nobody's own words is a loss."""
    place = export.columns["text"]
    markup = holds_markup(row.cells[place] for row in rows)
    for row in rows:
        found.drafts.append(_post(export, row, found, markup=markup, month_first=month_first))
    if markup:
        found.notes.append(_("The posts hold html: tags were left out, line breaks kept."))
    first_of = _double_posts(rows, found)
    _link_replies(export, rows, found, first_of)
    _take_repeated(rows, found)
    _count_nobody(found)


def _post(export: Export, row: Row, found: Findings, *, markup: bool, month_first: bool) -> Draft:
    author, date = " ".join(export.cell(row, "author").split()), export.cell(row, "date")
    posted_at = read_date(date, month_first=month_first) if date else None
    if date and posted_at is None:
        found.losses.append(Loss(LossKind.TIME, date, row.line))
    is_known = bool(author) and _NOBODY.fullmatch(author) is None
    if author and not is_known:
        found.losses.append(Loss(LossKind.LABEL, author, row.line))
    return Draft(
        text=_text(row.cells[export.columns["text"]], author, row.line, found, markup=markup),
        speaker=intern(author) if is_known else None,
        posted_at=posted_at,
        key=export.cell(row, "key") or None,
        thread=_label(export.cell(row, "thread")),
        prompt=_label(export.cell(row, "prompt")),
        likes=_likes(export, row, found),
    )


def _label(cell: str) -> str | None:
    return intern(" ".join(cell.split())) if cell else None


def _text(cell: str, author: str, line: int, found: Findings, *, markup: bool) -> str:
    """The words of the author; a text that is not there (any more) is a loss by the name of its author."""
    if not cell.strip():
        found.losses.append(Loss(LossKind.NO_TEXT, author, line))
        return ""
    text = take_quotes(cell, line, found.losses)
    text = take_markup(text, line, found.losses) if markup else text
    if _TAKEN_AWAY.fullmatch(text.strip()):
        found.losses.append(Loss(LossKind.NO_TEXT, text.strip(), line))
        return ""
    return text


def _likes(export: Export, row: Row, found: Findings) -> int:
    total = 0
    cells = [export.cell(row, "likes"), *(row.cells[place].strip() for place in export.reactions)]
    for cell in filter(None, cells):
        likes = count_likes(cell)
        total += likes or 0
        if likes is None:
            found.losses.append(Loss(LossKind.COLUMN, cell, row.line))
        elif not cell.isdecimal():
            found.losses.append(Loss(LossKind.REACTION, cell, row.line))
    return total


def _double_posts(rows: Sequence[Row], found: Findings) -> dict[int, int]:
    """The posts that are in the file again, with the same id and text, by the place of the first; they say nothing."""
    seen: dict[tuple[str | None, str], int] = {}
    first_of: dict[int, int] = {}
    for place, draft in enumerate(found.drafts):
        if draft.key is None or not draft.text:
            continue
        first = seen.setdefault((draft.thread, draft.key), place)
        if first != place and found.drafts[first].text == draft.text:
            found.losses.append(Loss(LossKind.DOUBLED, draft.text, rows[place].line))
            first_of[place], draft.text = first, ""
    return first_of


def _link_replies(export: Export, rows: Sequence[Row], found: Findings, first_of: dict[int, int]) -> None:
    """Let every reply point at its post: the one with that id in its own thread, else in the file."""
    in_thread: dict[tuple[str | None, str], int] = {}
    anywhere: dict[str, int] = {}
    for place, draft in enumerate(found.drafts):
        if draft.key:
            in_thread.setdefault((draft.thread, draft.key), place)
            anywhere.setdefault(draft.key, place)
    missing = 0
    for place, (row, draft) in enumerate(zip(rows, found.drafts, strict=True)):
        parent = export.cell(row, "parent")
        target = in_thread.get((draft.thread, parent), anywhere.get(parent)) if parent else None
        target = first_of.get(target, target) if target is not None else None
        draft.reply_to = target if target != place else None
        missing += bool(parent) and draft.reply_to is None
    if missing:
        found.notes.append(
            translate_count(
                "{number} reply is to a post that is not in the file.",
                "{number} replies are to posts that are not in the file.",
                missing,
            )
        )


def _take_repeated(rows: Sequence[Row], found: Findings) -> None:
    texts = [draft.text for draft in found.drafts]
    for row, draft in zip(rows, found.drafts, strict=True):
        if draft.reply_to is not None:
            draft.text = take_repeated(draft.text, texts[draft.reply_to], row.line, found.losses)


def _count_nobody(found: Findings) -> None:
    number = sum(draft.speaker is None and bool(draft.text.strip()) for draft in found.drafts)
    if number:
        found.notes.append(
            translate_count(
                "{number} post is of nobody known (deleted or anonymous): a voice of the group, never a respondent.",
                "{number} posts are of nobody known (deleted or anonymous): voices of the group, never respondents.",
                number,
            )
        )
