"""What the web pages can say to a person, besides what the other rooms say."""

from __future__ import annotations

from study.messages import N_
from workbench.errors import WorkbenchError


class NameMissing(WorkbenchError):
    message = N_("Give your name first: every change is made by a name.")


class PageNotFound(WorkbenchError):
    message = N_("There is no page here. Go back to the overview, or choose one from the menu.")


class FieldMissing(WorkbenchError):
    message = N_("This page was asked with “{field}” missing or not readable. Go back and try again.")


class NothingSelected(WorkbenchError):
    message = N_("No words are selected. Select the words in the text first, then choose a code.")


class NothingUploaded(WorkbenchError):
    message = N_("No file was chosen. Choose one or more files and try again.")


class UploadGone(WorkbenchError):
    message = N_("These files do not wait here any more: they were brought in, or taken away. Choose them again.")


class FindingNotFound(WorkbenchError):
    message = N_("There is no finding “{name}” in the experience map. It may have been renamed or lost its passages.")


class OptionNotFound(WorkbenchError):
    message = N_("The list “{session}” has no point “{name}”.")


class TopicNotFound(WorkbenchError):
    message = N_("There is no topic {number} in this grouping; it may have been made anew. Open the topics again.")


class CodeNotFound(WorkbenchError):
    message = N_("There is no code “{name}” in the codebook.")


class CellNotFound(WorkbenchError):
    message = N_("There is no cell “{name}” here. Go back and choose one from the table.")


class StillWorking(WorkbenchError):
    message = N_("The previous work is still going on. Wait until it has finished.")


class OutputNotFound(WorkbenchError):
    message = N_("There is no file “{name}” in the folder with reports. Make the report again.")


class StrangerRefused(WorkbenchError):
    message = N_("This address does not belong to the workbench. Open it as the line that started it says.")


class ForeignForm(WorkbenchError):
    message = N_("This form was sent from another page than the workbench; nothing was stored. Open the page again.")
