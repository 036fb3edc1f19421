"""Labels: which words before a colon name a speaker, judged over a whole file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.readers.times import CLOCK, read_clock
from corpus.reading import ReadingOptions
from corpus.speakers import fold_label, is_group_voice, is_interviewer

_NAME = r"(?P<speaker>[^\s:*\[(#|>-][^:*\n]{0,59}?)"
_STAMP = rf"[\[(]\s*(?P<time>{CLOCK})(?:\s*(?:-->|-|–)\s*{CLOCK})?\s*[\])]"
# How a turn can start. The first two cannot be anything else; the others are judged over the whole file.
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"\s*\*\*\s*(?P<speaker>[^*\n:]{{1,80}}?)\s*:?\s*\*\*\s*:?\s*{_STAMP}\s*:?[ \t]*",
        rf"\s*(?P<speaker>[^\s\[(:][^\n:]{{0,79}}?)(?:[ \xa0]{{2,}}|[ \xa0]*\t\s*)(?P<time>{CLOCK})\s*$",
        rf"\s*{_STAMP}\s*(?:\*\*)?{_NAME}\s*(?::\s*\*\*|\*\*\s*:|:)(?:\s+|$)",
        rf"\s*(?P<time>{CLOCK})[ \t]+{_NAME}\s*:(?:\s+|$)",
        rf"\s*{_NAME}\s*{_STAMP}\s*(?::[ \t]*|$)",
        rf"\s*{_NAME}:\s*{_STAMP}[ \t]*",
        r"\s*\[(?P<speaker>[^\]\n:]{1,40})\]\s*:(?:\s+|$)",
        rf"\s*\*\*\s*{_NAME}\s*(?::\s*\*\*|\*\*\s*:)(?:\s+|$)",
        rf"\s*{_NAME}\s*:(?:\s+|$)",
        rf"\s*{_NAME}:(?=[^\s\d/:])",
    )
)
_UNMISTAKABLE = 2
DENSE, SPARSE, RECURRING = 0.6, 0.25, 0.2
"""Shares of the lines: of a file plainly made of labels, of one with few, of prose that may be a talk after all."""
PROSE, GUESSED_OFTEN, GUESSED, DOUBTFUL = 0.9, 0.8, 0.6, 0.4
"""How sure a reading is: no labels at all, names in most lines, names in some, hardly more than a coincidence."""
_CODE = re.compile(r"[A-Z]{1,4}-?\d{1,3}|[A-Z]{1,3}")
_ADDRESSED = re.compile(r"(?:De heer|Mevrouw|Meneer|Dhr\.?|Mw\.?|Mevr\.?) (?:\S+ ?){1,5}", re.IGNORECASE)
_TITLE = re.compile(r"(?:De|Het|Mevrouw|Mevr\.|Meneer|Dhr\.|Mw\.) \w+(?: \w+)?")
_PART = r"(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Hh]et|['’]t|[Ee]l|[Ii]n|[Bb]en|[Oo]p|[Tt]e)"
_CAPITALISED = r"[^\W\d_a-zà-þ][\w'’.&/-]*"
_NAME_LIKE = re.compile(rf"(?:{_PART}\s+)*{_CAPITALISED}(?:,?\s+(?:{_PART}|{_CAPITALISED}|\d{{1,3}}|\([^)]*\)))*,?")
_TOGETHER = re.compile(r"\s*,\s*|\s+(?:en|and|&)\s+|\s*/\s*")
_HANDLE = re.compile(r"\w[\w.@-]*(?: \w[\w.@-]*){0,3}")
# Words that Dutch (and English) speech puts before a colon without anybody taking the floor.
_NO_SPEAKER = frozenset(
    """
    let op|nb|n.b|ps|p.s|ok|oké|ja|nee|dus|maar|en|want|kortom|conclusie|samenvattend|samenvatting|bijvoorbeeld
    voorbeeld|bv|vraag|de vraag|mijn vraag|antwoord|stelling|opmerking|noot|tip|stap|doel|doelgroep|doelstelling
    bron|toelichting|uitleg|resultaat|actie|actiepunt|besluit|kosten|ten eerste|ten tweede|ten derde|eerste
    tweede|derde|punt|ook|verder|ter info|belangrijk|het punt is|de kern|kern|datum|plaats|tijd|locatie|aanwezig
    afwezig|betreft|onderwerp|interview|duur|titel|auteur|auteurs|versie|pagina|bijlage|figuur|tabel|hoofdstuk
    zie|zie ook|thema|samengevat|aanleiding|resultaten|methode|achtergrond|context|probleem|oplossing|oorzaak
    gevolg|voordeel|nadeel|voordelen|nadelen|note|question|answer|example|conclusion|summary|source|date|place
    opzet|uitkomst|uitkomsten|kanttekening|gewicht|terzijde|bevinding|bevindingen|werkwijze|onderzoeksvraag|steekproef
    omvang|looptijd|subject|topic|warning|so|but|and|because|http|https|mailto|re|fw|fwd|aan|van|cc
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line starts when it may start a turn: the label, the time, where the words begin, whether it is plain."""

    label: str
    time: float | None
    end: int
    marked: bool


def find_opening(line: str) -> Opening | None:
    """The label (and time) that a line starts with, if it starts as a turn does.

    >>> find_opening("[00:12:03] Anna de Vries: Ja, zeker.")
    Opening(label='Anna de Vries', time=723.0, end=26, marked=False)
    >>> find_opening("Dat was om 12:30 uur klaar.") is None
    True
    """
    if ":" not in line[:160]:
        return None
    for number, shape in enumerate(_SHAPES):
        found = shape.match(line)
        if found is not None:
            opening = _opening(found, marked=number < _UNMISTAKABLE)
            if opening is not None:
                return opening
    return None


def _opening(found: re.Match[str], *, marked: bool) -> Opening | None:
    stamp = found.groupdict().get("time")
    time = read_clock(stamp) if stamp else None
    if stamp and time is None:
        return None
    label = " ".join(found["speaker"].split())
    return Opening(label, time, found.end(), marked) if label else None


def find_labels(lines: Sequence[str], *, options: ReadingOptions) -> frozenset[str]:
    """The labels (folded) that name speakers in these lines; empty when the lines are prose.

    A label is a speaker's when a person says so, when it is a known kind ("I", "R1", "Moderator"), a code, or a name,
    when it comes back beside times, or when it comes back in a file that is plainly made of labels; words such as
    "Let op" never are, nor what a person says is none. `options.speakers` True asks no proof that the lines are a talk.
    """
    lenient, named = options.speakers is True, fold_labels(options.names)
    openings = _likely_openings(lines, options)
    counts = Counter(fold_label(each.label) for each in openings)
    filled = sum(1 for line in lines if line.strip())
    proof = _Proof(
        counts=counts,
        dense=lenient or counts.total() >= DENSE * filled,
        timed=sum(each.time is not None for each in openings) >= 0.5 * max(1, len(openings)),
        words=frozenset(re.findall(r"\b[^\W\d_]+\b", " ".join(lines))),
        named=named,
    )
    accepted = {fold_label(each.label) for each in openings if _is_speaker(each, proof)}
    turns = sum(counts[each] for each in accepted)
    known = any(_is_known_kind(each) or each in named for each in accepted)
    enough = (known or lenient or turns >= 2) and (lenient or turns >= 0.1 * filled or accepted & named)
    return frozenset(accepted) if enough else frozenset()


def _likely_openings(lines: Sequence[str], options: ReadingOptions) -> list[Opening]:
    """How lines start that may start turns, without labels that name nobody."""
    named, refused = fold_labels(options.names), fold_labels(options.no_names)
    openings = (each for each in map(find_opening, lines) if each is not None)
    folded = ((fold_label(each.label), each) for each in openings)
    return [each for label, each in folded if label in named or not (label in refused or is_no_speaker(each.label))]


def fold_labels(labels: Iterable[str]) -> frozenset[str]:
    """The labels as they are compared."""
    return frozenset(map(fold_label, labels))


def certainty_of_labels(lines: Sequence[str], labels: frozenset[str], *, options: ReadingOptions) -> float:
    """How sure (0 to 1) it is that the lines are a talk of these speakers, or, without labels, that they are prose.

    Labels of a known kind, with a time beside them or named by a person are sure; other names are guessed by how
    often they come back. Prose is doubtful when the same words stand before a colon again and again.
    """
    if options.speakers is not None:
        return 1.0
    filled = max(1, sum(1 for line in lines if line.strip()))
    openings = _likely_openings(lines, options)
    if not labels:
        return PROSE if _recurring(openings) < RECURRING * filled else DOUBTFUL
    turns = [each for each in openings if fold_label(each.label) in labels]
    sure = sum(each.time is not None or is_sure_label(each.label, options=options) for each in turns)
    if not sure and len(turns) < SPARSE * filled:
        return DOUBTFUL
    guessed = GUESSED_OFTEN if len(turns) >= DENSE * filled else GUESSED
    return guessed + (1.0 - guessed) * sure / max(1, len(turns))


def _recurring(openings: Sequence[Opening]) -> int:
    """How many lines start with a label of at most three words that starts another line too."""
    counts = Counter(fold_label(each.label) for each in openings)
    return sum(count for label, count in counts.items() if count > 1 and len(label.split()) <= 3)


def is_sure_label(label: str, *, options: ReadingOptions) -> bool:
    """Whether the label is a speaker's by itself: a known kind, a code with a number, or named by a person."""
    is_code = _CODE.fullmatch(label) is not None and any(each.isdigit() for each in label)
    return is_code or _is_known_kind(label) or fold_label(label) in fold_labels(options.names)


