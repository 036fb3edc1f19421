"""Drawings inside a page: letters that many drawings share are written once, and every name stays unique."""

from __future__ import annotations

import re
from html import escape

_DEFINITIONS = re.compile(r"<defs[^>]*>(.*?)</defs>", re.DOTALL)
_DEFINED = re.compile(
    r'<(symbol|pattern|clipPath|linearGradient|radialGradient|mask|filter) id="([^"]+)".*?</\1>', re.DOTALL
)
_NAMED = re.compile(r'(\bid="|href="#|url\(#|url\("#)([^")]+)')
_OUTER = re.compile(r"<svg\b[^>]*>")
_VIEW = re.compile(r'viewBox="([^"]+)"')
# Said over and over by the typesetter; each is what SVG assumes anyway.
_NEEDLESS = (' fill-rule="nonzero"', ' y="0"', ' xmlns:h5="http://www.w3.org/1999/xhtml"')


class SharedGlyphs:
    """Collects the definitions of all drawings in a page; equal ones are kept once under a short name.

    The typesetter names a letter by a digest of its outline, so the same name is the same letter in every drawing.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._definitions: dict[str, str] = {}

    def inline(self, svg: str, *, alt: str) -> str:
        """The drawing as it stands in the page, with its alternative text; its definitions move to `definitions`."""
        for found in _DEFINED.finditer("".join(_DEFINITIONS.findall(svg))):
            self._definitions.setdefault(found[2], self._renamed(found[0]))
        drawing = self._renamed(_DEFINITIONS.sub("", svg))
        view = _VIEW.search(drawing)
        place = f'viewBox="{view[1] if view else ""}" role="img" aria-label="{escape(alt, quote=True)}"'
        opening = f'<svg xmlns="http://www.w3.org/2000/svg" {place}>'
        return _OUTER.sub(lambda _found: opening, drawing, count=1)

    @property
    def definitions(self) -> str:
        """Everything that the drawings refer to, once."""
        return "".join(self._definitions.values())

    def _renamed(self, svg: str) -> str:
        for words in _NEEDLESS:
            svg = svg.replace(words, "")
        svg = svg.replace("xlink:href", "href").replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
        return _NAMED.sub(lambda found: found[1] + self._short(found[2]), svg)

    def _short(self, name: str) -> str:
        return self._names.setdefault(name, f"d{len(self._names) + 1}")
