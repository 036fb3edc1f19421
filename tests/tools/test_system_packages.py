from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.repository import ROOT
from tools.system_packages import absent_packages, apt_line, has_font


def test_nothing_is_absent_where_the_tests_run() -> None:
    assert absent_packages() == []


def test_a_font_that_is_not_there_is_missed() -> None:
    assert has_font("DejaVuSans.ttf")
    assert not has_font("Onbestaand.ttf")


def test_what_cannot_be_installed_is_told_with_the_apt_line(tmp_path: Path) -> None:
    """With an empty path there is no Chromium, and no apt-get to install it with."""
    finished = subprocess.run(
        [sys.executable, "-m", "tools.system_packages"],
        cwd=ROOT,
        env=os.environ | {"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 1
    assert f"sudo {apt_line(['chromium'])}" in finished.stdout
