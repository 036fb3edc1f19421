from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reports.style import contrast
from tests.workbench.web.visits import FRAGMENT
from workbench.web import app

STATIC = app.STATIC
PAGES = (
    "/",
    "/documenten",
    "/codeboek",
    "/kaart",
    "/kaart/oordeel",
    "/aannames",
    "/prioriteiten",
    "/onderwerpen",
    "/naam",
)


def tokens(part: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))


LIGHT, _, DARK = (STATIC / "tokens.css").read_text(encoding="utf-8").partition("@media (prefers-color-scheme: dark)")
SCHEMES = {"light": tokens(LIGHT), "dark": tokens(LIGHT) | tokens(DARK)}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "card", "sunken"])
def test_every_text_colour_can_be_read_on_every_ground(scheme: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    inks = [
        "ink",
        "soft",
        "thread",
        "good",
        "pain",
        "divided",
        "neutral",
        *(name for name in colours if name[:2] == "v-"),
    ]
    faint = {name: round(contrast(colours[name], colours[ground]), 2) for name in inks}
    assert {name: ratio for name, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_of_fields_and_the_focus_can_be_seen(scheme: str) -> None:
    colours = SCHEMES[scheme]
    for name in ("edge", "focus"):
        assert contrast(colours[name], colours["paper"]) >= 3
        assert contrast(colours[name], colours["card"]) >= 3
    assert contrast(colours["on-thread"], colours["thread"]) >= 4.5
    assert contrast(colours["ink"], colours["found"]) >= 4.5
    assert contrast(colours["thread"], colours["thread-tint"]) >= 4.5


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_its_landmarks_and_no_doubled_id(reader: TestClient, path: str) -> None:
    page = reader.get(path).text
    assert page.count("<h1") == 1
    assert page.count("<main") == 1
    assert "<nav" in page
    assert 'class="skip" href="#inhoud"' in page
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted({each for each in ids if ids.count(each) > 1}) == []


@pytest.mark.parametrize("path", PAGES)
def test_every_field_has_a_label_and_every_table_a_caption(reader: TestClient, path: str) -> None:
    page = reader.get(path).text
    without = re.sub(r"<label.*?</label>", "", page, flags=re.DOTALL)
    labelled = set(re.findall(r'<label for="([^"]+)"', page))
    loose = [each for each in re.findall(r"<(?:input|select)[^>]*>", without) if 'type="hidden"' not in each]
    assert [each for each in loose if not any(f'id="{name}"' in each for name in labelled)] == []
    assert page.count("<table") == page.count("<caption")


@pytest.mark.parametrize("path", ["/kaart/bevinding/f-wn-collegas", "/aannames/A1/totaal", "/kaart/cel/jobcoach/1"])
def test_a_page_and_its_fragment_hold_the_same_words(reader: TestClient, path: str) -> None:
    whole, part = reader.get(path).text, reader.get(path, headers=FRAGMENT).text
    assert "<html" in whole
    assert "<html" not in part
    words = re.findall(r'<p class="verbatim"[^>]*>(.*?)</p>', whole, re.DOTALL)
    assert words == re.findall(r'<p class="verbatim"[^>]*>(.*?)</p>', part, re.DOTALL)


def test_what_a_style_sheet_names_is_there() -> None:
    for sheet in STATIC.glob("*.css"):
        for name in re.findall(r'url\("([^"]+)"\)', sheet.read_text(encoding="utf-8")):
            assert (STATIC / Path(name)).is_file(), name
