from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.errors import (
    BadConfiguration,
    KeyFileOpen,
    NotInVault,
    VaultDamaged,
    VaultInStudy,
    VaultKeyMissing,
    VaultKeyWrong,
    VaultUnusable,
)
from study.keys import key_file, vault_folder
from study.messages import speaking
from study.vault import LOCK, Vault, decrypt, encrypt, open_vault

STUDY = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
SECRET = b"Karel de Groot zei dat niemand belde"
posix = pytest.mark.skipif(os.name != "posix", reason="rights of this kind exist on POSIX only")
as_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a study; vault and key file lie beside it, and no key is in the environment."""
    monkeypatch.setenv("DRAAD_KLUIS", str(tmp_path / "kluis"))
    monkeypatch.setenv("DRAAD_KLUIS_SLEUTELBESTAND", str(tmp_path / "sleutels" / "kluis.sleutel"))
    monkeypatch.delenv("DRAAD_KLUIS_SLEUTEL", raising=False)
    (tmp_path / "proef").mkdir()
    return tmp_path / "proef"


def opened(apart: Path) -> Vault:
    return open_vault(STUDY, apart_from=apart)


def test_what_is_put_comes_back(apart: Path) -> None:
    vault = opened(apart)
    vault.put("originals/ab12", SECRET)
    vault.put("pseudonyms", b"")
    assert opened(apart).get("originals/ab12") == SECRET
    assert opened(apart).get("pseudonyms") == b""
    assert vault.names() == ("originals/ab12", "pseudonyms")
    assert vault.names("originals/") == ("originals/ab12",)


def test_what_is_put_again_takes_its_place(apart: Path) -> None:
    vault = opened(apart)
    vault.put("key", b"old")
    vault.put("key", b"new")
    assert vault.get("key") == b"new"


def test_nothing_readable_lies_on_the_disk(apart: Path, tmp_path: Path) -> None:
    opened(apart).put("originals/ab12", SECRET)
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert len(files) == 3
    assert not any(SECRET in each.read_bytes() or b"Karel" in each.read_bytes() for each in files)
    assert not any(each.is_relative_to(apart) for each in files)


def test_what_is_removed_is_gone(apart: Path) -> None:
    vault = opened(apart)
    vault.put("originals/ab12", SECRET)
    vault.remove("originals/ab12")
    vault.remove("originals/ab12")
    assert vault.names() == ()
    with speaking("en"), pytest.raises(NotInVault, match="originals/ab12"):
        vault.get("originals/ab12")


def test_each_study_has_a_vault_of_its_own(apart: Path) -> None:
    opened(apart).put("pseudonyms", SECRET)
    assert open_vault("another", apart_from=apart).names() == ()


def test_a_vault_in_the_study_folder_is_refused(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAAD_KLUIS", str(apart / "kluis"))
    with pytest.raises(VaultInStudy):
        opened(apart)
    assert not (apart / "kluis").exists()


@posix
def test_the_first_key_is_made_for_its_owner_only(apart: Path) -> None:
    opened(apart)
    assert key_file().stat().st_mode & 0o777 == 0o600


@posix
def test_a_key_that_others_can_read_is_refused(apart: Path) -> None:
    opened(apart)
    key_file().chmod(0o644)
    with speaking("en"), pytest.raises(KeyFileOpen, match="chmod 600"):
        opened(apart)


def test_the_key_of_the_environment_comes_first(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAAD_KLUIS_SLEUTEL", "een lange zin van het team")
    opened(apart).put("pseudonyms", SECRET)
    assert not key_file().exists()
    assert opened(apart).get("pseudonyms") == SECRET


def test_another_key_opens_nothing(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(apart)
    monkeypatch.setenv("DRAAD_KLUIS_SLEUTEL", "een andere")
    with speaking("en"), pytest.raises(VaultKeyWrong, match="another one"):
        opened(apart)


def test_a_locked_vault_without_a_key_says_where_the_key_belongs(apart: Path) -> None:
    opened(apart)
    key_file().unlink()
    with speaking("en"), pytest.raises(VaultKeyMissing, match=r"kluis\.sleutel"):
        opened(apart)
    assert not key_file().exists()


def test_the_key_may_be_typed(apart: Path) -> None:
    opened(apart).put("pseudonyms", SECRET)
    secret = key_file().read_text(encoding="utf-8").strip()
    key_file().unlink()
    assert open_vault(STUDY, apart_from=apart, ask=lambda: secret).get("pseudonyms") == SECRET
    with pytest.raises(VaultKeyMissing):
        open_vault(STUDY, apart_from=apart, ask=lambda: "")


def test_a_content_cannot_pass_for_another(apart: Path) -> None:
    vault = opened(apart)
    vault.put("originals/ab12", SECRET)
    vault.put("originals/cd34", b"other")
    first, second = (next(vault.folder.rglob(f"{name}.kluis")) for name in ("ab12", "cd34"))
    second.write_bytes(first.read_bytes())
    with pytest.raises(VaultDamaged):
        vault.get("originals/cd34")


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"salt": "zz", "proof": ""}'])
def test_a_damaged_lock_is_said(apart: Path, content: str) -> None:
    (opened(apart).folder / LOCK).write_text(content, encoding="utf-8")
    with pytest.raises(VaultDamaged):
        opened(apart)


def test_a_folder_that_cannot_be_used_is_said(apart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("DRAAD_KLUIS", str(tmp_path / "file" / "kluis"))
    with speaking("en"), pytest.raises(VaultUnusable, match="nothing was stored"):
        opened(apart)


@posix
@as_root
def test_a_folder_that_may_not_be_read_is_said(apart: Path) -> None:
    opened(apart).folder.chmod(0)
    with pytest.raises(VaultUnusable):
        opened(apart)


@pytest.mark.parametrize("name", ["", "../up", "/root", "Upper", "a//b", ".hidden", "a\\b"])
def test_a_name_that_could_leave_the_vault_is_a_fault(apart: Path, name: str) -> None:
    vault = opened(apart)
    with pytest.raises(ValueError, match=re.escape(name) or "^$"):
        vault.put(name, b"")


def test_sealing_is_the_same_within_a_vault_and_not_elsewhere(apart: Path) -> None:
    assert opened(apart).seal("P03") == opened(apart).seal("P03") != open_vault("x", apart_from=apart).seal("P03")


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of the user's configuration is set this way on Linux")
def test_the_users_configuration_names_vault_and_key(
    apart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAAD_KLUIS")
    monkeypatch.delenv("DRAAD_KLUIS_SLEUTELBESTAND")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert vault_folder() == tmp_path / "data" / "rodedraad" / "kluis"
    assert key_file() == tmp_path / "config" / "rodedraad" / "kluis.sleutel"
    configuration = tmp_path / "config" / "rodedraad" / "draad.toml"
    configuration.parent.mkdir(parents=True)
    configuration.write_text('kluis = "~/k"\nsleutelbestand = "/s/k"\n', encoding="utf-8")
    assert (vault_folder(), key_file()) == (Path.home() / "k", Path("/s/k"))
    configuration.write_text("kluis =", encoding="utf-8")
    with pytest.raises(BadConfiguration):
        vault_folder()


@given(st.binary(max_size=200), st.binary(min_size=32, max_size=32), st.integers(0, 10_000))
def test_a_changed_byte_is_noticed(content: bytes, key: bytes, place: int) -> None:
    sealed = bytearray(encrypt(key, "n", content))
    assert decrypt(key, "n", bytes(sealed)) == content
    sealed[place % len(sealed)] ^= 1
    assert decrypt(key, "n", bytes(sealed)) is None
