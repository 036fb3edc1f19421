"""What the study knows: the names of its participants in all their forms, and the key of what was replaced before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.names.found import FoundName, Rule
from corpus.names.index import Index, words_of
from corpus.names.lists import is_word
from corpus.names.numbers import digits
from corpus.names.words import PARTICLES, Word
from corpus.replacements import NameKind

FEWEST_DIGITS = 7
_PIECES = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Known:
    """The names of participants by code; the kind of every form that was replaced or marked by hand before."""

    participants: Mapping[str, Sequence[str]] = field(default_factory=dict)
    forms: Mapping[str, NameKind] = field(default_factory=dict)

    def code_of(self, found: str) -> str | None:
        """Whose address or number this is, when the sheet has it."""
        for code, names in self.participants.items():
            if any(_same_address(name, found) for name in names):
                return code
        return None


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a name: its kind, whose it is, and whether it must stand there with these very capitals."""

    form: str
    kind: NameKind
    rule: Rule
    code: str | None
    exact: bool


class KnownNames:
    """Finds what a study knows in text after text."""

    def __init__(self, known: Known) -> None:
        owners: dict[str, set[str]] = {}
        for code, names in known.participants.items():
            for name in names:
                for form in name_forms(name):
                    owners.setdefault(form, set()).add(code)
        forms = [_form(form, NameKind.PERSON, Rule.PARTICIPANT, codes) for form, codes in owners.items()]
        forms += [_form(form, kind, Rule.KEY, set()) for form, kind in known.forms.items()]
        self._index = Index((each.form, each) for each in forms)

    def find(self, text: str, words: Sequence[Word]) -> Iterator[FoundName]:
        """Where the names stand, also with an s behind them; a name that is a word too needs its capital."""
        for match in self._index.find(text, words, endings=True):
            form, first, last = match.value, match.words[0], match.words[-1]
            there = text[first.start : last.end - len(match.ending)]
            if (form.exact and not _has_capitals(form.form, there)) or (match.ending and not first.capital):
                continue
            score = 0.6 if form.exact and first.opens and len(match.words) == 1 else 1.0
            if not any(each.capital for each in match.words):
                score = 0.85
            yield FoundName(first.start, last.end, form.kind, form.rule, score, form.code, match.ending)


def name_forms(name: str) -> tuple[str, ...]:
    """The forms in which a text may use a name; an address or a number has none.

    >>> name_forms("Karel de Vries")
    ('Karel de Vries', 'Karel', 'de Vries', 'Vries', 'K. de Vries', 'de Vries, Karel', 'Vries, Karel de')
    """
    if "@" in name or len(digits(name)) >= FEWEST_DIGITS:
        return ()
    pieces = _PIECES.findall(name)
    first, rest = pieces[:1], pieces[1:]
    if not rest or all(each.endswith(".") or len(each) == 1 for each in pieces):
        return (name,)
    last = next((place for place, each in enumerate(rest) if each.lower() not in PARTICLES), len(rest) - 1)
    surname, bare = " ".join(rest), " ".join(rest[last:])
    turned = " ".join([f"{bare},", *first, *rest[:last]])
    forms = (name, first[0], surname, bare, f"{first[0][0]}. {surname}", f"{surname}, {first[0]}", turned)
    return tuple(dict.fromkeys(each for each in forms if sum(map(len, words_of(each))) > 1))


def _form(form: str, kind: NameKind, rule: Rule, codes: set[str]) -> _Form:
    words = words_of(form)
    is_short = form.isupper() and len(form) < 5
    exact = is_short or (len(words) == 1 and (is_word(form) or len(form) < 4))
    return _Form(form, kind, rule, next(iter(codes)) if len(codes) == 1 else None, exact)


def _has_capitals(form: str, there: str) -> bool:
    return all(not sign.isupper() or other.isupper() for sign, other in zip(form, there, strict=False))


def _same_address(name: str, found: str) -> bool:
    if "@" in name:
        return name.casefold() == found.casefold()
    wanted = digits(name)
    return len(wanted) >= FEWEST_DIGITS and wanted[-9:] == digits(found)[-9:]
