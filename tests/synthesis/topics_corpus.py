"""Sixty sentences about three subjects, by twelve people, and sixty texts about nothing.

Run as a module it prints a hash of the fit by the method it is given, for comparing processes.
"""

from __future__ import annotations

import hashlib
import sys
from itertools import product

import numpy as np
import pandas as pd

from corpus.embedding import fit_embedder
from synthesis.topics import fit_topics

THEMES = {
    "reis": (
        [
            "De bus naar het werk",
            "Mijn reis met de trein",
            "Het vervoer in de ochtend",
            "Die bus met een overstap",
            "De trein vanaf het station",
        ],
        [
            "komt te laat aan bij de halte",
            "kost mij elke dag een uur reistijd",
            "rijdt niet meer in het weekend",
            "stopt te ver van de halte",
        ],
    ),
    "geld": (
        [
            "Mijn loon op de rekening",
            "De uitkering van deze maand",
            "Het salaris na aftrek",
            "De toeslag bij het loon",
            "Het geld van de uitkering",
        ],
        [
            "is lager dan het bedrag in de brief van UWV",
            "wordt verrekend met het inkomen",
            "was te weinig voor de huur",
            "klopt niet met het inkomen in de brief",
        ],
    ),
    "begeleiding": (
        [
            "Mijn jobcoach op de werkvloer",
            "De begeleiding door de jobcoach",
            "Een gesprek met mijn begeleider",
            "De uitleg van de begeleider",
            "Het advies van de jobcoach",
        ],
        [
            "helpt bij vragen van collega's",
            "geeft vertrouwen bij nieuwe taken",
            "maakt de taken duidelijk voor collega's",
            "geeft rust en vertrouwen op moeilijke dagen",
        ],
    ),
}
PEOPLE = 12


def three_themes() -> pd.DataFrame:
    """The sentences as segments; `theme` says what each is about, which no fit may see."""
    rows = []
    for theme, (starts, ends) in THEMES.items():
        for place, (start, end) in enumerate(product(starts, ends)):
            person = place % PEOPLE
            rows.append((f"{theme}-{place:02}", f"gesprek-{person}", f"persoon-{person}", f"{start} {end}.", theme))
    table = pd.DataFrame(rows, columns=["segment_id", "document_id", "participant_id", "text", "theme"])
    return table.assign(key=table["segment_id"])


def noise() -> pd.DataFrame:
    """Sixty texts without any theme, by the same people: every choice that is left to chance shows in their fit."""
    words = ["".join(letters) for letters in product("bdfklm", "aeou", "nprst", "aeiu")]
    random = np.random.default_rng(1)
    people = [f"persoon-{place % PEOPLE}" for place in range(60)]
    texts = [" ".join(random.choice(words, size=6)) for _ in people]
    names = [f"ruis-{place:02}" for place in range(60)]
    return pd.DataFrame(
        {"segment_id": names, "document_id": people, "participant_id": people, "text": texts, "key": names}
    )


def digest_of_fit(method: str) -> str:
    """A hash of everything in the fit of the noise by this method."""
    segments = noise()
    embedder = fit_embedder(segments["text"].tolist())
    fit = fit_topics(segments, embedder=embedder, method="bertopic" if method == "bertopic" else "builtin")
    return hashlib.sha256(repr(fit).encode()).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(digest_of_fit(sys.argv[1]))
