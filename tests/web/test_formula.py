"""A formula is looked at while it is typed: what it would make, or why it makes nothing; and it is trained on."""

import pytest

from glassbox.formula.expression import FUNCTIONS, FUNCTIONS_OF_TWO
from glassbox.formula.tokens import LONGEST
from tests.web.live_page import LivePage
from tests.web.test_own_data import http as http


def look(http, text):
    return http.get("/api/formula", params={"text": text}).json()


def test_it_is_told_what_a_formula_makes(http):
    looked = look(http, "log(x1) > x2")
    assert (looked["dataset"], looked["inputs"], looked["sample"]["problem"]) == ("formula:log(x1) > x2", 2, "binary")
    assert looked["note"].startswith("The formula has no value on 50 % of the plane")
    assert len(looked["sample"]["points"]) == 150 and all(x1 > 0 for x1, _, _ in looked["sample"]["points"])
    assert look(http, "sin(x1)")["inputs"] == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "There is no formula yet"),
        ("x1 +", "After sign 4, the end: a number"),
        ("__import__('os')", "Sign 1, “_”: this sign means nothing in a formula; leave it out."),
        ("1" * (LONGEST + 1), "This formula has 201 signs, but at most 200 are taken"),
        ("(" * LONGEST, "Sign 21, “(”: the formula is nested more than 20 deep here"),
    ],
)
def test_half_a_formula_is_answered_in_a_sentence(http, text, why):
    assert look(http, text)["wrong"].startswith(why)


def test_it_is_trained_on_and_kept_in_what_is_taken_home(real_server, http):
    with LivePage(real_server) as page:
        page.ready()
        page.play()
        assert page.configure(dataset="formula:x1*x2 > 1", noise=0.2)["settings"]["dataset"] == "formula:x1*x2 > 1"
        frame = page.look(lambda frame: frame.data)
        assert (frame.data.classes, len(frame.data.targets)) == (2, 4 * 500)
        file = http.get(f"/api/sessions/{page.session}/network/json").json()
    assert file["settings"]["dataset"] == "formula:x1*x2 > 1"


def test_the_page_lists_every_function_that_there_is(http):
    listed = http.get("/").text.partition("the numbers pi and e, and ")[2].partition("</p>")[0]
    names = {name.strip(" .\n") for name in listed.replace("=", ",").split(",")}
    assert names == FUNCTIONS.keys() | FUNCTIONS_OF_TWO.keys()
