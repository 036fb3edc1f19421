"""Paragraphs: turns in a running text (docx, txt, md), or the prose it is when nobody takes the floor in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.documents import DocumentKind
from corpus.readers.drafts import Draft, Findings
from corpus.readers.labels import Opening, certainty_of_labels, find_labels, find_opening, is_name_like
from corpus.readers.line_marks import Paragraph as Paragraph
from corpus.readers.line_marks import take_line_marks
from corpus.readers.times import CLOCK, read_clock
from corpus.reading import Loss, LossKind, ReadingOptions
from corpus.speakers import fold_label
from study.messages import translate as _

BETWEEN_PARAGRAPHS = "\n\n"
BY_TIMES = 0.7
_STAMP = re.compile(
    rf"\s*(?:[\[(]\s*(?P<time>{CLOCK})(?:\s*(?:-->|-|–)\s*{CLOCK})?\s*[\])]"
    r"|(?P<clock>\d{1,2}:\d{2}:\d{2})(?=\s))[ \t]*"
)
_SYSTEM = re.compile(
    r"(?P<who>.{0,60}?)\s*\b(?:(?:started|stopped) (?:the )?(?:transcription|recording)"
    r"|heeft de (?:transcriptie|opname) (?:gestart|gestopt|beëindigd)"
    r"|(?:transcriptie|opname) (?:is )?(?:gestart|gestopt|beëindigd)"
    r"|(?:joined|left) the meeting|neemt deel aan de vergadering|heeft de vergadering verlaten)",
    re.IGNORECASE,
)
_TRANSCRIBED_BY = re.compile(r"Transcribed by https?://\S+", re.IGNORECASE)


def gather_paragraphs(paragraphs: Sequence[Paragraph], *, options: ReadingOptions) -> tuple[DocumentKind, Findings]:
    """The turns of a transcript, or the paragraphs of prose when no labels or times make it one."""
    paragraphs, marks = take_line_marks(paragraphs)
    kind, found = _gather(paragraphs, options)
    found.losses.extend(marks)
    return kind, found


def _gather(paragraphs: Sequence[Paragraph], options: ReadingOptions) -> tuple[DocumentKind, Findings]:
    lines = [line for each in paragraphs for line in each.text.split("\n")]
    if options.speakers is not False:
        labels = find_labels(lines, options=options)
        found = _gather_turns(paragraphs, labels)
        if found.drafts and (options.speakers or not _is_mostly_outside(found)):
            found.certainty = certainty_of_labels(lines, labels, options=options) if labels else _by_times(options)
            return DocumentKind.TRANSCRIPT, found
    found = _gather_prose(paragraphs)
    found.certainty = certainty_of_labels(lines, frozenset(), options=options)
    return DocumentKind.POLICY, found


def _by_times(options: ReadingOptions) -> float:
    """How sure it is that times start turns in a text that names nobody."""
    return BY_TIMES if options.speakers is None else 1.0


def _is_mostly_outside(found: Findings) -> bool:
    """Whether taking this for a transcript would leave out more than it takes in."""
    outside = sum(len(loss.text) for loss in found.losses if loss.kind == LossKind.HEADER)
    return outside > sum(len(draft.text) for draft in found.drafts)


def _gather_prose(paragraphs: Sequence[Paragraph]) -> Findings:
    return Findings(
        drafts=[Draft(each.text, page=each.page, part=each.part) for each in paragraphs],
        notes=[_("No speakers were found: the file is read as prose, a paragraph at a time.")],
    )


def _gather_turns(paragraphs: Sequence[Paragraph], labels: frozenset[str]) -> Findings:
    found = Findings()
    for paragraph in paragraphs:
        between = BETWEEN_PARAGRAPHS
        for offset, line in enumerate(paragraph.text.split("\n")):
            if line.strip():
                _take_line(line, paragraph.line + offset, labels, found, between)
                between = "\n"
    found.notes.append(_pattern(labels))
    return found


def _pattern(labels: frozenset[str]) -> str:
    if labels:
        return _("Speakers are named at the start of their turns.")
    return _("Turns start at times; the file names no speakers.")


def _take_line(line: str, number: int, labels: frozenset[str], found: Findings, between: str) -> None:
    opening = find_opening(line)
    if opening is not None and fold_label(opening.label) in labels:
        _start_turn(line, number, opening, found)
    elif _is_system_line(line.strip()):
        found.losses.append(Loss(LossKind.SYSTEM, line, number))
    else:
        _go_on(line, number, found, between, labelled=bool(labels))


def _is_system_line(line: str) -> bool:
    """Whether the program wrote the line: "Anna de Vries started transcription", with a name and no full stop."""
    found = _SYSTEM.fullmatch(line)
    if found is not None:
        return not found["who"] or is_name_like(found["who"])
    return _TRANSCRIBED_BY.fullmatch(line) is not None


def _start_turn(line: str, number: int, opening: Opening, found: Findings) -> None:
    found.losses.append(Loss(LossKind.LABEL, line[: opening.end], number))
    found.drafts.append(Draft(line[opening.end :].strip(), opening.label, starts_at=opening.time))


def _go_on(line: str, number: int, found: Findings, between: str, *, labelled: bool) -> None:
    """More words of the turn before; a time in front starts a turn where nobody is named."""
    stamp = _STAMP.match(line)
    time = read_clock(stamp["time"] or stamp["clock"]) if stamp else None
    if stamp is not None and time is not None and (found.drafts or not labelled):
        found.losses.append(Loss(LossKind.TIME, stamp[0], number))
        line = line[stamp.end() :]
        if not labelled:
            found.drafts.append(Draft(starts_at=time))
    if found.drafts:
        found.drafts[-1].add(line.strip(), between=between)
    else:
        found.losses.append(Loss(LossKind.HEADER, line, number))
