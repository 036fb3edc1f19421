"""What is installed, and what asks for it: read from the metadata of the environment."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

DISTRIBUTION = "rodedraad"


def closure(name: str, extras: Iterable[str] = ()) -> dict[str, Distribution]:
    """All installed distributions that `name[extras]` brings, itself included, by canonical name."""
    waiting = [(name, extra) for extra in ("", *extras)]
    seen: set[tuple[str, str]] = set()
    found: dict[str, Distribution] = {}
    while waiting:
        asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        try:
            found[canonicalize_name(asked[0])] = distribution(asked[0])
        except PackageNotFoundError:
            continue
        for requirement in requirements(asked[0], asked[1]):
            waiting += [(canonicalize_name(requirement.name), extra) for extra in ("", *requirement.extras)]
    return found


def requirements(name: str, extra: str = "") -> list[Requirement]:
    """What a distribution asks for on this machine, for one of its extras or ("") without any."""
    every = [Requirement(line) for line in distribution(name).requires or ()]
    return [each for each in every if each.marker is None or each.marker.evaluate({"extra": extra})]


def shipped_extras() -> list[str]:
    """The extras that a user may install: all but the tools for working on Rode Draad itself."""
    names = distribution(DISTRIBUTION).metadata.get_all("Provides-Extra") or []
    return [name for name in names if name != "dev"]
