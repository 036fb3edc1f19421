"""The words of the field as figures and reports print them (domain.md, 5): states, valences, counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from reports.sources import inside
from study.config import Perspective
from study.messages import N_, current_language, translate_count
from study.messages import translate as _
from synthesis.experience import CellState, CellStatement
from synthesis.process import StepRole
from synthesis.quantifiers import Quantifier, count_words, quantifier_adverb
from synthesis.quotes import Quote
from synthesis.valence import Judged

VALENCE_WORDS = {
    Judged.GOOD: N_("good"),
    Judged.PAIN: N_("pain point"),
    Judged.DIVIDED: N_("people differ"),
    Judged.MIXED: N_("people are of two minds"),
    Judged.NEUTRAL: N_("no judgement"),
}

STATE_WORDS = {
    CellState.WITHHELD: N_("not shown (privacy)"),
    CellState.NO_FINDING_YET: N_("passages, no finding yet"),
    CellState.NOT_ASKED: N_("not asked"),
    CellState.NO_DATA: N_("no data"),
    CellState.NOTHING_SAID: N_("asked, nothing said"),
}

ROLE_WORDS = {StepRole.FORMAL: N_("formal"), StepRole.INFORMAL: N_("informal")}


def role_words(role: StepRole) -> str:
    """Whether a process step follows from a rule or agreement, or is what people do in practice."""
    return _(ROLE_WORDS[role])


def valence_word(valence: Judged) -> str:
    """The valence as a legend prints it."""
    return _(VALENCE_WORDS[valence])


def state_words(state: CellState, *, guides_known: bool = True) -> str:
    """Why a cell is empty; without any topic list nobody can tell who was asked, and the cell says so."""
    if state is CellState.NOT_ASKED and not guides_known:
        return _("not mentioned (topic list not recorded)")
    return _(STATE_WORDS[state])


def share_words(statement: CellStatement) -> str:
    """How many said it, as a map prints it: "de helft (5 van de 11)", or "5 van de 8" where words say too much."""
    if statement.eligible == 0:
        return ""
    count = count_words(statement.r, statement.eligible)
    if statement.quantifier is Quantifier.COUNT:
        return count
    return f"{quantifier_adverb(statement.quantifier, statement.r, statement.eligible)} ({count})"


def remarks_on(statement: CellStatement) -> tuple[str, ...]:
    """What a reader must know beside the count: who was not asked, who says the opposite, what hangs on one person."""
    found = (
        (statement.g, N_("{number} group voice"), N_("{number} group voices")),
        (statement.outside, N_("and {number} unasked"), N_("and {number} unasked")),
        (statement.contra, N_("{number} says the opposite"), N_("{number} say the opposite")),
    )
    counted = tuple(translate_count(one, many, number) for number, one, many in found if number)
    return counted + ((_("minority view"),) if statement.minority else ())


def passages_words(number: int) -> str:
    """How many passages: mentions, never a measure of how many people."""
    return translate_count("{number} passage", "{number} passages", number)


def group_label(key: str, perspectives: Sequence[Perspective]) -> str:
    """The label of a perspective; a key that is not among them stands for itself."""
    return next((each.label for each in perspectives if each.key == key), key)


def speaker_words(quote: Quote, perspectives: Sequence[Perspective]) -> str:
    """Who said it, as far as print may know: "werkgever", or the group that spoke with one voice."""
    found = next((each for each in perspectives if each.key == quote.perspective), None)
    if found is None:
        return quote.perspective or ""
    if quote.participant is None and quote.participant_id is None:
        return _("group of {group}", group=inside(found.label))
    return found.singular or inside(found.label)


def decimal(number: Fraction | float, *, digits: int = 1) -> str:
    """A number as the reader's language writes it, without needless decimals.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     decimal(Fraction(25, 2)), decimal(Fraction(12))
    ('12,5', '12')
    """
    written = f"{float(number):.{digits}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.replace(".", ",") if current_language() == "nl" else written


def list_words(parts: Sequence[str]) -> str:
    """The parts as a list inside a sentence.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     list_words(["werk", "inkomen", "rust"])
    'werk, inkomen en rust'
    """
    if len(parts) < 2:
        return "".join(parts)
    return _("{parts} and {last}", parts=", ".join(parts[:-1]), last=parts[-1])


def capital(text: str) -> str:
    """The text with a capital to begin a sentence.

    >>> capital("één respondent")
    'Één respondent'
    """
    return text[:1].upper() + text[1:]


def sentence(words: str) -> str:
    """The words with a full stop, unless they end in a mark already.

    >>> sentence("Weten niet bij wie ze moeten zijn"), sentence("Wie belt er?")
    ('Weten niet bij wie ze moeten zijn.', 'Wie belt er?')
    """
    return words if words.endswith((".", "!", "?", "…", "’", "”")) else f"{words}."


def day_words(day: date) -> str:
    """A date as the reader's language writes it.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     day_words(date(2026, 6, 15))
    '15 juni 2026'
    """
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=current_language())


def period_words(start: date | None, end: date | None) -> str:
    """When something was held: a day, or from and until."""
    days = [day_words(each) for each in dict.fromkeys((start, end)) if each]
    return " – ".join(days)
