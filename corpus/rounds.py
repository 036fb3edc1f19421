"""Rounds: what a person chose for the files of one round, kept so that the next file needs no questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from corpus.reading import ReadingOptions
from study.ids import imported_id

YES, NO = "yes", "no"
COLUMN = "column."
WORDS = ("format", "encoding", "delimiter", "sheet", "per")
FLAGS = ("speakers", "join_speakers", "only_sound")
LISTS = ("names", "no_names")


@dataclass(frozen=True, slots=True)
class RoundChoice:
    """How files of one format are read in one round (an instrument; None for files that belong to none).

    `format` is the suffix of the files without its dot. `settings` holds what was overruled, by name, as text:
    encoding, delimiter, sheet, speakers, `column.text`, …
    """

    id: str
    instrument_id: str | None
    format: str
    made_at: datetime
    by: str
    settings: Mapping[str, str] = field(default_factory=dict)


def choice_id(study_id: str, instrument_id: str | None, format: str) -> str:
    """The identity of the choice for files of this format in this round: there is one at a time."""
    return imported_id(study_id, f"round/{instrument_id or ''}", format)


def format_of(file: str) -> str:
    """The format of a file as a round knows it: its suffix.

    >>> format_of("Gesprek 3.VTT")
    'vtt'
    """
    return Path(file).suffix.lower().removeprefix(".")


def find_choice(
    choices: Iterable[RoundChoice], *, format: str, instruments: Iterable[str | None]
) -> RoundChoice | None:
    """The newest choice for files of this format in one of these rounds (ids of instruments)."""
    among = frozenset(instruments)
    found = [each for each in choices if each.format == format and each.instrument_id in among]
    return max(found, key=lambda each: each.made_at, default=None)


def settings_of(options: ReadingOptions) -> dict[str, str]:
    """What these options overrule, by name, as text; what is left to be detected is not in it.

    >>> settings_of(ReadingOptions(encoding="cp1252", speakers=False, columns={"text": "Bericht"}))
    {'encoding': 'cp1252', 'speakers': 'no', 'column.text': 'Bericht'}
    """
    plain = ReadingOptions()
    words = {name: getattr(options, name) for name in WORDS if getattr(options, name)}
    flags = {
        name: YES if getattr(options, name) else NO for name in FLAGS if getattr(options, name) != getattr(plain, name)
    }
    lists = {name: join_list(getattr(options, name)) for name in LISTS if getattr(options, name)}
    columns = {f"{COLUMN}{role}": header for role, header in options.columns.items()}
    return {**words, **flags, **lists, **columns}


def options_of(settings: Mapping[str, str]) -> ReadingOptions:
    """The options that overrule what these settings say; names that are no reading option are left aside.

    >>> options_of({"speakers": "no", "column.text": "Bericht"}).columns
    {'text': 'Bericht'}
    """
    words: dict[str, Any] = {name: settings[name] for name in WORDS if name in settings}
    flags = {name: settings[name] == YES for name in FLAGS if name in settings}
    lists = {name: split_list(settings[name]) for name in LISTS if name in settings}
    columns = {name.removeprefix(COLUMN): header for name, header in settings.items() if name.startswith(COLUMN)}
    return ReadingOptions(**words | flags | lists, columns=columns)


def join_list(names: Iterable[str]) -> str:
    """The names as one text, each on a line of its own."""
    return "\n".join(" ".join(each.split()) for each in names)


def split_list(text: str) -> tuple[str, ...]:
    """The names in a text, a line each, each once."""
    return tuple(dict.fromkeys(filter(None, (" ".join(line.split()) for line in text.splitlines()))))
