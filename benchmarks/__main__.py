"""`python -m benchmarks`: everything that is measured, one after the other."""

from __future__ import annotations

from importlib import import_module

PARTS = (
    "start_up",
    "thread",
    "scale",
    "reading",
    "community",
    "sentences",
    "question_links",
    "search",
    "pseudonyms",
    "topics",
    "tally",
)


def main() -> None:
    """Run each part."""
    for part in PARTS:
        import_module(f"benchmarks.{part}").main()


if __name__ == "__main__":
    main()
