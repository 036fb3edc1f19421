"""What became of the files of an import: a table, the details of a preview, and a sentence for what was refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from study.messages import N_
from study.messages import translate as _
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from corpus.reading import Reading
    from workbench.actions.importing import Imported

STATUSES = {
    "imported": N_("stored"),
    "already": N_("was there already"),
    "preview": N_("would be stored"),
    "refused": N_("refused"),
}


def show_results(results: Sequence[Imported], screen: Screen) -> list[dict[str, Any]]:
    """Show what became of each file; the same as plain values."""
    if [each.status for each in results] != ["refused"]:
        heads = (_("file"), _("result"), _("turns"), _("speakers"), _("characters"), _("left out"))
        screen.table(heads, map(_row, results), wide={0})
    for each in results:
        if each.status == "preview" and each.reading:
            _show_details(each.reading, screen)
    for each in results:
        if each.sentence:
            screen.warn(each.sentence)
        if each.status == "imported" and each.reading and _nobody_speaks(each.reading):
            screen.warn(_("“{file}” names no speakers: its words are kept, but count for nobody.", file=each.file))
    _count_up(results, screen)
    return [_plain(each) for each in results]


def _nobody_speaks(reading: Reading) -> bool:
    from corpus.documents import DocumentKind

    return reading.kind in (DocumentKind.TRANSCRIPT, DocumentKind.COMMUNITY) and not reading.speakers()


def _count_up(results: Sequence[Imported], screen: Screen) -> None:
    if len(results) > 1 and not any(each.status == "preview" for each in results):
        stored = sum(each.status == "imported" for each in results)
        screen.say(_("{stored} of {all} files stored.", stored=stored, all=len(results)))


def _row(result: Imported) -> tuple[object, ...]:
    reading, status = result.reading, _(STATUSES[result.status])
    if reading is None:
        return result.file, status, None, None, None, None
    left_out = sum(reading.lost().values())
    return result.file, status, len(reading.turns), len(reading.speakers()), len(reading.text), left_out


def _show_details(reading: Reading, screen: Screen) -> None:
    from corpus.reading import LOSS_LABELS

    screen.say()
    screen.head(reading.source)
    if reading.speakers():
        screen.say(_("  speakers: {names}", names=", ".join(reading.speakers())))
    for kind, count in reading.lost().items():
        screen.say(_("  left out: {what}, {count} characters", what=_(LOSS_LABELS[kind]), count=count))
    for note in reading.notes:
        screen.say(f"  {note}")


def _plain(result: Imported) -> dict[str, Any]:
    reading = result.reading
    about = {"file": result.file, "status": result.status, "sentence": result.sentence}
    if reading is None:
        return about
    return about | {
        "format": reading.format,
        "encoding": reading.encoding,
        "kind": reading.kind.value,
        "turns": len(reading.turns),
        "characters": len(reading.text),
        "left_out": {kind.value: count for kind, count in reading.lost().items()},
        "speakers": list(reading.speakers()),
        "participants": list(result.new_participants),
    }
