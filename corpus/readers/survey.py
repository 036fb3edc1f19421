"""Surveys (csv, tsv, xlsx): one row a person; the open answers are turns, what else was filled in are traits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.documents import DocumentKind
from corpus.errors import DoubledCode, MissingColumn, UnknownCut
from corpus.readers.answers import BETWEEN, SurveyColumns, sort_columns
from corpus.readers.columns import list_headers
from corpus.readers.dates import is_month_first, read_date
from corpus.readers.drafts import Draft, Findings, compose_reading
from corpus.readers.grids import read_grid
from corpus.readers.people import NAMES
from corpus.readers.sources import Source
from corpus.readers.table_rows import HEADER_WITHIN, Grid, Row
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from study.ids import digest_of
from study.messages import translate as _
from study.messages import translate_count

PERSON, QUESTION = "person", "question"
SAMPLE_ROWS = 200
SURE, LIKELY, DOUBTFUL = 1.0, 0.9, 0.75
# Qualtrics repeats the questions in full under the header, and puts its own ids below those.
_OWN_IDS = '{"ImportId"'


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey whose columns are known: a label for every row, and the question of every column in full.

    `above` are the rows over its header.
    """

    grid: Grid
    above: tuple[Row, ...]
    header: tuple[str, ...]
    questions: tuple[str, ...]
    rows: tuple[Row, ...]
    columns: SurveyColumns
    labels: tuple[str, ...]
    given: bool
    month_first: bool

    def cell(self, row: Row, place: int | None) -> str:
        """The cell of a row at this place, without white space around it; empty when there is none."""
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""


def read(source: Source, options: ReadingOptions) -> Reading:
    """All open answers of a survey as one document, person after person."""
    survey = _open_survey(source, options)
    cells = [(person, place) for person in range(len(survey.rows)) for place in survey.columns.answers]
    return _compose(source, survey, cells, losers=range(len(survey.rows)), above=survey.above)


def read_all(source: Source, options: ReadingOptions) -> Iterator[Reading]:
    """The open answers of a survey: a reading for each person, or with `options.per` "question" for each question.

    The question is the prompt of each turn, the case code its speaker. Raises `MissingColumn` when no column holds
    open answers, `DoubledCode`, `UnknownCut`.
    """
    survey, per = _open_survey(source, options), options.per or PERSON
    if per not in (PERSON, QUESTION):
        raise UnknownCut(per=per, known=f"{PERSON}, {QUESTION}")
    parts = _per_person(survey) if per == PERSON else _per_question(survey)
    silent = _silent(survey)
    notes = [*_notes(survey, per), *([_silence(len(silent))] if silent else [])]
    digest, above, others = source.digest, survey.above, silent if per == PERSON else ()
    for mark, title, cells, losers in parts:
        reading = _compose(source, survey, cells, losers=(*losers, *others), notes=notes, above=above)
        notes, above, others = _notes(survey, per), (), ()
        yield replace(
            reading,
            title=f"{source.stem} – {title}",
            source=f"{source.name}#{mark}",
            digest=digest_of(f"{digest}/{per}/{mark}".encode()),
        )


def recognise(source: Source, options: ReadingOptions) -> float:
    """How surely (0 to 1) this is a survey: a table in which some columns hold people's own words."""
    if options.per or "answer" in options.columns:
        return 1.0
    grid = read_grid(source, options, most=SAMPLE_ROWS)
    header, rows = _find_header(grid, grid.rows.head(SAMPLE_ROWS))[::2]
    columns = sort_columns(header, _padded(rows, header), given={}, file=source.name)
    if not columns.answers or len(header) < 2:
        return 0.0
    named = {name for role in ("name", "first", "last", "email") for name in NAMES[role]}
    names_people = any(each.strip().casefold() in named for each in header)
    return 0.95 if (columns.case is not None or len(columns.answers) > 1) and not names_people else 0.7


def _silent(survey: Survey) -> tuple[int, ...]:
    """The rows of people who wrote nothing: what else is in them is accounted for in the first document."""
    return tuple(
        person
        for person, row in enumerate(survey.rows)
        if not any(survey.cell(row, place) for place in survey.columns.answers)
    )


_Part = tuple[str, str, list[tuple[int, int]], Sequence[int]]


def _per_person(survey: Survey) -> Iterator[_Part]:
    """Mark, title, cells (row and column) and rows to account for, of every person who wrote something."""
    for person, (row, label) in enumerate(zip(survey.rows, survey.labels, strict=True)):
        cells = [(person, place) for place in survey.columns.answers if survey.cell(row, place)]
        if cells:
            yield label, label, cells, (person,)


def _per_question(survey: Survey) -> Iterator[_Part]:
    """The same of every question that was answered; all rows are accounted for in the first."""
    losers: Sequence[int] = range(len(survey.rows))
    for number, place in enumerate(survey.columns.answers, start=1):
        cells = [(person, place) for person, row in enumerate(survey.rows) if survey.cell(row, place)]
        if cells:
            yield str(number), survey.questions[place], cells, losers
            losers = ()


def _open_survey(source: Source, options: ReadingOptions) -> Survey:
    grid = read_grid(source, options)
    every = list(grid.rows)
    header, questions, rows = _find_header(grid, every)
    above = tuple(row for row in every[: len(every) - len(rows)] if row.cells != header)
    padded = _padded(rows, header)
    columns = sort_columns(header, padded, given=options.columns, file=source.name)
    if not columns.answers:
        expected = _("a column in which people wrote in their own words")
        role = _("the open answers")
        raise MissingColumn(file=source.name, role=role, found=list_headers(header), expected=expected)
    labels = _labels(rows, columns, source.name)
    month_first = is_month_first(row[columns.date] for row in padded) if columns.date is not None else False
    return Survey(
        grid, above, header, questions, tuple(rows), columns, labels, "answer" in options.columns, month_first
    )


