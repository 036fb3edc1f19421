"""The shipped example study "Van werk naar werk": fiction, with its sources, its codings and all that follows."""

from pathlib import Path

FOLDER = Path(__file__).parent
