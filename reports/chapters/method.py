"""The method section, from the register of the material: who was heard, how, and how everything was counted."""

from __future__ import annotations

from corpus.instruments import Instrument
from reports.draft import Draft
from reports.sections import Block, Bullets, Heading, Paragraph, Section, TableBlock
from reports.sources import KIND_WORDS, inside
from reports.words import decimal, group_label, period_words
from study.messages import N_, translate_count
from study.messages import translate as _
from synthesis.quantifiers import FEWEST_FOR_WORDS, Quantifier, quantifier_noun

QUANTIFIER_CONDITIONS = (
    (N_("fewer than {fewest} people asked"), None),
    (N_("one respondent"), Quantifier.ONE),
    (N_("everyone who was asked"), Quantifier.ALL),
    (N_("90% or more"), Quantifier.ALMOST_ALL),
    (N_("75% or more"), Quantifier.AMPLE_MAJORITY),
    (N_("more than 60%"), Quantifier.MOST),
    (N_("40% or more"), Quantifier.ABOUT_HALF),
    (N_("25% or more, and three respondents or more"), Quantifier.SOME),
    (N_("fewer"), Quantifier.FEW),
)
FACTS = (
    ("selection", N_("Selection")),
    ("bias", N_("Bias")),
    ("consent", N_("Consent")),
    ("anonymity", N_("Anonymity")),
    ("conducted_by", N_("Conducted by")),
    ("analysed_by", N_("Analysed by")),
)

UNIT_WORDS = {"turn": N_("turns or posts"), "sentence": N_("sentences"), "character": N_("characters within turns")}


def write_method(draft: Draft) -> tuple[Section, ...]:
    """A section on the material and on the counting; always there, because a report without it cannot be judged."""
    blocks = (*_material(draft), *_coding(draft), *_coded_twice(draft), *_counting(draft))
    return (Section(_("How this study was done"), "methode", blocks),)


def _material(draft: Draft) -> tuple[Block, ...]:
    instruments = sorted(draft.material.instruments, key=lambda each: (each.ordinal, each.key))
    if not instruments:
        return (Paragraph(_("No register of the material was kept: who was invited and how is not recorded.")),)
    return (
        Heading(_("Material")),
        TableBlock(
            _("The material of this study"),
            (_("Material"), _("Kind"), _("Perspective"), _("Held"), _("Took part")),
            tuple(_row(each, draft) for each in instruments),
            shares=(23, 17, 22, 22, 16),
        ),
        *(block for each in instruments for block in _facts(each)),
    )


def _row(instrument: Instrument, draft: Draft) -> tuple[Paragraph, ...]:
    perspective = group_label(instrument.perspective, draft.perspectives) if instrument.perspective else _("several")
    cells = (
        instrument.title,
        _(KIND_WORDS[instrument.kind]),
        inside(perspective),
        period_words(instrument.held_from, instrument.held_until) or "–",
        turnout_of(instrument),
    )
    return tuple(Paragraph(each) for each in cells)


def turnout_of(instrument: Instrument) -> str:
    """How many took part of how many who were invited, as far as somebody wrote it down."""
    if instrument.took_part is None:
        return "–"
    if instrument.invited is None:
        return str(instrument.took_part)
    return _("{took_part} of {invited} invited", took_part=instrument.took_part, invited=instrument.invited)


def _facts(instrument: Instrument) -> tuple[Block, ...]:
    known = [(_(label), getattr(instrument, name)) for name, label in FACTS]
    items = tuple(Paragraph(text or _("not recorded"), lead=f"{label}:") for label, text in known)
    return Heading(instrument.title, 3), Bullets(items)


def _coding(draft: Draft) -> tuple[Block, ...]:
    table = draft.material.passages
    if table is None or table.empty:
        return ()
    coders = translate_count("{number} person", "{number} people", table["coder"].nunique())
    passages = translate_count("{number} passage", "{number} passages", table["coding_id"].nunique())
    documents = translate_count("{number} document", "{number} documents", table["document_id"].nunique())
    return (
        Heading(_("Coding")),
        Paragraph(
            _(
                "{coders} coded {passages} in {documents}. A passage is a span of text with a code on it; every "
                "statement in this report rests on passages, and every quote is printed word for word.",
                coders=coders,
                passages=passages,
                documents=documents,
            )
        ),
    )


def _coded_twice(draft: Draft) -> tuple[Block, ...]:
    """Agreement as it was before anybody discussed it, round by round."""
    blocks: list[Block] = []
    for each in draft.material.coded_twice:
        units = translate_count("{number} unit", "{number} units", each.units)
        kind = _(UNIT_WORDS.get(each.unit, each.unit))
        words = _(
            "In the round “{title}” {coders} coded {units} ({kind}) without seeing the other codings. The agreement is "
            "that of before discussion (Krippendorff’s alpha; between brackets its interval over documents).",
            title=each.title,
            coders=translate_count("{number} person", "{number} people", len(each.coders)),
            units=units,
            kind=kind,
        )
        rows = tuple(tuple(Paragraph(cell) for cell in _agreement(*row)) for row in each.rows)
        title, heads = _("Agreement in “{title}”", title=each.title), (_("Code"), _("Alpha"), _("Reading"))
        table = TableBlock(title, heads, rows, shares=(50, 25, 25))
        blocks += [Paragraph(words), *([table] if rows else [])]
    return tuple(blocks)


def _agreement(code: str, alpha: float | None, low: float | None, high: float | None, label: str) -> tuple[str, ...]:
    if alpha is None:
        return code, "–", label
    interval = "" if low is None or high is None else f" ({decimal(low, digits=2)}–{decimal(high, digits=2)})"
    return code, f"{decimal(alpha, digits=2)}{interval}", label


def _counting(draft: Draft) -> tuple[Block, ...]:
    limits = draft.settings.thresholds
    sentences = (
        _(
            "People are counted, never mentions: somebody who says something five times counts once. Every count is "
            "of those who were asked about it."
        ),
        _(
            "“Often” is said from {spontaneous}% of those asked when people brought it up themselves, and from "
            "{prompted}% when it was put to them, and never of fewer than three people.",
            spontaneous=_percent(limits.often_spontaneous),
            prompted=_percent(limits.often_prompted),
        ),
        _("With fewer than {least} people asked no class is given, only the count.", least=limits.min_respondents),
        _("A finding is hatched when one person more or less would change “often” into “seldom” or back."),
        _(
            "An assumption gets a verdict from {stances} people with a stance; below {narrow} its base is called "
            "narrow.",
            stances=limits.min_stances,
            narrow=limits.narrow_base,
        ),
    )
    return (Heading(_("Counting")), Bullets(tuple(Paragraph(each) for each in sentences)), _quantifiers())


def _percent(share: float) -> str:
    return decimal(100 * share)


def _quantifiers() -> TableBlock:
    rows = tuple(
        (
            Paragraph(_(condition, fewest=FEWEST_FOR_WORDS)),
            Paragraph(quantifier_noun(quantifier, 0, 0) if quantifier else _("“r of the E”, no word")),
        )
        for condition, quantifier in QUANTIFIER_CONDITIONS
    )
    return TableBlock(
        _("What the words for numbers mean"),
        (_("Of those who were asked"), _("Word")),
        rows,
        shares=(60, 40),
        note=_("The first line that fits holds."),
    )
