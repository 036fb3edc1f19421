from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.repository import ROOMS, python_files, tree

POSIX_MODULES = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "spwd", "syslog", "termios", "tty"}
POSIX_CALLS = {
    "chown", "chroot", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getpgrp", "getuid", "kill",
    "killpg", "mkfifo", "nice", "openpty", "posix_spawn", "setgid", "setpgid", "setsid", "setuid", "statvfs",
    "sync", "uname", "wait3", "wait4",
}  # fmt: skip
POSIX_SIGNALS = {"SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGSTOP", "SIGUSR1", "SIGUSR2"}
POSIX_FOLDERS = ("/bin/", "/dev/", "/etc/", "/home/", "/opt/", "/proc/", "/tmp/", "/usr/", "/var/")  # noqa: S108 - the folders to look for
TEXT_METHODS = {"read_text": 0, "write_text": 1}


def posix_only(module: ast.Module) -> Iterator[str]:
    """What in this code does not work on Windows, a few words each."""
    asked_for = {
        node.args[1].value
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"hasattr", "getattr"}
        and len(node.args) > 1 and isinstance(node.args[1], ast.Constant)
    }  # fmt: skip
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (f"import {name.name}" for name in names if name.name in POSIX_MODULES)
            case ast.ImportFrom(module=name) if name in POSIX_MODULES:
                yield f"from {name}"
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in POSIX_CALLS - asked_for:
                yield f"os.{name}"
            case ast.Attribute(value=ast.Name(id="signal"), attr=name) if name in POSIX_SIGNALS - asked_for:
                yield f"signal.{name}"
            case ast.Constant(value=str(text)) if text.startswith(POSIX_FOLDERS):
                yield f"the path {text}"
            case ast.keyword(arg="shell", value=ast.Constant(value=True)):
                yield "shell=True"


def without_encoding(module: ast.Module) -> Iterator[str]:
    """Text that is read or written in whatever encoding the machine happens to have."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call) or any(word.arg == "encoding" for word in node.keywords):
            continue
        match node.func:
            case ast.Attribute(attr=verb) if verb in TEXT_METHODS and len(node.args) <= TEXT_METHODS[verb]:
                yield f"{verb} on line {node.lineno}"
            case ast.Name(id="open") if "b" not in opening_mode(node, 1):
                yield f"open on line {node.lineno}"
            case ast.Attribute(attr="open", value=value) if opens_text(value, node):
                yield f"open on line {node.lineno}"


def opening_mode(call: ast.Call, position: int) -> str:
    modes = [word.value for word in call.keywords if word.arg == "mode"] + call.args[position : position + 1]
    return "".join(str(mode.value) for mode in modes if isinstance(mode, ast.Constant))


def opens_text(value: ast.expr, call: ast.Call) -> bool:
    """Whether `x.open(…)` opens a text file: with a mode of text, as `Path.open` has it."""
    mode = opening_mode(call, 0)
    return mode in {"r", "w", "a", "x", "rt", "wt"} and not (isinstance(value, ast.Name) and value.id in {"webbrowser"})


def test_the_product_runs_on_windows_too() -> None:
    found = [f"{file}: {words}" for file in python_files(*ROOMS) for words in posix_only(tree(file))]
    assert found == []


def test_all_text_is_utf8_everywhere() -> None:
    files = python_files(*ROOMS, "tools", "tests", "benchmarks")
    assert [f"{file}: {words}" for file in files for words in without_encoding(tree(file))] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import fcntl", ["import fcntl"]),
        ("from pwd import getpwnam", ["from pwd"]),
        ("os.fork()", ["os.fork"]),
        ("os.kill(1, signal.SIGKILL)", ["os.kill", "signal.SIGKILL"]),
        ("hasattr(os, 'geteuid') and os.geteuid() == 0", []),
        ("x = Path('/tmp/kladblok')", ["the path /tmp/kladblok"]),
        ("run(line, shell=True)", ["shell=True"]),
        ("signal.signal(signal.SIGINT, stop); os.replace(a, b); url = '/documenten/3'", []),
    ],
)
def test_posix_only_code_is_seen(code: str, expected: list[str]) -> None:
    assert sorted(posix_only(ast.parse(code))) == sorted(expected)


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("p.read_text()", True),
        ("p.write_text(text)", True),
        ("open(p)", True),
        ("p.open('w')", True),
        ("p.read_text(encoding='utf-8')", False),
        ("p.read_text('utf-8')", False),
        ("open(p, 'rb')", False),
        ("p.open('rb')", False),
        ("webbrowser.open(url)", False),
        ("p.open('w', encoding='utf-8', newline='')", False),
    ],
)
def test_text_without_an_encoding_is_seen(code: str, seen: bool) -> None:
    assert bool(list(without_encoding(ast.parse(code)))) == seen
