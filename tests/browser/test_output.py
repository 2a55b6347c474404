"""The output: its switches, the values under pointer and crosshair, and what other kinds of data make of it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.network import Network

TITLES = {"binary": "Test accuracy", "regression": "Test RMSE"}


def trained(playground, loss=0.2):
    """Play until the training loss is small."""
    playground.menu("Speed").select_option("full speed")
    playground.play()
    playground.until(lambda: playground.frame.train.loss < loss, f"a loss below {loss}")
    playground.pause()
    return playground


def place_of(playground, x1, x2):
    """Where a point of the plane is on the screen."""
    box = playground.place(playground.map)
    return box["x"] + box["width"] * (x1 + 6) / 12, box["y"] + box["height"] * (6 - x2) / 12


def test_switches_change_the_picture_and_back(playground, subtests):
    trained(playground)
    plain = playground.still(playground.map)
    for switch in ("Test data", "Plain colours", "Contours"):
        with subtests.test(switch):
            playground.box(switch).check()
            playground.until(lambda: playground.picture(playground.map) != plain, "another picture")
            playground.box(switch).uncheck()
            playground.until(lambda: playground.picture(playground.map) == plain, "the first picture again")


def test_test_data_are_told_in_words(playground):
    expect(playground.map).to_have_attribute("aria-label", re.compile("with 250 training points\\."))
    expect(playground.region("Output").get_by_text("training points; test points hidden", exact=True)).to_be_visible()
    playground.box("Test data").check()
    expect(playground.map).to_have_attribute("aria-label", re.compile("with 250 training points and 250 test points"))
    expect(playground.region("Output").get_by_text("training and test points", exact=True).first).to_be_visible()


def test_discretized_maps_have_two_colours(playground):
    trained(playground)
    playground.box("Plain colours").check()
    colours = "canvas => new Set(new Uint32Array(canvas.getContext('2d').getImageData(5, 5, 90, 90).data.buffer)).size"
    canvas = playground.map.locator("canvas").first
    playground.until(
        lambda: canvas.evaluate(colours) < 40, "few colours"
    )  # two, and what the edge between them blends to


def test_contours_follow_the_training(playground):
    playground.box("Contours").check()
    before = playground.still(playground.map)
    trained(playground)
    playground.until(lambda: playground.picture(playground.map) != before, "another picture")


def test_values_under_the_pointer(playground):
    trained(playground, 0.05)
    tip = playground.region("Output").get_by_text("P(positive)")
    playground.page.mouse.move(*place_of(playground, 0, 0))
    expect(tip).to_have_text(re.compile(r"x₁ −?0\.\d\d\s+x₂ −?0\.\d\d\s+P\(positive\) (9\d|100)\.\d %"))
    playground.page.mouse.move(*place_of(playground, -4.5, 0))
    expect(tip).to_have_text(re.compile(r"x₁ −4\.\d\d\s+x₂ −?0\.\d\d\s+P\(positive\) \d\.\d %"))
    playground.page.mouse.move(0, 0)
    expect(tip).to_be_hidden()


def test_the_value_under_a_resting_pointer_follows_the_training(playground):
    playground.page.mouse.move(*place_of(playground, 0, 0))
    tip = playground.region("Output").get_by_text("P(positive)")
    expect(tip).to_be_visible()
    untrained = tip.inner_text()
    playground.page.keyboard.press("Space")
    expect(tip).not_to_have_text(untrained)


def test_the_crosshair_by_keyboard(playground):
    trained(playground)
    step, tip = playground.frame.step, playground.region("Output").get_by_text("P(positive)").first
    playground.page.locator("body").press("Tab")  # from now on the keyboard is in use
    playground.map.focus()
    for key, place in [("ArrowRight", "x₁ 0.25"), ("Shift+ArrowRight", "x₁ 1.25"), ("ArrowDown", "x₂ −0.25")]:
        playground.page.keyboard.press(key)
        expect(tip).to_contain_text(place)
    expect(playground.region("Output").locator("[aria-live]")).to_contain_text("P(positive)")
    playground.page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert playground.frame.step == step  # the arrow did not step the training


def test_regression(tab):
    playground = tab.open("?dataset=multi_gauss&learning_rate=0.1&hidden=8,4")
    charts = playground.region("Loss and accuracy")
    expect(playground.reading("scoreName")).to_have_text("Test RMSE")
    expect(playground.button("Test RMSE: help")).to_be_visible()
    expect(charts.get_by_role("heading", name="RMSE")).to_be_visible()
    playground.play()
    playground.until(lambda: playground.frame.train.r2 > 0.1, "some of the variance explained")
    playground.pause()
    expect(playground.reading("score")).to_have_text(f"{playground.frame.test.rmse:.3f}")
    expect(charts).to_contain_text("R² train 0.")
    playground.page.mouse.move(*place_of(playground, 1, 1))
    expect(playground.region("Output").get_by_text(re.compile(r"value −?\d\.\d\d"))).to_be_visible()
    expect(playground.region("Network")).to_contain_text("linear")
    assert playground.frame.test.accuracy is None


@pytest.mark.parametrize("dataset", ["blobs", "spiral3"])
def test_three_classes(tab, dataset):
    playground = tab.open(f"?dataset={dataset}&activation=relu&learning_rate=0.1&seed=2")
    key = playground.region("Output").get_by_role("group", name="Colour key")
    for number in (1, 2, 3):
        expect(key).to_contain_text(f"class {number}")
    assert playground.frame.sizes[-1] == 3
    playground.play()
    playground.until(lambda: playground.frame.train.accuracy > 0.55, "an accuracy above chance")
    playground.pause()
    playground.page.mouse.move(*place_of(playground, 0, 3))
    expect(playground.region("Output").get_by_text(re.compile(r"P\(class [123]\) \d+\.\d %"))).to_be_visible()
    expect(playground.region("Network")).to_contain_text("softmax")
    Network(playground).unit(len(playground.frame.sizes) - 1, 1).hover()
    expect(playground.region("Output").get_by_role("heading")).to_have_text("Probability of class 2")


def test_the_class_marks_stand_only_beside_what_is_compared_with_the_classes(playground):
    key = playground.region("Output").get_by_role("group", name="Colour key")
    expect(key.locator(".key-mark")).to_have_count(2)
    Network(playground).unit(1, 0).hover()
    expect(key).to_contain_text("−1")
    expect(key.locator(".key-mark")).to_have_count(0)  # −1 of a hidden unit is not the orange class
    Network(playground).unit(len(playground.frame.sizes) - 1, 0).hover()
    expect(key.locator(".key-mark")).to_have_count(2)


def test_changing_the_kind_of_data_while_it_trains(playground):
    playground.play()
    for dataset, outputs, name in [("three blobs", 3, "accuracy"), ("plane", 1, "RMSE"), ("spiral", 1, "accuracy")]:
        playground.change(lambda dataset=dataset: playground.dataset(dataset).first.check(force=True))
        playground.until(lambda outputs=outputs: playground.frame.sizes[-1] == outputs, "its outputs")
        expect(playground.reading("scoreName")).to_contain_text(name)
        playground.wait_for_steps(20)
        assert playground.frame.playing
    assert playground.frame.run == 3  # begun anew from class to number, and back
