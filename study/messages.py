"""Sentences in the language of the person who reads them: English in the code, Dutch in `locale/nl`."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")
LOCALE = Path(__file__).parent / "locale"

_language: ContextVar[str] = ContextVar("language", default="nl")


def N_(message: str) -> str:  # noqa: N802 - the name every gettext tool looks for
    """The message itself: marks a text for the catalogue without translating it yet."""
    return message


def current_language() -> str:
    """The language of the running request or command: 'nl' or 'en'."""
    return _language.get()


def set_language(language: str) -> None:
    """Choose the language for what follows; a language that has no catalogue reads as English."""
    _language.set(language if language in LANGUAGES else "en")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything inside the block is said in this language."""
    token = _language.set(language if language in LANGUAGES else "en")
    try:
        yield
    finally:
        _language.reset(token)


def translate(message: str, /, **values: object) -> str:
    """The message in the current language, its {places} filled with the values.

    >>> with speaking("en"):
    ...     translate("{count} documents", count=8)
    '8 documents'
    """
    words = _lookup(message)
    return words.format(**values) if values else words


def translate_count(one: str, many: str, number: int, /, **values: object) -> str:
    """The message for one thing or for many; {number} is filled in.

    >>> with speaking("en"):
    ...     translate_count("{number} turn", "{number} turns", 3)
    '3 turns'
    """
    return _lookup(one if number == 1 else many).format(number=number, **values)


def _lookup(message: str) -> str:
    return _catalogue(_language.get()).get(message, message)


@cache
def _catalogue(language: str) -> dict[str, str]:
    folder = LOCALE / language / "LC_MESSAGES"
    merged: dict[str, str] = {}
    for file in sorted(folder.glob("*.mo")):
        with file.open("rb") as stream:
            # GNUTranslations offers no public way to walk a catalogue; `_catalog` has been its dict since Python 2.
            entries = vars(gettext.GNUTranslations(stream))["_catalog"]
        merged |= {key: text for key, text in entries.items() if isinstance(key, str) and key}
    return merged
