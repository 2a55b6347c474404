"""Explanations in the page: unfolded by keyboard, formulas drawn as MathML, asked again where the server was away."""

from playwright.sync_api import expect

from tests.browser.playground import PHONE


def test_an_explanation_unfolds_by_keyboard_with_formulas_drawn(playground):
    playground.open("?tab=penalty")
    panel = playground.page.get_by_role("tabpanel", name="Weights")
    summary = panel.get_by_text("What is this?")
    expect(summary).to_be_visible()
    summary.focus()
    playground.page.keyboard.press("Enter")
    expect(panel).to_contain_text("Weights, and what a penalty makes of them")
    formula = panel.locator("math[display=block]").first
    expect(formula).to_be_visible()
    place = playground.place(formula)
    assert place["width"] > 40 and place["height"] > 25  # it stands on more than one line: a fraction, set
    assert not playground.is_too_wide()


def test_an_explanation_is_asked_for_again_after_a_fault(playground):
    playground.open("?tab=penalty")
    playground.expect_complaints("503|ERR_FAILED")
    playground.page.route("**/api/explanations/*", lambda route: route.fulfill(status=503, body="Wait."))
    panel = playground.page.get_by_role("tabpanel", name="Weights")
    summary = panel.get_by_text("What is this?")
    summary.click()
    expect(panel).to_contain_text("answered in its place (503)")
    playground.page.unroute("**/api/explanations/*")
    summary.click()
    summary.click()
    expect(panel.locator("math").first).to_be_visible()


def test_every_tab_explains_itself_also_on_a_phone(visit, server):
    phone = visit(server.address, viewport=PHONE)
    phone.open("?full=1&tab=neuron&dataset=digits&hidden=4")
    tabs = phone.page.get_by_role("tab")
    expect(phone.page.get_by_role("tab", name="Inputs")).to_be_visible()  # with it, all are there
    for at in range(tabs.count()):
        tab = tabs.nth(at)
        name = tab.get_attribute("data-tab")
        if tab.get_attribute("aria-selected") == "false":
            tab.click()
        panel = phone.page.locator(f"#panel-{name}")
        panel.get_by_text("What is this?").filter(visible=True).first.click()
        expect(panel.locator("details.words[open] h3").first).not_to_be_empty()
        assert not phone.is_too_wide(), name
    assert not phone.complaints()


def test_an_explanation_is_as_large_as_a_room_needs(playground):
    playground.open("?tab=penalty")
    words = playground.page.get_by_role("tabpanel", name="Weights").locator("details.words")
    size = "part => parseFloat(getComputedStyle(part).fontSize)"
    small = words.evaluate(size)
    playground.open("?tab=penalty&full=1")
    assert words.evaluate(size) > 1.2 * small


def test_each_number_of_the_bar_says_what_it_is_where_it_stands(playground):
    playground.open()
    for name, says in (("Step", "mini-batches it has trained on"), ("Test accuracy", "share in the right class")):
        playground.page.get_by_role("button", name=f"{name}: help", exact=True).click()
        help_text = playground.page.get_by_role("note", name=f"About {name}")
        expect(help_text).to_be_visible()
        expect(help_text).to_contain_text(says)
        playground.page.keyboard.press("Escape")
