"""Replacements: the log of pseudonymising: what kind was replaced where and by what, never what stood there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NameKind(StrEnum):
    """What can say who somebody is."""

    PERSON = "persoon"
    EMPLOYER = "werkgever"
    OFFICE = "kantoor"
    PLACE = "plaats"
    PHONE = "telefoon"
    EMAIL = "e-mail"
    BSN = "bsn"
    IBAN = "iban"
    POSTCODE = "postcode"
    BIRTH_DATE = "geboortedatum"
    AGE = "leeftijd"
    FUNCTION = "functie"
    OTHER = "anders"


@dataclass(frozen=True, slots=True)
class Replacement:
    """One replaced piece of a text: the span [start, end) that the pseudonym now takes up."""

    id: str
    document_id: str
    kind: NameKind
    start: int
    end: int
    pseudonym: str
    made_at: datetime
    by: str
