"""The charts: curves with axes, the values under the pointer, a logarithmic scale,
and flags where a setting was changed.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cut import cut_texts


def chart(playground, name):
    """The chart of this heading."""
    heading = playground.page.get_by_role("heading", name=name)
    return playground.region("Loss and accuracy").locator("section").filter(has=heading)


def hover(playground, section, share):
    """Put the pointer on the curves, so far from the left."""
    box = section.locator(".u-over").bounding_box()
    playground.page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)


def pointed_at(section):
    """The epoch under the pointer, as the chart says; None: it says none."""
    said = re.search(r"epoch ([\d.]+)", section.inner_text())
    return said and float(said[1])


def train(playground, epochs):
    """Play so many epochs, and pause."""
    goal = playground.frame.epoch + epochs
    playground.play()
    playground.until(lambda: playground.frame.epoch >= goal, f"epoch {goal}")
    playground.pause()


def test_they_wait_for_the_first_step(playground):
    expect(chart(playground, "Loss")).to_contain_text("Press play")
    train(playground, 5)
    expect(chart(playground, "Loss").get_by_text("Press play")).to_be_hidden()


def test_the_newest_values_are_those_of_the_readout(playground):
    train(playground, 5)
    frame = playground.frame
    expect(chart(playground, "Loss")).to_contain_text(f"train {frame.train.loss:.3f} · test {frame.test.loss:.3f}")
    expect(chart(playground, "Accuracy")).to_contain_text(f"test {frame.test.accuracy * 100:.1f} %")


def test_values_under_the_pointer(playground):
    train(playground, 40)
    loss = chart(playground, "Loss")
    for share in (0.05, 0.5, 0.95):
        hover(playground, loss, share)
        under = pytest.approx(share * playground.frame.epoch, abs=3)
        playground.until(lambda under=under: pointed_at(loss) == under, f"the epoch at {share} of the width")
        expect(loss).to_contain_text(re.compile(r"train\s\d\.\d+ · test\s\d\.\d+"))
    playground.page.mouse.move(0, 0)
    expect(loss.get_by_text(re.compile("^epoch"))).to_be_hidden()


def test_no_number_is_cut_at_any_size(tab, subtests):
    """With as many values as a chart can have, and the pointer on its curves; a narrow window has a narrow heading."""
    playground = tab.open(
        "?dataset=multi_gauss&penalty=l2&penalty_rate=0.003&validation_share=20&schedule=cosine&speed=full"
    )
    train(playground, 2000)
    for width, height in ((1366, 768), (1100, 700), (820, 1180), (390, 844), (320, 640)):
        with subtests.test(f"{width} × {height}"):
            playground.page.set_viewport_size({"width": width, "height": height})
            if width == 390:  # from here on the curves stand below the large map, where it leaves them room
                playground.page.locator("[data-do=map-larger]").click()
            for name in ("Loss", "Error (RMSE)") if height > 700 or width > 700 else ():
                section = chart(playground, name)
                section.scroll_into_view_if_needed()
                hover(playground, section, 0.98)
                expect(section.get_by_text(re.compile("^epoch"))).to_be_visible()
                playground.settles(lambda: cut_texts(playground.page), [])
            if playground.page.locator("#charts").is_visible():
                room, last = (playground.place(playground.page.locator(part)) for part in ("#charts", ".chart-score"))
                assert last["y"] + last["height"] <= room["y"] + room["height"]
            playground.settles(lambda: cut_texts(playground.page), [])
            assert not playground.is_too_wide()


def test_a_logarithmic_scale(playground):
    train(playground, 60)
    playground.page.mouse.move(0, 0)
    loss = chart(playground, "Loss")
    linear = playground.still(loss)
    playground.box("log scale").check()
    playground.until(lambda: playground.picture(loss) != linear, "another picture")
    expect(playground.page).to_have_url(re.compile("log=1"))


def test_a_flag_where_a_setting_was_changed(playground):
    train(playground, 40)
    playground.change(lambda: playground.type("Learning rate", "0.1"))
    train(playground, 40)
    mark = next(message["mark"] for message in playground.messages if message.get("mark"))
    for name in ("Loss", "Accuracy"):
        section = chart(playground, name)
        playground.still(section)
        hover(playground, section, mark["x"] / (playground.frame.epoch + playground.frame.progress))
        expect(section.get_by_text("Learning rate 0.1")).to_be_visible()


def test_the_penalty_is_a_number_of_its_own(playground):
    playground.change(lambda: playground.menu("Regularization").select_option("L2"))
    train(playground, 5)
    expect(chart(playground, "Loss")).to_contain_text(re.compile(r"penalty ½ λ Σ w² = \d"))


def test_a_new_run_begins_its_curves_anew(playground):
    train(playground, 40)
    playground.reset()
    expect(chart(playground, "Loss")).to_contain_text("Press play")


SAMPLES = """([count, epochs]) => new Promise(done => {
  const text = selector => document.querySelector(selector).textContent, looks = [], seen = new Set();
  const look = () => {
    looks.push({
      epoch: text("[data-reading=epoch]"), train: text("[data-reading=train]"), test: text("[data-reading=test]"),
      timeline: text(".timeline-where"), chart: text(".chart-loss .chart-reading"),
    });
    seen.add(looks.at(-1).epoch);
    if (looks.length < count || seen.size < epochs) requestAnimationFrame(look); else done(looks);
  };
  requestAnimationFrame(look);
})"""


def test_in_every_look_all_numbers_are_of_one_moment(playground):
    """The bar, the charts' headings and the timeline, looked at in each animation frame while it plays."""
    playground.page.mouse.move(0, 0)
    playground.play()
    playground.until(lambda: playground.frame.epoch >= 3, "epoch 3")
    looks = playground.page.evaluate(SAMPLES, [60, 4])
    playground.pause()
    for look in looks:
        epoch = re.search(r"epoch ([\d,]+)", look["timeline"])[1]
        assert epoch.replace(",", "") == look["epoch"].replace(",", ""), look
        train_loss, test_loss = re.findall(r"(?:train|test)\s(\S+)", look["chart"])
        assert (float(train_loss), float(test_loss)) == pytest.approx(
            (float(look["train"]), float(look["test"])), abs=1e-3
        ), look
