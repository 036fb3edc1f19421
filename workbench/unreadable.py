"""Why a file that people wrote cannot be read, as half a sentence: where it goes wrong, never what stands there."""

from __future__ import annotations

import csv
import re
import tomllib

from study.messages import translate as _
from workbench.disk import reason_for

PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")


def reason_of(problem: Exception) -> str:
    """The reason that belongs to what Python complains about."""
    match problem:
        case OSError():
            return reason_for(problem)
        case UnicodeDecodeError():
            return _("it is not text in UTF-8")
        case tomllib.TOMLDecodeError():
            return _toml(str(problem))
        case csv.Error():
            return _("it is no table with separated columns")
        case _other:
            return _("it has another form than expected")


def _toml(complaint: str) -> str:
    place = PLACE.search(complaint)
    if place is None:
        return _("a value or table at its end is not closed")
    return _("line {line} is not valid TOML, near sign {column}", **place.groupdict())
