"""The policy theory from a TOML file, its evidence, and the matrix that tests it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from coding.codings import Coding
from corpus.documents import Document
from study.config import Settings
from study.ids import imported_id
from study.messages import translate as _
from study.store import Store
from synthesis.evidence import LITERATURE, Evidence, LiteratureSearch, Quality, Relevance, Stance
from synthesis.theory import Assumption, AssumptionKind, Block, TheoryLink, TheoryNode
from synthesis.verdicts import OVERALL, Outcome
from workbench.actions.saving import put
from workbench.errors import PassageNotFound
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

NODE = {"key", "label", "block"}
ASSUMPTION = {"key", "kind", "block", "statement", "elements", "from", "rivals"}
LINK = {"source", "target", "assumption"}
SEARCH = {"assumptions", "query", "held_on", "hits", "read"}
STUDY = {"assumption", "document", "ref", "study", "direction", "quality", "relevance", "page"}
OVERRIDE = {"assumption", "column", "value", "reason", "by"}
TABLES = ("node", "assumption", "link", "search", "study_evidence", "override")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ruling:
    """An override as the file gives it: what a person decides instead of the rule."""

    assumption: str
    column: str
    value: Outcome
    reason: str
    by: str
    row: Entry


@dataclass(frozen=True, slots=True)
class Theory:
    """What a theory file holds; `rulings` become overrides once the matrix they correct is computed."""

    assumptions: tuple[Assumption, ...]
    nodes: tuple[TheoryNode, ...]
    links: tuple[TheoryLink, ...]
    searches: tuple[LiteratureSearch, ...]
    evidence: tuple[Evidence, ...]
    rulings: tuple[Ruling, ...]


def store_theory(store: Store, settings: Settings, file: Path, *, refs: Mapping[str, str] | None = None) -> Theory:
    """Put the theory of the file in an open store; `refs` maps names of passages in the file to coding ids."""
    data = read_toml(file)
    only_tables(file, data, TABLES)
    codings, documents = store.records(Coding, Document)
    known = dict(refs or {}) | {each.id: each.id for each in codings}
    theory = _Reader(file, data, settings, known, sources_of(documents)).theory()
    put(store, *theory.assumptions, *theory.nodes, *theory.links, *theory.searches, *theory.evidence)
    return theory


def sources_of(documents: Iterable[Document]) -> dict[str, str]:
    """The ids of documents by the name of their file, with and without its suffix."""
    return {name: each.id for each in documents for name in (each.source, Path(each.source).stem)}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file; holds what its references may point at."""

    file: Path
    data: Mapping[str, Any]
    settings: Settings
    refs: Mapping[str, str]
    sources: Mapping[str, str]

    def theory(self) -> Theory:
        """Everything in the file, its references checked."""
        assumptions = self._rows("assumption", self._assumption, ASSUMPTION)
        known = {each.key: each for each in assumptions}
        nodes = self._rows("node", self._node, NODE)
        boxes = {each.key: each for each in nodes}
        return Theory(
            assumptions,
            nodes,
            self._rows("link", lambda row: self._link(row, boxes, known), LINK, ("source", "target")),
            self._rows("search", lambda row: self._search(row, known), SEARCH, ("query",)),
            self._rows("study_evidence", lambda row: self._study(row, known), STUDY, ("assumption", "study")),
            self._rows("override", lambda row: self._ruling(row, known), OVERRIDE, ("assumption", "column")),
        )

    def _rows(
        self, table: str, make: Callable[[Entry], T], fields: set[str], identity: tuple[str, ...] = ("key",)
    ) -> tuple[T, ...]:
        return read_entries(self.file, self.data, table, make, fields=fields, identity=identity)

    def _identity(self, table: str, key: str) -> str:
        return imported_id(self.settings.id, table, key)

    def _assumption(self, row: Entry) -> Assumption:
        key = row.text("key")
        return Assumption(
            id=self._identity("assumption", key),
            key=key,
            ordinal=row.number,
            kind=row.choice("kind", AssumptionKind),
            block=row.choice("block", Block),
            statement=row.text("statement"),
            elements=row.pairs("elements"),
            reconstructed_from=tuple(self._passage(each, key) for each in row.texts("from")),
            rivals=row.texts("rivals"),
        )

    def _node(self, row: Entry) -> TheoryNode:
        key = row.text("key")
        return TheoryNode(self._identity("node", key), key, row.number, row.text("label"), row.choice("block", Block))

    def _link(self, row: Entry, nodes: Mapping[str, TheoryNode], assumptions: Mapping[str, Assumption]) -> TheoryLink:
        source, target = row.known("source", nodes).key, row.known("target", nodes).key
        assumption = row.known("assumption", assumptions).key if row.text_or_none("assumption") else None
        return TheoryLink(self._identity("link", f"{source}>{target}"), source, target, assumption)

    def _search(self, row: Entry, assumptions: Mapping[str, Assumption]) -> LiteratureSearch:
        held_on, hits, read = row.day("held_on"), row.whole("hits"), row.whole("read")
        if held_on is None or hits is None or read is None:
            raise row.refuse(_("a search needs its date, the number of hits and how many were read"))
        keys = row.texts("assumptions")
        for key in keys:
            if key not in assumptions:
                raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name="assumptions", key=key))
        query = row.text("query")
        return LiteratureSearch(self._identity("search", query), keys, query, held_on, hits, read)

    def _study(self, row: Entry, assumptions: Mapping[str, Assumption]) -> Evidence:
        assumption, study = row.known("assumption", assumptions).key, row.text("study")
        ref = row.text_or_none("ref")
        return Evidence(
            id=self._identity("evidence", f"{assumption}/{study}"),
            assumption=assumption,
            stance=row.choice("direction", Stance),
            coding_id=self._passage(ref, study) if ref else None,
            document_id=row.known("document", self.sources),
            study=study,
            quality=row.choice("quality", Quality),
            relevance=row.choice("relevance", Relevance),
            page=_page(row),
        )

    def _ruling(self, row: Entry, assumptions: Mapping[str, Assumption]) -> Ruling:
        column = row.text("column")
        if column not in (LITERATURE, OVERALL):
            self.settings.perspective(column)
        assumption = row.known("assumption", assumptions).key
        return Ruling(assumption, column, row.choice("value", Outcome), row.text("reason"), row.text("by"), row)

    def _passage(self, name: str, what: str) -> str:
        if name not in self.refs:
            raise PassageNotFound(name=name, what=what)
        return self.refs[name]


def _page(row: Entry) -> str | None:
    value = row.values.get("page")
    return None if value in (None, "") else str(value)
