"""Pseudonyms: what is found in 100 sentences of interview Dutch, beside deduce; run `python -m benchmarks.pseudonyms`.

An identifier counts as found when a suggestion covers at least 60 % of its letters and digits; of numbers, addresses
and dates it must cover all. Precision is the share of suggestions that touch an identifier. “Sure” leaves out what is
only offered because a person may know better. `--unseen` scores the thirty sentences that no rule was tuned on.
deduce runs in its own environment (`python -m tools.peers deduce`); its first start takes minutes.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import say
from corpus.names.found import UNSURE, FoundName
from corpus.names.known import Known
from corpus.pseudonyms import Suggester
from corpus.replacements import NameKind
from tools.peers import interpreter, is_built

HERE = Path(__file__).parent
_MARK = re.compile(r"\{([\w-]+)(!?):([^}]*)\}")
NAMES = ("persoon", "werkgever", "kantoor", "plaats", "functie")
ENOUGH = 0.6
LONG = 2_000_000
DEDUCE = """
import json, sys
from deduce import Deduce
tool = Deduce()
sentences = json.load(sys.stdin)
print(json.dumps([[(a.start_char, a.end_char) for a in tool.deidentify(each).annotations] for each in sentences]))
"""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Identifier:
    """A span that says who somebody is; `known` when the sheet of participants holds the name."""

    start: int
    end: int
    kind: str
    known: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what should be found in it."""

    text: str
    identifiers: tuple[Identifier, ...]


def read_sentence(marked: str) -> Sentence:
    """The sentence without its marks."""
    text, found, place = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[place : mark.start()]
        found.append(Identifier(len(text), len(text) + len(mark[3]), mark[1], bool(mark[2])))
        text, place = text + mark[3], mark.end()
    return Sentence(text + marked[place:], tuple(found))


def is_found(text: str, identifier: Identifier, spans: Iterable[Span]) -> bool:
    """Whether the spans together cover enough of it."""
    covered = {place for start, end in spans for place in range(start, end)}
    letters = [place for place in range(identifier.start, identifier.end) if text[place].isalnum()]
    enough = ENOUGH if identifier.kind in NAMES else 1.0
    return sum(place in covered for place in letters) >= enough * len(letters)


def score(sentences: Sequence[Sentence], found: Sequence[Sequence[Span]]) -> dict[str, tuple[int, int]]:
    """Of each kind how many were found of how many; under `precision` how many suggestions touch an identifier."""
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for sentence, spans in zip(sentences, found, strict=True):
        for each in sentence.identifiers:
            keys = [each.kind, "all", *(["names"] if each.kind in NAMES else []), *(["known"] if each.known else [])]
            totals.update(keys)
            hits.update(keys if is_found(sentence.text, each, spans) else ())
        touching = [any(a < each.end and each.start < b for each in sentence.identifiers) for a, b in spans]
        totals["precision"] += len(touching)
        hits["precision"] += sum(touching)
    return {key: (hits[key], totals[key]) for key in totals}


def ours(sentences: Sequence[Sentence], known: Known, *, least: float = 0.0) -> list[list[Span]]:
    """What our rules suggest, each sentence by itself."""
    suggester = Suggester(known)
    return [_spans(suggester.suggest(each.text), least) for each in sentences]


def _spans(found: Iterable[FoundName], least: float) -> list[Span]:
    return [(each.start, each.end) for each in found if each.score >= least]


def deduces(sentences: Sequence[Sentence]) -> list[list[Span]] | None:
    """What deduce finds; None when its environment is not there."""
    if not is_built("deduce"):
        return None
    given = json.dumps([each.text for each in sentences])
    command = [str(interpreter("deduce")), "-c", DEDUCE]
    answer = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return [[(start, end) for start, end in each] for each in json.loads(answer.stdout.splitlines()[-1])]


def main() -> None:
    """Print recall by kind and precision of each tool, and the speed of our rules."""
    unseen = "_unseen" if "--unseen" in sys.argv else ""
    data = tomllib.loads((HERE / f"pseudonym_sentences{unseen}.toml").read_text(encoding="utf-8"))
    sentences = [read_sentence(each) for part in ("identifiers", "traps") for each in data[part]]
    sheet = Known(data["sheet"], dict.fromkeys(data["employers"], NameKind.EMPLOYER))
    tools: dict[str, list[list[Span]]] = {
        "with sheet": ours(sentences, sheet),
        "with sheet, sure": ours(sentences, sheet, least=UNSURE),
        "alone": ours(sentences, Known()),
        "alone, sure": ours(sentences, Known(), least=UNSURE),
    }
    theirs = deduces(sentences)
    if theirs is None:
        say("deduce is not built: .venv/bin/python -m tools.peers deduce")
    else:
        tools["deduce"] = theirs
        tools["alone and deduce"] = [[*a, *b] for a, b in zip(tools["alone"], theirs, strict=True)]
    say(f"\nPseudonyms in {len(sentences)} sentences, recall by kind (found / there)")
    show_scores({name: score(sentences, found) for name, found in tools.items()})
    show_speed(" ".join(each.text for each in sentences))


def show_scores(scores: dict[str, dict[str, tuple[int, int]]]) -> None:
    """Print a line for each kind and a column for each tool."""
    say(f"  {'':<14}" + "".join(f"{name:>21}" for name in scores))
    for key in dict.fromkeys(key for each in scores.values() for key in each):
        cells = (each.get(key, (0, 0)) for each in scores.values())
        say(f"  {key:<14}" + "".join(f"{_share(hit, total):>21}" for hit, total in cells))


def _share(hit: int, total: int) -> str:
    return f"{hit}/{total}  {hit / total:.2f}" if total else "-"


def show_speed(text: str) -> None:
    """Print how many characters a second our rules read, without and with propagation over a long text."""
    long = (text + "\n") * (LONG // len(text))
    suggester = Suggester()
    pieces = [long[place : place + 40_000] for place in range(0, len(long), 40_000)]
    start = time.process_time()
    number = sum(len(suggester.suggest(each)) for each in pieces)
    seconds = time.process_time() - start
    say(f"\n  {len(long):,} characters in texts of 40,000: {number:,} suggestions, {len(long) / seconds:,.0f} a second")


if __name__ == "__main__":
    main()
