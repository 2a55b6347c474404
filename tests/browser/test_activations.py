"""The tab on activations: laid over each other by pointer and keyboard, told in words,
and filled from the live network.
"""

import re

from playwright.sync_api import expect

from tests.browser.playground import PHONE


def panel_of(playground, query=""):
    playground.open(f"?tab=activations{query}")
    return playground.page.get_by_role("tabpanel", name="Activations")


def test_curves_are_laid_over_each_other_and_told_in_words(playground):
    panel = panel_of(playground)
    outputs = panel.get_by_role("img", name=re.compile("^Outputs of tanh for"))
    expect(outputs.locator(".curve")).to_have_count(1)
    expect(panel).to_contain_text("Outputs: between −1 and 1.")
    relu = panel.get_by_role("checkbox", name="ReLU", exact=True)
    relu.focus()
    playground.page.keyboard.press("Space")
    both = panel.get_by_role("img", name=re.compile("^Slopes of tanh, ReLU for"))
    expect(both.locator(".curve")).to_have_count(2)
    expect(panel).to_contain_text("Outputs: from 0 up, without end.")
    expect(panel).to_contain_text("dead")
    expect(panel.locator("math").first).to_be_visible()
    relu.uncheck()
    expect(outputs).to_be_visible()


def test_every_activation_has_its_card_and_its_words(playground):
    panel = panel_of(playground, "&full=1")
    cards = panel.get_by_role("checkbox")
    expect(cards).to_have_count(len(playground.menu("Activation").locator("option").all()))
    for card in cards.all():
        if not card.is_checked():
            card.check()
        expect(panel.locator(".words-shown")).to_contain_text("Caveat")
    expect(panel.locator(".act-plots .plot").first.locator(".curve")).to_have_count(cards.count())
    assert not playground.complaints()


def test_the_histograms_follow_the_run_and_the_activation(playground):
    panel = panel_of(playground)
    layer = panel.get_by_role("img", name=re.compile("^Layer 1: 4 × tanh"))
    expect(layer.locator("rect").first).to_be_attached()
    before = layer.inner_html()
    playground.play()
    playground.wait_for_steps(300)
    playground.pause()
    playground.until(lambda: layer.inner_html() != before, "other bars")
    playground.menu("Activation").select_option("relu")
    expect(panel.get_by_role("img", name=re.compile("^Layer 1: 4 × ReLU"))).to_be_visible()
    assert not playground.complaints()


def test_on_a_phone_nothing_is_too_wide(visit, server):
    phone = visit(server.address, viewport=PHONE)
    panel = panel_of(phone, "&full=1")
    expect(panel.get_by_role("img", name=re.compile("^Layer 2"))).to_be_attached()
    assert not phone.is_too_wide()
