"""Documents: what was said or written, as one text that never shifts under its codings."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is; only transcripts, communities and surveys hold turns of respondents."""

    TRANSCRIPT = "transcript"
    COMMUNITY = "community"
    SURVEY = "survey"
    POLICY = "policy"
    LITERATURE = "literature"
    REPORT_OF_INTERVIEW = "verslag"
    PUBLISHED_REPORT = "report"
    FIELD_NOTES = "fieldnotes"


class DocumentStatus(StrEnum):
    """Whether a person has checked the pseudonyms: raw (ruw) or checked (nagekeken)."""

    RAW = "ruw"
    CHECKED = "nagekeken"


@dataclass(frozen=True, slots=True)
class Document:
    """One transcript, community export, policy text or article.

    `text` is NFC with "\\n" line ends; all offsets in the house are code points into it. `digest` is the SHA-256 of
    the original file, `source` its name.
    """

    id: str
    title: str
    text: str
    kind: DocumentKind
    instrument_id: str | None
    guide_id: str | None
    language: str
    held_on: date | None
    source: str
    digest: str
    status: DocumentStatus = DocumentStatus.RAW


def normalise_text(text: str) -> str:
    """The text as it is stored: NFC, line ends "\\n", no byte-order mark.

    >>> normalise_text("re\\u0301\\r\\nja")
    'ré\\nja'
    """
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
