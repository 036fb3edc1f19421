"""What can be said to a person about a file that cannot be read as it is."""

from __future__ import annotations

from typing import ClassVar

from study.errors import StudyError
from study.messages import N_


class CorpusError(StudyError):
    """Family: a file or its contents are not what a reader can take in."""

    exit_code: ClassVar[int] = 11


class FileMissing(CorpusError):
    message = N_("There is no file “{file}”. Check the name and the folder.")


class FileUnreadable(CorpusError):
    message = N_("The file “{file}” cannot be opened. Check its rights, or whether another program holds it.")


class EmptyFile(CorpusError):
    message = N_("The file “{file}” is empty. Export it again and import the new file.")


class UnknownFormat(CorpusError):
    message = N_("The format of “{file}” is not known. Save it as one of: {known}.")


class UnknownReader(CorpusError):
    message = N_("There is no reader called “{name}”. Choose one of: {known}.")


class BrokenReader(CorpusError):
    message = N_(
        "The reader “{name}”, which the package “{package}” adds, does not work ({reason}). "
        "Update that package, or remove it."
    )


class NotWhatItSays(CorpusError):
    message = N_(
        "“{file}” is called {suffix}, but is not one inside. Open it in the program it was made with and save it again."
    )


class BrokenJson(CorpusError):
    message = N_("“{file}” is no sound JSON: reading stopped at line {line}. Export it again and import the new file.")


class UnknownShape(CorpusError):
    message = N_("What is in “{file}” is not known. Expected: {expected}. Export it in another form, such as csv.")


class OldOrProtected(CorpusError):
    message = N_(
        "“{file}” is in an old Office format or has a password. "
        "Open it, take off the password and save it as .docx or .xlsx."
    )


class ProtectedPdf(CorpusError):
    message = N_("“{file}” has a password. Open it, save a copy without the password and import that.")


class DamagedPdf(CorpusError):
    message = N_("“{file}” is damaged or was cut off on its way. Download it again, or ask the sender for a new copy.")


class ScannedPdf(CorpusError):
    message = N_(
        "The {pages} pages of “{file}” are pictures without letters in them, a scan for instance. "
        "Have the letters recognised first (OCR) and import the result."
    )


class EmptyPdf(CorpusError):
    message = N_("There is no text on the {pages} pages of “{file}”. Is it the right file?")


class UnsafeFile(CorpusError):
    message = N_(
        "“{file}” refers to things outside itself (XML entities) and was not opened. "
        "Ask the sender for a clean copy, saved from Word or Excel."
    )


class TooLarge(CorpusError):
    message = N_(
        "“{file}” holds more than {limit} MB, or far more lines than a text has, and was not opened. "
        "Split it into smaller files."
    )


class Undecodable(CorpusError):
    message = N_(
        "The characters of “{file}” cannot be read as text (first trouble in line {line}). "
        "Save it as UTF-8, or name its encoding when you import it."
    )


class UnknownEncoding(CorpusError):
    message = N_("“{encoding}” is not an encoding that can be read. Use for instance utf-8, cp1252 or utf-16.")


class InvalidTimes(CorpusError):
    message = N_(
        "Line {line} of “{file}” does not hold valid times (expected 00:01:02.000 --> 00:01:05.000). "
        "Mend the line, or import only what is sound."
    )


class NoTurns(CorpusError):
    message = N_("No speech was found in “{file}”. Is it the transcript itself, and not a summary or an empty export?")


class NoQuestions(CorpusError):
    message = N_(
        "No questions were found in “{file}”. Put each on a line of its own with a number or a question mark, or in a "
        "table with a column “Vraag”."
    )


class MissingColumn(CorpusError):
    message = N_(
        "“{file}” has no column for {role}. Found: {found}. Expected one of: {expected}; or say which column it is."
    )


class UnknownColumn(CorpusError):
    message = N_("“{file}” has no column “{column}”. Found: {found}.")


class UnknownSheet(CorpusError):
    message = N_("“{file}” has no sheet “{sheet}”. Found: {found}.")


class UnknownDelimiter(CorpusError):
    message = N_("“{delimiter}” cannot part the cells of “{file}”. Give one sign, for instance ; or , or a tab.")


class IsParticipantSheet(CorpusError):
    message = N_(
        "“{file}” says who the participants are, not what they said. Bring it in with “draad people import”, or in the "
        "browser under Participants."
    )


class NoCode(CorpusError):
    message = N_("Row {line} of “{file}” has no case code. Give every participant a code, such as P03, and try again.")


class NotACode(CorpusError):
    message = N_(
        "The case code in row {line} of “{file}” is not one: use at most {longest} letters, digits and dashes, such as "
        "P03, and never a name."
    )


class DoubledCode(CorpusError):
    message = N_("The case code {code} stands in rows {lines} of “{file}”. Keep one row for each participant.")


class UnknownCodes(CorpusError):
    message = N_(
        "“{file}” has case codes that are not in this study: {codes}. Known: {known}. Mend the codes, or add these "
        "participants first."
    )


class UnknownCut(CorpusError):
    message = N_("A survey cannot be cut into a document per “{per}”. Choose one of: {known}.")


class UnevenRow(CorpusError):
    message = N_(
        "Row {line} of “{file}” has {found} cells where {expected} were expected. "
        "Put texts with a {delimiter} between quotation marks, or import only what is sound."
    )


class BrokenTable(CorpusError):
    message = N_(
        "“{file}” stops being a table near line {line}: a quotation mark is not closed. Mend that row and try again."
    )


class UnknownQuestion(CorpusError):
    message = N_("The question given for turn {turn} of “{file}” is not in the topic list.")


class NoSuchTurn(CorpusError):
    message = N_("“{file}” has no turn {turn}; it has {count}.")


class NotOfThisDocument(CorpusError):
    message = N_("The text of “{title}” is not the text that was read from “{file}”. Segment it with its own reading.")


class ModelFolderMissing(CorpusError):
    message = N_(
        "“{folder}” holds no sentence model. "
        "Give the folder of a model that is on this computer; nothing is fetched from the internet."
    )


class EditOutside(CorpusError):
    message = N_("The characters {start} to {end} are not in this text. Mark the words again; nothing was changed.")


class OverlappingEdits(CorpusError):
    message = N_(
        "Two replacements want the same characters, at character {place}. Take one of them out; nothing was changed."
    )


class QueryError(CorpusError):
    """Family: what was typed in the search field cannot be read."""


class NothingToFind(QueryError):
    message = N_("There is no word to look for. Type a word, “an exact phrase” or the beginning of a word with a *.")


class QueryTooLong(QueryError):
    message = N_(
        "This is too much for one search. Use at most {words} words and {letters} signs, and fewer "
        "brackets in brackets."
    )


class QuoteOpen(QueryError):
    message = N_("A quotation mark is opened and not closed. Put one on each side of the phrase.")


class BracketOpen(QueryError):
    message = N_("The bracket “{sign}” has no partner. Close each bracket that you open.")


class StarMisplaced(QueryError):
    message = N_("A * stands for the rest of a word: put it at the end, after two letters at least, as in “loonw*”.")


class OperatorAlone(QueryError):
    message = N_("“{sign}” needs a word on each side (NOT and - only after it). Add the word, or leave it out.")


class OnlyLeftOut(QueryError):
    message = N_("This search only says what to leave out. Add a word to look for, also on each side of OR.")


class NearWithoutWords(QueryError):
    message = N_("NEAR and ~ join words, phrases or a choice between them with OR; nothing with AND or NOT in it.")


class TooFarApart(QueryError):
    message = N_("Words can be looked for with at most {most} words between them. Use AND for words farther apart.")
