from __future__ import annotations

from workbench.progress import Progress, silent


def test_nobody_hears_of_silent_progress() -> None:
    progress: Progress = silent
    progress("werk", total=3, done=1)
