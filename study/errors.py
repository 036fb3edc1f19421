"""What can be said to a person when something is wrong: one sentence, no traceback, an exit code per family."""

from __future__ import annotations

from typing import ClassVar

from study.messages import N_, translate


class StudyError(Exception):
    """A sentence for the person at the screen; everything else that is raised is a fault of ours.

    Subclasses give `message` (an English template with {places}) and inherit the exit code of their family.
    Values never hold words of a participant.
    """

    message: ClassVar[str] = N_("Something is wrong with this study.")
    exit_code: ClassVar[int] = 10

    def __init__(self, **values: object) -> None:
        super().__init__(self.message)
        self.values = values

    def __str__(self) -> str:
        return translate(self.message, **self.values)


class NoStudyHere(StudyError):
    message = N_(
        "No study in “{folder}” or above it. Make one with “draad new NAME”, or point at one with “draad -s FOLDER”."
    )


class StudyExists(StudyError):
    message = N_("“{folder}” already holds a study. Choose another name, or open it with “draad -s {folder}”.")


class BadSettings(StudyError):
    message = N_("study.toml cannot be read: {reason}. Mend “{file}” and try again.")


class PasswordInSettings(StudyError):
    message = N_(
        "study.toml holds a password. Take it out of “{file}”, give it in DRAAD_DATABASE_PASSWORD or ~/.pgpass."
    )


class UnknownPerspective(StudyError):
    message = N_("The perspective “{name}” is not in study.toml. Known: {known}.")


class UnknownPhase(StudyError):
    message = N_("The phase “{name}” is not in study.toml. Known: {known}.")


class NotFound(StudyError):
    message = N_("There is no {kind} “{name}” in this study.")


class AlreadyThere(StudyError):
    message = N_("There is already a {kind} with this key; nothing was stored.")


class StillInUse(StudyError):
    message = N_(
        "This {kind} is still used elsewhere in the study, or refers to something that is gone; nothing was stored."
    )


class NoSuchStep(StudyError):
    message = N_("The journal knows no such step. Look in the journal for what can be taken back.")


class NotKept(StudyError):
    message = N_("This step cannot be taken back: the journal does not keep what there was before it.")


class ChangedSince(StudyError):
    message = N_("This step cannot be taken back: {by} has changed the same thing since. Take that back first.")


class ExtraMissing(StudyError):
    message = N_("This needs “{library}”, which is not installed. Install it with: {command}")
    exit_code = 17


class StorageError(StudyError):
    """Family: the disk or the database server does not do what we ask."""

    exit_code = 20


class ReadOnly(StorageError):
    message = N_(
        "“{place}” cannot be written. Check the rights of the folder, or copy the study to a place of your own."
    )


class DiskFull(StorageError):
    message = N_(
        "The disk with “{place}” is full. Nothing of this step was stored; make room and give the same command again."
    )


class Busy(StorageError):
    message = N_("The database of this study is in use by another command. Wait until it has finished and try again.")


class DatabaseUnreachable(StorageError):
    message = N_("The database “{place}” does not answer. Is the server running, and are name and rights right?")


class DatabaseDamaged(StorageError):
    message = N_("“{place}” is not a readable database. Put back a backup of it and try again.")


class NeedsMigration(StorageError):
    message = N_(
        "The database has an older layout. Make a backup and run “draad migrate” once, while nobody works in it."
    )


class NewerDatabase(StorageError):
    message = N_("The database was made by a newer Rode Draad. Update this installation first; nothing was changed.")


class VaultError(StudyError):
    """Family: the vault, where originals and pseudonyms lie apart from the study."""

    exit_code = 18


class VaultInStudy(VaultError):
    message = N_(
        "The vault “{folder}” would lie in the study folder, and go along with every copy of it. "
        "Name another folder in DRAAD_KLUIS."
    )


class VaultUnusable(VaultError):
    message = N_(
        "The vault cannot be used: “{place}” cannot be read or written. Check its rights, or name another folder in "
        "DRAAD_KLUIS; nothing was stored."
    )


class VaultKeyMissing(VaultError):
    message = N_(
        "The vault of this study is locked and there is no key. Give it in DRAAD_KLUIS_SLEUTEL, or put the key file "
        "back at “{file}”; nothing was changed."
    )


class VaultKeyWrong(VaultError):
    message = N_(
        "The key does not open the vault “{folder}”: it was locked with another one. "
        "Give that one in DRAAD_KLUIS_SLEUTEL; nothing was changed."
    )


class KeyFileOpen(VaultError):
    message = N_(
        "Others on this computer can read the key in “{file}”. Take their rights away (chmod 600) and try again."
    )


class VaultDamaged(VaultError):
    message = N_(
        "“{file}” in the vault is damaged, or was put there by something else. Put back a backup of the vault."
    )


class NotInVault(VaultError):
    message = N_("There is no “{name}” in the vault of this study. Was it removed, or kept on another computer?")


class BadConfiguration(VaultError):
    message = N_("Your configuration “{file}” cannot be read: {reason}. Mend it and try again.")
