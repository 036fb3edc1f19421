"""Numbers and addresses: phone, e-mail, BSN (eleven test), IBAN (modulo 97), postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.names.found import FoundName, Rule
from corpus.replacements import NameKind

SURE = 0.99
DOUBTED = 0.7
_EMAIL = re.compile(r"[\w.+’'-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_AT = re.compile(r" ?(?:apenstaartje|\(at\)|\[at\]) ?", re.IGNORECASE)
_BEFORE_AT = re.compile(r"[\w.-]+$")
_AFTER_AT = re.compile(r"[\w-]+(?:(?: punt |\.| dot )[a-z]{2,})+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w,.-])(?:(?:\+|00)31[ .()/–-]{0,3}(?:\(0\))?|\(?0(?=[1-9]))(?:[ .()/–-]{0,3}\d){9}(?!\d)"
    r"|(?<![\w,.-])\+(?!31)[1-9]\d{0,2}(?:[ .()/–-]{0,3}\d){7,11}(?!\d)"
)
_DATE = re.compile(r"\d\d[-/.]\d\d?[-/.]\d{4}")
_BSN = re.compile(r"(?<![\w.,-])\d(?:[ .-]?\d){7,8}(?![\w-]|[.,]\d)")
_BSN_CUE = re.compile(
    r"(?:bsn|burgerservice ?nummer|sofi ?-?nummer|persoonsnummer)[\w]*(?:\W+\w+){0,3}\W*$", re.IGNORECASE
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")
_POSTCODE = re.compile(r"(?<![\w.,])[1-9]\d{3}[ \u00a0]?(?!SA|SD|SS)[A-Z]{2}(?!\w|-[a-z])")
CUE_REACH = 45


def find_numbers(text: str) -> Iterator[FoundName]:
    """The numbers and addresses of people in the text."""
    for found in _EMAIL.finditer(text):
        yield FoundName(found.start(), found.end(), NameKind.EMAIL, Rule.FORM, SURE)
    yield from _find_spoken_addresses(text)
    for found in _PHONE.finditer(text):
        if not _DATE.match(found[0]):
            yield FoundName(found.start(), found.end(), NameKind.PHONE, Rule.FORM, SURE)
    yield from _find_bsn(text)
    yield from _find_iban(text)
    for found in _POSTCODE.finditer(text):
        yield FoundName(found.start(), found.end(), NameKind.POSTCODE, Rule.FORM, SURE)


def _find_spoken_addresses(text: str) -> Iterator[FoundName]:
    """“jan apenstaartje bedrijf punt nl”."""
    for found in _AT.finditer(text):
        name = _BEFORE_AT.search(text, max(0, found.start() - CUE_REACH), found.start())
        house = _AFTER_AT.match(text, found.end())
        if name and house:
            yield FoundName(name.start(), house.end(), NameKind.EMAIL, Rule.FORM, SURE)


def _find_bsn(text: str) -> Iterator[FoundName]:
    for found in _BSN.finditer(text):
        is_named = _BSN_CUE.search(text[max(0, found.start() - CUE_REACH) : found.start()]) is not None
        if is_bsn(found[0]) and (is_named or len(digits(found[0])) == 9):
            yield FoundName(found.start(), found.end(), NameKind.BSN, Rule.CHECK, SURE if is_named else 0.9)
        elif is_named:
            yield FoundName(found.start(), found.end(), NameKind.BSN, Rule.CONTEXT, DOUBTED)


def _find_iban(text: str) -> Iterator[FoundName]:
    """The longest piece that passes the test; a Dutch number that fails it was probably mistyped."""
    for found in _IBAN.finditer(text):
        pieces = [found[0][:end] for end in range(len(found[0]), 14, -1) if found[0][end - 1] != " "]
        valid = next((each for each in pieces if is_iban(each)), None)
        if valid:
            yield FoundName(found.start(), found.start() + len(valid), NameKind.IBAN, Rule.CHECK, SURE)
        elif re.fullmatch(r"NL\d\d[A-Z]{4}\d{8,11}", found[0].replace(" ", "")):
            yield FoundName(found.start(), found.end(), NameKind.IBAN, Rule.FORM, DOUBTED)


def is_bsn(number: str) -> bool:
    """Whether these eight or nine digits pass the eleven test.

    >>> is_bsn("1112.22.333"), is_bsn("111222334")
    (True, False)
    """
    figures = [int(each) for each in digits(number).zfill(9)]
    if len(figures) != 9 or not any(figures):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * figure for weight, figure in zip(weights, figures, strict=True)) % 11 == 0


def is_iban(number: str) -> bool:
    """Whether the number passes the test of ISO 13616 (modulo 97) and, when Dutch, has its eighteen signs.

    >>> is_iban("NL91 ABNA 0417 1643 00"), is_iban("NL92 ABNA 0417 1643 00")
    (True, False)
    """
    signs = number.replace(" ", "")
    if not 15 <= len(signs) <= 34 or (signs.startswith("NL") and len(signs) != 18):
        return False
    return int("".join(str(int(each, 36)) for each in signs[4:] + signs[:4])) % 97 == 1


def digits(text: str) -> str:
    """The digits in a text, and nothing else."""
    return "".join(each for each in text if each.isdigit())
