"""Agreement between coders, code by code, as rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from coding.agreement import agreement
from corpus.segments import Role
from study.folder import Study
from workbench.actions.material import load_material


def agreement_of(study: Study, *, coders: Sequence[str] = ()) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """The coders, and per code the counts, alpha with its interval, and how to read it; without names, all coders.

    Units are the turns that were there to be coded: questions of an interviewer are none. Raises `TooFewCoders`,
    `UnknownCoder`, and `NothingCoded` or `NothingImported` where there is nothing to compare.
    """
    material = load_material(study).coded()
    names = tuple(coders) or tuple(sorted({each.coder for each in material.codings}))
    said = [each for each in material.segments if each.role is not Role.INTERVIEWER]
    table = agreement(material.documents, said, material.codings, coders=names)
    rows: list[dict[str, Any]] = json.loads(table.to_json(orient="records", force_ascii=False))
    return names, rows
