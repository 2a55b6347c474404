"""Every control acts on the running network: without a reset where the network can stay,
and with one where it says so.
"""

import re
from statistics import median

import pytest
from playwright.sync_api import expect

from glassbox.settings import Effect, Settings, effect_of

NONE_OF_ITS_OWN = {"activation": None, "dropout": None, "normalization": None}

# What a person does with each control, and what the setting is then. In this order: some make sense only after others.
LIVE = {
    "learning_rate": (lambda page: page.type("Learning rate", "0,1"), 0.1),
    "batch_size": (lambda page: page.type("Batch", "32"), 32),
    "activation": (lambda page: page.menu("Activation").select_option("ReLU"), "relu"),
    "loss": (lambda page: page.menu("Loss").select_option("squared error"), "squared_error"),
    "penalty": (lambda page: page.menu("Regularization").select_option("L2"), "l2"),
    "penalty_rate": (lambda page: page.type("Penalty rate", "0.003"), 0.003),
    "speed": (lambda page: page.menu("Speed").select_option("5 epochs/s"), "epoch_5"),
}
OPTIMIZERS = {
    "momentum": ("momentum", lambda page: page.type("Momentum", "0.5"), 0.5),
    "rmsprop_decay": ("RMSprop", lambda page: page.type("Decay", "0.9"), 0.9),
    "beta1": ("Adam", lambda page: page.type("β₁", "0.8"), 0.8),
    "beta2": ("Adam", lambda page: page.type("β₂", "0.99"), 0.99),
    "epsilon": ("Adam", lambda page: page.type("ε", "1e-6"), 1e-6),
}


def huber(page):
    """The Huber loss is for numbers."""
    page.less().dataset("plane").check(force=True)
    page.more("Loss", "Huber").type("δ", "2")


def goal(page):
    """With the goal's panel open."""
    page.dialog("Goal", "Goal")
    return page


DATA = {
    "dataset": (lambda page: page.dataset("xor").check(force=True), "xor"),
    "training_share": (lambda page: page.type("Training share", "70"), 70),
    "noise": (lambda page: page.type("Noise", "0.5"), 0.5),
    "label_noise": (lambda page: page.type("Label noise", "0.1"), 0.1),
    "test_labels": (lambda page: page.menu("Test labels").select_option("clean"), "clean"),
    "samples": (lambda page: page.type("Samples", "200"), 200),
    "split": (lambda page: page.menu("Split").select_option("by counts"), "counts"),
    "training_samples": (lambda page: page.type("Training samples", "60"), 60),
    "test_samples": (lambda page: page.type("Test samples", "300"), 300),
    "data_seed": (lambda page: page.type("Data seed", "7"), 7),
}
SHAPE = {
    "features": (lambda page: page.box("x₁²").check(force=True), ["x1", "x2", "x1_squared"]),
    "hidden": (
        lambda page: page.button("Add a unit to layer 1").click(),
        [{"units": 5, **NONE_OF_ITS_OWN}, {"units": 2, **NONE_OF_ITS_OWN}],
    ),
}
METHODS = {
    "dropout": (lambda page: page.more().type("Dropout", "0.2"), 0.2),
    "input_noise": (lambda page: page.more().type("Input noise", "0.2"), 0.2),
    "penalty_power": (lambda page: page.more("Regularization", "Lp").type("p", "1.5"), 1.5),
    "schedule": (lambda page: page.more().menu("Schedule").select_option("steps"), "step"),
    "schedule_epochs": (lambda page: page.more().type("T", "50"), 50),
    "schedule_factor": (lambda page: page.more().type("f", "0.9"), 0.9),
    "input_scale": (lambda page: page.more().type("Input scale", "2"), 2),
    "clip_norm": (lambda page: page.more().type("Clip at", "1"), 1),
    "normalization": (lambda page: page.more().menu("Normalization").select_option("batch norm"), "batch"),
    "watched": (lambda page: page.more().menu("Watch").select_option("training loss"), "train"),
    "after_stop": (lambda page: page.more().menu("Keep").select_option("the last"), "last"),
    "min_improvement": (lambda page: page.more().type("Least improvement", "0.01"), 0.01),
    "patience": (lambda page: page.more().type("Patience", "9999"), 9999),
    "validation_share": (lambda page: page.more().type("Validation share", "20"), 20),
    "stop_epochs": (lambda page: page.more().type("After epochs", "99999"), 99999),
    "stop_loss": (lambda page: page.more().type("Training loss", "0.00001"), 0.00001),
    "stop_accuracy": (lambda page: page.more().type("Test accuracy", "100"), 100),
}
HUBER = {"huber_delta": (huber, 2)}
GOALS = {
    "goal": (lambda page: goal(page).menu("Goal").select_option("test loss"), "test_loss"),
    "goal_value": (lambda page: goal(page).type("Goal value", "0.001"), 0.001),
    "goal_parameters": (lambda page: goal(page).type("Parameters, at most", "99"), 99),
    "goal_epochs": (lambda page: goal(page).type("Epochs, at most", "9999"), 9999),
    "at_goal": (lambda page: goal(page).menu("When reached").select_option("stop"), "stop"),
}
RESTARTS = {
    "initialization": (lambda page: page.menu("Initial weights").select_option("He"), "he"),
    "gain": (lambda page: page.more().type("Gain", "2"), 2),
    "initial_bias": (lambda page: page.more().type("Initial bias", "0.5"), 0.5),
    "seed": (lambda page: page.type("Seed", "7"), 7),
}
SLIDERS = {
    "learning_rate": "Learning rate",
    "batch_size": "Batch",
    "training_share": "Training share",
    "noise": "Noise",
    "label_noise": "Label noise",
    "samples": "Samples",
}


