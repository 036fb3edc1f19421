"""A PostgreSQL cluster of our own: made in a temporary folder, on a free port, gone when the tests end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tools.system_packages import POSTGRES_FOLDERS, apt_line

ROLE = "draad"
SERVER_USER = "postgres"
START_SECONDS = 60
# Nothing here outlives the run, so nothing needs to reach the disk.
CHEAP = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "synchronous_commit": "off",
    "unix_socket_directories": "",
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server: the folder it lives in and the port it listens on."""

    folder: Path
    port: int

    def url(self, database: str = "postgres") -> str:
        """The address of one of its databases, without a password, as `study.toml` wants it."""
        return f"postgresql://{ROLE}@127.0.0.1:{self.port}/{database}"


def find_binaries() -> Path:
    """The folder with initdb and postgres, of the newest server installed; fails the test with the apt line."""
    newest = sorted(POSTGRES_FOLDERS.glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    if newest:
        return newest[-1].parent
    if on_path:
        return Path(on_path).resolve().parent
    pytest.fail(f"PostgreSQL is not installed. Install with: sudo {apt_line(['postgresql'])}", pytrace=False)


def as_server_user(*command: str | Path) -> list[str]:
    """The command as the server wants to be run: never as root, and never longer than the tests live."""
    words = [str(word) for word in command]
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return words
    user = [f"--reuid={SERVER_USER}", f"--regid={SERVER_USER}", "--init-groups"] if os.geteuid() == 0 else []
    return [setpriv, *user, "--pdeathsig=INT", *words]


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def make_cluster(binaries: Path, folder: Path) -> None:
    """The files of an empty cluster in this folder, which belongs to the server's user from then on."""
    if os.geteuid() == 0:
        shutil.chown(folder, SERVER_USER, SERVER_USER)
    choices = ("-U", ROLE, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    command = as_server_user(binaries / "initdb", "-D", folder / "data", *choices)
    finished = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert finished.returncode == 0, finished.stderr


def start_server(binaries: Path, cluster: Cluster) -> subprocess.Popen[bytes]:
    """The server process, as a child of the tests; its log lies in the cluster's folder."""
    settings = [word for name, value in CHEAP.items() for word in ("-c", f"{name}={value}")]
    place = ("-D", cluster.folder / "data", "-p", str(cluster.port))
    command = as_server_user(binaries / "postgres", *place, *settings)
    with (cluster.folder / "log").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd="/")


def wait_until_ready(cluster: Cluster, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; fails with its log when it stops or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(cluster.url(), connect_timeout=5).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((cluster.folder / "log").read_text(encoding="utf-8", errors="replace"))


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A cluster that runs inside the block and leaves nothing behind."""
    binaries = find_binaries()
    with tempfile.TemporaryDirectory(prefix="draad-postgresql-", ignore_cleanup_errors=True) as name:
        cluster = Cluster(Path(name), free_port())
        make_cluster(binaries, cluster.folder)
        server = start_server(binaries, cluster)
        try:
            wait_until_ready(cluster, server)
            yield cluster
        finally:
            server.terminate()
            server.wait(timeout=30)


@contextmanager
def fresh_database(server_url: str) -> Iterator[str]:
    """The address of an empty database that is dropped after the block, whoever is still connected."""
    name = f"study_{uuid4().hex}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            yield server_url.rpartition("/")[0] + f"/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
