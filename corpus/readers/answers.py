"""Answers: which columns of a survey hold what people wrote themselves, and which hold ticks, scales and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus.readers.columns import find_place, fold_header
from corpus.readers.dates import read_date
from corpus.readers.people import NAMES, is_telling
from study.messages import N_

CASE = ("casecode", "case_code", "code", "respondent_id", "respondentid", "respondentnummer", "respondentcode",
        "response_id", "responseid", "deelnemer_id", "deelnemercode", "deelnemersnummer", "respondent", "deelnemer",
        "case", "id", "nr", "nummer", "volgnummer")  # fmt: skip
DATE = ("datum", "date", "tijdstempel", "timestamp", "invuldatum", "datum_ingevuld", "submitdate", "submit_date",
        "end_date", "enddate", "einddatum", "voltooid_op", "recordeddate", "datum_voltooid",
        "completion_time")  # fmt: skip
ROLES: Mapping[str, str] = {
    "case": N_("the case code"),
    "date": N_("the date"),
    "answer": N_("the open answers"),
    "trait": N_("the traits"),
}
"""What columns of a survey hold; of the last two there are several, their heads parted by " | "."""
BETWEEN = " | "
# What the program of the survey adds about itself: no trait of a person.
OF_PROGRAM = frozenset(
    fold_header(each)
    for each in (
        "start_date", "startdate", "startdatum", "begintijd", "start_time", "starttijd", "collector id", "ip_address",
        "ip adres", "ipaddress", "progress", "voortgang", "duration (in seconds)", "duur", "finished", "voltooid",
        "status", "userlanguage", "user language", "distributionchannel", "locationlatitude", "locationlongitude",
        "externalreference", "recipientemail", "recipientfirstname", "recipientlastname", "seed", "lastpage",
        "last page", "startlanguage", "token", "refurl", "collector_id", "custom_1",
    )
)  # fmt: skip
_WHO = frozenset(
    name
    for role in ("name", "first", "infix", "last", "nickname", "initials", "email", "phone")
    for name in NAMES[role]
)
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:[.,]\d+)?\s?%?")
_SCALE = re.compile(
    r"(?:(?:helemaal|volledig|zeer|heel|erg|enigszins|een beetje|redelijk|niet|nooit|zelden|soms|meestal|vaak|altijd"
    r"|neutraal|noch|strongly|somewhat|very|slightly|neither|never|rarely|sometimes|often|always)\b.{0,40}"
    r"|.{0,12}\b(?:eens|oneens|tevreden|ontevreden|belangrijk|goed|slecht|agree|disagree|satisfied|dissatisfied)\b.{0,20}"
    r"|ja|nee|yes|no|weet niet|weet ik niet|geen mening|n\.?v\.?t\.?|x|[1-5] sterren?)[.]?",
    re.IGNORECASE,
)
WORDS_OF_ANSWER = 5
"""An answer of so many words is somebody's own, unless others gave it in the same words."""


@dataclass(frozen=True, slots=True)
class SurveyColumns:
    """The places of the columns of a survey by what they hold; `doubtful` of those whose kind could be otherwise."""

    case: int | None
    date: int | None
    answers: tuple[int, ...]
    traits: tuple[int, ...]
    left_out: tuple[int, ...]
    doubtful: tuple[int, ...] = ()


def sort_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], *, given: Mapping[str, str], file: str
) -> SurveyColumns:
    """What each column of a survey holds, by its name and its cells, or as a person says.

    `given` names columns for the roles "case", "date", "answer" and "trait", several parted by " | ". Raises
    `UnknownColumn`.
    """
    said = {
        role: tuple(find_place(header, name, file=file) for name in split_headers(headers))
        for role, headers in given.items()
    }
    taken = {place for places in said.values() for place in places}
    cells = {place: [row[place].strip() for row in rows if row[place].strip()] for place in range(len(header))}
    free = [place for place in cells if place not in taken]
    case = next(iter(said.get("case", ())), None)
    case = _find(header, free, CASE, cells, _are_codes) if case is None else case
    date = next(iter(said.get("date", ())), None)
    date = _find(header, free, DATE, cells, _are_dates) if date is None else date
    others = [place for place in free if place not in (case, date)]
    left_out = [each for each in others if is_about_program_or_person(header[each]) or not cells[each]]
    kinds = {place: openness(header[place], cells[place]) for place in others if place not in left_out}
    own = [] if "answer" in said else [place for place, kind in kinds.items() if kind >= 0.5]
    return SurveyColumns(
        case=case,
        date=date,
        answers=tuple(sorted({*said.get("answer", ()), *own})),
        traits=tuple(sorted({*said.get("trait", ()), *(place for place in kinds if place not in own)})),
        left_out=tuple(left_out),
        doubtful=tuple(place for place, kind in kinds.items() if 0.3 < kind < 0.7 and "answer" not in said),
    )


def split_headers(headers: str) -> tuple[str, ...]:
    """The headers in one text, parted by " | " or new lines.

    >>> split_headers("Wat ging goed? | Wat kon beter?")
    ('Wat ging goed?', 'Wat kon beter?')
    """
    return tuple(filter(None, (each.strip() for each in re.split(r"\s\|\s|\n", headers))))


def is_about_program_or_person(header: str) -> bool:
    """Whether a column says who somebody is, or what the program of the survey noted of itself."""
    folded = fold_header(header)
    return folded in OF_PROGRAM or folded in _WHO or is_telling(header)


def openness(header: str, cells: Sequence[str]) -> float:
    """How surely (0 to 1) a column holds people's own words: long enough, and seldom the same twice.

    >>> openness("Cijfer?", ["7", "8", "7"]), openness("Hoe ging het?", ["Eerst heel moeizaam, daarna steeds beter"])
    (0.0, 1.0)
    """
    own = [each for each in cells if not _NUMBER.fullmatch(each) and not _SCALE.fullmatch(each)]
    if len(own) < 0.1 * len(cells) or not own:
        return 0.0
    long = [" ".join(each.casefold().split()) for each in own if len(each.split()) >= WORDS_OF_ANSWER]
    if not long or len(long) < 0.1 * len(own):
        asks = header.strip().endswith("?") and sum(len(each.split()) > 1 for each in own) > 0.5 * len(own)
        return 0.6 if asks and len(set(own)) == len(own) else 0.0
    return len(set(long)) / len(long) if len(long) > 1 else (1.0 if len(cells) < 10 else 0.6)


def _find(
    header: Sequence[str],
    free: Sequence[int],
    names: Sequence[str],
    cells: Mapping[int, Sequence[str]],
    fit: Callable[[Sequence[str]], bool],
) -> int | None:
    folded = {fold_header(header[place]): place for place in reversed(free)}
    places = (folded[name] for name in names if name in folded)
    return next((place for place in places if fit(cells[place])), None)


def _are_codes(cells: Sequence[str]) -> bool:
    return bool(cells) and len(set(cells)) == len(cells) and all(len(each) <= 20 and "@" not in each for each in cells)


def _are_dates(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(read_date(each) is not None for each in cells) > 0.8 * len(cells)
