"""The example study, made once for a whole run of tests and copied for whoever changes it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from study.folder import Study, open_study
from workbench.actions.example import make_example


@cache
def made_once() -> Path:
    """The folder of the example study; nobody writes in it."""
    folder = Path(mkdtemp(prefix="voorbeeld-")) / "voorbeeld"
    make_example(folder)
    return folder


def copied_to(folder: Path) -> Study:
    """A copy of the example study for one test."""
    shutil.copytree(made_once(), folder)
    return open_study(folder)
