"""Playing, stepping and starting anew: the loss falls, the pictures change, and the same seed is the same network."""

from playwright.sync_api import expect

from tests.frames import numbers


def test_it_opens_with_a_network_that_has_not_been_trained(playground):
    expect(playground.page).to_have_title("glassbox: a neural network you can look into")
    expect(playground.reading("epoch")).to_have_text("0")
    expect(playground.reading("step")).to_have_text("0")
    expect(playground.button("Play")).to_be_visible()
    expect(playground.notes).to_be_empty()
    expect(playground.banner).to_be_empty()


def test_it_plays_and_learns_until_it_is_paused(playground):
    untrained, before = playground.frame, playground.still(playground.map)
    playground.play()
    playground.until(lambda: playground.frame.train.loss < 0.5 * untrained.train.loss, "half the loss")
    trained = playground.pause()
    assert trained.epoch > untrained.epoch and trained.test.accuracy > untrained.test.accuracy
    playground.until(lambda: playground.picture(playground.map) != before, "another picture")
    expect(playground.reading("epoch")).to_have_text(f"{trained.epoch:,}")
    expect(playground.reading("train")).to_have_text(f"{trained.train.loss:.3f}")
    expect(playground.reading("test")).to_have_text(f"{trained.test.loss:.3f}")
    expect(playground.reading("score")).to_have_text(f"{trained.test.accuracy * 100:.1f} %")
    playground.page.wait_for_timeout(300)
    assert playground.frame.step == trained.step  # it rests


def test_steps(playground):
    assert playground.step("batch").step == 1
    assert playground.step("batch").step == 2
    epoch = playground.step("epoch")
    assert (epoch.step, epoch.epoch) == (25, 1)  # 250 training points in batches of 10
    expect(playground.reading("epoch")).to_have_text("1")


def test_a_reset_brings_the_same_initial_weights(playground):
    initial = numbers(playground.frame)
    playground.step("epoch")
    assert numbers(playground.frame) != initial
    playground.reset()
    assert numbers(playground.frame) == initial and playground.frame.step == 0
    expect(playground.reading("step")).to_have_text("0")
    trained = numbers(playground.step("epoch"))
    playground.reset()
    assert numbers(playground.step("epoch")) == trained


def test_a_reset_while_it_plays_goes_on_playing_from_the_beginning(playground):
    playground.play()
    playground.wait_for_steps(200)
    first = playground.reset()
    assert first.playing and first.step < 200
    playground.wait_for_steps(10)


def test_new_weights(playground):
    initial, seed = numbers(playground.frame), playground.field("Seed").input_value()
    playground.step("epoch")
    playground.change(playground.button("New weights").click)
    assert playground.frame.step == 0 and numbers(playground.frame) != initial
    expect(playground.field("Seed")).not_to_have_value(seed)
    playground.change(lambda: playground.type("Seed", seed))
    assert numbers(playground.frame) == initial


def test_new_data_keep_the_weights(playground):
    playground.step("epoch")
    weights, picture = numbers(playground.frame), playground.still(playground.map)
    seed = playground.field("Data seed").input_value()
    playground.change(playground.button("New data").click)
    assert numbers(playground.frame) == weights and playground.frame.step == 25
    expect(playground.field("Data seed")).not_to_have_value(seed)
    playground.until(lambda: playground.picture(playground.map) != picture, "another picture")


def test_speeds(playground, subtests):
    for speed in ("1 step/s", "20 steps/s", "5 epochs/s", "10 epochs/frame", "full speed"):
        with subtests.test(speed):
            playground.menu("Speed").select_option(speed)
            playground.play()
            playground.wait_for_steps(2)
            playground.pause()