def test_no_setting_is_forgotten():
    staying, restarting = {**LIVE, **OPTIMIZERS, **DATA, **SHAPE, **METHODS, **HUBER, **GOALS}, set(RESTARTS)
    assert {"optimizer", *staying, *restarting} == set(Settings.model_fields)
    assert {name for name in Settings.model_fields if effect_of(name) is Effect.REBUILD} == restarting


def change_while_it_trains(page, name, act, value):
    """Returns the frames before and after."""
    before, after = page.change(lambda: act(page))
    page.carries(name, value)
    assert after.playing
    page.wait_for_steps(1)
    return before, after


@pytest.mark.parametrize(
    "group",
    [LIVE, DATA, SHAPE, METHODS, HUBER, GOALS],
    ids=["live", "data", "shape", "methods", "huber", "goals"],
)
def test_what_acts_on_the_running_network(playground, subtests, measured, group):
    playground.open("?label_noise=0.2" if group is METHODS else "")  # no accuracy of 100 % is to end the training
    playground.play()
    for name, (act, value) in group.items():
        with subtests.test(name):
            before, after = change_while_it_trains(playground, name, act, value)
            begins_anew = name == "huber_delta"  # numbers in the place of classes are another kind of answer
            assert after.run == before.run + begins_anew
            assert begins_anew or after.step >= before.step
    wait = 1000 * median(playground.waits)
    measured(f"{wait:.0f} ms, Playwright's part included, from a change to its first frame: {', '.join(group)}")


def test_optimizers_and_their_coefficients(playground, subtests):
    playground.play()
    for name, (optimizer, act, value) in OPTIMIZERS.items():
        with subtests.test(name):
            playground.menu("Optimizer").select_option(optimizer)
            before, after = change_while_it_trains(playground, name, act, value)
            assert after.run == before.run and after.step >= before.step


def test_what_restarts_the_network_says_so_before(playground, subtests):
    playground.play()
    for name, (act, value) in RESTARTS.items():
        with subtests.test(name):
            playground.menu("Speed").select_option("full speed")
            playground.wait_for_steps(2000)  # far more than there are in the first picture of the new beginning
            playground.menu("Speed").select_option("20 steps/s")
            playground.carries("speed", "step_20")
            if name in ("gain", "initial_bias"):
                playground.more()
            control = playground.page.locator(f"[data-setting={name}]")
            expect(control.get_by_title("restarts the network")).to_be_visible()
            before, after = change_while_it_trains(playground, name, act, value)
            assert after.run == before.run + 1 and after.step < before.step


