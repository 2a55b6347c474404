"""Diagnostics: the check-up follows the run, findings come and go with the settings, and cases keep their secret."""

import re

import pytest
from playwright.sync_api import expect

from glassbox.study.diagnostics.cases import CASES
from tests.browser.axe import violations
from tests.browser.playground import SIZES

SECRETS = re.compile("identical|vanish|learning rate is too high|not scaled|dead for every|by heart", re.IGNORECASE)


def panel_of(playground):
    return playground.page.get_by_role("tabpanel", name="Diagnostics")


def case(playground, name):
    menu = panel_of(playground).get_by_role("combobox", name="Break it")
    expect(menu).to_be_enabled()
    menu.select_option(label=name)


def test_a_healthy_run_is_said_to_be_one_while_its_pictures_move(playground):
    panel = panel_of(playground.open("?tab=diagnostics"))
    expect(panel).to_contain_text("Nothing is found")
    expect(panel).to_contain_text("Measured on all 250 training samples.")
    weights = panel.locator("tr[data-layer='1'] [data-picture=weights] svg")
    before = weights.get_attribute("aria-label")
    playground.play()
    expect(weights).not_to_have_attribute("aria-label", before)
    expect(panel).to_contain_text("Nothing is found")
    assert not playground.complaints()


def test_what_ails_it_is_told_with_the_remedy_and_gone_when_cured(playground):
    panel = panel_of(playground.open("?tab=diagnostics&activation=relu&initialization=he&hidden=8,8&initial_bias=-20"))
    finding = panel.locator("[data-ailment=dead_units]")
    expect(finding).to_contain_text("Layer 1: 8 of 8 ReLU units are dead for every sample")
    expect(finding).to_contain_text("What helps: Lower the learning rate or use He initialisation")
    expect(panel.locator("tr[data-layer='1']")).to_contain_text("8 of 8")
    playground.more().type("Initial bias", "0")
    expect(finding).to_have_count(0)
    expect(panel).to_contain_text("Nothing is found")


def test_normalized_layers_show_their_sums_before_and_after(playground):
    panel = panel_of(playground.open("?tab=diagnostics&input_scale=3"))
    expect(panel.get_by_role("columnheader", name="Sums z")).to_be_visible()
    expect(panel.get_by_role("columnheader", name="Normalized")).to_have_count(0)
    playground.more().menu("Normalization").select_option("batch norm")
    expect(panel.get_by_role("columnheader", name="Normalized")).to_be_visible()
    playground.play()
    after = panel.locator("tr[data-layer='1'] [data-picture=normalized] svg")
    expect(after).to_have_attribute("aria-label", re.compile(r"mean −?0\.\d+, spread (0\.[89]|1\.)"))


def test_curvature_edge_and_pieces_are_measured_when_asked_for(playground):
    panel = panel_of(playground.open("?tab=diagnostics&activation=relu"))
    expect(panel).to_contain_text("Measured on all 250 training samples.")
    panel.get_by_role("button", name="Measure now").click()
    expect(panel).to_contain_text(
        re.compile(r"Measured at epoch 0\..*curvature λ of \d.*SGD would swing.*above [\d.]+\. It was 0\.03")
    )
    expect(panel).to_contain_text(re.compile(r"at least \d+ linear regions .* can have at most 44\."))
    assert not playground.complaints()


