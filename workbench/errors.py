"""What the workbench can say to a person."""

from __future__ import annotations

from study.errors import StudyError
from study.messages import N_


class WorkbenchError(StudyError):
    """Family: commands and pages."""

    exit_code = 16


class UnreadableFile(WorkbenchError):
    message = N_("“{file}” cannot be read: {reason}. Mend it and try again; nothing was stored.")


class BadEntry(WorkbenchError):
    message = N_("“{file}”, {table} number {number}: {reason}. Mend it and try again; nothing was stored.")


class BadForm(BadEntry):
    message = N_("{reason}. Mend it and try again; nothing was stored.")


class NoFiles(WorkbenchError):
    message = N_("No file matches “{names}”. Check the name, or give a folder.")


class NothingCoded(WorkbenchError):
    message = N_(
        "Nothing is coded yet. Code in the browser (draad serve) or bring codings in with “draad code import FILE”."
    )


class NothingImported(WorkbenchError):
    message = N_("There are no documents yet. Bring them in with “draad import FILE …”.")


class UnknownParticipant(WorkbenchError):
    message = N_("There is no participant “{code}” in this study. See the codes with “draad export turns”.")


class CodeNotTyped(WorkbenchError):
    message = N_("Type “{code}” to remove everything this participant said; nothing was changed.")


class NobodyLeft(WorkbenchError):
    message = N_("Nobody with the code “{code}” was removed from this study, so there is nothing to prove.")


class NoSession(WorkbenchError):
    message = N_("There is no voting session “{name}”. Known: {known}.")


class PassageNotFound(WorkbenchError):
    message = N_("The passage “{name}” that {what} refers to is not in this study.")


class QuoteNotFound(WorkbenchError):
    message = N_(
        "These words do not stand in “{document}”, or more than once. Copy them as they are, or give start and end."
    )


class DocumentNotFound(WorkbenchError):
    message = N_("There is no document “{name}”. See them with “draad export turns” or in the browser.")


class TurnNotFound(WorkbenchError):
    message = N_("“{document}” has no turn “{turn}”. Write DOCUMENT:TURN, with the turns counted from 1.")


class PortTaken(WorkbenchError):
    message = N_("Port {port} of {host} is in use. Choose another one: draad serve --port {other}.")


class PlaceUnusable(WorkbenchError):
    message = N_("“{place}” cannot be used: {reason}. Choose another place; nothing was stored there.")


class NotAFile(WorkbenchError):
    message = N_("“{place}” is a folder. Name a file in it, such as {example}.")


class DoubledEntry(WorkbenchError):
    message = N_("“{file}” has {table} “{key}” twice. Give each its own; nothing was stored.")


class UnknownInstrument(WorkbenchError):
    message = N_(
        "There is no instrument “{name}” in the register. Known: {known}. "
        "Bring it in with “draad import --register FILE”."
    )


class UnknownGuide(WorkbenchError):
    message = N_(
        "There is no topic list “{name}” in the register. Known: {known}. "
        "Bring it in with “draad import --register FILE”."
    )


class NameTaken(WorkbenchError):
    message = N_(
        "There is a document “{file}” already, with another text. Is it another conversation? "
        "Give the file a name of its own and import it again; nothing was stored."
    )


class Unsure(WorkbenchError):
    message = N_(
        "It is not certain how “{file}” is to be read (certainty {certainty}, where {needed} is enough). See what is "
        "found with --dry-run and say how it is with {options}, or look at it in the browser; nothing was stored."
    )


class MisfitWithRound(WorkbenchError):
    message = N_(
        "“{file}” cannot be read as the last file of this round was. {reason} Choose again for this file, or take "
        "what is detected with --as-detected; nothing was stored."
    )


class ForOneFile(WorkbenchError):
    message = N_("{option} is for one file, and {number} are named. Import them one by one, or leave it out.")


class AnotherStudy(WorkbenchError):
    message = N_("“{folder}” holds a study of your own. Name another folder for the example: draad demo FOLDER.")


