"""Nearest: the turns that lie nearest to another by meaning, as far as an embedder knows meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.documents import Document
from corpus.embedding import Embedder, fit_embedder
from corpus.segments import Role, Segment
from corpus.stopwords import content_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST_WORDS = 2
"""A turn with fewer words about something ("Ja, precies") says too little to lie near another."""
DIGITS = 6
LEAST = 0.2
"""Below this likeness two turns have hardly anything to do with each other."""


@dataclass(frozen=True, slots=True)
class Near:
    """A turn that was found, with its words and how much it is like what was asked (the cosine, at most 1)."""

    segment: Segment
    text: str
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """Turns with their place in the space of meaning; `vectors` has a row for each, of length 1 or 0.

    `documents` are those of the turns, by id.
    """

    documents: Mapping[str, Document]
    segments: tuple[Segment, ...]
    texts: tuple[str, ...]
    embedder: Embedder
    vectors: NDArray[np.float64]

    def nearest(self, text: str, *, most: int = 20, besides: str | None = None) -> tuple[Near, ...]:
        """The turns most like this text, the most alike first; the turn with the id `besides` is left out.

        Turns that are equally alike stand in the order of documents and turns. Says nothing of a text without any
        word that the embedder knows.
        """
        import numpy as np

        if not self.segments:
            return ()
        # Rounded, so that what is equal but for the last bits stands in the same order on every machine.
        likeness = np.round(self.vectors @ self.embedder.vectors([text])[0], DIGITS)
        order = np.argsort(-likeness, kind="stable")
        found = (Near(self.segments[place], self.texts[place], float(likeness[place])) for place in order)
        alike = (each for each in found if each.likeness >= LEAST and each.segment.id != besides)
        return tuple(each for each, _ in zip(alike, range(most), strict=False))


def learn_meanings(
    documents: Sequence[Document], segments: Sequence[Segment], *, embedder: Embedder | None = None
) -> Meanings:
    """The turns of these documents in the space of an embedder; without one it is fitted on the turns themselves.

    Questions of an interviewer and turns that say too little are left out; policy and literature take part.

    >>> learn_meanings([], []).nearest("de jobcoach belde")
    ()
    """
    by_id = {each.id: each for each in documents}
    said = [
        (each, by_id[each.document_id].text[each.start : each.end])
        for each in segments
        if each.role is not Role.INTERVIEWER
    ]
    said = [(each, text) for each, text in said if len(content_words(text)) >= FEWEST_WORDS]
    texts = tuple(text for _, text in said)
    known = embedder or fit_embedder(texts)
    return Meanings(by_id, tuple(each for each, _ in said), texts, known, known.vectors(texts))