@pytest.mark.parametrize("at", range(len(CASES)), ids=[each.ailment for each in CASES])
def test_a_case_keeps_its_secret_until_asked_and_gives_the_settings_back(playground, at):
    playground.open("?tab=diagnostics&dataset=xor&learning_rate=0.2&speed=epochs_10_frame")
    panel, own = panel_of(playground), dict(playground.settings)
    case(playground, f"Case {chr(ord('A') + at)}")
    wanted = CASES[at].settings.model_dump(mode="json", exclude={"speed"})
    playground.until(lambda: wanted.items() <= playground.settings.items(), "the settings of the case")
    expect(panel).to_contain_text("what is wrong with it")
    playground.wait_for_steps(300)
    assert not SECRETS.search(playground.page.locator("body").inner_text())
    playground.button("Show what is found").click()
    expect(panel.locator(f"[data-ailment={CASES[at].ailment}]")).to_be_visible()
    playground.button("Back to my settings").click()
    playground.until(lambda: playground.settings == own, "one's own settings")
    expect(panel.get_by_role("combobox", name="Break it")).to_have_value("")
    assert playground.settings["speed"] == "epochs_10_frame" and not playground.complaints()


def test_from_case_to_case_the_first_settings_are_kept(playground):
    playground.open("?tab=diagnostics&hidden=3")
    case(playground, "Case A")
    playground.until(lambda: playground.settings["initialization"] == "zeros", "case A")
    case(playground, "Case B")
    playground.until(lambda: len(playground.settings["hidden"]) == 8, "case B")
    playground.button("Back to my settings").click()
    playground.until(lambda: [layer["units"] for layer in playground.settings["hidden"]] == [3], "one's own layers")


def test_a_case_survives_a_reload_with_its_secret_and_the_way_back(playground):
    playground.open("?tab=diagnostics&hidden=3&noise=0.5")
    case(playground, "Case B")
    playground.until(
        lambda: "case=b" in playground.query and "activation=sigmoid" in playground.query, "the case in the address"
    )
    playground.reload()
    panel = panel_of(playground)
    expect(panel.get_by_role("combobox", name="Break it")).to_have_value("1")
    expect(panel).to_contain_text("Case B does not learn")
    playground.button("Show what is found").click()
    playground.reload()
    expect(playground.button("Hide what is found")).to_be_visible()
    playground.button("Back to my settings").click()
    playground.until(lambda: [layer["units"] for layer in playground.settings["hidden"]] == [3], "one's own layers")
    assert playground.settings["noise"] == 0.5
    playground.until(lambda: "case" not in playground.query, "the address without a case")


def test_a_short_link_sets_a_case_up_and_leads_to_the_usual_settings(playground):
    playground.open("?tab=diagnostics&case=c")
    panel = panel_of(playground)
    playground.until(lambda: playground.settings["learning_rate"] == 10, "case C")
    expect(panel).to_contain_text("Case C does not learn")
    playground.button("To the usual settings").click()
    playground.until(lambda: playground.settings["learning_rate"] == 0.03, "the usual settings")


def test_a_link_to_a_case_that_is_not_there_is_a_usual_page(playground):
    playground.open("?tab=diagnostics&case=z")
    playground.until(lambda: "case" not in playground.query, "the address without a case")
    expect(panel_of(playground).get_by_role("combobox", name="Break it")).to_have_value("")
    expect(panel_of(playground)).to_contain_text("Nothing is found")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_everybody_can_use_it(playground, size):
    playground.page.set_viewport_size(size)
    panel = panel_of(playground.open("?tab=diagnostics&initialization=zeros&normalization=layer"))
    expect(panel.locator("[data-ailment=identical_units]")).to_be_visible()
    assert violations(playground.page, part="#panel-diagnostics") == []
    assert not playground.is_too_wide()
    playground.until(lambda: panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth"), "room for all of it")


def test_all_of_it_by_keyboard(playground):
    playground.open("?tab=diagnostics")
    panel = panel_of(playground)
    menu = panel.get_by_role("combobox", name="Break it")
    expect(menu).to_be_enabled()
    menu.focus()
    playground.page.keyboard.press("ArrowDown")
    expect(panel).to_contain_text("Case A does not learn")
    playground.page.keyboard.press("Tab")
    expect(playground.button("Show what is found")).to_be_focused()
    playground.page.keyboard.press("Enter")
    expect(panel.locator("[data-ailment=identical_units]")).to_be_visible()
