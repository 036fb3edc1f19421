"""The codebook: brought in from a file, written to one, shown with how much each code is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coding.codebook import Code, CodeGroup, check_codebook, in_tree_order
from coding.codebook_files import read_codebook, write_codebook
from study.files import make_folder
from study.folder import Study
from workbench.actions.material import load_material
from workbench.actions.saving import put
from workbench.actions.versions import keep_version
from workbench.errors import NotAFile

IMPORT = "import codebook"
"""What the journal calls bringing in a codebook."""


@dataclass(frozen=True, slots=True)
class Usage:
    """A code with its depth in the tree, how many codings carry it and how many respondents are behind them."""

    group: str
    key: str
    name: str
    depth: int
    codings: int
    respondents: int


def import_codebook(study: Study, file: Path, *, by: str) -> tuple[tuple[CodeGroup, ...], tuple[Code, ...]]:
    """Store the codebook of the file; codes that are there already are brought up to date, none is lost."""
    groups, codes = read_codebook(file, study_id=study.settings.id)
    with study.store(by=by, what=IMPORT) as store:
        before = store.records(CodeGroup, Code)
        put(store, *_completed(groups, before[0]), *_completed(codes, before[1]))
        after = store.records(CodeGroup, Code)
        check_codebook(*after)
        if after != before and any(before):
            keep_version(store, IMPORT)
    return groups, codes


def _completed(brought: Iterable[Any], there: Iterable[Any]) -> list[Any]:
    """What a file brings, with what it does not speak of as it is: fields of groups, shortcuts, what is retired."""
    known = {each.id: each for each in there}
    kept = []
    for each in brought:
        old = known.get(each.id, each)
        if isinstance(each, CodeGroup):
            kept.append(replace(each, fields=each.fields or old.fields))
        else:
            kept.append(replace(each, shortcut=each.shortcut or old.shortcut, retired=each.retired or old.retired))
    return kept


def export_codebook(study: Study, file: Path) -> int:
    """Write the codebook to a TOML, CSV or XLSX file; returns the number of codes. Raises `NotAFile` on a folder."""
    if file.is_dir():
        raise NotAFile(place=file, example=file / "codebook.toml")
    with study.reading() as store:
        groups, codes = store.records(CodeGroup, Code)
    make_folder(file.parent)
    write_codebook(file, groups, codes)
    return len(codes)


def code_usage(study: Study) -> tuple[Usage, ...]:
    """The codes in tree order, with how much they are used."""
    material = load_material(study)
    parents = {each.key: each.parent for each in material.codes}
    table = material.passages
    codings = table.groupby("code")["coding_id"].nunique().to_dict()
    respondents = table.groupby("code")["participant_id"].nunique().to_dict()
    return tuple(
        Usage(
            each.group,
            each.key,
            each.name,
            _depth(each.key, parents),
            int(codings.get(each.key, 0)),
            int(respondents.get(each.key, 0)),
        )
        for each in in_tree_order(material.groups, material.codes)
    )


def _depth(key: str, parents: dict[str, str | None]) -> int:
    depth = 0
    while (parent := parents.get(key)) is not None:
        key, depth = parent, depth + 1
    return depth
