from __future__ import annotations

import socket
import subprocess
import sys
import time
from urllib.request import Request, urlopen

import pytest

from study.folder import Study
from workbench.cli.screen import Screen
from workbench.cli.serve import is_loopback, listen, open_workbench, own_names
from workbench.errors import PortTaken


def test_a_port_in_use_is_refused_with_another_to_try(example: Study) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=str(port + 1)):
            open_workbench(example, Screen(), port=port, browser=False)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("LocalHost", True),
        ("127.0.0.9", True),
        ("192.168.1.4", False),
        ("bak", False),
    ],
)
def test_loopback_is_told_from_an_address_that_others_reach(host: str, expected: bool) -> None:
    assert is_loopback(host) == expected


def test_only_the_name_that_was_given_is_added_to_those_of_this_machine() -> None:
    assert own_names("127.0.0.1") == ()
    assert own_names("Werkbank.example") == ("werkbank.example",)


def test_a_free_port_is_listened_at() -> None:
    with listen("127.0.0.1", 0) as listening:
        assert listening.getsockname()[1] > 0


def test_the_command_serves_the_study_until_it_is_stopped(own_example: Study) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "workbench.cli", "-s", str(own_example.folder), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as running:
        try:
            assert fetched(port).startswith("<!doctype html>")
        finally:
            running.terminate()
            said, _ = running.communicate(timeout=20)
    assert f"http://127.0.0.1:{port}/" in said
    assert "GET" not in said


def fetched(port: int) -> str:
    for _ in range(200):
        try:
            with urlopen(Request(f"http://127.0.0.1:{port}/")) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the workbench does not answer")
