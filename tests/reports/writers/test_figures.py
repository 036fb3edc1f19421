from __future__ import annotations

import csv
import io
import os
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from reports.drawings.experience import draw_experience
from reports.drawings.judgement import draw_judgement
from reports.gallery import draw_figures
from reports.writers.figures import csv_bytes, write_csv, write_figures, write_png, write_svg
from reports.writers.files import put
from study.errors import ReadOnly
from tests.reports.made_maps import PERSPECTIVES, journey, judgement
from tests.reports.made_study import SETTINGS, material


def test_every_figure_is_written_as_drawing_picture_and_data(tmp_path: Path) -> None:
    figures = draw_figures(SETTINGS, material())
    made = write_figures(figures, tmp_path)
    assert {path.suffix for path in made} == {".svg", ".png", ".csv"}
    for figure in figures:
        for suffix in (".svg", ".png", ".csv"):
            assert (tmp_path / f"{figure.key}{suffix}").stat().st_size > 0


def test_the_csv_holds_exactly_the_data(tmp_path: Path) -> None:
    figure = draw_experience(journey((3, 1, 0, 0, 0)), "werknemer")
    rows = list(csv.reader(io.StringIO(write_csv(figure, tmp_path / "kaart.csv").read_bytes().decode("utf-8-sig"))))
    assert rows[0] == list(figure.data.columns)
    assert [row[6] for row in rows[1:]] == ["8", "7", "5", "8", "", "", ""]
    assert rows[1][4:6] == list(figure.data.loc[0, ["label", "statement"]])


def test_text_that_a_spreadsheet_would_run_is_kept_as_text() -> None:
    data = pd.DataFrame({"text": ["=1+1", "@ik", "-5 is het", "gewoon"], "number": [-1.5, 2.0, float("nan"), None]})
    rows = list(csv.reader(io.StringIO(csv_bytes(data).decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'@ik", "'-5 is het", "gewoon"]
    assert [row[1] for row in rows[1:]] == ["-1.5", "2.0", "", ""]


def test_truth_and_nothing_have_one_spelling() -> None:
    data = pd.DataFrame({"a": [True, False, None], "b": ["x", "y", "z"]}, dtype=object)
    assert csv_bytes(data) == b"\xef\xbb\xbfa,b\r\ntrue,x\r\nfalse,y\r\n,z\r\n"


def test_a_drawing_that_became_shorter_leaves_no_page_behind(tmp_path: Path) -> None:
    long = draw_experience(journey((9, 9, 9, 9, 9), perspectives=PERSPECTIVES[1:]), "werkgever")
    short = draw_experience(journey((1, 0, 0, 0, 0), perspectives=PERSPECTIVES[1:]), "werkgever")
    assert [path.name for path in write_svg(long, tmp_path / "kaart.svg")] == ["kaart.svg", "kaart-blad2.svg"]
    write_svg(short, tmp_path / "kaart.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["kaart.svg"]


def test_a_picture_is_a_png(tmp_path: Path) -> None:
    path, *_more = write_png(draw_judgement(judgement()), tmp_path / "oordeel.png")
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReadOnly):
        put(b"x", tmp_path / "kaart.svg")


def test_a_place_where_something_else_stands_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    (tmp_path / "map.svg").mkdir()
    for place in (tmp_path / "bestand" / "kaart.svg", tmp_path / "map.svg"):
        with pytest.raises(ReadOnly, match="kan niet worden beschreven"):
            put(b"x", place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bestand", "map.svg"]


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    put(b"oud", tmp_path / "a.csv")
    put(b"nieuw", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == b"nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_permuting_the_input_gives_the_same_files(tmp_path: Path) -> None:
    whole = material()
    assert whole.passages is not None
    turned = replace(whole, instruments=whole.instruments[::-1], passages=whole.passages.sample(frac=1, random_state=2))
    for name, each in (("een", whole), ("twee", turned)):
        write_figures(draw_figures(SETTINGS, each), tmp_path / name)
    one = {path.name: path.read_bytes() for path in (tmp_path / "een").iterdir()}
    other = {path.name: path.read_bytes() for path in (tmp_path / "twee").iterdir()}
    assert one == other
