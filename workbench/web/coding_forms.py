"""What the script of the coding page sends: one step, with places counted in UTF-16 units."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from workbench.web.offsets import Offsets

FACETS = ("phase", "actor", "valence", "kind", "intensity", "fields")
Span = tuple[int, int]


class Facets(BaseModel):
    """What a coding says besides its code; what is not given is left as it is."""

    phase: str | None = None
    actor: str | None = None
    valence: str | None = None
    kind: str | None = None
    intensity: int | None = None
    fields: dict[str, str] = Field(default_factory=dict)

    def given(self) -> dict[str, Any]:
        """The facets that were given; an empty one says that there is none."""
        return {name: getattr(self, name) or None for name in FACETS if name in self.model_fields_set} | self._number()

    def _number(self) -> dict[str, int | None]:
        """The intensity by itself, for none at all (0) is a number too."""
        return {"intensity": self.intensity} if "intensity" in self.model_fields_set else {}


class Change(Facets):
    """What a coding becomes."""

    start: int | None = None
    end: int | None = None
    code: str | None = None

    def values(self, places: Offsets) -> dict[str, Any]:
        """The new values, in code points."""
        spans = {"start": self.start, "end": self.end}
        moved = {name: places.from_utf16(value) for name, value in spans.items() if value is not None}
        code = {"code": self.code or None} if "code" in self.model_fields_set else {}
        return self.given() | moved | code


class Known(BaseModel):
    """What a page knows when it asks for something: the id of the step, up to where it read, and which text."""

    id: str = Field(min_length=8, max_length=64)
    seen: int = Field(ge=0)
    digest: str | None = None


class StepForm(Known, Facets):
    """One step; each verb reads the fields that it needs."""

    verb: Literal["code", "change", "remove", "accept", "reject", "memo"]
    spans: list[Span] = Field(default_factory=list)
    codes: list[str] = Field(default_factory=list)
    codings: list[str] = Field(default_factory=list)
    set: Change = Field(default_factory=Change)
    suggestions: list[str] = Field(default_factory=list)
    about_kind: Literal["Coding", "Document"] = "Document"
    about_id: str = ""
    text: str = ""
    label: str = ""


class ManyForm(BaseModel):
    """Which passages are meant, and the code that they may get."""

    by: Literal["question", "speaker", "search"]
    value: str = Field(default="", max_length=500)
    where: Literal["document", "study"] = "document"
    code: str | None = None


class ManyStep(ManyForm, Known, Facets):
    """Code them, without these: document (id), start and end in code points, as the look at them gave."""

    without: list[tuple[str, int, int]] = Field(default_factory=list)
