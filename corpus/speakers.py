"""Speakers: what a label in a transcript says about who speaks, and the participants behind the labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

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
KNOWN_LABELS = 10_000
"""So many labels are taken apart once: a study links the same people again with every file."""
_IN_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]\s*")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][.]? ?)(?:(?:[a-z]{1,3}|[A-Za-zÀ-ÿ])[.]? ?){0,4}[A-ZÀ-Þ][.]?")
_PARTICLES = frozenset(("de", "den", "der", "het", "t", "te", "ten", "ter", "van", "von", "la", "el", "al", "in"))


class LinkRule(StrEnum):
    """By which rule a label is that of a participant, the surest first."""

    FILE = "file"
    CODE = "code"
    LABEL = "label"
    NAME = "name"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Match:
    """Who a label may stand for, and by which rule; one person is a link, more are a question."""

    participants: tuple[Participant, ...] = ()
    rule: LinkRule | None = None

    @property
    def participant(self) -> Participant | None:
        """The one person it stands for, if it is one."""
        return self.participants[0] if len(self.participants) == 1 else None


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


@lru_cache(maxsize=KNOWN_LABELS)
def fold_label(label: str) -> str:
    """The label as it is compared: one space between words, no capitals, no closing colon."""
    return " ".join(label.casefold().split()).removesuffix(":").strip()


@lru_cache(maxsize=KNOWN_LABELS)
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
    """The participant of every label that is known by code, label or initials; what fits two people links nobody.

    `file` is the mark that labels of one file carry ("gesprek.docx:1a2b3c4d#R1").
    """
    known = SpeakerBook(participants)
    matches = {label: known.match(label, file=file) for label in labels}
    return {label: each.participant for label, each in matches.items() if each.participant is not None}


class SpeakerBook:
    """The participants by every form under which a transcript may name them."""

    def __init__(self, participants: Sequence[Participant]) -> None:
        self._people: dict[str, Participant] = {each.code: each for each in participants}
        self._rules: dict[str, dict[str, LinkRule]] = {}
        self._initials: dict[str, dict[str, LinkRule]] = {}
        for each in participants:
            self._know(each.code, each.code, LinkRule.CODE)
            for label in each.labels:
                self._know(each.code, label, LinkRule.LABEL)

    def _know(self, code: str, label: str, rule: LinkRule) -> None:
        for form in label_variants(label):
            exactly = rule if form == fold_label(label) else LinkRule.NAME
            self._rules.setdefault(form, {}).setdefault(code, exactly)
        for letters in initials_of(label):
            self._initials.setdefault(letters, {})[code] = LinkRule.INITIALS

    def match(self, label: str, *, file: str = "") -> Match:
        """Who the label stands for by the surest rule that fits one person; else by the first that fits more.

        >>> people = [Participant("1", "W01", "werkgever", ("Vries, Anna de",)), Participant("2", "W02", "werkgever")]
        >>> [SpeakerBook(people).match(each).rule.value for each in ("w02", "Anna de Vries (UWV)", "AdV")]
        ['code', 'name', 'initials']
        """
        several = Match()
        for least, known in self._ways(label, file):
            people = tuple(self._people[code] for code in known)
            if len(people) == 1:
                return Match(people, max(least, *known.values(), key=list(LinkRule).index))
            several = several if several.participants or not people else Match(people, least)
        return several

    def _ways(self, label: str, file: str) -> list[tuple[LinkRule, dict[str, LinkRule]]]:
        """Who has each form of the label, with the rule that the form itself already asks for."""
        own = self._rules.get(fold_label(f"{file}#{label}"), {})
        named = [
            (LinkRule.CODE if form == fold_label(label) else LinkRule.NAME, self._rules.get(form, {}))
            for form in label_variants(label)
        ]
        letters = _letters(label) if _INITIALS.fullmatch(label.strip()) else ""
        return [
            (LinkRule.FILE, dict.fromkeys(own, LinkRule.FILE)),
            *named,
            (LinkRule.INITIALS, self._initials.get(letters, {})),
        ]


@lru_cache(maxsize=KNOWN_LABELS)
def initials_of(label: str) -> tuple[str, ...]:
    """The first letters of a name of several words in its spoken order, with and without “de”, “van der” and the like.

    >>> initials_of("Vries, Anna de (UWV)"), initials_of("Gerard"), initials_of("Jan-Willem Bos")
    (('adv', 'av'), (), ('jwb',))
    """
    words = re.findall(r"[^\W\d_]+", (label_variants(label) or ("",))[-1])
    forms = ("".join(each[0] for each in some) for some in (words, [each for each in words if each not in _PARTICLES]))
    return tuple(dict.fromkeys(each for each in forms if len(each) > 1))


def _letters(label: str) -> str:
    return "".join(each for each in label.casefold() if each.isalpha())
