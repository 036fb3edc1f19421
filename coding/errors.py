"""What can be said about codes, codings and rounds of double coding (exit code 12)."""

from __future__ import annotations

from study.errors import StudyError
from study.messages import N_


class CodingError(StudyError):
    """Family: the codebook or a coding is not as it should be."""

    exit_code = 12


class UnreadableCodebook(CodingError):
    message = N_("“{file}” cannot be read as a codebook: {reason}. Mend the file and try again; nothing was stored.")


class UnknownCodebookFormat(CodingError):
    message = N_("“{file}” is not a codebook format we know. Use one of: {known}.")


class UnwritableCodebook(CodingError):
    message = N_("The codebook cannot be written to “{file}”. Does the folder exist, and may you write in it?")


class MissingColumns(CodingError):
    message = N_("“{file}” lacks the columns {columns}. A codebook needs at least: {needed}.")


class IncompleteCode(CodingError):
    message = N_("{place} has no “{field}”. Every code needs a group, a key and a name.")


class DoubledKey(CodingError):
    message = N_("The key “{key}” is there twice ({first} and {second}). Give each its own.")


class DoubledName(CodingError):
    message = N_(
        "Two codes beside each other are named “{name}” (“{first}” and “{second}”). Rename one, or merge them."
    )


class MissingParent(CodingError):
    message = N_("The code “{key}” hangs under “{parent}”, which is not in the codebook. Add it or empty the parent.")


class ParentElsewhere(CodingError):
    message = N_("The code “{key}” of group “{group}” hangs under “{parent}” of group “{other}”. Keep to one group.")


class CodeCycle(CodingError):
    message = N_("These codes hang under each other in a circle: {path}. Take one of them out from under its parent.")


class UnreadableQuery(CodingError):
    message = N_("The question cannot be read at “{place}”: {reason}.")


class IntoItself(CodingError):
    message = N_("The code “{name}” cannot go into itself. Choose another code to merge into.")


class BadColour(CodingError):
    message = N_("The colour “{colour}” of the code “{key}” is not written like #1f4e79.")


class UnknownGroup(CodingError):
    message = N_("The code “{key}” is in group “{group}”, which is not in the codebook. Known groups: {known}.")


class UnknownCode(CodingError):
    message = N_("The code “{key}” is not in the codebook. Nearest: {near}.")


class UnknownActor(CodingError):
    message = N_("The actor “{key}” is not in the codebook. Known: {known}.")


class UnknownValence(CodingError):
    message = N_("“{name}” is not a valence. Choose from: {known}.")


class UnknownKind(CodingError):
    message = N_("“{name}” is not a kind of statement. Choose from: {known}.")


class BadIntensity(CodingError):
    message = N_("The intensity {value} is not a whole number from 0 to 3.")


class SpanOutside(CodingError):
    message = N_("The span {start}–{end} lies outside “{document}”, which has {length} characters.")


class EmptySpan(CodingError):
    message = N_("The span {start}–{end} of “{document}” holds no words. Select at least one.")


class NothingCoded(CodingError):
    message = N_("Give the span {start}–{end} of “{document}” a code, a phase, an actor, a valence or a kind.")


class NoCoder(CodingError):
    message = N_("Nobody is named as the coder. Say who is coding.")


class TooFewCoders(CodingError):
    message = N_("Agreement is between two coders or more; only {given} was given. Coders in this study: {known}.")


class UnknownCoder(CodingError):
    message = N_("“{name}” has coded nothing in this study. Coders: {known}.")


class NegativeRatio(CodingError):
    message = N_("Ratio level needs values of zero or more; choose interval level for values below zero.")


class TitleMissing(CodingError):
    message = N_("Give it a name, so that people know what it is about.")


class NoCoders(CodingError):
    message = N_("Name at least one coder, and each of them once.")


class NothingToDraw(CodingError):
    message = N_("There is nothing to draw from: these documents hold no turns that can be coded, or nobody coded yet.")


class RoundOverlaps(CodingError):
    message = N_("One of these coders is in the round “{title}” on the same documents. Close that one first.")


class RoundUnknown(CodingError):
    message = N_("There is no round “{name}”. Known: {known}.")


class RoundNotDone(CodingError):
    message = N_("Nothing was coded in this round by: {coders}. Wait for them, or say that you close it unfinished.")


class RoundClosed(CodingError):
    message = N_("In the round “{title}” differences were decided already, so it stays closed. Make a new round.")


class NotClosedYet(CodingError):
    message = N_("The round “{title}” is still open. Its results can be seen when it is closed.")


class ReasonMissing(CodingError):
    message = N_("Write why you decide so: one sentence is enough.")


class NoDifference(CodingError):
    message = N_("The coders do not differ about this code here, so there is nothing to decide.")


class CodeInUse(CodingError):
    message = N_("“{name}” is used in {number} places. Merge it into another code, or retire it: then nothing is lost.")


class DoubledShortcut(CodingError):
    message = N_("The key “{shortcut}” is that of “{first}” and of “{second}”. Give one of them another.")


class GroupUnknown(CodingError):
    message = N_("There is no group of codes “{name}”.")


class NothingTicked(CodingError):
    message = N_("No passage is ticked. Tick those that the new code gets.")


class UnknownField(CodingError):
    message = N_("The group of this code has no field “{name}”. See the codebook for its fields.")


class UnknownChoice(CodingError):
    message = N_("“{name}” is no answer to “{field}”. Choose from: {known}.")


class RetiredCode(CodingError):
    message = N_("The code “{name}” is retired: it is kept, and offered no more. Choose another, or restore it.")


class VersionUnknown(CodingError):
    message = N_("There is no version {number} of the codebook.")
