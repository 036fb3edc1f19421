"""Identities: derived from content for what is imported, random for what people make."""

from __future__ import annotations

import hashlib
import uuid


def new_id() -> str:
    """A random identity (uuid4) for something a person makes."""
    return str(uuid.uuid4())


def imported_id(study_id: str, digest: str, ordinal: int | str = 0) -> str:
    """The same identity each time the same part of the same original is imported in the same study (uuid5).

    >>> imported_id("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "ab12", 3)
    '2a8eceba-7f28-5709-ada8-7614d738cac2'
    """
    return str(uuid.uuid5(uuid.UUID(study_id), f"{digest}/{ordinal}"))


def digest_of(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal.

    >>> digest_of(b"rode draad")[:12]
    '4a01e178e7e4'
    """
    return hashlib.sha256(data).hexdigest()
