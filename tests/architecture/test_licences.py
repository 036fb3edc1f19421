from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.architecture.installed import DISTRIBUTION, closure, shipped_extras
from tests.architecture.repository import ROOT, kept_files

REFUSED = re.compile(r"\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
# LGPL libraries that may be used as they are, imported and not changed.
ALLOWED_LGPL = {"psycopg", "psycopg-binary"}
TEST_ORACLES = {"krippendorff", "pref-voting"}


@cache
def licences() -> dict[str, str]:
    """The licence of every installed package, in its own words, by canonical name."""
    program = Path(sys.executable).with_name("pip-licenses")
    asked = ["--from=all", "--with-system", "--with-license-file", "--no-license-path"]
    command = [str(program), "--format=json", f"--python={sys.executable}", *asked]
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return {canonicalize_name(row["Name"]): own_words(row) for row in json.loads(finished.stdout)}


def own_words(row: dict[str, str]) -> str:
    """What a package says of its licence: the expression, else its classifiers, else the head of the text."""
    for field in ("License-Expression", "License-Classifier", "License-Metadata"):
        if row.get(field, "UNKNOWN") not in {"", "UNKNOWN"}:
            return row[field].partition("\n")[0]
    return " ".join(row.get("LicenseText", "UNKNOWN").split()[:6])


def is_refused(licence: str) -> bool:
    """Whether we may not ship with this licence; where there is a choice, the free one is taken."""
    choices = re.split(r"\bOR\b|;", licence)
    return all(REFUSED.search(choice) and "LGPL" not in choice.upper() for choice in choices)


def shipped() -> set[str]:
    """The packages that come with Rode Draad or one of its extras; BERTopic is installed beside them."""
    return (set(closure(DISTRIBUTION, shipped_extras())) | {"bertopic"}) - {DISTRIBUTION}


def test_nothing_we_ship_with_is_gpl_or_agpl() -> None:
    assert {name: licences()[name] for name in shipped() if is_refused(licences()[name])} == {}


def test_only_psycopg_is_lgpl() -> None:
    lesser = {name for name in shipped() if "LGPL" in licences()[name].upper() or "Lesser" in licences()[name]}
    assert lesser == ALLOWED_LGPL


def test_every_licence_is_known() -> None:
    assert {name for name in shipped() if licences()[name] == "UNKNOWN"} == set()


def test_test_oracles_are_not_shipped() -> None:
    assert shipped() & TEST_ORACLES == set()
    assert set(closure(DISTRIBUTION, ["dev"])) >= TEST_ORACLES


@pytest.mark.parametrize(
    ("licence", "refused"),
    [
        ("GPL-3.0-or-later", True),
        ("GNU Affero General Public License v3", True),
        ("GNU General Public License v2 or later (GPLv2+)", True),
        ("AGPL-3.0-only", True),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("LGPL-3.0-only", False),
        ("MIT OR GPL-2.0-only", False),
        ("BSD License", False),
        ("Mozilla Public License 2.0 (MPL 2.0)", False),
    ],
)
def test_gpl_is_refused_and_lgpl_is_not(licence: str, refused: bool) -> None:
    assert is_refused(licence) == refused


def test_what_we_vendor_keeps_its_licence() -> None:
    vendored = [file for file in kept_files() if "vendor" in file.parts and file.suffix != ".md"]
    folders = {ROOT.joinpath(*file.parts[: file.parts.index("vendor") + 2]) for file in vendored}
    assert folders
    assert [str(folder) for folder in folders if not list(folder.glob("LICENSE*"))] == []


def test_every_folder_with_fonts_holds_their_licences() -> None:
    folders = {file.parent for file in kept_files() if file.suffix in {".ttf", ".woff2"}}
    assert folders
    assert [str(folder) for folder in folders if not list((ROOT / folder).glob("OFL-*.txt"))] == []
