from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.uploads import plain_name


@given(st.text(max_size=40))
def test_a_name_never_leaves_its_folder(name: str) -> None:
    plain = plain_name(name)
    assert plain
    assert Path(plain).name == plain
    assert not set(plain) & set('<>:"/\\|?*')
    assert plain not in {".", ".."}
