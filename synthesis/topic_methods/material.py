"""What a topic model is fitted on: the distinct texts in content order, and who said each of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from synthesis.topic_methods.words import content_words

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

UNREADABLE = -1
"""The text number of a segment without a word that carries content ("Ja, hoor.")."""


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """The segments of a fit, sorted by the hash of their text so that no order of documents can matter.

    A text that occurs more than once is one text with several mentions. A mention is a text in the mouth of one
    speaker: a participant, or a document where nobody is linked (`is_respondent` tells which). Speakers are
    numbers in the order in which content brings them up, never in the order of ids.
    """

    segment_ids: tuple[str, ...]
    segment_texts: NDArray[np.int64]
    texts: tuple[str, ...]
    mention_texts: NDArray[np.int64]
    mention_speakers: NDArray[np.int64]
    is_respondent: NDArray[np.bool_]
    digest: str

    def __len__(self) -> int:
        return len(self.texts)


def gather(segments: pd.DataFrame) -> Material:
    """The material of a table with segment_id, document_id, participant_id, text and, if it has one, key.

    `key` orders equal texts by content (a document's digest and place); without it their segment ids do.
    """
    texts = [" ".join(str(text).split()) for text in segments["text"]]
    hashes = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
    keys = segments["key" if "key" in segments else "segment_id"].astype(str).tolist()
    order = sorted(range(len(texts)), key=lambda place: (hashes[place], keys[place]))
    speakers, is_respondent = _number_speakers(segments, order)
    numbers, distinct = _number_texts([texts[place] for place in order])
    ids = segments["segment_id"].tolist()
    said = sorted({pair for pair in zip(numbers, speakers, strict=True) if pair[0] != UNREADABLE})
    return Material(
        segment_ids=tuple(ids[place] for place in order),
        segment_texts=np.array(numbers, dtype=np.int64),
        texts=tuple(distinct),
        mention_texts=np.array([text for text, _ in said], dtype=np.int64),
        mention_speakers=np.array([speaker for _, speaker in said], dtype=np.int64),
        is_respondent=np.array(is_respondent, dtype=np.bool_),
        digest=_digest([hashes[place] for place in order], speakers),
    )


def _number_speakers(segments: pd.DataFrame, order: Sequence[int]) -> tuple[list[int], list[bool]]:
    """The speaker of each segment, in order, as a number; and of each speaker whether it is a respondent."""
    linked = segments["participant_id"].notna().tolist()
    names = list(zip(linked, segments["participant_id"], segments["document_id"], strict=True))
    known: dict[tuple[bool, str], int] = {}
    speakers = [
        known.setdefault((True, person) if is_person else (False, document), len(known))
        for is_person, person, document in (names[place] for place in order)
    ]
    return speakers, [is_person for is_person, _ in known]


def _number_texts(texts: Sequence[str]) -> tuple[list[int], list[str]]:
    """The number of each text (equal texts stand together) and the distinct texts that carry content."""
    numbers: list[int] = []
    distinct: list[str] = []
    previous: str | None = None
    for text in texts:
        if text != previous:
            readable = bool(content_words(text))
            if readable:
                distinct.append(text)
            previous = text
        numbers.append(len(distinct) - 1 if readable else UNREADABLE)
    return numbers, distinct


def _digest(hashes: Sequence[bytes], speakers: Sequence[int]) -> str:
    """A hash of what was said and which of it came from one mouth; ids have no part in it."""
    total = hashlib.sha256()
    for text, speaker in zip(hashes, speakers, strict=True):
        total.update(text + speaker.to_bytes(8, "big"))
    return total.hexdigest()


def restrict(material: Material, mentions: NDArray[np.bool_]) -> Material:
    """The material as if only these mentions had been made."""
    kept, numbers = np.unique(material.mention_texts[mentions], return_inverse=True)
    return replace(
        material,
        segment_ids=(),
        segment_texts=numbers,
        texts=tuple(material.texts[text] for text in kept),
        mention_texts=numbers,
        mention_speakers=material.mention_speakers[mentions],
    )


def by_speaker(material: Material, labels: NDArray[np.int64]) -> Iterator[tuple[int, list[tuple[str, int]]]]:
    """Each speaker once, with the (text, group) of what was said; texts without a group (-1) are left out."""
    order = np.argsort(material.mention_speakers, kind="stable")
    speakers, starts = np.unique(material.mention_speakers[order], return_index=True)
    for speaker, mentions in zip(speakers, np.split(order, starts[1:]), strict=True):
        rows = material.mention_texts[mentions]
        yield int(speaker), [(material.texts[row], int(labels[row])) for row in rows if labels[row] >= 0]


def count_respondents(material: Material, labels: NDArray[np.int64], *, groups: int) -> list[int]:
    """How many different respondents speak in each group."""
    placed = labels[material.mention_texts]
    counted = (placed >= 0) & material.is_respondent[material.mention_speakers]
    pairs = np.unique(np.stack([placed[counted], material.mention_speakers[counted]]), axis=1)
    counts: list[int] = np.bincount(pairs[0], minlength=groups).tolist()
    return counts


def count_segments(material: Material, labels: NDArray[np.int64], *, groups: int) -> list[int]:
    """How many segments each group has, repeated texts counted as often as they were said."""
    placed = labels[material.segment_texts[material.segment_texts >= 0]]
    counts: list[int] = np.bincount(placed[placed >= 0], minlength=groups).tolist()
    return counts


def first_segments(material: Material) -> dict[int, str]:
    """Of each text the first segment, in content order, that says it."""
    first: dict[int, str] = {}
    for segment, text in zip(material.segment_ids, material.segment_texts.tolist(), strict=True):
        first.setdefault(text, segment)
    return first
