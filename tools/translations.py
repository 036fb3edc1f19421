"""The Dutch catalogues beside the code: `python -m tools.translations check` and `… update`.

Messages stand in English in the code and the templates; the Dutch of a room stands in
`study/locale/nl/LC_MESSAGES/ROOM.po`, with its compiled twin `.mo` beside it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).parents[1]
ROOMS = ("study", "corpus", "coding", "synthesis", "prioritisation", "reports", "workbench")
TEMPLATES = (".html", ".jinja", ".j2")
MARKERS = ("N_", "translate", "translate_count")
TEMPLATE_MARKERS = ("_", "_n", *MARKERS)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a message stands: the file, from the root of the repository, and the line."""

    file: str
    line: int


def messages_of(room: str, root: Path = ROOT) -> dict[str, list[Place]]:
    """Every message of a room, with the places where it stands."""
    found: dict[str, list[Place]] = {}
    for file in sorted((root / room).rglob("*")):
        read = messages_in_python if file.suffix == ".py" else messages_in_template
        if file.suffix == ".py" or file.suffix in TEMPLATES:
            for line, message in read(file.read_text(encoding="utf-8")):
                found.setdefault(message, []).append(Place(file.relative_to(root).as_posix(), line))
    return found


def messages_in_python(source: str) -> Iterator[tuple[int, str]]:
    """The messages that Python code marks or translates, under whatever name it imported the marker."""
    tree = ast.parse(source)
    names = marker_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called_name(node) in names:
            wanted = 2 if names[called_name(node)] == "translate_count" else 1
            for argument in node.args[:wanted]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.lineno, argument.value


def built_messages(source: str) -> list[int]:
    """The lines where a message is put together instead of written out; no catalogue can hold those."""
    tree = ast.parse(source)
    names = marker_names(tree)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called_name(node) in names)
    return [call.lineno for call in calls if call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)]


def marker_names(tree: ast.Module) -> dict[str, str]:
    """The names under which a module knows the markers of `study.messages`, with what each of them is."""
    names = {marker: marker for marker in MARKERS}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "study.messages":
            names |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in MARKERS}
    return names


def called_name(call: ast.Call) -> str:
    """The last word of what is called: `translate` for `messages.translate(…)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def messages_in_template(source: str) -> Iterator[tuple[int, str]]:
    """The messages that a Jinja template translates."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.do"])
    for line, _, words in extract_from_ast(environment.parse(source), TEMPLATE_MARKERS):
        for message in words if isinstance(words, tuple) else (words,):
            if message is not None:
                yield line, message


def catalogue_file(room: str, root: Path = ROOT) -> Path:
    """The Dutch catalogue of a room, as people edit it."""
    return root / "study" / "locale" / "nl" / "LC_MESSAGES" / f"{room}.po"


def read_catalogue(file: Path) -> Catalog:
    """The catalogue in this file, or an empty one."""
    if not file.exists():
        return Catalog(locale="nl", project="Rode Draad", charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale="nl")


def entries(catalogue: Catalog) -> dict[str, str]:
    """What a catalogue translates: message to translation, without what is empty or only guessed."""
    return {
        str(entry.id): str(entry.string)
        for entry in catalogue
        if entry.id and entry.string and isinstance(entry.id, str) and not entry.fuzzy
    }


@cache
def dutch(root: Path = ROOT) -> dict[str, str]:
    """All translations of all rooms."""
    return {
        message: words
        for room in ROOMS
        for message, words in entries(read_catalogue(catalogue_file(room, root))).items()
    }


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    stream = BytesIO()
    write_mo(stream, catalogue, use_fuzzy=True)
    return stream.getvalue()


def placeholders(message: str) -> set[str]:
    """The names in braces that are filled in; a text that is no template has none."""
    try:
        return {name for _, name, _, _ in Formatter().parse(message) if name is not None}
    except ValueError:
        return set()


def untranslated(room: str, root: Path = ROOT) -> list[str]:
    """A line for each message of the room that no catalogue has in Dutch."""
    known = dutch(root)
    found = messages_of(room, root).items()
    return [
        f"{places[0].file}:{places[0].line}: no Dutch for “{message}”"
        for message, places in found
        if message not in known
    ]


def unequal_places(room: str, root: Path = ROOT) -> list[str]:
    """A line for each translation that fills in other names than its message."""
    pairs = entries(read_catalogue(catalogue_file(room, root))).items()
    return [
        f"{room}.po: other names in braces in the Dutch of “{message}”"
        for message, words in pairs
        if placeholders(message) != placeholders(words)
    ]


def stale(room: str, root: Path = ROOT) -> list[str]:
    """A line when the compiled catalogue of the room says something else than the catalogue."""
    source = catalogue_file(room, root)
    twin = source.with_suffix(".mo")
    if not source.exists() or not messages_of(room, root):
        return []
    if not twin.exists():
        return [f"{room}.mo is not there; run: make translations"]
    fresh = entries(read_mo(BytesIO(compiled(read_catalogue(source)))))
    with twin.open("rb") as stream:
        same = fresh == entries(read_mo(stream))
    return [] if same else [f"{room}.mo is older than {room}.po; run: make translations"]


def built(room: str, root: Path = ROOT) -> list[str]:
    """A line for each message of the room that is put together in the code."""
    return [
        f"{file.relative_to(root).as_posix()}:{line}: write the message out and give the values by name"
        for file in sorted((root / room).rglob("*.py"))
        for line in built_messages(file.read_text(encoding="utf-8"))
    ]


def faults(room: str, root: Path = ROOT) -> list[str]:
    """Everything that is wrong with the translations of a room, a line each."""
    return [*untranslated(room, root), *unequal_places(room, root), *stale(room, root), *built(room, root)]


def update(room: str, root: Path = ROOT) -> None:
    """Add the room's new messages to its catalogue, take out those that are gone, and compile."""
    template = Catalog(project="Rode Draad", charset="utf-8")
    for message, places in messages_of(room, root).items():
        template.add(message, locations=[(file, 0) for file in sorted({place.file for place in places})])
    file = catalogue_file(room, root)
    catalogue = read_catalogue(file)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, catalogue, width=110, sort_output=True, include_lineno=False)
    file.with_suffix(".mo").write_bytes(compiled(catalogue))


def main(verb: str = "check") -> int:
    """Check or update the catalogues of all rooms; 1 when something is wrong."""
    if verb == "update":
        for room in ROOMS:
            update(room)
        dutch.cache_clear()
    lines = [line for room in ROOMS for line in faults(room)]
    print(*lines, sep="\n", end="\n" if lines else "")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
