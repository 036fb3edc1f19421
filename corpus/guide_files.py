"""Topic lists in files: the questions of a Word list or table, or of a sheet, one a line, as a draft to look at."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import normalise_text
from corpus.errors import NoQuestions
from corpus.readers.columns import fold_header
from corpus.readers.grids import read_grid
from corpus.readers.packages import read_parts
from corpus.readers.sources import Source, drop_invisible, open_source
from corpus.readers.word_text import read_body
from corpus.reading import ReadingOptions

HEADS: Mapping[str, frozenset[str]] = {
    "text": frozenset(("vraag", "vragen", "tekst", "question", "text", "stelling", "opdracht", "prompt", "topic",
                       "onderwerp", "hoofdvraag")),
    "key": frozenset(("nr", "nummer", "no", "sleutel", "key", "code", "vraagnummer", "id")),
    "prompted": frozenset(("doorvragen", "doorvraag", "gestuurd", "prompted", "voorgelegd", "probe")),
    "phases": frozenset(("fase", "fasen", "fases", "phase", "phases")),
    "codes": frozenset(("codes", "knelpunt", "knelpunten", "thema", "themas", "topics")),
    "assumptions": frozenset(("aanname", "aannames", "veronderstelling", "veronderstellingen", "assumption",
                              "assumptions")),
    "default_phase": frozenset(("standaardfase", "default_phase")),
    "default_actor": frozenset(("actor", "over_wie", "standaardactor", "default_actor")),
}  # fmt: skip
"""The names that the columns of a topic list have."""
YES = frozenset(("ja", "j", "x", "yes", "y", "1", "true", "waar", "doorvragen"))
DOCUMENT = "word/document.xml"
_BETWEEN = re.compile(r"\s*[,;/|\n]\s*")
_NUMBERED = re.compile(
    r"\s*(?:(?P<number>(?:vraag |v)?\d{1,2}(?:[.]\d{1,2})*[a-z]?)(?:[.):]|(?<=[a-z]))|[-–•*o]|[a-z][.)])\s+", re.I
)
_PROBE = re.compile(r"\s*[(\[]\s*(?:doorvragen|doorvraag|probe|probing)\s*[)\]]\s*|^\s*doorvragen\s*:\s*", re.I)
_PHASES = re.compile(r"\s*[(\[]\s*(?:fasen?|fases|phases?)\s*:?\s*(?P<keys>[^)\]]{1,60})[)\]]\s*", re.I)


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """A question as a file has it: its text, and what the file says it covers, in the words of the file."""

    text: str
    line: int
    key: str = ""
    prompted: bool = False
    phases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    default_phase: str = ""
    default_actor: str = ""


@dataclass(frozen=True, slots=True)
class DraftGuide:
    """The questions of a file in their order, a title when it has one, and the lines that seem to be no question."""

    title: str
    questions: tuple[DraftQuestion, ...]
    left_out: tuple[str, ...] = ()


def read_guide(file: Path) -> DraftGuide:
    """The topic list in a docx, csv or xlsx file.

    In Word a table with a column “Vraag” goes before everything; without one, every line with a number, a bullet or a
    question mark is a question. “(doorvragen)” and “(fase: 1, 2)” behind it are taken off it and kept. Raises
    `NoQuestions` and what the readers of these files raise.
    """
    source = open_source(file)
    guide = _of_word(source) if file.suffix.lower() == ".docx" else _of_sheet(source)
    if not guide.questions:
        raise NoQuestions(file=file.name)
    return guide


def _of_sheet(source: Source) -> DraftGuide:
    grid = read_grid(source, ReadingOptions(), score=_score)
    rows = [(row.line, row.cells) for row in grid.rows]
    return _of_rows(rows) or DraftGuide(source.stem, _of_lines((line, " ".join(cells)) for line, cells in rows)[0])


def _of_word(source: Source) -> DraftGuide:
    parts = read_parts(source, limit=ReadingOptions().unpacked_limit, wanted=(DOCUMENT,))
    body = read_body(parts[DOCUMENT])
    headings = [_tidy(each.text) for each in body.paragraphs if each.heading and each.text.strip()]
    title = next(iter(headings), source.stem)
    for table in body.tables:
        found = _of_rows([(table.line + place, cells) for place, cells in enumerate(table.rows)])
        if found is not None:
            return DraftGuide(title, found.questions, found.left_out)
    lines = [(each.line, line) for each in body.paragraphs if not each.heading for line in each.text.split("\n")]
    questions, left_out = _of_lines(lines, listed=body.listed)
    return DraftGuide(title, questions, left_out)


def _of_rows(rows: Sequence[tuple[int, Sequence[str]]]) -> DraftGuide | None:
    """The questions of a table, when one of its first rows names a column for them."""
    for top, (_line, cells) in enumerate(rows[:5]):
        places = _places(cells)
        if "text" in places:
            drafts = [_of_cells(line, each, places) for line, each in rows[top + 1 :]]
            return DraftGuide("", tuple(each for each in drafts if each.text))
    return None


def _score(cells: Sequence[str]) -> int:
    places = _places(cells)
    return len(places) if "text" in places else 0


def _places(cells: Sequence[str]) -> dict[str, int]:
    words = [fold_header(each) for each in cells]
    return {
        name: next(place for place, word in enumerate(words) if word in known)
        for name, known in HEADS.items()
        if any(word in known for word in words)
    }


def _of_cells(line: int, cells: Sequence[str], places: Mapping[str, int]) -> DraftQuestion:
    values = {name: _tidy(cells[place]) for name, place in places.items() if place < len(cells)}
    text, prompted, phases = _taken_apart(values.get("text", ""))
    return DraftQuestion(
        text=text,
        line=line,
        key=values.get("key", "").rstrip(".):"),
        prompted=prompted or fold_header(values.get("prompted", "")) in YES,
        phases=_items(values.get("phases", "")) or phases,
        codes=_items(values.get("codes", "")),
        assumptions=_items(values.get("assumptions", "")),
        default_phase=values.get("default_phase", ""),
        default_actor=values.get("default_actor", ""),
    )


def _of_lines(
    lines: Iterable[tuple[int, str]], *, listed: Container[int] = ()
) -> tuple[tuple[DraftQuestion, ...], tuple[str, ...]]:
    """The lines that are a question, and the others."""
    questions, left_out = [], []
    for number, line in lines:
        text = _tidy(line)
        marked = _NUMBERED.match(text)
        if text and (marked or number in listed or text.endswith("?") or _PROBE.search(text)):
            words, prompted, phases = _taken_apart(text[marked.end() :] if marked else text)
            key = (marked["number"] or "") if marked else ""
            questions.append(DraftQuestion(words, number, key, prompted, phases))
        elif text:
            left_out.append(text)
    return tuple(each for each in questions if each.text), tuple(left_out)


def _taken_apart(text: str) -> tuple[str, bool, tuple[str, ...]]:
    """The question itself, whether it prompts, and the phases that stand behind it."""
    phases = _PHASES.search(text)
    bare = _PHASES.sub(" ", text)
    prompted = _PROBE.search(bare) is not None
    return _tidy(_PROBE.sub(" ", bare)), prompted, _items(phases["keys"]) if phases else ()


def _items(text: str) -> tuple[str, ...]:
    return tuple(each for each in _BETWEEN.split(text.strip()) if each)


def _tidy(text: str) -> str:
    return " ".join(drop_invisible(normalise_text(text))[0].split())
