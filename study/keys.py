"""The key of the vault: a secret of the environment, of a file that only its owner reads, or typed by a person."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import platformdirs

from study.errors import BadConfiguration, KeyFileOpen, VaultKeyMissing, VaultUnusable

VAULT_VARIABLE = "DRAAD_KLUIS"
KEY_VARIABLE = "DRAAD_KLUIS_SLEUTEL"
KEY_FILE_VARIABLE = "DRAAD_KLUIS_SLEUTELBESTAND"
APPLICATION = "rodedraad"
CONFIGURATION = "draad.toml"
OTHERS = stat.S_IRWXG | stat.S_IRWXO

Ask = Callable[[], str]
"""Asks the person at the screen for the key; an empty answer is no answer."""


def vault_folder() -> Path:
    """Where the vaults lie: `DRAAD_KLUIS`, else `kluis` in the user's draad.toml, else the user's data folder."""
    named = os.environ.get(VAULT_VARIABLE) or _configured("kluis")
    return Path(named).expanduser() if named else platformdirs.user_data_path(APPLICATION, appauthor=False) / "kluis"


def key_file() -> Path:
    """Where the key lies when the environment holds none: never in the vault, never in a study."""
    named = os.environ.get(KEY_FILE_VARIABLE) or _configured("sleutelbestand")
    return Path(named).expanduser() if named else _configuration_folder() / "kluis.sleutel"


def find_secret(*, ask: Ask | None, may_make: bool) -> str:
    """The secret that opens the vaults; with `may_make` a first one is made and kept in the key file.

    Raises `KeyFileOpen` when others can read the key file, `VaultKeyMissing` when there is no key anywhere.
    """
    file = key_file()
    secret = os.environ.get(KEY_VARIABLE) or _read_key(file)
    if not secret and may_make:
        return _make_key(file)
    if not secret and ask is not None:
        secret = ask()
    if not secret:
        raise VaultKeyMissing(file=file)
    return secret


@cache
def derive_key(secret: str, salt: bytes) -> bytes:
    """The 32 bytes that encrypt (scrypt, Percival 2009): slow on purpose, so that guessing a short secret is slow."""
    return hashlib.scrypt(secret.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)


def _read_key(file: Path) -> str:
    try:
        if os.name == "posix" and file.exists() and file.stat().st_mode & OTHERS:
            raise KeyFileOpen(file=file)
        return file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as problem:
        raise VaultUnusable(place=file) from problem


def _make_key(file: Path) -> str:
    secret = secrets.token_urlsafe(32)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
            stream.write(f"{secret}\n")
    except FileExistsError:
        return _read_key(file)
    except OSError as problem:
        raise VaultUnusable(place=file) from problem
    return secret


def _configuration_folder() -> Path:
    return platformdirs.user_config_path(APPLICATION, appauthor=False)


def _configured(name: str) -> str:
    file = _configuration_folder() / CONFIGURATION
    try:
        values: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadConfiguration(file=file, reason=problem) from problem
    return str(values.get(name, ""))