def _find_header(grid: Grid, rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[str, ...], Sequence[Row]]:
    """The names of the columns, the questions in full, and the rows of people."""
    filled = [sum(bool(each.strip()) for each in row.cells) for row in rows[:HEADER_WITHIN]]
    top = next(place for place, count in enumerate(filled) if count == max(filled))
    header, under = rows[top].cells, rows[top + 1 :]
    if len(under) > 1 and any(cell.startswith(_OWN_IDS) for cell in under[1].cells):
        return header, _tidy(under[0].cells), under[2:]
    return header, _tidy(header), under


def _tidy(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in cells)


def _padded(rows: Sequence[Row], header: Sequence[str]) -> list[tuple[str, ...]]:
    return [(*row.cells, *[""] * (len(header) - len(row.cells))) for row in rows]


def _labels(rows: Sequence[Row], columns: SurveyColumns, file: str) -> tuple[str, ...]:
    """The case code of every row; without codes its number, which means somebody else in the next file."""
    if columns.case is None:
        return tuple(f"R{number}" for number in range(1, len(rows) + 1))
    codes = [" ".join(row.cells[columns.case].split()) if columns.case < len(row.cells) else "" for row in rows]
    lines: dict[str, list[int]] = {}
    for code, row in zip(codes, rows, strict=True):
        lines.setdefault(code, []).append(row.line)
    for code, places in lines.items():
        if code and len(places) > 1:
            raise DoubledCode(file=file, code=code, lines=", ".join(map(str, places)))
    return tuple(code or f"R{number}" for number, code in enumerate(codes, start=1))


def _compose(
    source: Source,
    survey: Survey,
    cells: Sequence[tuple[int, int]],
    *,
    losers: Sequence[int],
    notes: Sequence[str] = (),
    above: Sequence[Row] = (),
) -> Reading:
    found = Findings(notes=list(notes))
    for row in above:
        found.losses.extend(
            [*row.losses, *(Loss(LossKind.HEADER, each, row.line) for each in row.cells if each.strip())]
        )
    for person, place in cells:
        row = survey.rows[person]
        found.drafts.append(
            Draft(
                survey.cell(row, place),
                survey.labels[person],
                posted_at=read_date(survey.cell(row, survey.columns.date), month_first=survey.month_first),
                prompt=survey.questions[place],
            )
        )
    for person in losers:
        _lose_rest(survey, survey.rows[person], found)
    reading = compose_reading(
        source, found, kind=DocumentKind.SURVEY, format=survey.grid.format, encoding=survey.grid.encoding
    )
    people = sorted({person for person, _ in cells})
    return replace(
        reading,
        certainty=SURE if survey.given else DOUBTFUL if survey.columns.doubtful else LIKELY,
        columns=_columns(survey),
        headers=tuple(each.strip() for each in survey.header if each.strip()),
        sheets=survey.grid.sheets,
        traits={survey.labels[person]: _traits(survey, survey.rows[person]) for person in people},
    )


def _lose_rest(survey: Survey, row: Row, found: Findings) -> None:
    """Every cell that is no answer is a loss of its kind."""
    columns = survey.columns
    found.losses.extend(row.losses)
    for place, cell in enumerate(row.cells):
        if cell.strip() and place not in columns.answers:
            kinds = {columns.case: LossKind.LABEL, columns.date: LossKind.TIME}
            kind = LossKind.TRAIT if place in columns.traits else kinds.get(place, LossKind.COLUMN)
            found.losses.append(Loss(kind, cell.strip(), row.line))


def _traits(survey: Survey, row: Row) -> Mapping[str, str]:
    pairs = ((survey.questions[place], survey.cell(row, place)) for place in survey.columns.traits)
    return {name: " ".join(cell.split()) for name, cell in pairs if cell}


def _columns(survey: Survey) -> dict[str, str]:
    """The headers for each role, several of them parted by " | "."""
    columns = survey.columns
    places = {
        "case": [] if columns.case is None else [columns.case],
        "date": [] if columns.date is None else [columns.date],
        "answer": columns.answers,
        "trait": columns.traits,
    }
    named = {role: BETWEEN.join(survey.header[each].strip() for each in some) for role, some in places.items()}
    return {role: headers for role, headers in named.items() if headers}


def _notes(survey: Survey, per: str) -> list[str]:
    def listed(places: Sequence[int]) -> str:
        return ", ".join(survey.header[place].strip()[:60] for place in places) or "–"

    columns = survey.columns
    cut = {
        PERSON: _("A survey, cut into a document for each person; a document for each question is possible too."),
        QUESTION: _("A survey, cut into a document for each question; a document for each person is possible too."),
    }
    notes = [
        cut[per],
        _("Open answers: {columns}. Traits: {traits}.", columns=listed(columns.answers), traits=listed(columns.traits)),
    ]
    if columns.left_out:
        notes.append(
            _("Left out, for it is empty or says who people are: {columns}.", columns=listed(columns.left_out))
        )
    if columns.case is None:
        notes.append(_("No column holds case codes: people are numbered R1, R2, …"))
    return notes


def _silence(silent: int) -> str:
    return translate_count(
        "{number} person wrote nothing and has no document.",
        "{number} people wrote nothing and have no document.",
        silent,
    )
