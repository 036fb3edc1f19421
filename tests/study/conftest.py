"""An empty study on each of the two databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url

from study.folder import Study, new_study

SETTINGS = """
[study]
id = "{id}"
title = "Proef"
[[perspective]]
key = "werkgever"
label = "Werkgevers"
[[phase]]
key = "0"
label = "Start"
"""


@pytest.fixture
def study(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    """A study without content, on SQLite and on PostgreSQL in turn."""
    text = SETTINGS
    if database_url.startswith("postgresql"):
        address = make_url(database_url).set(drivername="postgresql")
        if address.password:
            monkeypatch.setenv("DRAAD_DATABASE_PASSWORD", address.password)
        address = address.set(password=None)
        text += f'[database]\nurl = "{address.render_as_string()}"\n'
    return new_study(tmp_path / "proef", text)
