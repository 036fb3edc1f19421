"""Speakers: what a label in a transcript says about who speaks, and the participants behind the labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.participants import Participant
from corpus.reading import Reading
from study.ids import imported_id

_INTERVIEWER = re.compile(
    r"(?:i|int|v|m|onderzoeker|interviewer|interviewster|moderator|gespreksleider|gespreksleidster|begeleider"
    r"|facilitator|host|researcher|beheerder|redactie|vraagsteller|community ?manager)[ .#-]?\d{0,2}"
    r"(?: ?\(.*\)| [a-z]{1,2})?"
)
_GROUP = re.compile(
    r"(?:allen|allemaal|iedereen|groep|de groep|all|everyone|group|meerdere(?: sprekers| personen)?"
    r"|onbekend(?:e spreker)?|spreker onbekend|unknown(?: speaker)?|meerdere stemmen|door elkaar)[.:]?"
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


def local_label(reading_source: str, label: str) -> str:
    """The label as a participant carries it: with the name of the file when the label says little without it.

    >>> local_label("gesprek-3.docx", "R1"), local_label("gesprek-3.docx", "Anna de Vries")
    ('gesprek-3.docx#R1', 'Anna de Vries')
    """
    return f"{reading_source}#{label}" if _FILE_LOCAL.fullmatch(fold_label(label)) else label


def link_speakers(
    labels: Iterable[str], participants: Sequence[Participant], *, source: str = ""
) -> dict[str, Participant]:
    """The participant of every label that is known by code or label; a form that fits two people links nobody."""
    known = _known_forms(participants)
    linked = {}
    for label in labels:
        for form in (fold_label(f"{source}#{label}"), *label_variants(label)):
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


def find_participants(
    reading: Reading,
    *,
    study_id: str,
    perspective: str,
    known: Sequence[Participant] = (),
    interviewers: Iterable[str] = (),
) -> tuple[Participant, ...]:
    """New participants for the respondents of a file that are not known yet, in order of appearance.

    Codes are initials of the perspective and a running number ("W01"). A label such as "R1" or "SPEAKER_02" is kept
    with the name of its file, because the next file uses it for somebody else.
    """
    given = tuple(interviewers)
    linked = link_speakers(reading.speakers(), known, source=reading.source)
    fresh = [
        label
        for label in reading.speakers()
        if label not in linked and not is_interviewer(label, interviewers=given) and not is_group_voice(label)
    ]
    prefix = code_prefix(perspective, known)
    first = _last_number(prefix, known) + 1
    return tuple(
        _participant(reading, label, f"{prefix}{number:02d}", study_id, perspective)
        for number, label in enumerate(_one_a_person(fresh), start=first)
    )


def _one_a_person(labels: Sequence[str]) -> list[str]:
    """The labels without those that only differ in capitals or spaces."""
    return list({fold_label(label): label for label in reversed(labels)}.values())[::-1]


def _participant(reading: Reading, label: str, code: str, study_id: str, perspective: str) -> Participant:
    own = local_label(reading.source, label)
    part = label if own == label else f"{reading.digest}/{label}"
    return Participant(imported_id(study_id, part, perspective), code, perspective, labels=(own,))


def code_prefix(perspective: str, known: Sequence[Participant]) -> str:
    """The letters that codes of a perspective start with: as few as keep it apart from the others in use.

    >>> code_prefix("werkgever", [Participant("", "W01", "wajonger")])
    'WE'
    """
    letters = "".join(each for each in perspective.upper() if each.isalpha()) or "P"
    taken: Mapping[str, str] = {each.code.rstrip("0123456789"): each.perspective for each in known}
    prefixes = [letters[:size] for size in range(1, len(letters) + 1)]
    own = [each for each in prefixes if taken.get(each) == perspective]
    free = [each for each in prefixes if each not in taken]
    return (own or free or [letters])[0]


def _last_number(prefix: str, known: Sequence[Participant]) -> int:
    numbers = [each.code.removeprefix(prefix) for each in known if each.code.startswith(prefix)]
    return max((int(each) for each in numbers if each.isdigit()), default=0)
