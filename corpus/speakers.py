"""Speakers: what a label in a transcript says about who speaks, and the participants behind the labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.participants import Participant

_INTERVIEWER = re.compile(
    r"(?:i|int)[.]?[ #-]?\d{0,2}"
    r"|(?:onderzoek(?:er|ster)|interview(?:er|ster)|moderator|gespreksleid(?:er|ster)|facilitator|researcher"
    r"|vraagsteller|community ?manager)(?:[ .#_-]?\d{1,2})?(?: .{1,40})?"
)
_GROUP = re.compile(
    r"(?:allen|allemaal|iedereen|(?:de )?(?:hele )?groep|all|everyone|group|the group"
    r"|(?:meerderen?|verschillenden?|enkelen?|een paar|several|multiple)"
    r"(?: (?:sprekers|personen|mensen|deelnemers|aanwezigen|stemmen|speakers|people|voices))?"
    r"|onbekend(?:e spreker)?|spreker onbekend|unknown(?: speaker)?)(?:,? door elkaar)?[.:]?|door elkaar[.:]?"
)
# Labels that every file uses again for somebody else: they say who speaks in this file only.
_FILE_LOCAL = re.compile(
    r"(?:r|resp|respondent|respondente|geïnterviewde|geinterviewde|deelnemer|participant|spreker|speaker|persoon"
    r"|interviewee|client|cliënt|werkgever|gast)[ _.#-]?\d{0,2}"
)
_IN_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]\s*")


def is_interviewer(label: str | None, *, interviewers: Iterable[str] = ()) -> bool:
    """Whether the label is that of the one who asks: by rule ("I", "Onderzoeker", "Moderator") or as given.

    >>> is_interviewer("Interviewer 2"), is_interviewer("Imke"), is_interviewer("Imke", interviewers=["imke"])
    (True, False, True)
    """
    if label is None:
        return False
    folded = fold_label(label)
    return folded in {fold_label(each) for each in interviewers} or _INTERVIEWER.fullmatch(folded) is not None


def is_group_voice(label: str | None) -> bool:
    """Whether the label stands for more people than one, or for nobody known ("Allen", "Spreker onbekend")."""
    return label is not None and _GROUP.fullmatch(fold_label(label)) is not None


def fold_label(label: str) -> str:
    """The label as it is compared: one space between words, no capitals, no closing colon."""
    return " ".join(label.casefold().split()).removesuffix(":").strip()


def label_variants(label: str) -> tuple[str, ...]:
    """The forms under which a label may be known, the surest first.

    >>> label_variants("Vries, Anna de (UWV)")
    ('vries, anna de (uwv)', 'vries, anna de', 'anna de vries')
    """
    folded = fold_label(label)
    bare = _IN_BRACKETS.sub(" ", folded).strip()
    surname, comma, first = bare.partition(",")
    turned = f"{first.strip()} {surname.strip()}" if comma else bare
    return tuple(dict.fromkeys(each for each in (folded, bare, turned) if each))


def is_local(label: str) -> bool:
    """Whether the label ("R1", "SPEAKER_02") says who speaks in its own file only."""
    return _FILE_LOCAL.fullmatch(fold_label(label)) is not None


def link_speakers(
    labels: Iterable[str], participants: Sequence[Participant], *, file: str = ""
) -> dict[str, Participant]:
    """The participant of every label that is known by code or label; a form that fits two people links nobody.

    `file` is the mark that labels of one file carry ("gesprek.docx:1a2b3c4d#R1").
    """
    known = _known_forms(participants)
    linked = {}
    for label in labels:
        for form in (fold_label(f"{file}#{label}"), *label_variants(label)):
            people = known.get(form, {})
            if len(people) == 1:
                linked[label] = next(iter(people.values()))
                break
    return linked


def _known_forms(participants: Sequence[Participant]) -> dict[str, dict[str, Participant]]:
    """Which participants a form may stand for, by their codes."""
    forms: dict[str, dict[str, Participant]] = {}
    for each in participants:
        for label in (each.code, *each.labels):
            for form in label_variants(label):
                forms.setdefault(form, {})[each.code] = each
    return forms
