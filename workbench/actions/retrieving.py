"""Retrieving: passages by a question, codes by attributes, codes by codes, and cases by themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from coding.codebook import Code, code_paths
from coding.crosstabs import Cooccurrence, Crosstab, cooccur, cross_codes
from coding.framework import FrameworkSummary
from coding.retrieval import Retrieval
from coding.retrieval_query import parse_query
from corpus.asked import asked as asked_table
from corpus.participants import Participant
from study.folder import Study
from study.ids import new_id
from workbench.actions.material import Material, load_material
from workbench.errors import UnknownAttribute

if TYPE_CHECKING:
    import pandas

SUMMARY = "write summary"
"""What the journal calls a summary in the framework matrix."""
FOUND_FIELDS = (
    *("document", "title", "start", "end", "turn", "speaker", "perspective", "instrument", "held_on"),
    *("group", "code", "code_name", "code_path", "phase", "actor", "valence", "kind", "intensity"),
    *("coder", "version", "meerduidig", "text"),
)
COLUMNS = ("perspective", "phase", "actor", "valence", "kind", "coder", "instrument", "document")
"""Attributes of passages; besides these every trait of participants can be asked for."""
MOST_CODES = 60


@dataclass(frozen=True)
class Found:
    """The passages that a question finds, and how many different respondents said them."""

    table: pandas.DataFrame

    @property
    def passages(self) -> int:
        """How many passages."""
        return int(self.table["coding_id"].nunique())

    @property
    def respondents(self) -> int:
        """How many respondents."""
        return int(self.table["participant_id"].nunique())


def find_passages(
    study: Study, question: str, *, with_children: bool = True, material: Material | None = None
) -> Found:
    """The passages that a question asks for; raises `UnreadableQuery`, and `BlindNow` when a round hides some."""
    query = parse_query(question)
    material = material or load_material(study)
    retrieval = Retrieval(material.passages, material.segments, material.codes)
    return Found(retrieval.find(query, with_children=with_children))


def found_rows(found: Found, material: Material) -> list[dict[str, Any]]:
    """The passages with the full path of their code, their attributes, source and place."""
    paths = code_paths(material.codes)
    titles = {each.id: each.title for each in material.documents}
    ordinals = {each.id: each.ordinal + 1 for each in material.segments}
    versions = {each.id: each.codebook_version for each in material.codings}
    rows = []
    for each in found.table.drop_duplicates("coding_id").to_dict("records"):
        row = {name: None if each.get(name) != each.get(name) else each.get(name) for name in FOUND_FIELDS}
        row |= {
            "title": titles.get(each["document_id"], ""),
            "turn": ordinals.get(each["segment_id"] or ""),
            "speaker": each["participant"] or each["speaker"],
            "code_path": paths.get(each["code"] or "", ""),
            "version": versions.get(each["coding_id"]),
        }
        rows.append(row)
    return rows


def attributes_of(material: Material) -> tuple[str, ...]:
    """What codes can be set against: columns of passages, and the traits of participants."""
    traits = sorted({name for each in material.participants for name in each.traits})
    return (*COLUMNS, *(f"kenmerk.{name}" for name in traits))


def crosstab_of(material: Material, attribute: str, *, question: str = "", group: str = "") -> Crosstab:
    """Codes by an attribute, of all passages or of those that a question finds.

    Raises `UnknownAttribute` and `UnreadableQuery`.
    """
    table = Retrieval(material.passages, material.segments, material.codes).find(parse_query(question))
    return cross_codes(table, _values(table, attribute, material), codes=codes_in(material, table, group))


def cooccurrence_of(material: Material, *, question: str = "", group: str = "") -> Cooccurrence:
    """Codes that come together in one turn, of all passages or of those that a question finds."""
    table = Retrieval(material.passages, material.segments, material.codes).find(parse_query(question))
    return cooccur(table, codes=codes_in(material, table, group))


def codes_in(material: Material, table: pandas.DataFrame, group: str = "") -> list[str]:
    """The codes in use, of one group or of all, those used most first; not more than fit on a page."""
    used = table.drop_duplicates("coding_id")["code"].value_counts()
    known = {each.key for each in material.codes if not group or each.group == group}
    return [str(each) for each in used.index if each in known][:MOST_CODES]


def _values(table: pandas.DataFrame, attribute: str, material: Material) -> pandas.Series:
    if attribute in COLUMNS:
        return table[attribute]
    name = attribute.removeprefix("kenmerk.")
    traits = {each.id: each.traits.get(name) for each in material.participants}
    if not attribute.startswith("kenmerk.") or not any(traits.values()):
        raise UnknownAttribute(name=attribute, known=", ".join(attributes_of(material)))
    return table["participant_id"].map(traits)


@dataclass(frozen=True, slots=True)
class Cell:
    """One case and theme: what a researcher wrote, and the passages (ids) with their first words."""

    summary: str
    by: str
    passages: tuple[tuple[str, str], ...]
    was_asked: bool


@dataclass(frozen=True, slots=True)
class FrameworkMatrix:
    """Cases (participants) by themes (codes)."""

    people: tuple[Participant, ...]
    themes: tuple[Code, ...]
    cells: Mapping[tuple[str, str], Cell]


def framework_of(study: Study, material: Material, *, themes: Sequence[str], perspective: str = "") -> FrameworkMatrix:
    """The matrix of these themes (code keys), with everything under them, and everybody who said something."""
    with study.reading() as store:
        summaries = {(each.participant_id, each.code): each for each in store.records(FrameworkSummary)[0]}
    known = {each.key: each for each in material.codes}
    chosen = tuple(known[key] for key in themes if key in known)
    spoken = {each.participant_id for each in material.segments}
    people = tuple(
        each for each in material.participants if each.id in spoken and perspective in ("", each.perspective)
    )
    retrieval = Retrieval(material.passages, material.segments, material.codes)
    asked = _asked(material)
    cells: dict[tuple[str, str], Cell] = {}
    for code in chosen:
        said: dict[str, list[tuple[str, str]]] = {}
        table = retrieval.find(parse_query(f'code:"{code.key}"')).drop_duplicates("coding_id")
        for key, person, text in zip(table["coding_id"], table["participant_id"], table["text"], strict=True):
            said.setdefault(str(person), []).append((str(key), str(text)))
        for each in people:
            written = summaries.get((each.id, code.key))
            cells[each.id, code.key] = Cell(
                written.text if written else "",
                written.by if written else "",
                tuple(said.get(each.id, ())),
                each.id in asked[""] or each.id in asked.get(code.key, ()),
            )
    return FrameworkMatrix(people, chosen, cells)


def _asked(material: Material) -> dict[str, set[str]]:
    """Who was asked about which code (key); under "" who was asked without a topic in particular."""
    register = (material.instruments, material.guides, material.questions, material.documents, material.segments)
    table = asked_table(*register, material.participants, phases=material.settings.phases)
    found: dict[str, set[str]] = {"": set()}
    for code, person in zip(table["code"], table["participant_id"], strict=True):
        found.setdefault(str(code or ""), set()).add(str(person))
    return found


def write_summary(study: Study, participant_id: str, code: str, text: str, *, by: str) -> None:
    """Write what one case says about one theme; an empty text takes the summary away. Raises `NotFound`."""
    with study.store(by=by, what=SUMMARY) as store:
        store.get(Participant, participant_id)
        store.only(Code, key=code)
        there = store.find(FrameworkSummary, participant_id=participant_id, code=code)
        if not text.strip():
            store.remove(*there)
            return
        key = there[0].id if there else new_id()
        made = FrameworkSummary(key, participant_id, code, text.strip(), by, datetime.now(UTC))
        (store.replace if there else store.add)(made)
