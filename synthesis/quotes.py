"""Quotes: the passages that are printed under a statement or behind a verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from corpus.embedding import Embedder
from corpus.quotes import literal_spans
from corpus.sentences import split_sentences
from synthesis.evidence import Stance
from synthesis.medoids import find_medoid, measure_distances, medoid_costs

if TYPE_CHECKING:
    import pandas as pd
    from numpy import float64
    from numpy.typing import NDArray

FEWEST_WORDS, MOST_WORDS = 4, 60
CLOSENESS = 0.7
"""Lambda of maximal marginal relevance (Carbonell and Goldstein 1998): close to the others, unlike what is chosen."""
LARGEST_POOL = 200
"""More candidates than this are thinned evenly over respondents: distances grow with the square."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One passage: the exact text of [start, end) in its document, with who said it.

    `participant` is the respondent's code (None for a group voice), `document` the name of the source file. `contra`
    marks the one quote that says the opposite of its statement; `stance` is filled behind a verdict only. `verbatim`
    False is a rendering in a report of an interview: it is printed as “uit verslag”, never between quotation marks.
    """

    coding_id: str
    text: str
    document_id: str
    document: str
    start: int
    end: int
    segment_id: str | None = None
    participant_id: str | None = None
    participant: str | None = None
    perspective: str | None = None
    phase: str | None = None
    verbatim: bool = True
    contra: bool = False
    stance: Stance | None = None

    @property
    def voice(self) -> str:
        """Who speaks, for counting: a respondent, or the group of a document as one voice."""
        return self.participant_id or f"groep:{self.document_id}"


class Passages:
    """The rows of the passages table as quotes, fetched by position."""

    def __init__(self, passages: pd.DataFrame) -> None:
        names = ("coding_id", "text", "document_id", "document", "start", "end", "segment_id", "participant_id")
        self._columns = [
            _values(passages[name]) for name in (*names, "participant", "perspective", "phase", "verbatim")
        ]
        self._valences = _values(passages["valence"])

    def quote(self, position: int) -> Quote:
        """The passage in this row, whole."""
        return Quote(*[column[position] for column in self._columns])

    def valence(self, position: int) -> str | None:
        """How the speaker judges in this row."""
        valence = self._valences[position]
        return str(valence) if valence else None


def _values(column: pd.Series) -> list[Any]:
    """The values as Python knows them, with None for what is missing."""
    return column.astype("object").where(column.notna(), None).tolist()


def choose_quotes(
    support: Sequence[Quote], contra: Sequence[Quote] = (), *, embedder: Embedder | None = None, limit: int = 3
) -> tuple[Quote, ...]:
    """The quotes to print: the medoid, then diverse ones, one for each respondent, and one that says the opposite.

    Long passages are read by the sentence; what is shorter than 4 words is only taken when there is nothing else.
    Nobody is quoted twice as if two people: who says both things is quoted against it, unless nobody else is for it.
    """
    candidates, against = gather_candidates(support), gather_candidates(contra)
    supporters = {each.voice for each in candidates}
    other = find_medoid_quote([each for each in against if each.voice not in supporters] or against, embedder=embedder)
    if other is None:
        return _choose(candidates, embedder=embedder, limit=limit)
    own = [each for each in candidates if each.voice != other.voice] or candidates
    return (*_choose(own, embedder=embedder, limit=limit), replace(other, contra=True))


def gather_candidates(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes of 4 to 60 words, long ones by the sentence, doubles of one respondent once, in order of content.

    Of a rendering that holds literal words, those are quoted.
    """
    whole = sorted(quotes, key=_content)
    parts = [part for quote in whole for literal in _literal(quote) for part in _sentences(literal)]
    fitting = [each for each in parts if _fits(each)] or whole
    once = {(each.voice, each.text): each for each in reversed(fitting)}
    return _thin(sorted(once.values(), key=_content))


def _content(quote: Quote) -> tuple[str, int, int, str, str]:
    return quote.document, quote.start, quote.end, quote.text, quote.participant or ""


def _fits(quote: Quote) -> bool:
    return FEWEST_WORDS <= len(quote.text.split()) <= MOST_WORDS


def _literal(quote: Quote) -> Sequence[Quote]:
    """What a rendering gives word for word, where that is enough for a quote; else the quote as it is."""
    if quote.verbatim:
        return (quote,)
    spans = literal_spans(quote.text)
    return [part for span in spans if _fits(part := replace(_cut(quote, *span), verbatim=True))] or (quote,)


def _cut(quote: Quote, start: int, end: int) -> Quote:
    return replace(quote, text=quote.text[start:end], start=quote.start + start, end=quote.start + end)


def _sentences(quote: Quote) -> Iterator[Quote]:
    if len(quote.text.split()) <= MOST_WORDS:
        yield quote
        return
    for start, end in split_sentences(quote.text):
        yield _cut(quote, start, end)


def _thin(candidates: list[Quote]) -> list[Quote]:
    """No more than the largest pool, everyone's first passages before anyone's second."""
    if len(candidates) <= LARGEST_POOL:
        return candidates
    of_voice: dict[str, list[Quote]] = defaultdict(list)
    for each in candidates:
        of_voice[each.voice].append(each)
    rounds = zip_longest(*of_voice.values())
    return [each for some in rounds for each in some if each is not None][:LARGEST_POOL]


def find_medoid_quote(candidates: Sequence[Quote], *, embedder: Embedder | None = None) -> Quote | None:
    """The quote that stands for the candidates: their respondent-weighted medoid; None without candidates."""
    chosen = _choose(candidates, embedder=embedder, limit=1)
    return chosen[0] if chosen else None


def _choose(candidates: Sequence[Quote], *, embedder: Embedder | None, limit: int) -> tuple[Quote, ...]:
    if not candidates or limit < 1:
        return ()
    texts, voices = [each.text for each in candidates], [each.voice for each in candidates]
    distances = measure_distances(texts, embedder=embedder)
    chosen = [find_medoid(distances, voices, texts)]
    nearness = 1.0 - medoid_costs(distances, voices) / len(set(voices))
    while len(chosen) < limit and (left := _others(chosen, voices)):
        chosen.append(min(left, key=lambda each: (-_worth(each, chosen, distances, nearness), texts[each])))
    return tuple(candidates[each] for each in chosen)


def _others(chosen: Sequence[int], voices: Sequence[str]) -> list[int]:
    heard = {voices[each] for each in chosen}
    return [each for each, voice in enumerate(voices) if voice not in heard]


def _worth(each: int, chosen: Sequence[int], distances: NDArray[float64], nearness: NDArray[float64]) -> float:
    likeness = 1.0 - min(float(distances[each, other]) for other in chosen)
    return round(CLOSENESS * float(nearness[each]) - (1 - CLOSENESS) * likeness, 12)
