"""The wall of a class's networks, and the challenge that is scored on them: at the desk and on the projector."""

import csv
import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes
from tests.browser.classroom.desk import Desk
from tests.browser.classroom.members import join, present
from tests.browser.classroom.networks import own_network
from tests.browser.classroom.projector import Projector
from tests.browser.classroom.student import Student
from tests.browser.conftest import sound


@pytest.fixture(scope="module")
def server():
    """One that a class can reach, with the page of a checkout."""
    with sound(GLASSBOX_HOST="0.0.0.0") as server:
        yield server


@pytest.fixture
def desk(visit, server):
    """A desk with a room, whose network is on show, seen from the place."""
    desk = Desk(visit(server.address)).open_room()
    desk.to_desk()
    desk.tab.settles(lambda: desk.page.get_by_text("The class waits for your network.").count(), 0)
    desk.go_to_class().is_open()
    return desk


@pytest.fixture
def two(desk, server):
    """Two members, each with a network of its own that plays; one of them is small and steered by hand."""
    tokens = [join(server, desk.code) for _ in range(2)]
    with (
        present(server, desk.code, tokens[0]) as one,
        present(server, desk.code, tokens[1]) as other,
    ):
        one.is_shown_a_network()
        other.is_shown_a_network()
        with own_networks(server, desk, tokens):
            yield


@contextmanager
def own_networks(server, desk, tokens):
    """Of the two, on the wall."""
    with (
        own_network(server, desk.code, tokens[0]),
        own_network(server, desk.code, tokens[1], hidden=[{"units": 3}], learning_rate=0.1),
    ):
        expect(tiles(desk)).to_have_count(2)
        expect(small(desk)).to_have_count(1)
        yield


def tiles(desk):
    return desk.page.locator(".wall-tile")


def small(desk):
    """The tile of the small network."""
    return tiles(desk).filter(has_text="13 parameters")


def names(desk):
    return [tile.get_by_role("heading").inner_text() for tile in tiles(desk).all()]


def test_the_wall_shows_sorts_and_picks_the_members_networks(desk, two, visit, server):
    page = desk.page
    expect(page.get_by_role("heading", name="Wall")).to_be_visible()
    expect(page.get_by_text("2 networks, and all is well.")).to_be_visible()
    assert in_both_themes(page) == []
    page.get_by_label("parameters", exact=True).check()
    expect(tiles(desk).first).to_contain_text("13 parameters")
    least, most = names(desk)
    for name in (most, least):
        page.get_by_label(f"Pick the network of {name} for the projector").check()
    page.get_by_role("button", name=f"Put {least} one place earlier").click()
    expect(page.locator(".wall-picked li").first).to_contain_text(least)
    page.get_by_role("button", name="Show on the projector").click()
    screen = Projector(visit(server.address), desk.to_desk()).page
    expect(screen.locator(".projector-tiles li")).to_have_count(2)
    expect(screen.locator(".projector-tiles li").first).to_contain_text("13 parameters")
    assert least not in screen.content() and most not in screen.content()
    assert in_both_themes(screen) == []


def test_one_is_looked_at_closely_and_shown_to_all_by_keyboard(desk, two):
    page, (first, other) = desk.page, names(desk)
    page.get_by_role("button", name=f"Look closely at the network of {first}").press("Enter")
    expect(tiles(desk)).to_have_count(1)
    page.get_by_label(f"Pick the network of {first} for the projector").press("Space")
    expect(page.locator(".wall-picked li")).to_have_text(re.compile(re.escape(first)))
    page.get_by_role("button", name="Back to all").press("Enter")
    expect(tiles(desk)).to_have_count(2)
    page.get_by_role("button", name=f"Everybody looks at the network of {other}").press("Enter")
    expect(page.get_by_text("Everybody looks at this one.")).to_be_visible()
    tiles(desk).get_by_role("button", name="Everybody looks at mine again").press("Enter")
    expect(page.get_by_text("Everybody looks at this one.")).to_have_count(0)


