"""Participant sheets (csv, xlsx): a participant a row, found by case code, with what says who it is kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from corpus.errors import DoubledCode, MissingColumn, NoCode, NotACode, UnknownCodes
from corpus.readers.columns import find_columns, list_headers
from corpus.readers.grids import read_grid
from corpus.readers.sources import Source, open_source
from corpus.readers.table_rows import Row, find_header
from corpus.reading import ReadingOptions
from study.messages import translate as _

NAMES: Mapping[str, tuple[str, ...]] = {
    "code": ("casecode", "case_code", "code", "case", "deelnemercode", "deelnemerscode", "respondentcode",
             "participant_code", "pseudoniem", "pseudonym", "deelnemer_id", "respondent_id", "participant_id",
             "deelnemernummer", "respondentnummer", "respondent", "deelnemer", "participant", "nummer", "nr", "id"),
    "perspective": ("perspectief", "perspective", "groep", "group", "doelgroep", "rol", "role"),
    "label": ("label", "labels", "spreker", "speaker", "in_transcript", "naam_in_transcript", "transcriptnaam"),
    "name": ("naam", "name", "volledige_naam", "full_name"),
    "first": ("voornaam", "first_name", "firstname"),
    "infix": ("tussenvoegsel", "tussenvoegsels", "infix"),
    "last": ("achternaam", "last_name", "lastname", "surname", "familienaam"),
    "nickname": ("roepnaam", "bijnaam", "bijnamen", "nickname", "nicknames", "alias", "aliassen", "ook_bekend_als"),
    "initials": ("initialen", "voorletters", "initials"),
    "email": ("e_mail", "email", "e_mailadres", "emailadres", "mail", "mailadres", "e_mail_adres", "email_address"),
    "phone": ("telefoon", "telefoonnummer", "tel", "mobiel", "mobiel_nummer", "06", "gsm", "phone", "mobile"),
}  # fmt: skip
# Never kept beside a code: whoever has these knows who it is, or nearly.
_TELLING_WORDS = """
    bsn burgerservicenummer geboortedatum birth_date date_of_birth geboren adres address straat straatnaam huisnummer
    postcode postal_code woonplaats plaats stad town city gemeente iban rekeningnummer werkgever bedrijf bedrijfsnaam
    organisatie organisation organization employer company contactpersoon opmerkingen opmerking notities notes
