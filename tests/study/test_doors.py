"""Doors: what is missing is named together with the command that installs it."""

from __future__ import annotations

import pytest

from study.doors import install_command, require
from study.errors import ExtraMissing


def test_a_library_that_is_there_is_given() -> None:
    assert require("json", extra="all").dumps([1]) == "[1]"


def test_a_missing_library_names_its_extra() -> None:
    with pytest.raises(ExtraMissing, match=r"rodedraad\[vectors\]"):
        require("een_bibliotheek_die_er_niet_is", extra="vectors")


def test_topics_name_the_second_command_too() -> None:
    assert "--no-deps bertopic==0.17.4" in install_command("topics")
