"""Explanations in the page: unfolded by keyboard, formulas drawn as MathML, asked again where the server was away."""

from playwright.sync_api import expect


def test_an_explanation_unfolds_by_keyboard_with_formulas_drawn(playground):
    playground.open("?tab=penalty")
    panel = playground.page.get_by_role("tabpanel", name="Weights")
    summary = panel.get_by_text("What is this?")
    summary.focus()
    playground.page.keyboard.press("Enter")
    expect(panel).to_contain_text("Weights, and what a penalty makes of them")
    formula = panel.locator("math[display=block]").first
    place = playground.place(formula)
    assert place["width"] > 40 and place["height"] > 25  # it stands on more than one line: a fraction, set
    assert not playground.is_too_wide()


def test_an_explanation_is_asked_for_again_after_a_fault(playground):
    playground.open("?tab=penalty")
    playground.expect_complaints("503|ERR_FAILED")
    playground.page.route("**/api/explanations/*", lambda route: route.fulfill(status=503, body="Too soon."))
    panel = playground.page.get_by_role("tabpanel", name="Weights")
    summary = panel.get_by_text("What is this?")
    summary.click()
    expect(panel).to_contain_text("Too soon.")
    playground.page.unroute("**/api/explanations/*")
    summary.click()
    summary.click()
    expect(panel.locator("math").first).to_be_visible()
