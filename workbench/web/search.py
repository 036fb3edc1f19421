"""Search as an address says it: what is looked for and where, and the addresses of what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from workbench.actions.searching import Hit, Narrowed

RESPONDENTS = "respondenten"


@dataclass(frozen=True, slots=True)
class Wish:
    """The fields of the search form, by the names that they have in the address; empty text is no wish."""

    zoek: str = ""
    perspectief: str = ""
    fase: str = ""
    code: str = ""
    instrument: str = ""
    soort: str = ""
    document: str = ""
    wie: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is looked through."""
        return any(getattr(self, each.name) for each in fields(self) if each.name != "zoek")

    @property
    def narrowed(self) -> Narrowed:
        """Where is looked."""
        return Narrowed(
            perspective=self.perspectief or None,
            phase=self.fase or None,
            code=self.code or None,
            instrument=self.instrument or None,
            document=self.document or None,
            kind=self.soort or None,
            respondents=self.wie == RESPONDENTS,
        )

    def address(self, **other: str | int) -> str:
        """The page of this search, with other values for some fields.

        >>> Wish(zoek="de coach", wie="respondenten").address(wie="", bladzijde=2)
        '/zoeken?zoek=de+coach&bladzijde=2'
        """
        values: Mapping[str, str | int] = {each.name: getattr(self, each.name) for each in fields(self)} | other
        return f"/zoeken?{urlencode({name: value for name, value in values.items() if value})}"

    @property
    def everywhere(self) -> str:
        """The page of the same words, without anything that narrows."""
        return Wish(self.zoek).address()

    def place(self, document_id: str, hit: Hit) -> str:
        """The reading page at what was found, with the search to come back to."""
        start, end = hit.context.start, hit.context.end
        words = urlencode({"van": start, "tot": end, "zoek": self.zoek})
        return f"/documenten/{document_id}?{words}#hier"
