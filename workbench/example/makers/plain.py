"""Plain text: Markdown, without the marks."""

from __future__ import annotations

from workbench.example.sources import Source


def make_markdown(source: Source) -> bytes:
    """The paragraphs with a blank line between them."""
    return ("\n\n".join(turn.text for turn in source.turns) + "\n").encode()
