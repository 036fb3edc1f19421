"""Paragraphs: lines put together over columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from corpus.published import Setting
from corpus.readers.pdf.hyphens import count_words, join_lines
from corpus.readers.pdf.lines import Line, usual_pitch
from corpus.reading import Loss, LossKind

WIDER = 1.3
"""Times the usual distance between lines: from there a paragraph starts."""
WIDER_HERE = 1.15
"""Times the distance between the lines next to it: a text set wider all along has no gaps."""
DOUBLE = 2.0
"""Sizes of its letters: so much white is a gap whatever stands around it."""
INDENT = 0.6
"""Sizes by which the first line of a paragraph stands in."""
SAME_SIZE = 0.07
OTHER_SIZE = 0.3
"""Parts by which the size of two lines may differ: within one kind of print, and within one sentence."""
SHORT = 0.6
"""Of the width of a column: a line that ends before this ends its paragraph."""

_END = re.compile(r"[.!?:;…][\"”’')\]]*$")
_BULLET = re.compile(r"(?:[•‣▪◦●■–—*]|\d{1,2}[.)]|[a-z]\))\s+\S")
_CAPITAL = re.compile(r"[\"“‘'(]*[^\W_a-zß-öø-ÿ]")


@dataclass(slots=True)
class Printed:
    """A paragraph as it is printed: its text, its page, the size of its first line, and how all its lines are set."""

    text: str
    page: int
    size: float
    setting: Setting

    def take_in(self, text: str, setting: Setting) -> None:
        """Let the paragraph go on; it is set in a way as long as all its lines are."""
        self.text = text
        self.setting = replace(
            setting,
            italic=setting.italic and self.setting.italic,
            indented=setting.indented and self.setting.indented,
        )


@dataclass(slots=True)
class _Gathered:
    """The paragraphs so far; the last one is still growing, in each box and in the running text around it."""

    words: Counter[str]
    paragraphs: list[Printed] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    growing: dict[int, Printed] = field(default_factory=dict)

    def start(self, line: Line, column: Sequence[Line]) -> None:
        self.growing[line.box] = Printed(line.text, line.page, line.size, _setting(line, column))
        self.paragraphs.append(self.growing[line.box])

    def go_on(self, line: Line, column: Sequence[Line]) -> None:
        last = self.growing[line.box]
        text, hyphen = join_lines(last.text, line.text, self.words)
        if hyphen is not None:
            self.losses.append(Loss(LossKind.HYPHEN, hyphen, line.page))
        last.take_in(text, _setting(line, column))


def gather_lines(columns: Sequence[Sequence[Line]]) -> tuple[list[Printed], list[Loss]]:
    """The paragraphs in these columns, and the hyphens left out; a box parts no paragraph of the text around it."""
    found = _Gathered(count_words(line.text for lines in columns for line in lines))
    pitch = usual_pitch(columns)
    indent = find_indent(columns, pitch)
    before: dict[int, tuple[Line, Sequence[Line]]] = {}
    for lines in columns:
        for place, line in enumerate(lines):
            if line.box not in before:
                starts = True
            elif place:
                starts = _starts_in_column(lines[place - 1], line, lines, pitch) or _stands_in(line, lines, indent)
            else:
                starts = _starts_over_the_edge(*before[line.box], line, lines, indent=indent)
            found.start(line, lines) if starts else found.go_on(line, lines)
            before[line.box] = line, lines
    return found.paragraphs, found.losses


def _setting(line: Line, column: Sequence[Line]) -> Setting:
    is_indented = line.left - _margin(column) > INDENT * line.size
    return Setting(boxed=line.box > 0, italic=line.italic, indented=is_indented)


def find_indent(columns: Sequence[Sequence[Line]], pitch: float) -> float | None:
    """How far this text moves in the first lines of its paragraphs, so that a line without it goes on.

    None when paragraphs start in another way.
    """
    pairs = [(upper, lower, lines) for lines in columns for upper, lower in pairwise(lines)]
    at_margin = [pair for pair in pairs if pair[0].left - _margin(pair[2]) < 1 and not _differs(pair[0], pair[1])]
    starts = [pair for pair in at_margin if _starts_in_column(*pair, pitch)]
    indents = [lower.left - upper.left for upper, lower, _ in starts if _is_indented(upper, lower)]
    return median(indents) if len(starts) >= 2 and len(indents) >= 0.5 * len(starts) else None


def _stands_in(line: Line, column: Sequence[Line], indent: float | None) -> bool:
    """Whether the line has the indent of a first line."""
    return indent is not None and abs(line.left - _margin(column) - indent) < 0.15 * line.size


def _margin(column: Sequence[Line]) -> float:
    return min(each.left for each in column)


def _starts_in_column(upper: Line, lower: Line, column: Sequence[Line], pitch: float) -> bool:
    """Whether the lower of two lines in a column starts a paragraph."""
    if _differs(upper, lower) or _BULLET.match(lower.text):
        return True
    if _is_gap(upper, lower, column, pitch):
        return True
    if _is_indented(upper, lower) and not _BULLET.match(upper.text):
        return True
    return _ends_early(upper, lower, column)


def _is_gap(upper: Line, lower: Line, column: Sequence[Line], pitch: float) -> bool:
    """Whether the white between two lines is wide for this text, and wider than that around them."""
    white = upper.base - lower.base
    place = column.index(upper)
    around = [above.base - below.base for above, below in pairwise(column[max(0, place - 1) : place + 3])]
    return white > WIDER * pitch * upper.size and (white > WIDER_HERE * min(around) or white > DOUBLE * upper.size)


def _differs(upper: Line, lower: Line) -> bool:
    """Whether two lines are of another kind of print; a sentence may go on from bold to plain."""
    if upper.italic != lower.italic and _ends(upper, lower):
        return True
    apart = abs(upper.size - lower.size) / max(upper.size, lower.size)
    goes_on = lower.text[:1].islower() and apart < OTHER_SIZE
    return not goes_on and (apart > SAME_SIZE or upper.bold != lower.bold)


def _is_indented(upper: Line, lower: Line) -> bool:
    return INDENT * lower.size < lower.left - upper.left < 5 * lower.size


def _ends_early(upper: Line, lower: Line, column: Sequence[Line]) -> bool:
    """Whether the first word of the lower line would have fitted on the upper one, and the sentence was over."""
    left, right = _margin(column), max(each.right for each in column)
    first = lower.text.split(" ", 1)[0]
    width = (lower.right - lower.left) / max(1, len(lower.text))
    fits = upper.right + (len(first) + 2) * width < right
    is_short = upper.right - left < SHORT * (right - left)
    return fits and _CAPITAL.match(lower.text) is not None and (is_short or _END.search(upper.text) is not None)


def _starts_over_the_edge(
    last: Line, above: Sequence[Line], first: Line, column: Sequence[Line], *, indent: float | None
) -> bool:
    """Whether the first line of a column or page starts a paragraph, rather than going on with the one before."""
    if _differs(last, first) or _BULLET.match(first.text):
        return True
    if _ends_early(last, first, above):
        return True
    if indent is not None:
        return _stands_in(first, column, indent) or (len(column) == 1 and _ends(last, first))
    return _ends(last, first)


def _ends(last: Line, first: Line) -> bool:
    return _END.search(last.text) is not None and _CAPITAL.match(first.text) is not None
