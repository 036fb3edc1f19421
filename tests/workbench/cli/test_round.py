"""`draad round`, from the draw to the differences."""

from __future__ import annotations

from study.folder import Study
from tests.workbench.actions.test_coding_rounds import turns
from tests.workbench.actions.test_coding_steps import code
from tests.workbench.command import Command


def test_a_round_from_the_draw_to_the_differences(draad: Command, coded: Study) -> None:
    here = ("-s", coded.folder, "round")
    assert "no round yet" in draad(*here).out
    opened = draad(*here, "open", "Ronde 1", "--coders", "bea", "cor", "--percent", "100", "--by", "ans")
    assert "3 units drawn" in opened.out
    first, second = turns(coded)[:2]
    code(coded, first, by="bea")
    code(coded, first, by="cor")
    code(coded, second, by="bea")
    assert draad(*here, "agreement", "Ronde 1").code != 0
    assert draad(*here, "close", "Ronde 1", "--by", "ans").code == 0
    agreement = draad(*here, "agreement", "Ronde 1", "--json").value
    assert [(row["code"], row["both"], row["only_a"]) for row in agreement] == [("contact", 1, 1)]
    differences = draad(*here, "differences", "Ronde 1", "--json").value
    assert [(row["start"], row["put_by"]) for row in differences] == [(second[0], ["bea"])]
    assert "Ronde 9" in draad(*here, "close", "Ronde 9").sentence


def test_a_code_that_is_rare_is_told(draad: Command, coded: Study) -> None:
    opened = draad(
        "-s", coded.folder, "round", "open", "Zeldzaam", "--coders", "bea", "cor", "--per-code", "50", "--json"
    )
    assert opened.value["short"]["contact"] == 1
