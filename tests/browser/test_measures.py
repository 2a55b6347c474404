"""Measures: the drawer's tab follows the run, and mistakes are marked on the output map."""

import re

from playwright.sync_api import expect


def panel_of(playground):
    return playground.page.get_by_role("tabpanel", name="Measures")


def test_the_measures_follow_the_run(playground):
    playground.open("?tab=measures&dataset=xor")
    panel = panel_of(playground)
    accuracy = panel.get_by_role("row", name=re.compile("^Accuracy"))
    untrained = accuracy.inner_text()
    playground.play()
    expect(accuracy).not_to_have_text(untrained)
    playground.pause()
    expect(accuracy).to_contain_text(f"{playground.frame.train.accuracy * 100:.1f} %")
    expect(accuracy).to_contain_text(f"{playground.frame.test.accuracy * 100:.1f} %")
    cells = [int(text) for text in panel.locator("[data-part=test] td:is(.right, .wrong, .none)").all_inner_texts()]
    assert len(cells) == 4 and sum(cells) == 250
    expect(panel.locator("[data-measure=gap]")).not_to_be_empty()
    expect(panel).to_contain_text(f"{playground.frame.parameters} parameters")


def test_numbers_have_errors_instead_of_a_matrix(playground):
    panel = panel_of(playground.open("?tab=measures&dataset=plane"))
    for name in ("RMSE", "MAE", "R²"):
        expect(panel.get_by_role("row", name=re.compile(f"^{name}"))).to_be_visible()
    expect(panel.locator(".confusion")).to_have_count(0)
    expect(playground.box("Mistakes")).to_have_count(0)


def test_mistakes_are_marked_and_counted_in_words(playground):
    playground.open("?dataset=xor&label_noise=0.2")
    before = playground.picture(playground.map)
    playground.box("Mistakes").check()
    playground.until(lambda: playground.frame.wrong is not None, "a frame that tells the mistakes")
    playground.until(lambda: playground.picture(playground.map) != before, "marks on the map")
    wrong = round((1 - playground.frame.train.accuracy) * 250)
    expect(playground.map).to_have_attribute("aria-label", re.compile(f", {wrong} of them in the wrong class"))
    expect(playground.page).to_have_url(re.compile("wrong=1"))
    playground.box("Mistakes").uncheck()
    playground.until(lambda: playground.picture(playground.map) == before, "the first picture again")


def test_a_link_can_ask_for_the_marks(playground):
    playground.open("?wrong=1")
    expect(playground.box("Mistakes")).to_be_checked()
    playground.until(lambda: playground.frame.wrong, "a frame that tells the mistakes")
