"""The vault (kluis): what may not lie in the study folder, encrypted in a folder elsewhere: originals, pseudonyms."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from study.errors import NotInVault, VaultDamaged, VaultInStudy, VaultKeyWrong, VaultUnusable
from study.files import write_whole
from study.keys import Ask, derive_key, find_secret, vault_folder

SUFFIX = ".kluis"
LOCK = "slot.json"
PROOF = b"rode draad"
NONCE = 12
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*")


class Vault:
    """The vault of one study: named contents, each encrypted by itself (AES-256-GCM) in a file of its own.

    A name is lower case, with / between its parts ("originals/ab12"). A content cannot be passed off under another
    name: the name is part of what is sealed.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self._key = key

    def put(self, name: str, content: bytes) -> None:
        """Keep this content under this name, in the place of what was there."""
        write_whole(self._file(name), encrypt(self._key, name, content))

    def get(self, name: str) -> bytes:
        """What lies under this name; raises `NotInVault`, or `VaultDamaged` when it is not what was put there."""
        file = self._file(name)
        with _said(file):
            if not file.exists():
                raise NotInVault(name=name)
            sealed = file.read_bytes()
        content = decrypt(self._key, name, sealed)
        if content is None:
            raise VaultDamaged(file=file)
        return content

    def remove(self, name: str) -> None:
        """Take away what lies under this name, if anything does."""
        with _said(self.folder):
            self._file(name).unlink(missing_ok=True)

    def names(self, under: str = "") -> tuple[str, ...]:
        """The names in the vault, in order; `under` keeps those that begin with it."""
        with _said(self.folder):
            files = [each.relative_to(self.folder).as_posix() for each in self.folder.rglob(f"*{SUFFIX}")]
        found = sorted(each.removesuffix(SUFFIX) for each in files)
        return tuple(each for each in found if each.startswith(under) and _NAME.fullmatch(each))

    def seal(self, text: str) -> str:
        """A digest of the text that says nothing to whoever lacks the key: 24 hexadecimal digits."""
        return hashlib.blake2b(text.encode(), key=self._key, digest_size=12).hexdigest()

    def _file(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        return self.folder.joinpath(*f"{name}{SUFFIX}".split("/"))


def open_vault(study_id: str, *, apart_from: Path, ask: Ask | None = None) -> Vault:
    """The vault of the study with this id, made when it is not there yet.

    `apart_from` is the study's folder. Raises `VaultInStudy` when the vault would lie in it, `VaultUnusable`,
    `VaultKeyMissing`, `VaultKeyWrong` or `KeyFileOpen`.
    """
    folder = vault_folder().resolve() / study_id
    if folder.is_relative_to(apart_from.resolve()):
        raise VaultInStudy(folder=folder.parent)
    lock = folder / LOCK
    with _said(folder):
        is_there = lock.exists()
    secret = find_secret(ask=ask, may_make=not is_there)
    if not is_there:
        _make(lock, secret)
    with _said(lock):
        return Vault(folder, _unlock(lock, secret))


def _make(lock: Path, secret: str) -> None:
    salt = os.urandom(16)
    proof = encrypt(derive_key(secret, salt), LOCK, PROOF)
    with _said(lock.parent):
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.parent.chmod(0o700)
        try:
            with lock.open("x", encoding="utf-8") as stream:
                json.dump({"salt": salt.hex(), "proof": proof.hex()}, stream)
        except FileExistsError:
            return  # another command made it in the meantime


def _unlock(lock: Path, secret: str) -> bytes:
    try:
        kept = json.loads(lock.read_text(encoding="utf-8"))
        key, proof = derive_key(secret, bytes.fromhex(kept["salt"])), bytes.fromhex(kept["proof"])
    except (ValueError, KeyError, TypeError) as problem:
        raise VaultDamaged(file=lock) from problem
    opened = decrypt(key, LOCK, proof)
    if opened is None or not hmac.compare_digest(opened, PROOF):
        raise VaultKeyWrong(folder=lock.parent)
    return key


def encrypt(key: bytes, name: str, content: bytes) -> bytes:
    """The content, encrypted and tied to its name."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, name.encode())


def decrypt(key: bytes, name: str, sealed: bytes) -> bytes | None:
    """The content again; None when it is not what this key made for this name."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) <= NONCE:
        return None
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], name.encode())
    except InvalidTag:
        return None


@contextmanager
def _said(place: Path) -> Iterator[None]:
    """What the disk complains about, as a sentence."""
    try:
        yield
    except OSError as problem:
        raise VaultUnusable(place=place) from problem
