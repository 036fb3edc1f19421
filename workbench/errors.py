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


class NoFiles(WorkbenchError):
    message = N_("No file matches “{names}”. Check the name, or give a folder.")


class NothingCoded(WorkbenchError):
    message = N_(
        "Nothing is coded yet. Code in the browser (draad serve) or bring codings in with “draad code import FILE”."
    )


class NothingImported(WorkbenchError):
    message = N_("There are no documents yet. Bring them in with “draad import FILE …”.")


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


class PortTaken(WorkbenchError):
    message = N_("Port {port} of {host} is in use. Choose another one: draad serve --port {other}.")
