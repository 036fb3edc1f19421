"""The command as a person gives it, inside this process or as one of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line that a command that failed says; nothing stands on standard output."""
        lines = self.err.splitlines()
        assert (len(lines), self.out) == (1, ""), self
        return lines[0]


Command = Callable[..., Answer]


def command(*words: object) -> list[str]:
    """The words that start the real command."""
    return [sys.executable, "-m", "workbench.cli", *map(str, words)]


def really(*words: object, folder: Path | None = None, **more: str) -> Answer:
    """Run the real command in a process of its own, in this folder; `more` is added to its environment."""
    done = subprocess.run(
        command(*words),
        cwd=folder,
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def interruptible(words: Sequence[str]) -> subprocess.Popen[str]:
    """A command as from a terminal: in the background of a shell interrupts are ignored, and so they would be here."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
