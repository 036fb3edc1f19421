from __future__ import annotations

import re

from study.folder import Study
from study.messages import speaking
from workbench.web.arrows import HEIGHT, WIDTH
from workbench.web.desk import Desk
from workbench.web.graph import Graph, graph_of


def drawn(study: Study) -> Graph:
    desk = Desk(study)
    return graph_of(desk, desk.matrix)


def test_every_box_and_name_lies_inside_the_drawing(example: Study) -> None:
    graph = drawn(example)
    for box in graph.boxes:
        assert 0 <= box.x <= graph.width - WIDTH
        assert 0 <= box.y <= graph.height - HEIGHT
    for arrow in graph.arrows:
        assert 22 <= arrow.label_x <= graph.width - 22
        assert 11 <= arrow.label_y <= graph.height - 11


def test_no_two_boxes_overlap(example: Study) -> None:
    boxes = drawn(example).boxes
    for one in boxes:
        for other in boxes:
            apart = abs(one.x - other.x) >= WIDTH or abs(one.y - other.y) >= HEIGHT
            assert one is other or apart


def test_every_word_of_a_label_is_in_its_box(example: Study) -> None:
    for box in drawn(example).boxes:
        written = " ".join(line for _, line in box.lines)
        assert re.sub(r"\W", "", written) == re.sub(r"\W", "", box.label)


def test_the_drawing_is_the_same_every_time(example: Study) -> None:
    assert drawn(example) == drawn(example)


def test_layers_are_named_in_the_language_of_the_reader(example: Study) -> None:
    with speaking("en"):
        assert drawn(example).layers[0].name == "problem"
