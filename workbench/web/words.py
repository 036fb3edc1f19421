"""The words of the pages: kinds, dates and times as a person reads them."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from coding.codings import StatementKind, Valence
from corpus.documents import DocumentKind, DocumentStatus
from corpus.instruments import InstrumentKind
from corpus.segments import Part
from prioritisation.sessions import SessionStatus
from reports.words import decimal
from study.messages import N_, current_language
from study.messages import translate as _
from synthesis.evidence import Stance
from synthesis.judgement import Column, Row
from synthesis.salience import Salience
from synthesis.theory import AssumptionKind, Block

PARTS = {
    Part.QUOTE: N_("quote"),
    Part.BOX: N_("box"),
    Part.BULLET: N_("bullet of a figure"),
}
DOCUMENT_KINDS = {
    DocumentKind.TRANSCRIPT: N_("transcript"),
    DocumentKind.COMMUNITY: N_("online community"),
    DocumentKind.SURVEY: N_("survey"),
    DocumentKind.POLICY: N_("policy text"),
    DocumentKind.LITERATURE: N_("literature"),
    DocumentKind.REPORT_OF_INTERVIEW: N_("report of an interview"),
    DocumentKind.PUBLISHED_REPORT: N_("published report"),
    DocumentKind.FIELD_NOTES: N_("field notes"),
}
DOCUMENT_STATUSES = {
    DocumentStatus.RAW: N_("raw"),
    DocumentStatus.CHECKED: N_("checked"),
}
INSTRUMENT_KINDS = {
    InstrumentKind.INTERVIEW: N_("interviews"),
    InstrumentKind.COMMUNITY: N_("online community"),
    InstrumentKind.SURVEY: N_("survey"),
    InstrumentKind.GROUP: N_("group interview"),
    InstrumentKind.ADVOCATE: N_("devil’s advocate"),
    InstrumentKind.SESSION: N_("session"),
    InstrumentKind.DESK: N_("desk research"),
}
VALENCES = {
    Valence.PAIN: N_("pain point"),
    Valence.GOOD: N_("good"),
    Valence.MIXED: N_("mixed"),
    Valence.NONE: N_("no valence"),
}
STATEMENT_KINDS = {
    StatementKind.EXPERIENCE: N_("experience"),
    StatementKind.PERCEPTION: N_("perception"),
    StatementKind.FACT: N_("rule or fact"),
}
ATTRIBUTES = {
    "perspective": N_("perspective"),
    "phase": N_("phase"),
    "actor": N_("actor"),
    "valence": N_("valence"),
    "kind": N_("kind of statement"),
    "coder": N_("coder"),
    "instrument": N_("instrument"),
    "document": N_("document"),
}
ASSUMPTION_KINDS = {
    AssumptionKind.NORMATIVE: N_("normative"),
    AssumptionKind.CAUSAL: N_("causal"),
    AssumptionKind.FINAL: N_("final"),
}
BLOCKS = {
    Block.PROBLEM: N_("problem"),
    Block.CAUSES: N_("causes"),
    Block.SOLUTION: N_("solution"),
    Block.TARGET_GROUP: N_("target group"),
    Block.INGREDIENTS: N_("active ingredients"),
    Block.OUTCOME: N_("outcome"),
}
STANCES = {
    Stance.SUPPORTS: N_("supports"),
    Stance.NUANCES: N_("nuances"),
    Stance.CONTRADICTS: N_("contradicts"),
    Stance.NOTHING_FOUND: N_("looked and found no support"),
    Stance.SILENT: N_("does not treat it"),
}
SALIENCES = {
    Salience.OFTEN: N_("often mentioned"),
    Salience.SELDOM: N_("seldom mentioned"),
    Salience.TOO_SMALL: N_("too few people asked for a class"),
    Salience.NOT_MENTIONED: N_("not mentioned"),
}
QUADRANT_COLUMNS = {
    Column.PAIN: N_("pain point"),
    Column.DIVIDED: N_("divided"),
    Column.GOOD: N_("good"),
}
QUADRANT_ROWS = {Row.OFTEN: N_("often mentioned"), Row.SELDOM: N_("seldom mentioned")}
SESSION_STATUSES = {
    SessionStatus.PREPARED: N_("prepared"),
    SessionStatus.OPEN: N_("open"),
    SessionStatus.CLOSED: N_("closed"),
}


def day_words(day: date | None) -> str:
    """A day as the reader writes it; nothing when it is not known.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     day_words(date(2026, 2, 24))
    '24 februari 2026'
    """
    return format_date(day, "d MMMM y", locale=current_language()) if day else ""


def period_words(first: date | None, last: date | None) -> str:
    """From when to when, in one phrase."""
    if first is None or last is None or first == last:
        return day_words(first or last)
    if first.year == last.year:
        short = format_date(first, "d MMMM", locale=current_language())
        return _("{first} to {last}", first=short, last=day_words(last))
    return _("{first} to {last}", first=day_words(first), last=day_words(last))


def clock_words(seconds: float | None) -> str:
    """The time in a recording.

    >>> clock_words(65.4), clock_words(3671)
    ('1:05', '1:01:11')
    """
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def moment_words(written: str | None) -> str:
    """The date and time of a post; what cannot be read as one stands as it was written."""
    if not written:
        return ""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    return format_datetime(moment, "d MMM y, HH:mm", locale=current_language())


def whole_words(number: int) -> str:
    """A whole number with the marks between thousands that the reader is used to.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     whole_words(12345)
    '12.345'
    """
    return str(format_decimal(number, locale=current_language()))


def number_words(number: int | float | Fraction | None, digits: int = 1) -> str:
    """A number as the reader's language writes it, nothing when there is none."""
    return "" if number is None else decimal(number, digits=digits)


def range_words(numbers: tuple[int, int]) -> str:
    """How many, or from how many to how many.

    >>> range_words((12, 12)), range_words((0, 2))
    ('12', '0–2')
    """
    first, last = numbers
    return str(first) if first == last else f"{first}–{last}"
