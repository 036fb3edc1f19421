"""Community exports (json): a list of posts, or threads with their replies inside one another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.errors import UnknownShape
from corpus.readers.columns import NAMES, find_columns, fold_header
from corpus.readers.exports import Export
from corpus.readers.json_files import Value, first_of, load_json, mappings_in, number_of, text_of
from corpus.readers.post_tables import tabulate
from corpus.readers.sheet import read_posts, read_posts_apart
from corpus.readers.sources import Source
from corpus.readers.whisper import EXPECTED
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from study.messages import translate as _

INSIDE = frozenset((
    "posts", "berichten", "messages", "replies", "reacties", "antwoorden", "answers", "comments", "children",
    "responses", "threads", "draden", "topics", "discussions", "discussies", "conversations", "gesprekken", "items",
    "entries", "data", "results", "resultaten", "export", "community", "forum",
))  # fmt: skip
"""The fields (folded) under which threads and posts hold others."""
TITLES = ("title", "titel", "name", "naam", "subject", "onderwerp", "topic", "draad", "thread")
PEOPLE = ("name", "naam", "display_name", "displayName", "username", "gebruikersnaam", "screen_name", "id")
SIGNS = ("emoji", "reaction", "reactie", "name", "naam", "type", "key")
COUNTS = ("count", "aantal", "number", "total", "value")
# How the columns are called that a nested file has no field for.
OWN = {"key": "id", "parent": "parent_id", "thread": "thread", "prompt": "prompt"}
SAMPLE = 50


@dataclass(frozen=True, slots=True)
class _Around:
    """What a record stands in: the place of the post above it, and what its thread is about."""

    above: int | None = None
    thread: str = ""
    prompt: str = ""


@dataclass(slots=True)
class _Post:
    """A post on its way into the table."""

    fields: Mapping[str, Value]
    around: _Around
    cells: dict[str, str] = field(default_factory=dict)


def recognise(source: Source, options: ReadingOptions) -> float:
    """How surely these are posts: records with fields for a text and an author."""
    posts = _gather(load_json(source, options)[0], options, [])
    found = find_columns(_header(posts[:SAMPLE]))
    if not {"text", "author"} <= found.keys() | options.columns.keys():
        return 0.0
    return 0.9 if len(found) > 2 or any(each.around.above is not None for each in posts) else 0.6


def read(source: Source, options: ReadingOptions) -> Reading:
    """The posts as turns, each with the post it replies to; raises `UnknownShape` or `MissingColumn`."""
    export, losses = _open(source, options)
    return _with_losses(read_posts(source, export), losses)


def read_all(source: Source, options: ReadingOptions) -> Iterator[Reading]:
    """The posts: one reading, or of a large export one for each part."""
    export, losses = _open(source, options)
    for reading in read_posts_apart(source, export):
        yield _with_losses(reading, losses)
        losses = []


def _with_losses(reading: Reading, losses: Iterable[Loss]) -> Reading:
    return replace(reading, losses=(*losses, *reading.losses))


def _open(source: Source, options: ReadingOptions) -> tuple[Export, list[Loss]]:
    value, encoding = load_json(source, options)
    losses: list[Loss] = []
    posts = _gather(value, options, losses)
    if not posts:
        raise UnknownShape(file=source.name, expected=_(EXPECTED))
    for number, post in enumerate(posts, start=1):
        post.cells = {name: _cell(each, number, losses) for name, each in post.fields.items()}
    _fill_in(posts, options, source.name)
    cells = [post.cells for post in posts]
    return tabulate(cells, file=source.name, format="community_json", encoding=encoding, options=options), losses


def _gather(value: Value, options: ReadingOptions, losses: list[Loss]) -> list[_Post]:
    """The posts as a person reads them, each before its replies; what is said of a thread besides its title is lost."""
    names = {*NAMES["text"], fold_header(options.columns.get("text", ""))}
    posts: list[_Post] = []
    waiting = _records(value, _Around())
    while waiting:
        record, around = waiting.pop()
        inside = [
            name for name, each in record.items() if fold_header(name) in INSIDE and isinstance(each, (dict, list))
        ]
        fields = {name: each for name, each in record.items() if name not in inside}
        title = _named(fields, TITLES) if inside and around.above is None else ""
        around = replace(around, thread=title or around.thread)
        if any(fold_header(name) in names and not isinstance(each, (dict, list)) for name, each in fields.items()):
            posts.append(_Post(fields, around))
            around = replace(around, above=len(posts) - 1)
        else:
            around = replace(around, prompt=_named(fields, NAMES["prompt"]) or around.prompt)
            _lose(fields, (title, around.prompt), losses)
        waiting.extend(each for name in reversed(inside) for each in _records(record[name], around))
    return posts


def _records(value: Value, around: _Around) -> list[tuple[Mapping[str, Value], _Around]]:
    """The records in a value with what they stand in, the last first."""
    found = [value] if isinstance(value, dict) else mappings_in(value)
    return [(each, around) for each in reversed(found)]


def _named(fields: Mapping[str, Value], names: Sequence[str]) -> str:
    """The text under the first of these names that a record has."""
    folded = {fold_header(name): each for name, each in fields.items()}
    return " ".join(text_of(first_of(folded, names), None, []).split())


def _lose(fields: Mapping[str, Value], kept: Iterable[str], losses: list[Loss]) -> None:
    texts = (_cell(each, 0, losses) for each in fields.values())
    losses.extend(Loss(LossKind.COLUMN, each) for each in texts if each.strip() and each.strip() not in kept)


def _cell(value: Value, line: int, losses: list[Loss]) -> str:
    """What stands in the table for a value: the name of a person, reactions with their numbers, or the text itself."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, (dict, list)):
        return text_of(value, line, losses)
    text = _reactions(value) or (text_of(first_of(value, PEOPLE), line, losses) if isinstance(value, dict) else "")
    if text or not value:
        return text
    try:
        return text_of(json.dumps(value, ensure_ascii=False), line, losses)
    except RecursionError:
        losses.append(Loss(LossKind.UNREADABLE, "", line))
        return ""


