"""Sentences: how many Dutch passages, cut by hand, are cut in the same way by `corpus.sentences`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from benchmarks.measuring import say
from corpus.sentences import split_sentences

FILE = Path(__file__).with_name("dutch_sentences.toml")


def passages() -> list[list[str]]:
    """The passages of the table, each as its sentences."""
    return [list(each) for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["passages"]]


def whole(sentences: list[str]) -> str:
    """The passage that these sentences make; one that ends in a line break needs no space after it."""
    return "".join(each if each.endswith("\n") else f"{each} " for each in sentences).strip()


def cut(text: str) -> list[str]:
    """The sentences that our rules see in a text."""
    return [text[start:end] for start, end in split_sentences(text)]


def main() -> None:
    """Print how many passages and sentences come out right, and those that do not."""
    table = passages()
    wrong = [each for each in table if cut(whole(each)) != [sentence.strip() for sentence in each]]
    found = sum(len({*cut(whole(each))} & {sentence.strip() for sentence in each}) for each in table)
    total = sum(map(len, table))
    say(f"\nDutch sentences: {len(table) - len(wrong)} of {len(table)} passages, {found} of {total} sentences right")
    for each in wrong:
        say(f"  not {' / '.join(cut(whole(each)))}")


if __name__ == "__main__":
    main()