"""
TELLING = frozenset(_TELLING_WORDS.split())
_CODE = re.compile(r"[A-Za-z]{0,12}[-_. ]?\d{1,8}[A-Za-z]?|[A-Z]{1,4}|[A-Za-z]{1,4}[-_]\w{1,8}")
_BETWEEN = re.compile(r"\s*[;|\n]\s*")
LONGEST_CODE = 20
SAMPLE_ROWS = 50


@dataclass(frozen=True, slots=True)
class Person:
    """A row of a participant sheet: what the study keeps, and apart from it what says who the person is.

    `perspective` is empty where the sheet does not say; `traits` are the other columns by their header.
    """

    line: int
    code: str
    perspective: str = ""
    labels: tuple[str, ...] = ()
    traits: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()

    @property
    def identifying(self) -> tuple[str, ...]:
        """Everything in the row that says who the person is: for the vault and for nowhere else."""
        return tuple(
            dict.fromkeys(
                chain(self.names, self.nicknames, self.initials, self.emails, self.phones, self.telling, self.labels)
            )
        )


def read_people(
    path: str | Path, *, options: ReadingOptions | None = None, known: Iterable[str] | None = None
) -> tuple[Person, ...]:
    """The participants in a csv or xlsx file, a row each, in its order.

    `options.columns` gives the header for a role ("code", "perspective", "label", "name", "first", "infix", "last",
    "nickname", "initials", "email", "phone"); `known` are the only codes that may occur. Raises `MissingColumn`,
    `NoCode`, `NotACode`, `DoubledCode`, `UnknownCodes`, and what the readers of tables raise.
    """
    source, chosen = open_source(Path(path)), options or ReadingOptions()
    grid = read_grid(source, chosen, score=score_people)
    top = 0 if chosen.columns else find_header(grid.rows, score=score_people)
    header = grid.rows[top].cells
    columns = find_columns(header, names=NAMES, given=chosen.columns, file=source.name)
    if "code" not in columns:
        expected = ", ".join(NAMES["code"][:6])
        raise MissingColumn(file=source.name, role=_("the case code"), found=list_headers(header), expected=expected)
    people = tuple(_person(row, header, columns, source.name) for row in grid.rows[top + 1 :])
    _check_once(people, source.name)
    _check_known(people, known, source.name)
    return people


def score_people(header: Sequence[str]) -> int:
    """How many columns of a participant sheet the header names; 0 without a case code and two others."""
    found = find_columns(header, names=NAMES)
    return len(found) if "code" in found and len(found) > 1 else 0


def recognise(source: Source, options: ReadingOptions) -> float:
    """How surely (0 to 1) this is a participant sheet: codes in a column, beside it what people are called."""
    return (
        0.9
        if is_sheet(read_grid(source, options, score=score_people, most=SAMPLE_ROWS).rows.head(SAMPLE_ROWS))
        else 0.0
    )


def is_sheet(rows: Sequence[Row]) -> bool:
    """Whether these first rows of a table are those of a participant sheet."""
    top = find_header(rows, score=score_people)
    columns = find_columns(rows[top].cells, names=NAMES)
    if "code" not in columns or not {"perspective", "name", "first", "last", "email"} & columns.keys():
        return False
    codes = [row.cells[columns["code"]].strip() for row in rows[top + 1 :] if columns["code"] < len(row.cells)]
    return bool(codes) and len(set(codes)) == len(codes) and all(map(_CODE.fullmatch, codes))


def _person(row: Row, header: Sequence[str], columns: Mapping[str, int], file: str) -> Person:
    def items(role: str, between: re.Pattern[str] = _BETWEEN) -> tuple[str, ...]:
        place = columns.get(role, len(row.cells))
        cell = row.cells[place] if place < len(row.cells) else ""
        return tuple(filter(None, (" ".join(each.split()) for each in between.split(cell))))

    others = [
        (" ".join(header[place].split()), " ".join(cell.split()))
        for place, cell in enumerate(row.cells[: len(header)])
        if place not in columns.values() and header[place].strip() and cell.strip()
    ]
    whole = " ".join(chain(items("first"), items("infix"), items("last")))
    return Person(
        line=row.line,
        code=_code(" ".join(items("code")), row.line, file),
        perspective=" ".join(items("perspective")),
        labels=items("label"),
        traits={name: cell for name, cell in others if not is_telling(name)},
        names=tuple(filter(None, (*items("name"), whole))),
        nicknames=items("nickname", re.compile(r"\s*[;|,\n]\s*")),
        initials=items("initials"),
        emails=items("email", re.compile(r"[\s;|,]+")),
        phones=items("phone"),
        telling=tuple(cell for name, cell in others if is_telling(name)),
    )


def is_telling(header: str) -> bool:
    """Whether a column of this name says who somebody is, or nearly: it is never kept as a trait.

    >>> is_telling("Postcode (4 cijfers)"), is_telling("Leeftijdsgroep")
    (True, False)
    """
    words = re.findall(r"\w+", header.casefold())
    return any(word in TELLING for word in ("_".join(words), *words[:1]))


def _code(code: str, line: int, file: str) -> str:
    if not code:
        raise NoCode(file=file, line=line)
    if len(code) > LONGEST_CODE or not _CODE.fullmatch(code):
        raise NotACode(file=file, line=line, longest=LONGEST_CODE)
    return code


def _check_once(people: Sequence[Person], file: str) -> None:
    lines: dict[str, list[int]] = {}
    for each in people:
        lines.setdefault(each.code.casefold(), []).append(each.line)
    for each in people:
        if len(lines[each.code.casefold()]) > 1:
            rows = ", ".join(map(str, lines[each.code.casefold()]))
            raise DoubledCode(file=file, code=each.code, lines=rows)


def _check_known(people: Sequence[Person], known: Iterable[str] | None, file: str) -> None:
    if known is None:
        return
    codes = sorted(known)
    strange = [each.code for each in people if each.code not in codes]
    if strange:
        raise UnknownCodes(file=file, codes=", ".join(strange), known=", ".join(codes) or "–")
