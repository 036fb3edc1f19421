"""Forms with many fields, and files that are shown before they are stored."""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from corpus.errors import TooLarge
from workbench.web.errors import FieldMissing, NothingUploaded
from workbench.web.uploads import plain_name

MOST_FIELDS = 20_000
MOST_MEGABYTES = 8
"""A list or sheet of the register is never larger; a preview carries it along."""
MOST_FILES = 5_000


async def form_of(request: Request) -> AsyncIterator[FormData]:
    """The fields and files of the form that was sent, open until the answer is made."""
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
        yield form


FormOf = Annotated[FormData, Depends(form_of)]


def texts_in(form: FormData) -> dict[str, str]:
    """The text fields of a form; of a name that comes more than once, all values with commas between them."""
    return {
        name: ", ".join(each for each in form.getlist(name) if isinstance(each, str))
        for name in dict.fromkeys(form.keys())
        if isinstance(form[name], str)
    }


def pairs_in(form: FormData, names: str, values: str) -> dict[str, str]:
    """The names and values of two fields that stand beside each other, row after row."""
    both = zip(form.getlist(names), form.getlist(values), strict=False)
    return {name.strip(): value for name, value in both if isinstance(name, str) and isinstance(value, str)}


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that goes along in its preview, so that nothing of it stays here before it is confirmed."""

    name: str
    content: str

    @contextmanager
    def put_down(self) -> Iterator[Path]:
        """The file on disk inside the block."""
        try:
            data = base64.b64decode(self.content, validate=True)
        except binascii.Error as problem:
            raise FieldMissing(field="inhoud") from problem
        with TemporaryDirectory(prefix="draad-") as folder:
            file = Path(folder) / plain_name(self.name)
            file.write_bytes(data)
            yield file


def carried(form: FormData) -> Carried:
    """The file of a form: just chosen, or carried along from its preview; raises `NothingUploaded`, `TooLarge`."""
    chosen = form.get("bestand")
    if isinstance(chosen, UploadFile) and chosen.filename:
        if (chosen.size or 0) > MOST_MEGABYTES * 1_000_000:
            raise TooLarge(file=plain_name(chosen.filename), limit=MOST_MEGABYTES)
        return Carried(plain_name(chosen.filename), base64.b64encode(chosen.file.read()).decode())
    name, content = form.get("naam_bestand"), form.get("inhoud")
    if isinstance(name, str) and isinstance(content, str) and name and content:
        return Carried(name, content)
    raise NothingUploaded
