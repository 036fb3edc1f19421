"""The tables of the workbench."""

from __future__ import annotations

from study.records import bind
from workbench.outbox import Export

exports = bind(Export, "export", order=("made_at", "file"))
