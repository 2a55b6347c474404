"""A teacher's own table with a column of texts, as everybody in a room sees it: names, values and classes."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.classroom.desk import Desk
from tests.browser.classroom.projector import Projector
from tests.browser.classroom.student import Student
from tests.browser.legible import overlaid, too_small, watch
from tests.browser.playground import PHONE
from tests.browser.test_own_data import Upload

COLOURS = ("red", "green", "blue")
TREES = "colour,width,kind\n" + "".join(
    f"{COLOURS[at % 3]},{at % 7},{'<b>oak</b>' if at % 3 else 'fir'}\n" for at in range(60)
)
COLUMNS = [f"colour: {name}" for name in ("blue", "green", "red")]


@pytest.fixture
def desk(visit, server):
    """With a room whose network learns the table."""
    desk = Desk(visit(server.address)).open_room().to_desk()
    Upload(desk.tab.wait_until_ready()).open().choose(TREES).train()
    return desk


def sees_the_table(tab):
    """On a phone: the columns in the network, the classes under the map, and the first sample's values."""
    tab.sheet("Network")
    for name in (*COLUMNS, "width"):
        expect(tab.region("Network").get_by_role("button", name=re.compile(name, re.IGNORECASE)).first).to_be_visible()
    tab.sheet("Inside")
    panel = tab.page.get_by_role("tabpanel", name="Neuron")
    expect(panel.get_by_text(re.compile("Target (<b>oak</b>|fir)"))).to_be_visible()
    fields = [panel.get_by_role("textbox", name=name, exact=True) for name in COLUMNS[:2]]
    read = lambda: "".join(field.input_value() for field in fields)  # noqa: E731
    return tab.until(lambda: read() in ("00", "01", "10") and read(), "noughts and ones")


def test_followers_forks_wall_and_projector_name_and_value_a_column_of_texts(desk, visit, server):
    screen = visit(server.address)
    watch(screen.page)
    projector = Projector(screen, desk)
    student = Student(visit(server.address, viewport=PHONE, has_touch=True), desk.code)
    name = student.enter()
    student.says("You look at the teacher’s network.")
    desk.tab.step("epoch")
    expect(student.tab.reading("epoch")).to_have_text("1")
    followed = sees_the_table(student.tab)
    desk.show("Network")
    projector.says("colour: blue to the right, colour: green upwards")
    projector.says("<b>oak</b>")
    projector.says("fir")
    assert too_small(projector.page) == [] and overlaid(projector.page) == []
    student.button("Take it from here").click()
    student.says("This is your own network.")
    assert sees_the_table(student.tab) == followed
    desk.go_to_wall()
    expect(desk.page.locator(".wall-tile")).to_contain_text(name)
    expect(desk.page.locator(".wall-tile")).to_contain_text("parameters")
    desk.page.get_by_role("button", name=f"Everybody looks at the network of {name}").click()
    projector.says("<b>oak</b>")