class BallotsCast(WorkbenchError):
    message = N_(
        "Session “{session}” has ballots already, so its points, rule and form stay as they are. "
        "Make a new session for another vote; nothing was stored."
    )


class OtherWords(WorkbenchError):
    message = N_(
        "Characters {start} to {end} of “{document}” are other words than the column text holds. "
        "Was the file exported from another version of the document?"
    )


class NothingSaid(WorkbenchError):
    message = N_(
        "No respondent in this study says anything of {words} words or more, so there is nothing to group. "
        "Import transcripts or a community first."
    )


class QuestionInUse(WorkbenchError):
    message = N_(
        "Question “{key}” has answers linked to it ({turns} turns), so it stays as it is in this version. "
        "Take the links away first, or make a new version of the list without it."
    )


class GuideInUse(WorkbenchError):
    message = N_(
        "The topic list “{name}” was used for documents, or a newer version replaces it, so it stays. "
        "Make a new version when the questions change."
    )


class InstrumentInUse(WorkbenchError):
    message = N_("“{title}” has documents or topic lists, so it stays in the register. Move those first.")


class ParticipantInUse(WorkbenchError):
    message = N_(
        "{code} speaks in {turns} turns, so it stays. Link those to somebody else first; "
        "whoever withdraws consent is removed under Privacy."
    )


class KeyTaken(WorkbenchError):
    message = N_("“{key}” is in use already. Give another one; nothing was stored.")


class PerspectiveMissing(WorkbenchError):
    message = N_(
        "Row {line} of “{file}” does not say from which perspective {code} speaks. "
        "Add a column “perspectief”, or choose one for all rows; nothing was stored."
    )


class NoSuchLabel(WorkbenchError):
    message = N_(
        "Nobody is called “{label}” in the documents of this study. See the labels with “draad people labels”."
    )


class LabelIsLocal(WorkbenchError):
    message = N_(
        "“{label}” stands for somebody else in every file, and {documents} documents use it. Name the document too."
    )


class NoQuestionsFor(WorkbenchError):
    message = N_("This question is not in the topic list of “{document}”. Open the page again; nothing was stored.")


class BlindNow(WorkbenchError):
    message = N_(
        "This shows what other coders did, and the round “{title}” is still open: its coders do not see each other’s "
        "work before it is closed. Close the round first, or look under the name of somebody who does not code in it."
    )


class TooFewExamples(WorkbenchError):
    message = N_("There is too little coded to go by: suggestions need {number} coded turns or more.")


class UnknownAttribute(WorkbenchError):
    message = N_("“{name}” is nothing to set codes against. Choose from: {known}.")


class CodingChanged(WorkbenchError):
    """`values` say which codings (ids) are otherwise now (`changed`) and which are gone (`removed`)."""

    message = N_("What you wanted to change was changed since you saw it. Look at it as it is now, and do it again.")


class TextIsOther(WorkbenchError):
    message = N_("The text of “{document}” is another one than on your screen. Open it again; nothing was stored.")


class NotYourCoding(WorkbenchError):
    message = N_(
        "This coding is another coder’s. Only its maker changes it; you can put a coding of your own beside it."
    )


class NothingChosen(WorkbenchError):
    message = N_("Choose a question, a speaker or words first: then it is clear which passages are meant.")


class NothingToUndo(WorkbenchError):
    message = N_("There is nothing of yours left here to take back or to do again.")


class EmptyMemo(WorkbenchError):
    message = N_("There is nothing in the memo. Write something, or remove the memo.")


class TextChangedSince(WorkbenchError):
    message = N_(
        "This step cannot be taken back: a text was rewritten since, and what was coded there may lie elsewhere now."
    )


class CannotUndo(WorkbenchError):
    message = N_(
        "This can no longer be taken back: the workbench was started again, or the links changed since. "
        "Link the turns again by hand."
    )


class NameNotThere(WorkbenchError):
    message = N_("These words do not stand in “{document}” with these capitals. Copy them as they are in the text.")