@pytest.mark.parametrize("closed_by", ["Escape", "its button", "its opener"])
def test_more_methods_stay_open_beside_the_map_while_it_trains(playground, closed_by):
    playground.more().play()
    panel = playground.page.get_by_role("dialog", name="More methods")
    playground.change(lambda: playground.slider("Dropout").press("ArrowRight"))
    assert playground.frame.playing and playground.settings["dropout"] > 0
    right = playground.place(panel)["x"] + playground.place(panel)["width"]
    assert right < playground.place(playground.region("Output"))["x"]
    opener = playground.page.get_by_role("button", name=re.compile("^More methods"))
    {
        "Escape": lambda: playground.slider("Dropout").press("Escape"),
        "its button": playground.less,
        "its opener": opener.click,
    }[closed_by]()
    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()
    assert playground.frame.playing


def test_sliders_by_keyboard(playground, subtests):
    playground.play()
    for name, label in SLIDERS.items():
        with subtests.test(name):
            value = playground.settings[name]
            playground.change(lambda label=label: playground.slider(label).press("ArrowRight"))
            playground.until(lambda name=name, value=value: playground.settings[name] > value, "a larger value")
            text = playground.field(label).input_value()
            assert float(text) == playground.settings[name]


def test_a_dragged_slider_acts_while_it_is_dragged_and_leaves_one_flag(playground):
    playground.play()
    box = playground.place(playground.slider("Learning rate"))
    mouse, y = playground.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + box["width"] * 0.6, y)
    mouse.down()
    told = set()
    for share in (0.65, 0.7, 0.75, 0.8):
        playground.change(lambda share=share: mouse.move(box["x"] + box["width"] * share, y))
        told.add(playground.settings["learning_rate"])
    mouse.up()
    assert len(told) == 4
    marks = [message["mark"] for message in playground.messages if message["type"] == "configured"]
    assert {mark["x"] for mark in marks if mark["changed"] == ["learning_rate"]} and playground.frame.run == 1


def test_a_number_out_of_bounds_is_refused_in_a_sentence_and_the_run_goes_on(playground, subtests):
    playground.play()
    for text in ("11", "-1", "fast", "NaN", "1e99", ""):
        with subtests.test(text):
            revision = playground.frame.revision
            playground.type("Learning rate", text)
            expect(playground.refusal).to_have_text("Learning rate: type a number from 1e-5 to 10.")
            playground.field("Learning rate").press("Escape")
            expect(playground.field("Learning rate")).to_have_value("0.03")
            playground.wait_for_steps(10)
            assert playground.frame.revision == revision and playground.frame.playing


def test_the_last_feature_stays(playground):
    playground.change(lambda: playground.box("x₁").uncheck(force=True))
    playground.box("x₂").click(force=True)
    expect(playground.refusal).to_contain_text("at least one input feature")
    expect(playground.box("x₂")).to_be_checked()
    assert playground.settings["features"] == ["x2"]


def test_a_loss_that_does_not_fit_the_data_gives_way_and_cannot_be_chosen(playground):
    loss = playground.menu("Loss")
    playground.change(lambda: playground.dataset("plane").check(force=True))
    expect(loss).to_have_value("squared_error")
    expect(loss).to_have_attribute("title", re.compile("cross-entropy does not fit"))
    for name in ("cross-entropy", "hinge"):
        expect(loss.get_by_role("option", name=name)).to_be_disabled()
    playground.change(lambda: playground.dataset("circle").check(force=True))
    expect(loss).to_have_value("cross_entropy")
    expect(loss.get_by_role("option", name="Huber")).to_be_disabled()


def test_a_button_that_is_pressed_quickly_is_obeyed_each_time(playground):
    add = playground.button("Add a unit to layer 1")
    for _ in range(5):
        add.click()
    playground.until(lambda: playground.frame.sizes == (2, 9, 2, 1), "five more units")


def test_a_large_number_of_samples(playground):
    playground.play()
    playground.change(lambda: playground.type("Samples", "5000"))
    expect(playground.map).to_have_attribute("aria-label", re.compile("2,500 training points"))
    playground.wait_for_steps(300)


def test_a_panel_that_grows_while_it_is_open_stays_in_view(playground):
    playground.page.set_viewport_size({"width": 1366, "height": 420})
    panel = playground.dialog("Goal", "Goal")
    before = playground.place(panel)["height"]
    panel.get_by_role("combobox", name="Goal", exact=True).select_option("test loss")
    playground.until(lambda: playground.place(panel)["height"] > before + 40, "more fields")
    place = playground.place
    playground.until(lambda: place(panel)["y"] + place(panel)["height"] <= 420, "the whole panel in view")
