"""Groups of a very large sample: k-means that looks at a small batch at a time."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from synthesis.topic_methods.kmeans import centres_of, settle

if TYPE_CHECKING:
    from numpy.typing import NDArray

BATCH = 4_096
LAST_ROUNDS = 10


def cluster(vectors: NDArray[np.float64], weights: NDArray[np.float64], *, groups: int, seed: int) -> NDArray[np.int64]:
    """The label of each vector at length one (mini-batch k-means, Sculley, 2010, and a few rounds over everything)."""
    from sklearn.cluster import MiniBatchKMeans

    model = MiniBatchKMeans(groups, batch_size=BATCH, n_init=10, random_state=seed)
    with warnings.catch_warnings():
        # Fewer different vectors than groups is no problem here: groups without members are dropped later.
        warnings.simplefilter("ignore")
        found = np.asarray(model.fit_predict(vectors, sample_weight=weights), dtype=np.int64)
    centres = centres_of(vectors, found, weights, groups=groups)
    return settle(vectors, weights, centres, rounds=LAST_ROUNDS)[0]
