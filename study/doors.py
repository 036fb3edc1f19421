"""Doors to heavy libraries: imported when used, with a sentence that names the installation command when absent."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from study.errors import ExtraMissing

BERTOPIC = "bertopic==0.17.4"


def install_command(extra: str) -> str:
    """The command that installs an extra; topics need a second one, because BERTopic is installed the light way.

    >>> install_command("vectors")
    'python -m pip install "rodedraad[vectors]"'
    """
    command = f'python -m pip install "rodedraad[{extra}]"'
    if extra == "topics":
        command += f" && python -m pip install --no-deps {BERTOPIC}"
    return command


def require(library: str, *, extra: str) -> ModuleType:
    """The library, imported now; raises `ExtraMissing` with the command when it is not installed."""
    if find_spec(library) is None:
        raise ExtraMissing(library=library, command=install_command(extra))
    return import_module(library)
