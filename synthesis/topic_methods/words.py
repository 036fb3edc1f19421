"""Words as people write them: which of them carry content, and which tell one group from another."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.stopwords import content_words as subject_words

SHORTEST = 3
"""Words of one or two letters say nothing about a subject."""

_FILLER = """
    aha alle blijkbaar dinges echt eens eigenlijke enfin enzovoort ergens goed hele helemaal interviewer jongens klopt
    oftewel onderzoeker opzich overigens prima snap volgens weleens zeggende zelfs zowat
"""
FILLER = frozenset(_FILLER.split())
"""What interviewers and speakers say in every subject, beyond the stop words: it names none."""

# A capital at the start of a sentence says nothing, so only words after a word or a comma are looked at.
_INSIDE_A_SENTENCE = re.compile(r"(?<=[\w,;)] )[^\W\d_]+(?:['’-][^\W\d_]+)*")


def content_words(text: str) -> list[str]:
    """The words of a text that can name a topic, in lower case and in order: none under three letters, no filler."""
    return [word for word in subject_words(text) if len(word) >= SHORTEST and word not in FILLER]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many speakers, and how many texts, use each word in each group."""

    speakers: tuple[Counter[str], ...]
    texts: tuple[Counter[str], ...] = field(repr=False)


def count_words(spoken: Iterable[tuple[int, Sequence[tuple[str, int]]]], *, groups: int) -> WordCounts:
    """Counts per group, a speaker once per word; `spoken` gives each speaker once with (text, group) pairs.

    The texts may be streamed: nothing but the counts is kept.
    """
    counts = WordCounts(tuple(Counter() for _ in range(groups)), tuple(Counter() for _ in range(groups)))
    for _, said in spoken:
        own: defaultdict[int, set[str]] = defaultdict(set)
        for text, group in said:
            words = set(content_words(text))
            counts.texts[group].update(words)
            own[group] |= words
        for group, words in own.items():
            counts.speakers[group].update(words)
    return counts


def telling_words(counts: WordCounts, *, top: int) -> list[list[tuple[str, float]]]:
    """Per group its most telling words with their weight: tf · ln(1 + A / f), tf counted once per speaker.

    A is the mean number of words per group, f the count of the word over all groups (class-based TF-IDF,
    Grootendorst, 2022). Ties go to the word in more texts, then to the alphabet.
    """
    everywhere: Counter[str] = Counter()
    for each in counts.speakers:
        everywhere.update(each)
    mean = everywhere.total() / max(1, len(counts.speakers))
    listed = []
    for spoken, texts in zip(counts.speakers, counts.texts, strict=True):
        weights = {word: n * math.log1p(mean / everywhere[word]) for word, n in spoken.items()}
        best = sorted(weights, key=lambda word: (-weights[word], -texts[word], word))[:top]
        listed.append([(word, weights[word]) for word in best])
    return listed


def written_forms(texts: Iterable[str], words: Iterable[str]) -> dict[str, str]:
    """How people write each of these words inside a sentence ("uwv" → "UWV"); the plain form where they do not."""
    forms: dict[str, Counter[str]] = {word: Counter({word: 0}) for word in words}
    for text in texts:
        for form in _INSIDE_A_SENTENCE.findall(text):
            if (word := form.lower().replace("’", "'")) in forms:
                forms[word][form.replace("’", "'")] += 1
    return {word: max(sorted(counts), key=lambda form: (counts[form], form == word)) for word, counts in forms.items()}
