"""Saved forum pages (html): the posts on the page, with who wrote them when, whom they answer and what they quote."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.documents import normalise_text
from corpus.errors import UnknownShape
from corpus.readers.exports import Export
from corpus.readers.html_blocks import Block, classes_of, date_of, find_blocks, is_quote, words_of
from corpus.readers.post_tables import tabulate
from corpus.readers.sheet import read_posts, read_posts_apart
from corpus.readers.sources import Source, clean_text, decode
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from study.messages import translate as _

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

UNDATED, DATED = 0.6, 0.9
"""How sure a page is read whose posts have no date, and one whose posts all have one: the blocks are guessed."""
PARENT = ("data-parent-id", "data-parent", "data-in-reply-to", "data-reply-to")
_EMOJI = re.compile(r".*(?:emoji|smil(?:ey|ie)s?).*", re.IGNORECASE)
_UNSEEN = ("script", "style", "svg", "template", "button", "form", "iframe", "noscript", "select", "textarea", "head")
# The tags that say how text is laid out, as cells of a table may have them too.
_KEPT = frozenset((
    "a", "b", "blockquote", "br", "code", "div", "em", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li",
    "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
))  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read(source: Source, options: ReadingOptions) -> Reading:
    """The posts of a saved page; raises `UnknownShape` when no blocks with an author and a text come back in it."""
    export, losses, certainty = _open(source, options)
    return _complete(read_posts(source, export), losses, certainty)


def read_all(source: Source, options: ReadingOptions) -> Iterator[Reading]:
    """The posts of a saved page: one reading, or of a very long page one for each part."""
    export, losses, certainty = _open(source, options)
    for reading in read_posts_apart(source, export):
        yield _complete(reading, losses, certainty)
        losses = []


def _complete(reading: Reading, losses: Iterable[Loss], certainty: float) -> Reading:
    return replace(reading, losses=(*losses, *reading.losses), certainty=min(certainty, reading.certainty))


def _open(source: Source, options: ReadingOptions) -> tuple[Export, list[Loss], float]:
    from bs4 import BeautifulSoup

    decoded = decode(source, encoding=options.encoding)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that the text looks like a file name, or like XML
        soup = BeautifulSoup(decoded.text, "html.parser")
    blocks = find_blocks(soup)
    if not blocks:
        expected = _("posts that come back with an author and a text (such as class “post”, “comment” or “reactie”)")
        raise UnknownShape(file=source.name, expected=expected)
    losses = list(decoded.losses)
    thread = _thread(soup)
    posts = [_post(block, number, blocks, thread, losses) for number, block in enumerate(blocks, start=1)]
    _lose_rest(soup, blocks, losses)
    dated = sum(block.date is not None for block in blocks) / len(blocks)
    certainty = 1.0 if options.format else round(UNDATED + (DATED - UNDATED) * dated, 2)
    export = tabulate(posts, file=source.name, format="forum", encoding=decoded.encoding, options=options)
    return export, losses, certainty


def _thread(soup: BeautifulSoup) -> str:
    """What the page is about: its first heading, else its title."""
    found = soup.find("h1") or soup.find("title")
    return " ".join(found.get_text(" ").split()) if found else ""


def _post(block: Block, number: int, blocks: Sequence[Block], thread: str, losses: list[Loss]) -> dict[str, str]:
    above = None if block.above is None else blocks[block.above].element
    told = next((str(block.element[name]) for name in PARENT if block.element.get(name)), "")
    return {
        "text": "\n\n".join(_html(each, number, losses) for each in block.bodies),
        "author": _said(words_of(block.author), number, losses),
        "date": _said(date_of(block.date), number, losses) if block.date else "",
        "likes": "".join(re.findall(r"\d", words_of(block.likes))) if block.likes else "",
        "thread": thread,
        "id": _key(block.element, number),
        "parent": _key(above, (block.above or 0) + 1) if above is not None else told,
    }


def _key(element: Tag, number: int) -> str:
    found = element.get("data-post-id") or element.get("data-id") or element.get("id") or f"#{number}"
    return str(found)


def _said(text: str, number: int, losses: list[Loss]) -> str:
    said, unseen = clean_text(normalise_text(text))
    losses.extend(Loss(each.kind, each.text, number) for each in unseen)
    return said


def _html(body: Tag, number: int, losses: list[Loss]) -> str:
    """The words of a post as cells of exports have them: few tags, quotes in a blockquote, spaces as they are shown."""
    for element in body.find_all(True):
        if not element.decomposed:
            _plain(element, number, losses)
    as_written = _as_written(body)
    for text in body.find_all(string=True):
        if id(text) not in as_written:
            text.replace_with(_SPACES.sub(" ", text))
    return _said(body.decode_contents().strip(), number, losses)


def _as_written(body: Tag) -> frozenset[int]:
    """The texts (by identity) in which spaces count; each is met once, however deep the elements hang in each other."""
    met: set[int] = set()
    texts: set[int] = set()
    for outer in body.find_all("pre"):
        if id(outer) in met:
            continue
        for each in outer.descendants:
            (met if isinstance(each, Tag) else texts).add(id(each))
    return frozenset(texts)


def _plain(element: Tag, number: int, losses: list[Loss]) -> None:
    """Make an element one that a cell may hold, or leave out what is no text."""
    if element.name in _UNSEEN:
        losses.append(Loss(LossKind.MARKUP, words_of(element), number))
        element.decompose()
    elif element.name == "img":
        is_sign = any(map(_EMOJI.fullmatch, classes_of(element)))
        element.replace_with(str(element.get("alt", "")) if is_sign else "")
    elif is_quote(element) or element.name in _KEPT:
        element.name = "blockquote" if is_quote(element) else element.name
        element.attrs = {}
    else:
        element.unwrap()


def _lose_rest(soup: BeautifulSoup, blocks: Sequence[Block], losses: list[Loss]) -> None:
    """What stands in the blocks beside the posts, and on the page around them."""
    for hidden in soup.find_all(_UNSEEN):
        hidden.extract()
    for number, block in reversed(list(enumerate(blocks, start=1))):
        for part in (*block.bodies, block.author, *filter(None, (block.date, block.likes))):
            part.extract()
        block.element.extract()
        if rest := words_of(block.element):
            losses.append(Loss(LossKind.SYSTEM, rest, number))
    if rest := " ".join(soup.get_text(" ").split()):
        losses.append(Loss(LossKind.HEADER, rest))
