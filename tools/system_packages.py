"""The programs that the tests need beside Python: Chromium with fonts, and a PostgreSQL server.

`python -m tools.system_packages` installs what is absent from Debian's packages when it may (as root), and
otherwise says the line that does and stops.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
POSTGRES_FOLDERS = Path("/usr/lib/postgresql")


def absent_packages() -> list[str]:
    """The Debian packages that are still needed, in the order to install them."""
    needed = {
        "chromium": has_chromium(),
        "fonts-dejavu": has_font("DejaVuSans.ttf"),
        "fonts-noto-color-emoji": has_font("NotoColorEmoji.ttf"),
        "postgresql": has_postgres(),
    }
    return [package for package, present in needed.items() if not present]


def has_chromium() -> bool:
    """Whether Debian's Chromium is on the path."""
    return shutil.which("chromium") is not None


def has_font(name: str) -> bool:
    """Whether a font file of this name lies in one of the system's font folders."""
    return any(next(folder.rglob(name), None) for folder in FONT_FOLDERS if folder.is_dir())


def has_postgres() -> bool:
    """Whether a PostgreSQL server can be started: its initdb is on the path or in Debian's folder."""
    return shutil.which("initdb") is not None or any(POSTGRES_FOLDERS.glob("*/bin/initdb"))


def apt_line(packages: list[str]) -> str:
    """The one line that installs these packages on Debian and Ubuntu."""
    return "apt-get install -y --no-install-recommends " + " ".join(packages)


def may_install() -> bool:
    """Whether this person may install packages here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    """Install the packages, without questions."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    command = [*apt_line(packages).split(), "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)


def main() -> int:
    """Install what is absent, or say how; 1 when something is still absent."""
    packages = absent_packages()
    if packages and may_install():
        print("Installing from Debian's packages:", *packages, flush=True)
        install(packages)
        packages = absent_packages()
    if packages:
        print(f"The tests need {', '.join(packages)}. Install with:\n    sudo {apt_line(packages)}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
