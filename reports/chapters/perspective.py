"""A chapter per perspective: who was heard, process map, experience map, each phase, judgements, priorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from corpus.instruments import InstrumentKind
from reports.chapters.method import turnout_of
from reports.draft import Draft
from reports.drawings.process import actor_words, see_words
from reports.figures import FigureKind
from reports.lists import remarks_on_line
from reports.sections import Block, Box, Bullets, FigureBlock, Heading, Paragraph, Section, TableBlock
from reports.sources import inside
from reports.words import capital, passages_words, period_words, remarks_on, role_words, sentence, state_words
from study.config import ACROSS_PHASES, Perspective
from study.messages import translate as _
from study.messages import translate_count
from synthesis.experience import Cell, CellState, CellStatement, ExperienceMap
from synthesis.process import MappedStep
from synthesis.quantifiers import Quantifier, count_words, quantifier_noun
from synthesis.valence import Judged

if TYPE_CHECKING:
    from prioritisation.consultations import ConsultedLine, ConsultedList
    from prioritisation.ranking import Ranking


def write_perspectives(draft: Draft) -> tuple[Section, ...]:
    """A section for each perspective on the map, in the order of the study."""
    journey = draft.material.journey
    return tuple(_chapter(draft, journey, each) for each in draft.perspectives) if journey else ()


def _chapter(draft: Draft, journey: ExperienceMap, perspective: Perspective) -> Section:
    blocks: tuple[Block, ...] = (
        *_sample(draft, perspective),
        *_cells_at_a_glance(journey, perspective),
        *_description(draft, perspective),
        Heading(_("Experience")),
        *draft.figure_blocks(FigureKind.EXPERIENCE, perspective=perspective.key),
        *(block for phase in journey.phases for block in _phase(draft, journey, perspective, phase.key)),
        *_phase(draft, journey, perspective, ACROSS_PHASES),
        *_judgements(draft, perspective),
        *_priorities(draft, perspective),
    )
    return Section(perspective.label, f"perspectief-{perspective.key}", blocks)


def _sample(draft: Draft, perspective: Perspective) -> tuple[Block, ...]:
    """The box on who was heard and what may be bent by how they were found."""
    spoken = (each for each in draft.material.instruments if each.kind is not InstrumentKind.DESK)
    heard = [each for each in spoken if each.perspective in (perspective.key, None)]
    if not heard:
        return ()
    items = []
    for each in sorted(heard, key=lambda one: (one.ordinal, one.key)):
        facts = [period_words(each.held_from, each.held_until), _("took part: {turnout}", turnout=turnout_of(each))]
        told = [each.selection, _("Bias: {bias}", bias=each.bias or _("not recorded"))]
        items.append(
            Paragraph(f"{', '.join(filter(None, facts))}. {' '.join(filter(None, told))}", lead=f"{each.title}:")
        )
    return (Box(_("Who was heard, and what that may bend"), (Bullets(tuple(items)),)),)


def _description(draft: Draft, perspective: Perspective) -> tuple[Block, ...]:
    """What happens in each phase: the process map, then every step with its quotes; nothing without steps."""
    process = draft.material.process
    steps = process.of(perspective.key) if process else ()
    if not steps:
        return ()
    figures = draft.figure_blocks(FigureKind.PROCESS, perspective=perspective.key)
    names = {each.key: each.name for each in draft.material.codes}
    table = TableBlock(
        _("What happens, step by step: {group}", group=inside(perspective.label)),
        (_("Phase"), _("Step"), _("Role"), _("By"), _("See also")),
        tuple(_step_row(draft, perspective, each, names) for each in steps),
        shares=(18, 40, 10, 14, 18),
    )
    return (Heading(_("Description")), *figures, table)


def _step_row(
    draft: Draft, perspective: Perspective, mapped: MappedStep, names: Mapping[str, str]
) -> tuple[Paragraph, ...]:
    phase = draft.settings.phase(mapped.step.phase).label_for(perspective.key)
    return (
        Paragraph(phase),
        Paragraph(f"{mapped.number}. {sentence(mapped.step.text)}", draft.numbers(mapped.quotes)),
        Paragraph(role_words(mapped.step.role)),
        Paragraph(actor_words(mapped, names)),
        Paragraph(see_words(mapped, names)),
    )


def _cells_at_a_glance(journey: ExperienceMap, perspective: Perspective) -> tuple[Block, ...]:
    """The map in numbers, phase by phase: how many were asked, how many findings, and how they are judged."""
    cells = [journey.cell(perspective.key, phase.key) for phase in journey.phases]
    across = journey.cell(perspective.key, ACROSS_PHASES)
    names = [phase.label_for(perspective.key) for phase in journey.phases]
    if across.statements:
        cells, names = [*cells, across], [*names, _("Across phases")]
    rows = tuple(_glance(journey, name, cell) for name, cell in zip(names, cells, strict=True))
    table = TableBlock(
        _("The map in numbers: {group}", group=inside(perspective.label)),
        (_("Phase"), _("Asked"), _("Findings"), _("Pain point"), _("Good"), _("Divided, mixed"), _("No judgement")),
        rows,
        shares=(25, 14, 17, 13, 8, 13, 10),
    )
    return (table,)


def _glance(journey: ExperienceMap, name: str, cell: Cell) -> tuple[Paragraph, ...]:
    if not cell.statements:
        state = state_words(cell.state, guides_known=journey.guides_known)
        return tuple(map(Paragraph, (name, str(cell.eligible), state, "", "", "", "")))
    judged = Counter(each.valence for each in cell.statements)
    numbers = (
        cell.eligible,
        len(cell.statements),
        judged[Judged.PAIN],
        judged[Judged.GOOD],
        judged[Judged.DIVIDED] + judged[Judged.MIXED],
        judged[Judged.NEUTRAL],
    )
    return (Paragraph(name), *(Paragraph(str(each)) for each in numbers))


def _phase(draft: Draft, journey: ExperienceMap, perspective: Perspective, phase: str) -> tuple[Block, ...]:
    cell = journey.cell(perspective.key, phase)
    across = phase == ACROSS_PHASES
    if across and not cell.statements:
        return ()
    title = _("Across phases") if across else next(
        each.label_for(perspective.key) for each in journey.phases if each.key == phase
    )  # fmt: skip
    return (Heading(title, 3), *_cell_blocks(draft, journey, perspective, cell))


def _cell_blocks(draft: Draft, journey: ExperienceMap, perspective: Perspective, cell: Cell) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if cell.state is not CellState.FILLED:
        words = state_words(cell.state, guides_known=journey.guides_known)
        blocks.append(Paragraph(_("{state} (asked: {number}).", state=capital(words), number=cell.eligible)))
    for statement in cell.statements:
        blocks += [_finding(draft, perspective, statement), *draft.quote_blocks(statement)]
    if cell.withheld and cell.statements:
        blocks.append(
            Paragraph(
                translate_count(
                    "{number} finding not shown (privacy)", "{number} findings not shown (privacy)", cell.withheld
                )
                + "."
            )
        )
    return tuple(blocks)


def _finding(draft: Draft, perspective: Perspective, statement: CellStatement) -> Paragraph:
    """The wording as it stands on the map, how many say so, and the numbers of its quotes."""
    words = [_share(statement, perspective), passages_words(statement.m), *remarks_on(statement)]
    return Paragraph(
        capital(", ".join(filter(None, words))) + ".",
        draft.numbers(statement.quotes),
        lead=sentence(statement.finding.wording),
    )


def _share(statement: CellStatement, perspective: Perspective) -> str:
    if statement.eligible == 0:
        return ""
    count = count_words(statement.r, statement.eligible)
    group = inside(perspective.label)
    if statement.quantifier is Quantifier.COUNT:
        return _("{count} {group}", count=count, group=group)
    return f"{quantifier_noun(statement.quantifier, statement.r, statement.eligible, group=group)} ({count})"


def _judgements(draft: Draft, perspective: Perspective) -> tuple[Block, ...]:
    """The quadrants in which something could be placed; the others, of too few people, as words."""
    figures = draft.figure_blocks(FigureKind.JUDGEMENT, perspective=perspective.key)
    filled = tuple(each for each in figures if (each.figure.data["list"] == "placed").any())
    listed = tuple(Paragraph(_labels(each), lead=each.figure.title + ":") for each in figures if each not in filled)
    if not figures:
        return ()
    words = (Paragraph(_("Too few people were asked to place these:")), Bullets(listed)) if listed else ()
    return (Heading(_("What they make of those around them")), *filled, *words)


def _labels(block: FigureBlock) -> str:
    rows = block.figure.data.to_dict("records")
    return "; ".join(f"{row['label']} ({count_words(row['respondents'], row['eligible'])})" for row in rows) + "."


def _priorities(draft: Draft, perspective: Perspective) -> tuple[Block, ...]:
    counted = [each for each in draft.material.rankings if each.perspective == perspective.key]
    agreed = [each for each in draft.material.consulted if each.perspective == perspective.key]
    if not counted and not agreed:
        return ()
    boxes = (*(_priority_box(draft, each) for each in counted), *(_consultation_box(draft, each) for each in agreed))
    figures = draft.figure_blocks(FigureKind.RANKING, perspective=perspective.key)
    return (Heading(_("Priorities")), *boxes, *figures)


def _priority_box(draft: Draft, ranking: Ranking) -> Box:
    from prioritisation.disclosure import publish
    from reports.drawings.ranking import turnout_words

    published = publish(ranking)
    by_id = {each.id: each for each in draft.material.points}
    points = {option.key: by_id.get(option.point_id) for option in ranking.options}
    items = []
    for line in published.lines:
        point = points[line.key]
        numbers = draft.numbers_of(point) if point else ()
        unsourced = "" if numbers else " " + _("(no source)")
        items.append(Paragraph(line.title + unsourced, numbers, lead=line.place))
    told = Paragraph(turnout_words(published.turnout) + ". " + published.note, lead=_("Ballots:"))
    return Box(published.title, (Bullets(tuple(items)), told) if items else (told,))


def _consultation_box(draft: Draft, agreed: ConsultedList) -> Box:
    """The list of a consultation, with the words that say where it comes from and what its order means."""
    from prioritisation.disclosure import publish_consultation
    from reports.drawings.consultation import present_words

    published = publish_consultation(agreed)
    items = tuple(_consulted_item(draft, line) for line in published.lines)
    told = Paragraph(present_words(published) + ". " + published.note, lead=_("Consultation:"))
    return Box(published.title, (Bullets(items), told))


def _consulted_item(draft: Draft, line: ConsultedLine) -> Paragraph:
    numbers = draft.numbers_of_line(line)
    remarks = [*remarks_on_line(line), *(() if numbers else (_("no source"),))]
    said = f"{line.title} ({'; '.join(remarks)})" if remarks else line.title
    lead = line.place or (f"{line.group}:" if line.group else "")
    return Paragraph(f"{sentence(said)} {line.dissent}" if line.dissent else said, numbers, lead=lead)