def _reactions(value: Mapping[str, Value] | list[Value]) -> str:
    """Reactions as an export in a table writes them ("👍 3, ❤️ 1"); empty when the value is something else."""
    if isinstance(value, dict):
        counts = [(str(name), number_of(each)) for name, each in value.items()]
    else:
        counts = [(str(first_of(each, SIGNS)), number_of(first_of(each, COUNTS))) for each in mappings_in(value)]
        if value and all(isinstance(each, str) and not each.isalnum() for each in value):
            return text_of(" ".join(map(str, value)), None, [])
    if not counts or any(count is None for _, count in counts):
        return ""
    return text_of(", ".join(f"{name} {count:.0f}" for name, count in counts), None, [])


def _header(posts: Iterable[_Post]) -> list[str]:
    return list(dict.fromkeys(name for post in posts for name in post.fields))


def _fill_in(posts: Sequence[_Post], options: ReadingOptions, file: str) -> None:
    """Give every post what the nesting says of it: whom it answers, and what its thread is about."""
    header = _header(posts)
    roles = {role: header[place] for role, place in find_columns(header, given=options.columns, file=file).items()}
    key, parent, thread, prompt = (roles.get(role, name) for role, name in OWN.items())
    for post in posts:
        above = None if post.around.above is None else posts[post.around.above]
        if above is not None:
            above.cells[key] = above.cells.get(key) or f"#{post.around.above}"
            post.cells[parent] = post.cells.get(parent) or above.cells[key]
        for name, told in ((thread, post.around.thread), (prompt, post.around.prompt)):
            if told:
                post.cells[name] = post.cells.get(name) or told
