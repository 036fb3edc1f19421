"""Employers and offices: by their list, by a word in the name (B.V., Bakkerij, Werkplein), by “bij” before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from corpus.names.found import FoundName, Rule
from corpus.names.index import Index
from corpus.names.lists import fold, folded, is_word, no_names, read_list
from corpus.names.words import CAPITAL_WORD, Run, Word
from corpus.replacements import NameKind

_NAME = rf"{CAPITAL_WORD}(?:(?: (?:en|van|de|den|der|het|aan|voor|'t))* (?:& )?{CAPITAL_WORD}){{0,4}}"
_LEGAL = re.compile(rf"(?<!\w){_NAME}(?: &)? (?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|BV|NV|VOF|[Zz]onen|Zn\.?|Co\.?)(?!\w)")
_TRADES_WORDS = """
    aannemer aannemersbedrijf accountantskantoor advocatenkantoor apotheek autobedrijf bakkerij basisschool
    bedrijf bloemisterij boerderij bouwbedrijf bouwmarkt brasserie bureau cafetaria café camping
    constructiebedrijf drukkerij fabriek fietsenwinkel firma garage groothandel hotel hovenier hoveniersbedrijf
    installatiebedrijf jobcoachbureau jobcoachorganisatie kapsalon kinderdagverblijf kinderopvang kringloop
    kringloopwinkel kwekerij loonbedrijf lunchroom machinefabriek manege meubelfabriek organisatie plaatwerkerij
    re-integratiebureau restaurant schildersbedrijf schoonmaakbedrijf slagerij stichting supermarkt
    timmerbedrijf transportbedrijf tuincentrum uitzendbureau verpleeghuis vervoersbedrijf verzorgingshuis
    wasserij werkgever woonzorgcentrum zagerij ziekenhuis zorgcentrum zorggroep
"""
_TRADES = frozenset(_TRADES_WORDS.split())
_BRANDED = re.compile(rf"(?P<trade>[^\W\d_]+(?:-[^\W\d_]+)?) (?:de |het |'t )?(?P<name>{_NAME})")
_TAILS = (
    "Logistiek|Logistics|Plaatwerk|Metaal|Metaalbewerking|Techniek|Technologie|Bouw|Transport|Groep|Group|Holding|Industrie"
    "|Industries|Zorg|Schoonmaak|Catering|Installaties|Installatietechniek|Beveiliging|Retail|Foods?|Services|Infra|Staal"
    "|Houtbewerking|Kunststoffen|Verpakkingen|Packaging|Automotive|Engineering|Groen|Hoveniers|Vastgoed|Wonen|Advies"
    "|Coaching|Uitzendbureau|Detachering|Payroll|Machines|Electronics|Elektro|Fietsen|Meubelen|Interieur|Textiel|Vlees"
)
_TAILED = re.compile(rf"(?<!\w){_NAME} (?:{_TAILS})(?!\w)")
_AT = re.compile(r"(?<!\w)(?:bij|voor|werkgever|bedrijf|firma|van)(?P<article> de| het| 't)?[ \u00a0]+$", re.IGNORECASE)
_SURE_AT = re.compile(r"(?<!\w)(?:werkgever|bedrijf|firma)(?: de| het)?[ \u00a0]+$", re.IGNORECASE)
_WORKS_AT = re.compile(r"(?<!\w)bij(?: de| het| 't)?[ \u00a0]+$", re.IGNORECASE)
_OFFICES_WORDS = """
    afdeling filiaal gebiedsteam ggd ggz isd jongerenloket kantoor kredietbank leerwerkloket locatie
    mobiliteitsteam praktijkschool rayon regiokantoor roc sociaal sociale uwv vestiging vso werkbedrijf
    werkcentrum werkgeverspunt werkgeversservicepunt werkplein wijkteam wsp zorgkantoor
"""
_OFFICES = frozenset(_OFFICES_WORDS.split())
_SOCIAL = re.compile(r"(?i:soci(?:aal|ale)) (?i:wijkteam|team|dienst|werkplaats|werkvoorziening|raadslieden) ")
_OFFICE = re.compile(
    rf"[^\W\d_]+ (?:(?i:wijkteam|team|dienst|werkplaats) )?(?:van |te )?(?:de |het )?(?P<name>{_NAME})"
)
REACH = 24


@cache
def _index() -> Index[str]:
    return Index((each, each) for each in read_list("employers"))


def find_organisations(text: str, words: Sequence[Word], runs: Iterable[Run]) -> Iterator[FoundName]:
    """Employers and offices."""
    for pattern in (_LEGAL, _TAILED):
        for found in pattern.finditer(text):
            yield _employer(found.start() + _opening(found[0]), found.end(), Rule.FORM, 0.9)
    for word in words:
        if word.folded in _TRADES:
            yield from _branded(text, word)
        elif word.folded in _OFFICES:
            yield from _office(text, word)
    yield from _by_list(text, words)
    yield from _at(text, runs)


def _branded(text: str, word: Word) -> Iterator[FoundName]:
    """A trade with a name: “Bakkerij Van Dam” as a whole, of “bakkerij Van Dam” the name."""
    found = _BRANDED.match(text, word.start)
    if found and not _says_nothing(found["name"]):
        yield _employer(found.start() if word.capital else found.start("name"), found.end(), Rule.FORM, 0.85)


def _office(text: str, word: Word) -> Iterator[FoundName]:
    """An office with the name of its place or its part of town."""
    found = _OFFICE.match(text, word.start)
    needs_more = word.folded in {"sociaal", "sociale"} and not _SOCIAL.match(text, word.start)
    if found and not needs_more and not _says_nothing(found["name"]):
        yield FoundName(found.start(), found.end(), NameKind.OFFICE, Rule.FORM, 0.86)


def _by_list(text: str, words: Sequence[Word]) -> Iterator[FoundName]:
    for match in _index().find(text, words):
        first, last = match.words[0], match.words[-1]
        if not first.capital:
            continue
        is_at = _AT.search(text, max(0, first.start - REACH), first.start) is not None
        doubtful = len(match.words) == 1 and is_word(first.text)
        if is_at or not (doubtful or first.opens):
            yield _employer(first.start, last.end, Rule.LIST, 0.85 if is_at and not doubtful else 0.62)


def _at(text: str, runs: Iterable[Run]) -> Iterator[FoundName]:
    """Where somebody works “bij”; a first name there is a person."""
    for run in runs:
        place = max(0, run.start - REACH)
        if _SURE_AT.search(text, place, run.start):
            yield _employer(run.start, run.end, Rule.CONTEXT, 0.8)
        elif _WORKS_AT.search(text, place, run.start) and run.words[0].folded not in folded("first_names"):
            yield _employer(run.start, run.end, Rule.CONTEXT, 0.6)


def _opening(name: str) -> int:
    """How many signs of an ordinary word stand in front (“Bij Hofstra …” at the beginning of a sentence)."""
    first = name.partition(" ")[0]
    return len(first) + 1 if " " in name and _says_nothing(first) and first.lower() not in {"van", "de", "het"} else 0


def _says_nothing(name: str) -> bool:
    first = name.partition(" ")[0]
    return fold(first) in no_names() and not (first in {"Van", "De", "Het", "Den", "Noord", "Zuid"} and " " in name)


def _employer(start: int, end: int, rule: Rule, score: float) -> FoundName:
    return FoundName(start, end, NameKind.EMPLOYER, rule, score)
