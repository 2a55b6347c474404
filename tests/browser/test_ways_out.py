"""The way out of each part of the page, by keyboard and pointer: where Escape leads,
and where the focus is afterwards.
"""

import re

from playwright.sync_api import expect


def test_escape_ends_a_drawing(playground):
    playground.button("Draw").click()
    tools = playground.region("Output").get_by_role("group", name="Drawing tools")
    expect(tools).to_be_visible()
    playground.page.keyboard.press("Escape")
    expect(tools).to_be_hidden()
    expect(playground.region("Output").locator(".out-plot")).to_be_focused()


def test_escape_makes_the_drawer_small_and_then_closes_it(tab):
    playground = tab.open("?tab=measures&full=1")
    panel, name = (
        playground.page.get_by_role("tabpanel", name="Measures"),
        playground.page.get_by_role("tab", name="Measures"),
    )
    expect(panel).to_be_visible()
    panel.focus()
    playground.page.keyboard.press("Escape")
    expect(playground.button("Enlarge the drawer")).to_be_visible()
    expect(panel).to_be_visible()
    playground.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(name).to_be_focused()


def test_escape_in_a_field_of_the_drawer_leaves_it_open(tab):
    playground = tab.open("?tab=seeds")
    playground.page.get_by_role("spinbutton", name="Epochs").press("Escape")
    expect(playground.page.get_by_role("tabpanel", name="Seeds")).to_be_visible()


def test_the_closed_drawer_leaves_the_focus_on_its_tab(tab):
    playground = tab.open("?tab=measures")
    playground.button("Close the drawer").click()
    expect(playground.page.get_by_role("tab", name="Measures")).to_be_focused()


def test_nothing_stands_beside_the_network_to_scroll_to(playground):
    view = playground.region("Network").locator(".net-view")
    playground.until(lambda: view.evaluate("view => view.scrollWidth <= view.clientWidth"), "a view wide enough")


def test_a_switched_off_number_says_so_and_takes_numbers(playground):
    clip = playground.more().field("Clip at")
    expect(clip).to_have_value("off")
    expect(playground.slider("Clip at")).to_have_attribute("aria-valuetext", "off")
    playground.type("Clip at", "2,5")
    playground.until(lambda: playground.settings["clip_norm"] == 2.5, "clipping")
    playground.type("Clip at", "")
    playground.until(lambda: playground.settings["clip_norm"] == 0, "no clipping")
    expect(clip).to_have_value("off")


def test_the_data_set_under_the_pointer_is_named(playground):
    data = playground.page.get_by_role("radiogroup", name="Data")
    chosen = playground.page.locator("[data-chosen=dataset]")
    data.locator("label").nth(3).hover()
    expect(chosen).to_have_text("spiral: 2 classes")
    playground.map.hover()
    expect(chosen).to_have_text("circle")


def test_typed_rows_are_read_on_a_press_of_the_button(playground):
    playground.button("Upload").click()
    dialog = playground.page.get_by_role("dialog", name="A table of your own")
    read = dialog.get_by_role("button", name="Read these rows")
    read.click()
    expect(dialog.get_by_role("alert")).to_have_text(re.compile("no rows yet"))
    dialog.get_by_role("textbox").fill("".join(f"{k},{k % 2}\n" for k in range(12)))
    read.click()
    expect(dialog).to_contain_text("what you typed: 12 rows, 2 columns")


def test_a_page_that_was_hidden_shows_the_curves_without_a_gap(playground):
    page = playground.page
    turn = """hidden => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    playground.play()
    playground.wait_for_steps(50)
    page.evaluate(turn, True)
    page.wait_for_timeout(1500)  # for so long nobody sees the page
    page.evaluate(turn, False)
    curves = playground.until(
        lambda: [message for message in playground.messages if message["type"] == "curves"], "the curves"
    )
    assert len(curves[-1]["history"]["x"]) > 5
