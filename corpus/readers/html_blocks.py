"""Blocks of a saved page: which elements come back as the posts of a forum, and what of each is whose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# What forums call the element around a post, and the elements in it: phpBB, Discourse, WordPress, vBulletin, XenForo,
# Drupal and others, in English and Dutch.
_POST = re.compile(
    r"(?:\w+[-_])?(?:post|posting|comment|reply|response|message|reactie|bericht|antwoord)"
    r"(?:[-_]?(?:item|box|wrapper|container|block|body|bit|node|row|stream|reactie))?s?",
    re.IGNORECASE,
)
_AUTHOR = (
    re.compile(
        r"user-?_?name|author-?_?name|fn|nick-?_?name|screen-?_?name|gebruikersnaam|auteur|poster-?_?name", re.I
    ),
    re.compile(
        r".*(?:author|auteur|poster|user|gebruiker|member|afzender|creator|byline|submitted)(?!.*avatar).*", re.I
    ),
)
_BODY = re.compile(
    r"(?:(?:post|comment|message|reply|entry|field|node|reactie|bericht)[-_]*)*"
    r"(?:content|body|text|tekst|inhoud|message|bericht|cooked|bb-?wrapper)(?:[-_](?:inner|text|content|body))?",
    re.IGNORECASE,
)
_DATE = re.compile(r".*(?:date|datum|time|tijd|published|created|posted).*", re.IGNORECASE)
_LIKES = re.compile(
    r".*(?:like|vote|thumb|duim|upvote|score|waardering)s?(?:[-_]?(?:count|number|aantal|total))?", re.IGNORECASE
)
_QUOTE = re.compile(r".*(?:quote|citaat|bbcodeblock).*", re.IGNORECASE)
_SCHEMAS = re.compile(r"https?://schema\.org/(?:Comment|DiscussionForumPosting|Answer|Question)/?", re.IGNORECASE)
FEWEST = 2
LONGEST_NAME = 80
_PROSE = ("p", "blockquote", "ul", "ol", "pre")


@dataclass(frozen=True, slots=True)
class Block:
    """A post on the page: the element around it, those that hold its parts, and the place of the post it stands in."""

    element: Tag
    author: Tag
    bodies: tuple[Tag, ...]
    date: Tag | None
    likes: Tag | None
    above: int | None


def find_blocks(soup: BeautifulSoup) -> list[Block]:
    """The posts of a page in their order; none when no kind of element with an author and a text comes back.

    Of several kinds the one with most posts is taken; of equals the one in which posts stand inside one another.
    """
    elements = _tags(soup.find_all(True))
    kinds: dict[tuple[str, str], list[Tag]] = {}
    for element in elements:
        for mark in _marks(element):
            kinds.setdefault((element.name, mark), []).append(element)
    found = [_blocks(each) for each in kinds.values() if len(each) >= FEWEST]
    best = max(found, key=lambda each: (len(each), sum(block.above is not None for block in each)), default=[])
    return best if len(best) >= FEWEST else []


def _tags(elements: Iterable[object]) -> list[Tag]:
    from bs4 import Tag

    return [each for each in elements if isinstance(each, Tag)]


def _marks(element: Tag) -> Iterator[str]:
    """What makes an element a kind of post: a class that is named so, its schema, or that it is an article."""
    yield from (each for each in classes_of(element) if _POST.fullmatch(each))
    if _SCHEMAS.fullmatch(str(element.get("itemtype", ""))):
        yield "itemtype"
    if element.name == "article":
        yield "article"


def classes_of(element: Tag) -> list[str]:
    """The classes of an element."""
    found = element.get("class")
    return found.split() if isinstance(found, str) else list(found or ())


def is_quote(element: Tag) -> bool:
    """Whether an element repeats the words of another."""
    return element.name in ("blockquote", "aside") or any(map(_QUOTE.fullmatch, classes_of(element)))


def _blocks(elements: Sequence[Tag]) -> list[Block]:
    """The elements of one kind that hold an author and a text of their own."""
    own = {id(each) for each in elements}
    blocks: list[Block] = []
    places: dict[int, int] = {}
    for element in elements:
        parts = list(_own_parts(element, own))
        author = _author(parts)
        if author is None:
            continue
        date, likes = _date(parts), _likes(parts)
        bodies = _bodies(parts, [each for each in (author, date, likes) if each is not None])
        if bodies:
            above = next((places[id(each)] for each in element.parents if id(each) in places), None)
            places[id(element)] = len(blocks)
            blocks.append(Block(element, author, bodies, date, likes, above))
    return blocks


def _own_parts(element: Tag, own: set[int]) -> Iterator[Tag]:
    """The elements in a post, in their order, without those of the posts in it and those in a quote."""
    waiting = list(reversed(_tags(element.children)))
    while waiting:
        part = waiting.pop()
        if id(part) not in own:
            yield part
            waiting.extend(() if is_quote(part) else reversed(_tags(part.children)))


def _author(parts: Sequence[Tag]) -> Tag | None:
    """The element with the name of the author: the plainest mark first."""
    by_item = [each for each in parts if each.get("itemprop") == "author"]
    named = [name for each in by_item for name in _tags(each.find_all(itemprop="name"))]
    by_class = [each for pattern in _AUTHOR for each in parts if any(map(pattern.fullmatch, classes_of(each)))]
    by_tag = [each for each in parts if each.get("rel") == ["author"] or each.name == "cite"]
    links = [link for each in by_class for link in _tags(each.find_all("a"))]
    for each in (*named, *by_item, *by_class, *links, *by_tag):
        if 0 < len(words_of(each)) <= LONGEST_NAME and not (each in by_class and each.find("a") and each not in links):
            return each
    return next((each for each in by_class if 0 < len(words_of(each)) <= LONGEST_NAME), None)


def _date(parts: Sequence[Tag]) -> Tag | None:
    times = [each for each in parts if each.name == "time" or str(each.get("itemprop", "")).startswith("date")]
    return next((each for each in (*times, *_by_class(parts, _DATE)) if date_of(each)), None)


def date_of(element: Tag) -> str:
    """The date an element gives: for machines when it has one, else as it is shown."""
    return str(element.get("datetime") or element.get("content") or "").strip() or words_of(element)


def _likes(parts: Sequence[Tag]) -> Tag | None:
    return next(
        (each for each in _by_class(parts, _LIKES) if re.fullmatch(r"\D{0,3}\d{1,6}\D{0,20}", words_of(each))), None
    )


def _by_class(parts: Sequence[Tag], pattern: re.Pattern[str]) -> list[Tag]:
    return [each for each in parts if any(map(pattern.fullmatch, classes_of(each)))]


def _bodies(parts: Sequence[Tag], taken: Sequence[Tag]) -> tuple[Tag, ...]:
    """The element with the words of the author, or else the paragraphs that stand beside the name and the date."""
    around = {id(each) for part in taken for each in (part, *part.parents)}
    inside = {id(each) for part in taken for each in _tags(part.find_all(True))}
    free = [each for each in parts if id(each) not in around | inside]
    said = [each for each in free if each.get("itemprop") in ("text", "articleBody", "commentText")]
    said += [each for each in free if any(map(_BODY.fullmatch, classes_of(each)))]
    whole = next((each for each in said if words_of(each)), None)
    if whole is not None:
        return (whole,)
    prose = [each for each in free if each.name in _PROSE and words_of(each)]
    known = {id(each) for each in prose}
    return tuple(each for each in prose if not any(id(parent) in known for parent in each.parents))


def words_of(element: Tag) -> str:
    """The words in an element on one line."""
    return " ".join(element.get_text(" ").split())
