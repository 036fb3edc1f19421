"""One frozen environment for each tool we compare ourselves with: `python -m tools.peers [NAME …]`.

Every `benchmarks/peers/NAME.txt` becomes `benchmarks/peers/environments/NAME`; what is there and younger than
its list is left alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

PEERS = Path(__file__).parents[1] / "benchmarks" / "peers"


def peer_names() -> list[str]:
    """The peers that have a list of versions, by name."""
    return sorted(file.stem for file in PEERS.glob("*.txt"))


def interpreter(name: str) -> Path:
    """The Python of a peer's environment."""
    folder = PEERS / "environments" / name
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def is_built(name: str) -> bool:
    """Whether the environment holds what the list says."""
    stamp = PEERS / "environments" / name / ".built"
    return stamp.exists() and stamp.stat().st_mtime >= (PEERS / f"{name}.txt").stat().st_mtime


def build(name: str) -> None:
    """Make the environment of a peer and install exactly its list."""
    folder = PEERS / "environments" / name
    venv.create(folder, with_pip=True, clear=True)
    quiet = ["--disable-pip-version-check", "--no-input", "-q"]
    versions = str(PEERS / f"{name}.txt")
    command = [str(interpreter(name)), "-m", "pip", "install", *quiet, "--no-deps", "-r", versions]
    subprocess.run(command, check=True)
    (folder / ".built").touch()


def main(names: list[str]) -> int:
    """Build the peers named, or all; 1 when one of them cannot be built."""
    failed = []
    for name in names or peer_names():
        print(f"== {name}: {'already built' if is_built(name) else 'building'}", flush=True)
        try:
            if not is_built(name):
                build(name)
        except subprocess.CalledProcessError:
            failed.append(name)
    if failed:
        print("Not built:", ", ".join(failed))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
