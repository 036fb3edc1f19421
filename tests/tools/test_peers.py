from __future__ import annotations

import re

import pytest

from tools.peers import PEERS, peer_names


def test_each_tool_we_compare_with_has_a_list() -> None:
    assert {"deduce", "pygamma-agreement", "taguette", "votekit"} <= set(peer_names())


@pytest.mark.parametrize("name", peer_names())
def test_a_list_pins_everything_and_the_peer_itself(name: str) -> None:
    lines = (PEERS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.\-]+==[\w.+]+", pin) for pin in pins)
    assert name in {pin.split("==")[0] for pin in pins}
