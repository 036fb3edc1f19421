"""JSON files: what is in them as plain values, whatever their encoding, and their texts without what nobody sees."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite

from corpus.documents import normalise_text
from corpus.errors import BrokenJson
from corpus.readers.sources import Source, clean_text, decode_all, pair_surrogates
from corpus.reading import Loss, LossKind, ReadingOptions

Value = object
"""A value as `json` gives it: a mapping, a list, a text, a number, a truth or None."""


def load_json(source: Source, options: ReadingOptions) -> tuple[Value, str]:
    """What is in the file, and the encoding it was in; raises `BrokenJson` with the line."""
    decoded = decode_all(source, encoding=options.encoding)
    try:
        return json.loads(decoded.text, object_pairs_hook=_keep_all), decoded.encoding
    except json.JSONDecodeError as problem:
        raise BrokenJson(file=source.name, line=problem.lineno) from problem
    except (ValueError, RecursionError) as problem:
        raise BrokenJson(file=source.name, line=1) from problem


def _keep_all(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    """The fields of an object; of two with one name the second is kept under another, so that it is not lost."""
    fields: dict[str, Value] = {}
    for name, value in pairs:
        fields[f"{name} ({len(fields) + 1})" if name in fields else name] = value
    return fields


def mapping_of(value: Value) -> Mapping[str, Value]:
    """The value when it is a mapping, an empty one otherwise."""
    return value if isinstance(value, dict) else {}


def mappings_in(value: Value) -> list[Mapping[str, Value]]:
    """The mappings in a list; none when it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def text_of(value: Value, line: int | None, losses: list[Loss]) -> str:
    """The text a value stands for, as it is stored; what nobody sees is a loss. No text for lists and mappings.

    >>> text_of("CafÃ©\\u200e", None, []), text_of(3, None, []), text_of(None, None, [])
    ('Café', '3', '')
    """
    if isinstance(value, (bool, dict, list)) or value is None:
        return ""
    raw = str(value)
    sound = pair_surrogates(raw)
    if sound.count("\ufffd") > raw.count("\ufffd"):
        losses.append(Loss(LossKind.REPAIR, "\ufffd", line))
    text, lost = clean_text(normalise_text(sound))
    losses.extend(Loss(each.kind, each.text, line) for each in lost)
    return text


def number_of(value: Value) -> float | None:
    """The number a value stands for, when it is one and not below zero."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) and number >= 0 else None


def first_of(record: Mapping[str, Value], names: Iterable[str]) -> Value:
    """The first value that is there under one of these names; None when there is none."""
    return next((record[name] for name in names if record.get(name) not in (None, "")), None)


def is_list_of_mappings(value: Value) -> bool:
    """Whether the value is a list with a mapping in it."""
    return isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(each, dict) for each in value)
