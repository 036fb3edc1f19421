"""What a figure draws, as plain values that tests may look into."""

from __future__ import annotations

from typing import Any

from reports.figures import Figure, Sheet


def content_of(figure: Figure) -> dict[str, Any]:
    """The content of the figure's sheet."""
    assert isinstance(figure.body, Sheet)
    return dict(figure.body.content)
