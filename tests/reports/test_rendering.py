from __future__ import annotations

from dataclasses import replace

import pytest

from reports.figures import Figure
from reports.gallery import draw_figures
from reports.rendering import IN_REPORT, render_png, render_svg, room_in_report
from tests.reports.made_study import SETTINGS, material

FIGURES = draw_figures(SETTINGS, material())


def pixels(picture: bytes) -> tuple[int, int]:
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


@pytest.mark.parametrize("figure", FIGURES, ids=lambda each: each.key)
def test_a_figure_is_the_same_bytes_each_time(figure: Figure) -> None:
    assert render_svg(figure) == render_svg(figure)
    assert render_png(figure) == render_png(figure)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda each: each.key)
def test_no_type_is_smaller_than_eight_points(figure: Figure) -> None:
    import re

    for svg in render_svg(figure):
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)(?:px)?"', svg.decode())]
        assert all(size * 0.75 >= 8 - 0.01 for size in sizes)


def test_a_bare_figure_is_as_wide_as_the_text_and_has_two_pixels_for_each_of_a_screen() -> None:
    for figure in FIGURES:
        if figure.key != "onderwerpen-en-codes":
            width, _height = pixels(render_png(figure, bare=True)[0])
            assert width / 192 * 25.4 == pytest.approx(IN_REPORT[figure.wide].width, abs=0.3)


def test_a_bare_picture_never_grows_higher_than_the_room_on_its_page() -> None:
    for figure in FIGURES:
        for picture in render_png(figure, bare=True):
            _width, height = pixels(picture)
            assert height / 192 * 25.4 <= room_in_report(figure).height + 8, figure.key


def test_a_bare_drawing_for_the_screen_is_in_one_piece() -> None:
    assert all(len(render_svg(figure, bare=True)) == 1 for figure in FIGURES)


def test_many_lines_under_a_figure_leave_it_less_room() -> None:
    figure = FIGURES[0]
    more = replace(figure, notes=("een lange regel " * 12,) * 3)
    assert room_in_report(more).height < room_in_report(figure).height


def test_title_and_source_stand_in_a_figure_by_itself_and_not_in_a_bare_one() -> None:
    chart = next(figure for figure in FIGURES if figure.key == "onderwerpen-en-codes")
    alone, bare = render_svg(chart)[0].decode(), render_svg(chart, bare=True)[0].decode()
    assert "Onderwerpen en codes</text>" in alone
    assert "Bron: interviews" in alone
    assert "Bron:" not in bare
