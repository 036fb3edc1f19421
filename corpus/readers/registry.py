"""Registry: every reader by its name and the suffixes of its files, ours and those a lab adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import NoReturn

from corpus.errors import BrokenReader, NotWhatItSays, UnknownReader
from corpus.readers.sources import Source
from corpus.reading import Reading, ReadingOptions
from study.errors import StudyError

GROUP = "rodedraad.readers"
"""The group of entry points under which a distribution offers a `Reader`."""
BY_SUFFIX = 0.5
"""How sure a reader is that has no `recognise`: the name of the file says so, and nothing else does."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, the suffixes of its files, and the module that reads it.

    The module offers `read(source, options) -> Reading`; beside it, when a file can hold several documents,
    `read_all(source, options) -> Iterable[Reading]`; and, when more readers take the same suffix,
    `recognise(source, options) -> float`: how surely (0 to 1) the file is of its format. A `CorpusError` in
    `recognise` means that it is not. `package` is the distribution of a reader that is not ours.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    package: str | None = None

    def certainty(self, source: Source, options: ReadingOptions) -> float:
        """How surely (0 to 1) the file is of this format."""
        module = self._load()
        try:
            return float(module.recognise(source, options)) if hasattr(module, "recognise") else BY_SUFFIX
        except StudyError:
            return 0.0
        except Exception as problem:
            self._refuse(problem)

    def read(self, source: Source, options: ReadingOptions) -> Reading:
        """The file as one document."""
        module = self._load()
        try:
            return self._checked(module.read(source, options))
        except StudyError:
            raise
        except RecursionError as problem:
            raise NotWhatItSays(file=source.name, suffix=self.suffixes[0]) from problem
        except Exception as problem:
            self._refuse(problem)

    def read_all(self, source: Source, options: ReadingOptions) -> Iterator[Reading]:
        """The documents of the file, each made when it is asked for."""
        module = self._load()
        try:
            if hasattr(module, "read_all"):
                yield from map(self._checked, module.read_all(source, options))
            else:
                yield self._checked(module.read(source, options))
        except StudyError:
            raise
        except RecursionError as problem:
            raise NotWhatItSays(file=source.name, suffix=self.suffixes[0]) from problem
        except Exception as problem:
            self._refuse(problem)

    def _load(self) -> ModuleType:
        try:
            return import_module(self.module)
        except Exception as problem:
            self._refuse(problem)

    def _checked(self, reading: object) -> Reading:
        if not isinstance(reading, Reading):
            raise TypeError(type(reading).__name__)
        return reading

    def _refuse(self, problem: Exception) -> NoReturn:
        """Say which package is to blame; a fault in a reader of ours stays a fault."""
        if self.package is None:
            raise problem
        raise BrokenReader(name=self.name, package=self.package, reason=type(problem).__name__) from problem


def _ours(name: str, *suffixes: str) -> Reader:
    return Reader(name, suffixes, f"corpus.readers.{name}")


OURS = (
    _ours("vtt", ".vtt"),
    _ours("srt", ".srt"),
    _ours("docx", ".docx"),
    _ours("meet", ".docx"),
    _ours("odt", ".odt"),
    _ours("rtf", ".rtf"),
    _ours("sheet", ".csv", ".tsv", ".xlsx"),
    _ours("survey", ".csv", ".tsv", ".xlsx"),
    _ours("text", ".txt", ".md"),
    _ours("zoom_chat", ".txt"),
    _ours("whisper", ".json"),
    _ours("community_json", ".json"),
    _ours("forum", ".html", ".htm"),
    _ours("pdf", ".pdf"),
)


@dataclass(frozen=True, slots=True)
class Added:
    """The readers that distributions add, and what is to be said of those that do not work."""

    readers: tuple[Reader, ...]
    broken: tuple[BrokenReader, ...]


def list_readers() -> tuple[Reader, ...]:
    """Every reader, ours first."""
    return (*OURS, *added_readers().readers)


def known_suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read."""
    return tuple(dict.fromkeys(suffix for each in list_readers() for suffix in each.suffixes))


def named_reader(name: str) -> Reader:
    """The reader with this name; raises `UnknownReader`, or `BrokenReader` when it was added but does not work."""
    readers: Mapping[str, Reader] = {each.name: each for each in reversed(list_readers())}
    if name in readers:
        return readers[name]
    for problem in added_readers().broken:
        if problem.values["name"] == name:
            raise problem
    raise UnknownReader(name=name, known=", ".join(sorted(readers)))


@cache
def added_readers() -> Added:
    """The readers under the entry points of every distribution that is installed."""
    readers: list[Reader] = []
    broken: list[BrokenReader] = []
    for point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        try:
            readers.append(_added(point))
        except BrokenReader as problem:
            broken.append(problem)
    return Added(tuple(readers), tuple(broken))


def _added(point: EntryPoint) -> Reader:
    package = point.dist.name if point.dist else "?"
    try:
        reader = point.load()
        suffixes = tuple(str(each).lower() for each in reader.suffixes)
        return Reader(str(reader.name), suffixes, str(reader.module), package)
    except Exception as problem:
        raise BrokenReader(name=point.name, package=package, reason=type(problem).__name__) from problem
