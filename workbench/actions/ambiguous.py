"""Ambiguous codings: those that borrow more than one value of a facet, to be given one of their own."""

from __future__ import annotations

from dataclasses import dataclass

from coding.facets import FACETS
from workbench.actions.material import Material


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A coding with the facets that it has more than one value of: name, values, and how they came."""

    coding_id: str
    document_id: str
    title: str
    code_name: str
    coder: str
    text: str
    facets: tuple[tuple[str, tuple[str, ...], str], ...]


def ambiguous_codings(material: Material) -> tuple[Ambiguous, ...]:
    """Every coding with more than one row in the passages table, in the order of the documents."""
    table = material.passages
    titles = {each.id: each.title for each in material.documents}
    found = []
    for key, rows in table[table["meerduidig"]].groupby("coding_id", sort=False):
        first = rows.iloc[0]
        facets = tuple(
            (name, tuple(sorted({str(each) for each in rows[name].dropna()})), str(first[f"{name}_via"] or ""))
            for name in FACETS
            if rows[name].nunique() > 1
        )
        document = str(first["document_id"])
        found.append(
            Ambiguous(
                str(key),
                document,
                titles.get(document, ""),
                str(first["code_name"] or ""),
                str(first["coder"]),
                str(first["text"]),
                facets,
            )
        )
    return tuple(found)
