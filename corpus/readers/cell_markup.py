"""Markup in cells: html that a forum puts in its export, and the words of others that a post quotes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from corpus.readers.sources import drop_invisible
from corpus.reading import Loss, LossKind

_NAMES = (
    "a|abbr|b|blockquote|br|cite|code|div|em|figure|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|table|"
    "tbody|td|th|thead|tr|u|ul"
)
_TAG = re.compile(rf"</?(?P<name>{_NAMES})(?:\s[^<>]*)?/?>|<!--(?:(?!<!--).)*?-->", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")
_BREAK = re.compile(r"br|p|div|li|tr|ul|ol|table|blockquote|pre|hr|figure|h\d", re.IGNORECASE)
_SPARE_LINES = re.compile(r"[ \t]*\n[ \t]*(?:\n\s*)?")
# What a post repeats of another: html and forum quotes (the innermost first), and lines with > in front.
_QUOTED = (
    re.compile(r"<blockquote\b[^<>]*>(?:(?!<blockquote\b).)*?</blockquote\s*>", re.IGNORECASE | re.DOTALL),
    re.compile(r"\[quote\b[^\]\n]{0,200}\](?:(?!\[quote\b).)*?\[/quote\]", re.IGNORECASE | re.DOTALL),
    re.compile(
        r"(?:^[^\n>]{0,100}\b(?:schreef|schreven|wrote|zei)\b[^\n]{0,60}:[ \t]*\n+)?"
        r"(?:^[ \t]*>(?![ \t]*\d)[^\n]*(?:\n|\Z))+",
        re.IGNORECASE | re.MULTILINE,
    ),
)
# A shorter line may be repeated by chance: "Ja, dat heb ik ook."
LONG_ENOUGH = 40


def holds_markup(cells: Iterable[str]) -> bool:
    """Whether these cells are html: one has a known tag or entity; "<naam>" and "R&D" are none.

    >>> holds_markup(["1 < 2", "bij <naam werkgever> & co"]), holds_markup(["<p>Ja</p>"]), holds_markup(["R&amp;D"])
    (False, True, True)
    """
    return any(
        ("<" in each and _TAG.search(each)) or ("&" in each and any(map(_is_entity, _ENTITY.findall(each))))
        for each in cells
    )


def _is_entity(entity: str) -> bool:
    return html.unescape(entity) != entity


def take_markup(cell: str, line: int, losses: list[Loss]) -> str:
    """The words of an html cell: breaks kept, entities as characters, tags (and scripts) among the losses.

    >>> losses = []
    >>> take_markup("<p>Ja,<br/>R&amp;D</p><p>Nee</p>", 2, losses), losses[0].text
    ('Ja,\\nR&D\\n\\nNee', '<p> <br/> </p> <p> </p>')
    """
    if "<" not in cell and "&" not in cell:
        return cell
    tags: list[str] = []

    def broken(tag: re.Match[str]) -> str:
        tags.append(tag[0])
        return "\n" if _BREAK.fullmatch(tag["name"] or "") else ""

    def unseen(tag: re.Match[str]) -> str:
        tags.append(tag[0])
        return ""

    text = _TAG.sub(broken, _UNSEEN.sub(unseen, cell))
    if tags:
        losses.append(Loss(LossKind.MARKUP, " ".join(tags), line))
        text = _SPARE_LINES.sub(lambda gap: "\n\n" if gap[0].count("\n") > 1 else "\n", text).strip()
    text, lost = drop_invisible(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text))
    losses.extend(Loss(each.kind, each.text, line) for each in lost)
    return text


def take_quotes(cell: str, line: int, losses: list[Loss]) -> str:
    """The post without what it quotes of others in so many signs; that is a loss, for it is not this person's.

    >>> losses = []
    >>> take_quotes("[quote=Els]Het duurt lang.[/quote] Bij mij ook.", 2, losses), losses[0].text
    (' Bij mij ook.', '[quote=Els]Het duurt lang.[/quote]')
    """
    if not any(sign in cell for sign in ("[", ">")):
        return cell

    def taken(quote: re.Match[str]) -> str:
        losses.append(Loss(LossKind.QUOTED, quote[0], line))
        return ""

    for pattern in _QUOTED:
        cell, found = pattern.subn(taken, cell)
        while found and pattern is not _QUOTED[-1]:
            cell, found = pattern.subn(taken, cell)
    return cell


def take_repeated(text: str, answered: str, line: int, losses: list[Loss]) -> str:
    """The post without the long lines that stand in the post it answers, unless nothing else is in it."""
    if len(text) < LONG_ENOUGH or len(answered) < LONG_ENOUGH:
        return text
    known = {_bare(each) for each in answered.split("\n") if len(each) >= LONG_ENOUGH}
    lines = text.split("\n")
    own = [each for each in lines if len(each) < LONG_ENOUGH or _bare(each) not in known]
    if len(own) == len(lines) or not "".join(own).strip():
        return text
    repeated = [each for each in lines if len(each) >= LONG_ENOUGH and _bare(each) in known]
    losses.append(Loss(LossKind.QUOTED, "\n".join(repeated), line))
    return "\n".join(own).strip()


def _bare(line: str) -> str:
    """The line without the signs that may stand around a quotation."""
    return line.strip(" \t\"'“”‘’„«»>…")
