"""A class is led: a room is opened in one press, joined, paced, looked at from the back, and ended."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes
from tests.browser.classroom.desk import Desk
from tests.browser.classroom.members import join, present
from tests.browser.classroom.projector import Projector
from tests.browser.conftest import sound
from tests.browser.legible import overlaid, too_small, watch
from tests.browser.playground import PHONE


@pytest.fixture(scope="module")
def server():
    """One that a class can reach, with the page of a checkout."""
    with sound(GLASSBOX_HOST="0.0.0.0") as server:
        yield server


@pytest.fixture
def desk(visit, server):
    """A desk with a room."""
    return Desk(visit(server.address)).open_room()


@pytest.fixture
def projector(visit, server):
    """Makes a projector of a desk's room, in another browser."""

    def projector(desk, **options):
        tab = visit(server.address, **options)
        watch(tab.page)
        return Projector(tab, desk)

    return projector


def test_a_room_is_opened_in_one_press_and_says_how_it_is_joined(desk):
    expect(desk.page.get_by_text(f"/{desk.code} on any phone")).to_be_visible()
    expect(desk.page.get_by_role("img", name="QR code of")).to_be_visible()
    expect(desk.page.get_by_text("Nobody has joined yet.").filter(visible=True)).to_be_visible()
    assert in_both_themes(desk.page) == []


def test_the_wi_fis_code_is_made_on_the_page_alone(desk):
    sent = []
    desk.page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    desk.page.get_by_text("A picture to scan for the Wi-Fi itself").click()
    desk.page.get_by_label("Name of the Wi-Fi").fill("Chalk")
    desk.page.get_by_label("Its password").fill("board and sponge")
    expect(desk.page.get_by_role("img", name="QR code that joins the Wi-Fi Chalk")).to_be_visible()
    assert not any("Chalk" in each or "sponge" in each for each in sent)
    assert "sponge" not in desk.page.evaluate("JSON.stringify(Object.entries(localStorage))")


def test_who_is_here_is_told_and_the_desk_goes_on_after_a_reload(desk, server):
    token = join(server, desk.code)
    with present(server, desk.code, token):
        expect(desk.page.get_by_text("1 here", exact=True).first).to_be_visible()
        desk.to_desk()
        desk.switch("On your own")
        desk.page.reload()
        expect(desk.panel).to_be_visible()
        desk.has_pace("On your own")
    expect(desk.page.get_by_text("away")).to_have_count(0)
    desk.unfold("People")
    expect(desk.panel.get_by_text("away")).to_be_visible()


def test_eyes_up_is_said_to_the_whole_room_and_taken_back(desk, projector):
    shown = projector(desk.to_desk())
    shown.says(desk.code.upper())
    shown.tab.settles(lambda: too_small(shown.page), [])
    assert overlaid(shown.page) == [] and in_both_themes(shown.page) == []
    desk.eyes_up("Look at <b>me</b>, please.")
    shown.says("Look at <b>me</b>, please.")
    assert too_small(shown.page) == [] and in_both_themes(shown.page) == []
    desk.switch("With me")
    shown.says_not("Look at")


def test_a_projector_without_its_secret_says_what_to_do(visit, server):
    tab = visit(server.address)
    tab.go("/projector#mm78")
    expect(tab.page.get_by_text("Open the projector from the desk")).to_be_visible()


def test_the_desk_is_accessible_and_folds(desk):
    desk.to_desk()
    assert in_both_themes(desk.page, part=".desk") == []
    desk.page.get_by_role("button", name="Fold the desk").click()
    expect(desk.panel).to_be_hidden()
    assert not desk.tab.is_too_wide()
    desk.page.get_by_role("button", name="Open the desk").press("Enter")
    expect(desk.panel).to_be_visible()
    desk.pace("On your own").press("Enter")
    desk.has_pace("On your own")


def test_a_phone_is_a_desk_too(visit, server):
    desk = Desk(visit(server.address, viewport=PHONE, has_touch=True)).open_room()
    assert not desk.tab.is_too_wide()
    desk.to_desk()
    desk.switch("On your own")
    assert not desk.tab.is_too_wide() and in_both_themes(desk.page, part=".desk") == []
    desk.page.get_by_role("button", name="Fold the desk").click()
    expect(desk.page.get_by_role("region", name="Network", exact=True)).to_be_visible()
    assert not desk.tab.is_too_wide()


def test_another_tab_of_the_browser_leads_only_when_it_takes_the_lead(desk, server):
    desk.to_desk()
    other = desk.page.context.new_page()
    other.goto(server.address)
    expect(other.get_by_text("Another tab or device leads this room.")).to_be_visible()
    other.get_by_role("button", name="Take the lead back").click()
    expect(other.get_by_role("group", name="What students see")).to_be_visible()
    expect(desk.page.get_by_text("Another tab or device leads this room.")).to_be_visible()
    other.close()


def test_the_lead_is_handed_over_by_a_link_and_taken_back(desk, visit, server):
    desk.to_desk().unfold("The room").get_by_role("button", name="Hand over the lead").click()
    link = desk.panel.get_by_label("Link that takes the lead")
    expect(link).to_have_value(f"{server.address}/class#{desk.code}." + link.input_value().rpartition(".")[2])
    expect(desk.panel.get_by_text("could read the link")).to_be_visible()
    second = Desk(visit(server.address))
    second.page.goto(link.input_value())
    second.is_open().to_desk()
    assert "#" not in second.page.url
    second.switch("On your own")
    expect(desk.page.get_by_text("Another tab or device leads this room.")).to_be_visible()
    desk.page.get_by_role("button", name="Take the lead back").click()
    desk.switch("With me")
    expect(second.page.get_by_text("Another tab or device leads this room.")).to_be_visible()


def test_the_room_ends_once_asked_and_nothing_of_it_is_kept(desk, projector):
    shown = projector(desk.to_desk())
    shown.says(desk.code.upper())
    desk.unfold("The room")
    desk.end()
    expect(desk.panel).to_be_hidden()
    shown.says("The room has ended.")
    assert desk.keys() is None
    desk.go_to_class()
    expect(desk.page.get_by_role("button", name="Open a room")).to_be_visible()