@dataclass(frozen=True, slots=True)
class _Proof:
    """What the file as a whole says about its labels."""

    counts: Counter[str]
    dense: bool
    timed: bool
    words: frozenset[str]
    named: frozenset[str]


def is_no_speaker(label: str) -> bool:
    """Whether the words before a colon belong to the sentence: "Let op", "Kortom", "Mijn vraag is"."""
    folded = fold_label(label)
    return folded in _NO_SPEAKER or folded.rstrip(".") in _NO_SPEAKER or folded.isdigit()


def is_name_like(label: str) -> bool:
    """Whether the words look like a name: capitals, "van" and "de" between them, a function in brackets.

    >>> is_name_like("Vries, Anna de"), is_name_like("Dat klopt")
    (True, False)
    """
    return _NAME_LIKE.fullmatch(label) is not None


def _is_known_kind(label: str) -> bool:
    folded = fold_label(label)
    kinds = r"(?:r|resp|respondente?|deelnemer|spreker|speaker|geïnterviewde|participant|p|d)[ _.#-]?\d{0,3}"
    return is_interviewer(label) or is_group_voice(label) or re.fullmatch(kinds, folded) is not None


def _is_speaker(opening: Opening, proof: _Proof) -> bool:
    label, count = opening.label, proof.counts[fold_label(opening.label)]
    if fold_label(label) in proof.named or _is_known_kind(label) or opening.marked:
        return True
    if _ADDRESSED.fullmatch(label) or _are_together(opening, proof):
        return True
    return (opening.time is not None or not proof.timed) and _is_speaker_by_proof(opening, count, proof)


def _is_speaker_by_proof(opening: Opening, count: int, proof: _Proof) -> bool:
    """Whether a label of no known kind is a speaker's: by how it is written and how often it comes back."""
    label = opening.label
    if _CODE.fullmatch(label):
        return count >= 2 or any(each.isdigit() for each in label)
    if is_name_like(label):
        return count >= 2 or _is_a_name(label, proof.words)
    if _TITLE.fullmatch(label) or opening.time is not None:
        return count >= 2
    return proof.dense and count >= 2 and len(label.split()) <= 3 and _HANDLE.fullmatch(label) is not None


def _are_together(opening: Opening, proof: _Proof) -> bool:
    """Whether a label after a time names several who speak at once, each of whom speaks alone elsewhere too."""
    names = [each for each in _TOGETHER.split(opening.label) if each]
    return opening.time is not None and len(names) > 1 and all(proof.counts[fold_label(each)] for each in names)


def _is_a_name(label: str, words: frozenset[str]) -> bool:
    """A label used once is a name when its first word is never written without a capital in the same file."""
    return label.split()[0].rstrip(",.").lower() not in words
