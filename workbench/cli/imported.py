"""What became of the files of an import: a table, the details of a preview, and a sentence for what was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from study.messages import N_, translate_count
from study.messages import translate as _
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from corpus.reading import LossKind
    from workbench.actions.previewing import Preview
    from workbench.actions.summaries import Imported, Summary, Totals

STATUSES = {
    "imported": N_("stored"),
    "already": N_("was there already"),
    "preview": N_("would be stored"),
    "refused": N_("refused"),
}


def show_results(results: Sequence[Imported], screen: Screen) -> dict[str, Any]:
    """Show what became of each document and of all of them; the same as plain values."""
    from workbench.actions.summaries import count_up

    totals = count_up(results)
    if [each.status for each in results] != ["refused"]:
        heads = (_("file"), _("result"), _("turns"), _("speakers"), _("characters"), _("left out"))
        screen.table(heads, map(_row, results), wide={0})
        _show_totals(totals, results, screen)
    for each in results:
        _show_one(each, screen)
    return {"files": [_plain(each) for each in results], "totals": _plain_totals(totals)}


def _row(result: Imported) -> tuple[object, ...]:
    read, status = result.summary, _(STATUSES[result.status])
    if read is None:
        return result.file, status, None, None, None, None
    return result.file, status, read.turns, len(read.speakers), read.characters, read.lost


def _show_totals(totals: Totals, results: Sequence[Imported], screen: Screen) -> None:
    if len(results) > 1 and not any(each.status == "preview" for each in results):
        screen.say(_("{stored} of {all} documents stored.", stored=totals.stored, all=totals.documents))
    if totals.turns and (totals.stored or len(results) > 1):
        screen.say(
            _(
                "In all {turns}, {speakers} and {characters}.",
                turns=translate_count("{number} turn", "{number} turns", totals.turns),
                speakers=translate_count("{number} speaker", "{number} speakers", totals.speakers),
                characters=translate_count(
                    "{number} character of speech", "{number} characters of speech", totals.characters
                ),
            )
        )
        _show_lost(totals.left_out, screen)


def _show_lost(left_out: Mapping[LossKind, int], screen: Screen) -> None:
    from corpus.reading import LOSS_LABELS

    for kind, count in left_out.items():
        screen.say(_("  left out: {what}, {count} characters", what=_(LOSS_LABELS[kind]), count=count))


def _show_one(result: Imported, screen: Screen) -> None:
    if result.preview and result.summary:
        _show_preview(result.file, result.summary, result.preview, screen)
    if result.recalled:
        what = ", ".join(f"{name} = {text!r}" for name, text in result.recalled.items())
        screen.remark(_("{file}: as in the last file of this round: {what}", file=result.file, what=what))
    if result.sentence:
        screen.warn(result.sentence)
    if result.status == "imported" and result.summary:
        _show_reading(result.file, result.summary, screen)


def _show_reading(file: str, read: Summary, screen: Screen) -> None:
    """How a stored file was read, and that nobody counts when nobody is named."""
    screen.remark(f"{file}: {' '.join((how_read(read), *read.notes))}")
    if read.nobody_speaks:
        screen.warn(_("“{file}” names no speakers: its words are kept, but count for nobody.", file=file))


def how_read(read: Summary) -> str:
    """The format, the encoding and the certainty, in one sentence."""
    certainty = f"{read.certainty:.2f}"
    if read.encoding is None:
        return _("read as {format}, certainty {certainty}.", format=read.format, certainty=certainty)
    return _(
        "read as {format} in {encoding}, certainty {certainty}.",
        format=read.format,
        encoding=read.encoding,
        certainty=certainty,
    )


def _show_preview(file: str, read: Summary, preview: Preview, screen: Screen) -> None:
    screen.say()
    screen.head(file)
    for line in (how_read(read), *read.notes):
        screen.say(f"  {line}")
    _show_table(read, preview, screen)
    _show_voices(preview, screen)
    _show_omissions(preview, screen)
    for turn in preview.first:
        screen.entry(_when(turn.speaker, turn.starts_at, turn.posted_at), turn.text, depth=1)


def _show_table(read: Summary, preview: Preview, screen: Screen) -> None:
    if read.columns:
        columns = ", ".join(f"{role} = {header}" for role, header in read.columns.items())
        screen.say(_("  columns: {columns}", columns=columns))
    used = {head for heads in read.columns.values() for head in (heads, *heads.split(" | "))}
    unused = [each for each in preview.headers if each.strip() and each not in used]
    if unused:
        screen.say(_("  columns that are not used: {columns}", columns=", ".join(unused)))
    if len(preview.sheets) > 1:
        screen.say(_("  sheets: {names}", names=", ".join(preview.sheets)))


def _show_voices(preview: Preview, screen: Screen) -> None:
    if preview.voices:
        names = ", ".join(f"{each.label} ({each.turns})" for each in preview.voices)
        screen.say(_("  speakers: {names}", names=names))
    if preview.unnamed:
        screen.say(
            translate_count("  {number} turn without a speaker", "  {number} turns without a speaker", preview.unnamed)
        )


def _show_omissions(preview: Preview, screen: Screen) -> None:
    for each in preview.omissions:
        what, count = each.left_out.label, each.left_out.characters
        screen.say(_("  left out: {what}, {count} characters", what=what, count=count))
        for piece in each.first:
            place = _("line {line}: ", line=piece.line) if piece.line else ""
            screen.say(f"    {place}{piece.text}")


def _when(speaker: str | None, starts_at: float | None, posted_at: str | None) -> str:
    minutes, seconds = divmod(int(starts_at or 0), 60)
    moment = posted_at or ("" if starts_at is None else f"{minutes}:{seconds:02}")
    return "  ".join(filter(None, (speaker or "–", moment)))


def _plain(result: Imported) -> dict[str, Any]:
    read = result.summary
    about = {
        "file": result.file,
        "status": result.status,
        "sentence": result.sentence,
        "recalled": dict(result.recalled),
    }
    if read is None:
        return about
    return about | {
        "format": read.format,
        "encoding": read.encoding,
        "certainty": read.certainty,
        "columns": dict(read.columns),
        "notes": list(read.notes),
        "kind": read.kind.value,
        "turns": read.turns,
        "characters": read.characters,
        "left_out": {kind.value: count for kind, count in read.left_out.items()},
        "speakers": list(read.speakers),
        "participants": list(result.new_participants),
    }


def _plain_totals(totals: Totals) -> dict[str, Any]:
    return {
        "files": totals.documents,
        "stored": totals.stored,
        "turns": totals.turns,
        "speakers": totals.speakers,
        "characters": totals.characters,
        "left_out": {kind.value: count for kind, count in totals.left_out.items()},
    }
