"""The places of the page: a menu leads to each without loading anew, Back leads to where one was, and the network lives
on meanwhile.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes, violations
from tests.browser.playground import SIZES

SESSION = "JSON.parse(sessionStorage.getItem('glassbox-session')).session"


def go(playground, name):
    """By the menu."""
    playground.page.get_by_role("button", name="glassbox: places").click()
    playground.page.get_by_role("navigation", name="Places").get_by_role("link", name=re.compile(f"^{name}")).click()
    return playground.page.get_by_role("main")


def heading(playground, name):
    return playground.page.get_by_role("heading", name=name, level=1)


def session_of(playground):
    return playground.page.evaluate(SESSION)


def test_the_menu_leads_to_each_place_and_the_network_trains_on(playground):
    playground.page.evaluate("window.same = true")
    sent = len(playground.messages)
    playground.play()
    go(playground, "Lab book")
    expect(heading(playground, "Lab book")).to_be_focused()
    expect(playground.page).to_have_url(re.compile("/labbook$"))
    expect(playground.page).to_have_title(re.compile(r"epoch .* · Lab book · glassbox"))
    playground.wait_for_steps(50)
    expect(playground.region("Network")).to_be_hidden()
    playground.page.get_by_role("button", name="glassbox: places").click()
    links = playground.page.get_by_role("navigation", name="Places").locator("a[data-place]")
    assert [link.get_attribute("aria-current") for link in links.all()] == [None, None, None, None, "page"]
    playground.page.keyboard.press("Escape")
    playground.pause()
    expect(playground.page).to_have_title("Lab book · glassbox")
    playground.page.go_back()
    expect(heading(playground, "Playground")).to_be_focused()
    playground.wait_until_ready()
    assert playground.page.evaluate("window.same")
    assert "welcome" not in [message["type"] for message in playground.messages[sent:]]  # the same socket


def test_a_frame_elsewhere_is_small_and_its_numbers_are_in_the_strip(playground):
    go(playground, "Lab book")
    playground.until(lambda: playground.frame.map.size == 32, "a small map")
    assert {count for _, count in playground.frame.windows} == {1}
    frame = playground.step("epoch")
    strip = playground.page.get_by_role("link", name="Playground").filter(visible=True)
    for name, value in (("epoch", "1"), ("train", f"{frame.train.loss:.3f}"), ("test", f"{frame.test.loss:.3f}")):
        expect(playground.reading(name)).to_have_text(value)
    before = playground.still(strip)
    playground.page.keyboard.press("Space")  # the strip shows the transport, so its keys hold
    playground.until(lambda: strip.screenshot() != before, "another small map")
    playground.page.keyboard.press("Space")
    playground.stand_still()
    strip.click()
    expect(heading(playground, "Playground")).to_be_focused()
    playground.wait_until_ready()
    playground.until(lambda: playground.frame.map.size == 100, "a large map")


def test_back_and_forward_lead_to_where_one_was_with_the_set_up(tab):
    tab.open("?dataset=xor&noise=0.5")
    go(tab, "Lab book")
    tab.page.keyboard.press("Escape")
    link = tab.page.get_by_role("link", name="Playground").filter(visible=True)
    assert "dataset=xor&noise=0.5" in link.get_attribute("href")
    link.click()
    expect(heading(tab, "Playground")).to_be_focused()
    assert "dataset=xor&noise=0.5" in tab.query
    tab.page.go_back()
    expect(heading(tab, "Lab book")).to_be_focused()
    tab.page.go_back()
    expect(heading(tab, "Playground")).to_be_focused()
    assert "dataset=xor&noise=0.5" in tab.query
    tab.page.go_forward()
    expect(heading(tab, "Lab book")).to_be_visible()


def test_a_reload_elsewhere_goes_on_there(playground):
    playground.change(lambda: playground.dataset("xor").check(force=True))
    playground.play()
    go(playground, "Lab book")
    session, step = session_of(playground), playground.frame.step
    playground.frame = None
    playground.page.reload(wait_until="commit")
    expect(heading(playground, "Lab book")).to_be_visible()
    playground.until(lambda: playground.frame and playground.frame.step > step, "the same network")
    assert session_of(playground) == session and playground.settings["dataset"] == "xor"
    playground.page.get_by_role("link", name="Playground").filter(visible=True).click()
    playground.pause()
    playground.wait_until_ready()
    expect(playground.page).to_have_url(re.compile("dataset=xor"))


@pytest.mark.parametrize("way", ["the lab book", "another set-up", "a foreign page"])
def test_back_from_everywhere_leads_to_the_same_network_still_training(playground, way):
    playground.play()
    playground.wait_for_steps(5)
    session, before = session_of(playground), playground.frame
    playground.until(lambda: playground.page.evaluate("history.state?.kept"), "a row of the run")
    if way == "the lab book":
        go(playground, "Lab book")
    elif way == "another set-up":
        playground.open("?dataset=moons")
        playground.until(lambda: session_of(playground) != session, "a network of its own")
    else:
        playground.page.goto(f"{playground.address}/api/status")
    playground.frame = None
    playground.page.go_back()
    playground.until(lambda: playground.frame and playground.frame.step > before.step, "the network, training")
    assert session_of(playground) == session and playground.frame.run == before.run
    assert playground.frame.playing
    expect(playground.notes).to_be_hidden()
    playground.wait_for_steps(5)


def test_a_new_network_in_the_tab_says_where_the_run_before_it_is(playground):
    playground.step("epoch")
    playground.until(lambda: playground.page.evaluate("history.state?.kept"), "a row of the run")
    playground.open("?dataset=moons")
    expect(playground.notes).to_contain_text("is a row of the lab book")
    playground.notes.get_by_role("link", name="Open the lab book").click()
    expect(heading(playground, "Lab book")).to_be_focused()
    expect(playground.page.get_by_role("main").locator("tbody tr")).to_have_count(1)


def test_messages_come_along(playground):
    go(playground, "Lab book")
    playground.page.evaluate("document.querySelector('#messages #banner').textContent = 'x'")
    expect(playground.page.get_by_role("main").locator("#banner")).to_be_visible()


def test_an_old_link_to_the_drawers_lab_book_opens_the_place(tab):
    tab.go("?tab=labbook&full=1&dataset=xor")
    expect(heading(tab, "Lab book")).to_be_visible()
    expect(tab.page).to_have_url(re.compile("/labbook$"))
    tab.until(lambda: tab.frame, "a frame")
    assert tab.settings["dataset"] == "xor"
    tab.page.get_by_role("link", name="Playground").filter(visible=True).click()
    tab.wait_until_ready()
    expect(tab.page).to_have_url(re.compile(r"/\?dataset=xor"))


def test_the_skip_link_leads_to_the_content_of_the_place(playground):
    go(playground, "Lab book")
    skip = playground.page.get_by_role("link", name="Skip to the content")
    skip.focus()
    skip.press("Enter")
    expect(playground.page.get_by_role("main")).to_be_focused()
    expect(heading(playground, "Lab book")).to_be_visible()


NARROW = {"landscape": {"width": 844, "height": 390}, "small": {"width": 360, "height": 640}}


@pytest.mark.parametrize("size", NARROW)
def test_the_strip_has_room_for_large_numbers(visit, server, size):
    tab = visit(server.address, viewport=NARROW[size], has_touch=True).open()
    go(tab, "Lab book")
    tab.page.evaluate("for (const cell of document.querySelectorAll('[data-reading]')) cell.textContent = '188,416'")
    assert not tab.is_too_wide()
    parts = tab.page.locator("#topbar").locator(".name, .strip, .button, .reading").filter(visible=True).all()
    boxes = [tab.place(part) for part in parts]
    for at, one in enumerate(boxes):
        assert one["x"] >= 0 and one["x"] + one["width"] <= NARROW[size]["width"] + 1
        for other in boxes[at + 1 :]:
            apart_x = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
            apart_y = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
            assert apart_x or apart_y


@pytest.mark.parametrize("size", SIZES)
def test_the_menu_fits_and_axe_finds_nothing_serious(visit, server, size):
    tab = visit(server.address, viewport=SIZES[size]).open()
    opener = tab.page.get_by_role("button", name="glassbox: places")
    opener.focus()
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    menu = tab.page.get_by_role("navigation", name="Places")
    box = tab.place(menu)
    assert box["x"] >= 0 and box["x"] + box["width"] <= SIZES[size]["width"]
    assert not tab.is_too_wide() and violations(tab.page) == []
    tab.page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    expect(heading(tab, "Lessons")).to_be_focused()
    assert not tab.is_too_wide()
    assert in_both_themes(tab.page) == []
