"""Choices: what a person says about the files of an import, and the part of it that is kept for the round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from corpus.documents import DocumentKind
from corpus.reading import ReadingOptions
from corpus.rounds import NO, join_list, options_of, settings_of, split_list

DEFAULT_LANGUAGE = "nl"
SURE_ENOUGH = 0.5
"""Below this certainty a file is not stored before a person said how it is to be read."""


class RoundUse(StrEnum):
    """How a file goes with the earlier files of its round.

    It follows what was chosen for them, and what is chosen now is kept for the next (FOLLOW); what is chosen now is
    kept in its stead (ANEW); or it stands apart (APART).
    """

    FOLLOW = "follow"
    ANEW = "anew"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person says about the files of one round; what is left open is detected or has a sensible default.

    `groups` are labels of several people at once; `told_by` the codes of those whose talk a report of an interview
    renders; `seen` says that a person looked at the preview, so that an uncertain reading is no reason to refuse;
    `keep_original` False keeps the bytes of the file out of the vault.
    """

    perspective: str | None = None
    kind: DocumentKind | None = None
    instrument: str | None = None
    guide: str | None = None
    language: str = DEFAULT_LANGUAGE
    held_on: date | None = None
    title: str | None = None
    interviewers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    asked_in: Mapping[int, str] = field(default_factory=dict)
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    keep_original: bool = True
    seen: bool = False
    round_use: RoundUse = RoundUse.FOLLOW


def kept_settings(choices: Choices) -> dict[str, str]:
    """What of these choices holds for the next file of the round too, by name, as text.

    >>> kept_settings(Choices(perspective="werkgever", interviewers=("Imke", "Bo"), title="Gesprek 3"))
    {'perspective': 'werkgever', 'interviewers': 'Imke\\nBo'}
    """
    texts = {
        "perspective": choices.perspective,
        "kind": choices.kind.value if choices.kind else None,
        "guide": choices.guide,
        "language": None if choices.language == DEFAULT_LANGUAGE else choices.language,
        "interviewers": join_list(choices.interviewers),
        "groups": join_list(choices.groups),
        "keep_original": None if choices.keep_original else NO,
    }
    return {name: text for name, text in texts.items() if text} | settings_of(choices.reading)


def with_settings(choices: Choices, settings: Mapping[str, str]) -> Choices:
    """The choices with these kept settings in the place of their own."""
    kind = settings.get("kind")
    options = replace(options_of(settings), unpacked_limit=choices.reading.unpacked_limit)
    return replace(
        choices,
        perspective=settings.get("perspective"),
        kind=DocumentKind(kind) if kind else None,
        guide=settings.get("guide"),
        language=settings.get("language", DEFAULT_LANGUAGE),
        interviewers=split_list(settings.get("interviewers", "")),
        groups=split_list(settings.get("groups", "")),
        keep_original=settings.get("keep_original") != NO,
        reading=options,
    )


def following(choices: Choices, recalled: Mapping[str, str]) -> Choices:
    """The choices, and where they leave something open what was chosen for an earlier file."""
    return with_settings(choices, {**recalled, **kept_settings(choices)}) if recalled else choices


def settles_reading(choices: Choices) -> bool:
    """Whether a person said how the turns are to be found, or saw how they are."""
    options = choices.reading
    told = (options.format, options.speakers is not None, options.names, options.no_names, options.columns, options.per)
    return choices.seen or any(told)