def test_one_is_looked_at_live_in_a_window_that_ends_with_the_room(desk, two):
    called = small(desk).get_by_role("heading").inner_text()
    with desk.page.context.expect_page() as opened:
        small(desk).get_by_role("button", name=f"Open the network of {called} live").click()
    window = opened.value
    expect(window.get_by_role("heading", name=called)).to_be_visible()
    expect(window.get_by_text("Only the teacher sees this.")).to_be_visible()
    expect(window.get_by_role("img", name="What the network answers over the plane")).to_be_visible()
    numbers = window.locator(".projector-numbers")
    expect(numbers.locator("div", has_text="Parameters").locator("dd")).to_have_text("13")
    epoch = numbers.locator("div", has_text="Epoch").locator("dd")
    expect(epoch).not_to_have_text(epoch.inner_text())
    assert in_both_themes(window) == []
    desk.end()
    expect(window.get_by_text("The room has ended.")).to_be_visible()


def test_a_challenge_is_set_scored_shown_and_ended(desk, two, visit, server):
    called = small(desk).get_by_role("heading").inner_text()
    panel = desk.to_desk().panel
    panel.get_by_text("Challenge", exact=True).filter(visible=True).first.click()
    part = panel.locator("[data-part=challenge]")
    part.get_by_label("Goal").fill("0.5")
    part.get_by_role("button", name="Begin the challenge").click()
    expect(part.get_by_text("2 of 2 are at or below 0.5")).to_be_visible(timeout=120_000)
    expect(part.get_by_role("listitem").first).to_contain_text(f"{called} · 13 parameters")
    desk.show("Challenge")
    screen = Projector(visit(server.address), desk).page
    expect(screen.get_by_text("2 of 2 are at or below 0.5")).to_be_visible()
    assert called not in screen.content()
    part.get_by_label("Show the five best by name").check()
    expect(screen.get_by_text(called)).to_be_visible()
    assert in_both_themes(screen) == [] and in_both_themes(desk.page) == []
    part.get_by_role("button", name="End the challenge").click()
    expect(screen.get_by_text("The challenge is over.")).to_be_visible()


def test_the_class_is_taken_home_as_a_table_and_as_a_page_by_drawn_name(desk, two):
    called = names(desk)
    with desk.page.expect_download() as saved:
        desk.page.get_by_role("button", name="As a table (CSV)").click()
    with saved.value.path().open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert saved.value.suggested_filename == f"class-{desk.code}.csv"
    assert sorted(row["name"] for row in rows) == sorted(called)
    assert sorted(row["parameters"] for row in rows) == ["13", "25"]
    with desk.page.expect_download() as saved:
        desk.page.get_by_role("button", name="As a page to print").click()
    page = saved.value.path().read_text("utf-8")
    assert saved.value.suggested_filename == f"class-{desk.code}.html" and all(name in page for name in called)


def test_a_challenge_locks_what_its_teacher_locks_and_tells_a_member_its_own_place(desk, visit, server):
    student = Student(visit(server.address), desk.code)
    student.enter()
    student.page.locator("[data-do=class-own]").click()
    expect(student.page.locator("[data-do=class-shared]")).to_be_visible()
    panel = desk.to_desk().panel
    panel.get_by_text("Challenge", exact=True).filter(visible=True).first.click()
    part = panel.locator("[data-part=challenge]")
    part.get_by_label("Goal").fill("0.9")
    part.get_by_label("training settings").check()
    rate = student.page.locator("[data-setting=learning_rate] input").first
    data = student.page.locator("input[name=dataset]").first
    expect(rate).to_be_enabled()
    part.get_by_role("button", name="Begin the challenge").click()
    expect(student.bar.get_by_text("Challenge: test loss at most 0.9")).to_be_visible()
    expect(rate).to_be_disabled()
    expect(data).to_be_disabled()
    expect(student.bar.get_by_text("You are number 1 of 1, with 25 parameters.")).to_be_visible(timeout=120_000)
    part.get_by_role("button", name="End the challenge").click()
    expect(student.bar.get_by_text("The challenge is over.")).to_be_visible()
    expect(rate).to_be_enabled()
    expect(data).to_be_enabled()
