"""Early stopping on the page: what it watches, the line of the validation loss,
and the best epoch's weights by one click.
"""

import re

import pytest
from playwright.sync_api import expect

NOISY = (
    "?samples=60&label_noise=0.3&noise=0.5&hidden=16&optimizer=adam&learning_rate=0.05&patience=10&validation_share=40"
)
RESTORE = re.compile(r"^Restore epoch \d+$")


def restore(playground):
    return playground.page.get_by_role("button", name=RESTORE)


def play_until_it_stops(playground):
    playground.play()
    playground.until(lambda: not playground.frame.playing, "early stopping")
    return playground.stand_still()


def standing(frame):
    """How the network stands, however many of its units there is room to show."""
    return frame.step, frame.train, frame.test, frame.validation


def chart(playground, name):
    heading = playground.page.get_by_role("heading", name=name)
    return playground.region("Loss and accuracy").locator("section").filter(has=heading)


@pytest.mark.parametrize("how", ["banner", "chart"])
def test_the_best_epoch_comes_back_by_one_click(tab, how):
    playground = tab.open(NOISY + "&watched=validation&after_stop=last")
    stopped = play_until_it_stops(playground)
    expect(playground.banner).to_contain_text("the validation loss has not improved by more than 0.0001 for 10 epochs")
    expect(restore(playground)).to_have_count(1)
    if how == "chart":  # later, when the banner is gone
        stopped = playground.step("epoch")
        expect(playground.banner).to_be_empty()
        expect(chart(playground, "Loss").get_by_role("button", name=RESTORE)).to_be_visible()
    lowest = next(message["mark"]["text"] for message in playground.messages if message.get("mark"))
    assert re.fullmatch(r"lowest validation loss: epoch \d+", lowest)
    _, restored = playground.change(restore(playground).click)
    assert standing(restored) != standing(stopped) and restored.epoch == int(lowest.split()[-1])
    assert restored.present.epoch == stopped.epoch
    expect(playground.reading("epoch")).to_have_text(str(restored.epoch))
    assert restored.validation.loss < stopped.validation.loss
    expect(restore(playground)).to_have_count(0)
    playground.step()
    playground.change(restore(playground).click)
    assert standing(playground.frame) == standing(restored)


def test_weights_that_came_back_by_themselves_can_come_back_again(tab):
    playground = tab.open(NOISY)
    restored = play_until_it_stops(playground)
    expect(playground.banner).to_contain_text(f"The network of epoch {restored.epoch} is back")
    expect(restore(playground)).to_have_count(0)
    playground.step("epoch")
    playground.reload()
    playground.change(restore(playground).click)
    assert standing(playground.frame) == standing(restored)


def test_the_validation_loss_has_a_line_of_its_own(tab):
    playground = tab.open(NOISY)
    play_until_it_stops(playground)
    frame = playground.frame
    expect(chart(playground, "Loss")).to_contain_text(f"val. {frame.validation.loss:.3f} · test {frame.test.loss:.3f}")
    expect(chart(playground, "Accuracy")).to_contain_text(f"val. {frame.validation.accuracy * 100:.1f} %")
    chart(playground, "Loss").locator(".u-over").hover()
    expect(chart(playground, "Loss")).to_contain_text(re.compile(r"train\s[\d.]+ · val.\s[\d.]+ · test\s[\d.]+"))
    playground.box("Held-out data").check()
    expect(playground.map).to_have_attribute(
        "aria-label", re.compile("18 training points, 12 validation points and 30 test points")
    )


def test_the_validation_loss_can_be_watched_once_there_is_one(playground):
    playground.more()
    watch = playground.menu("Watch")
    expect(watch.get_by_role("option", name="validation loss")).to_be_disabled()
    playground.change(lambda: playground.type("Validation share", "20"))
    playground.change(lambda: watch.select_option("validation loss"))
    assert playground.settings["watched"] == "validation"
    playground.change(lambda: playground.type("Validation share", "0"))
    expect(watch).to_have_value("test")
    expect(watch).to_have_attribute("title", re.compile("so the test loss is watched"))
    expect(playground.box("Test data")).to_be_visible()


def test_the_help_says_why_the_test_loss_is_no_honest_choice(playground):
    playground.more()
    playground.button("Watch: help").click()
    expect(playground.page.get_by_role("note", name="About Watch")).to_contain_text(
        "choosing the moment by it is a way of learning from it"
    )


def test_the_learning_rate_is_told_while_a_schedule_moves_it(tab):
    playground = tab.open("?schedule=cosine&schedule_epochs=1000&learning_rate=0.2")
    expect(chart(playground, "Loss")).to_contain_text("α 0.200")
    playground.play()
    playground.until(lambda: playground.frame.epoch >= 50, "epoch 50")
    rate = playground.pause().learning_rate
    assert 0 < rate < 0.2
    expect(chart(playground, "Loss")).to_contain_text(f"α {rate:.3f}")
    chart(playground, "Loss").locator(".u-over").hover()
    expect(chart(playground, "Loss").get_by_text(re.compile(r"^epoch [\d.]+$"))).to_be_visible()
    expect(chart(playground, "Loss")).to_contain_text(re.compile(r"train\s[\d.]+ · test\s[\d.]+ · α\s0\.\d+"))
    playground.change(lambda: playground.more().menu("Schedule").select_option("constant"))
    expect(chart(playground, "Loss")).not_to_contain_text("α")
