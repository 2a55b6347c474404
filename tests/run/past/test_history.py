"""Tests of going back in time: what is shown, that training goes on exactly as it would have, and branches."""

import numpy as np
import pytest

from glassbox.protocol.server_messages import Branched, Configured, State
from glassbox.run.commands import obey
from glassbox.run.moment import OVERHEAD
from tests.run.tools import SLICE, Clock, Desk, bytes_of, run_of, say, tell, train_epochs, whole

KINDS = {
    "plain": {},
    "adam": {"optimizer": "adam", "batch_size": 7, "noise": 0.3},
    "chance": {"optimizer": "momentum", "dropout": 0.3, "input_noise": 0.2, "dataset": "spiral"},
    "normalized": {"normalization": "batch", "schedule": "cosine", "optimizer": "nesterov"},
}


def watched(epochs, **settings):
    """A run so many epochs old, looked at after each."""
    run = run_of(**settings)
    for _ in range(epochs):
        run.evaluate()
        train_epochs(run, 1)
    run.evaluate()
    return run


def rewind(run, step=None, towards="nearest"):
    return tell(run, "rewind", step=step, towards=towards)


def never_rewound(steps, **settings):
    run = run_of(**settings)
    run.trainer.run(steps)
    return bytes_of(run)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("batches", [0, 1, 40])
def test_training_goes_on_exactly_as_it_would_have(kind, batches):
    run = watched(6, **KINDS[kind])
    each = run.trainer.steps_per_epoch
    rewind(run, 2 * each)
    assert (run.trainer.step, bytes_of(run)) == (2 * each, never_rewound(2 * each, **KINDS[kind]))
    for _ in range(batches):
        tell(run, "step", unit="batch")
        run.train(1.0, Clock())
    train_epochs(run, 3)
    assert run.trainer.step > 2 * each and bytes_of(run) == never_rewound(run.trainer.step, **KINDS[kind])


def test_a_moment_within_an_epoch_is_one_too():
    run = run_of(optimizer="adam")
    for _ in range(60):
        run.evaluate()
        tell(run, "step", unit="batch")
        run.train(1.0, Clock())
    rewind(run, 37)
    assert run.epochs == pytest.approx(1.48)
    tell(run, "play")
    run.begin_frame(1.0)
    run.train(1.0, Clock())
    assert bytes_of(run) == never_rewound(run.trainer.step, optimizer="adam")


def test_everything_is_of_that_moment_and_the_present_comes_back():
    run = watched(3)
    losses = run.evaluate()[0]
    tell(run, "configure", changes={"learning_rate": 0.3, "hidden": [{"units": 7}], "dataset": "xor", "speed": "full"})
    run.evaluate()
    train_epochs(run, 2)
    late, present, settings = bytes_of(run), run.evaluate()[0], run.settings
    told = rewind(run, 50)
    assert [type(message) for message in told] == [Configured, State]
    assert told[0].changed == ("dataset", "hidden", "learning_rate") and told[0].mark is None
    assert (told[0].settings["dataset"], told[0].settings["speed"]) == ("circle", "full")
    rewind(run, 50, "after")  # of the two moments at step 75 the last counts
    assert run.settings.dataset.value == "xor" and run.trainer.step == 75
    rewind(run, 50)
    assert run.history.present.step == 125 and run.trainer.step == 50 and run.settings.dataset.value == "circle"
    assert run.evaluate()[0].train.loss > losses.train.loss
    rewind(run)
    assert (bytes_of(run), run.evaluate()[0], run.settings, run.history.present) == (late, present, settings, None)


def test_it_pauses_and_curves_do_not_grow_while_the_past_is_shown():
    run = watched(4)
    tell(run, "play")
    before = run.history.curves.plain(1)
    told = rewind(run, 30)
    assert told[-1] == run.state() and not run.playing and not run.is_owing
    run.evaluate()
    assert run.history.curves.plain(1) == before


def test_arrow_keys_go_from_moment_to_moment():
    run = watched(4)
    seen = []
    for towards in ("before", "before", "after", "before", "before", "before", "before", "after"):
        rewind(run, run.trainer.step, towards)
        seen.append(run.trainer.step)
    assert seen == [75, 50, 75, 50, 25, 0, 0, 25]
    for _ in range(4):
        rewind(run, run.trainer.step, "after")
    assert run.history.present is None and run.trainer.step == 100


GO_ON = {
    "play": say("play"),
    "step": say("step", unit="batch"),
    "setting": say("configure", changes={"learning_rate": 0.3}),
    "data": say("configure", changes={"samples": 90}),
    "shape": say("edit_network", action="add_unit", layer=1),
    "weight": say("set_weight", layer=1, unit=0, source=0, value=0.5),
    "bias": say("set_bias", layer=1, unit=0, value=0.5),
}


@pytest.mark.parametrize("how", GO_ON)
def test_whatever_changes_a_past_moment_goes_on_from_there(how):
    run = watched(6)
    rewind(run, 50)
    told = obey(run, GO_ON[how])
    branches = {"run": 1, "number": 2, "kept": [{"number": 1, "epochs": 6.0}]}
    assert told[0] == Branched(x=2.0, branch=1, branches=branches)
    history = run.history.curves.plain(1)
    assert whole(history["x"]) == [0, 1, 2] and [whole(each["x"]) for each in history["branches"]] == [[2, 3, 4, 5, 6]]
    assert run.history.present is None and run.number == 1
    rewind(run, 10_000)
    assert run.trainer.step == 50  # what came after is gone


def test_a_changed_setting_leaves_its_flag_on_the_new_branch():
    run = watched(6)
    tell(run, "configure", changes={"momentum": 0.5})
    rewind(run, 50)
    tell(run, "configure", changes={"learning_rate": 0.3})
    train_epochs(run, 1)
    run.evaluate()
    history = run.history.curves.plain(1)
    assert [(mark.x, mark.changed) for mark in history["marks"]] == [(2.0, ("learning_rate",))]
    assert whole(history["x"]) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "harmless",
    [
        say("pause"), say("configure", changes={"speed": "full"}), say("configure", changes={"learning_rate": 0.03}),
        say("edit_network", action="remove_layer", layer=8), say("set_bias", layer=9, unit=0, value=1),
    ],
)  # fmt: skip
def test_what_changes_nothing_stays_in_the_past(harmless):
    run = watched(4)
    rewind(run, 50)
    obey(run, harmless)
    assert run.history.present.step == 100 and run.history.curves.branch == 0


@pytest.mark.parametrize("wish", [say("reset"), say("new_seed", of="weights"), say("configure", changes={"gain": 2.0})])
def test_what_begins_anew_begins_a_new_tape(wish):
    run = watched(4)
    rewind(run, 50)
    obey(run, wish)
    assert run.number == 2 and run.history.present is None and run.history.curves.plain(2)["branches"] == []
    rewind(run, 100)
    assert run.trainer.step == 0


def test_early_stopping_goes_on_as_it_would_have():
    settings = {"patience": 3, "dataset": "xor", "label_noise": 0.3, "learning_rate": 0.3, "hidden": [{"units": 8}]}
    run, twin = run_of(**settings), run_of(**settings)

    def play(run, frames):
        tell(run, "play")
        for frame in range(frames):
            run.evaluate()
            run.begin_frame(frame * 0.05)
            if run.train(1.0, Clock()):
                return run.trainer.epoch, run.stop
        raise AssertionError("it did not stop")

    stopped = play(twin, 500)
    assert play(run, 500) == stopped
    epochs = stopped[0]
    rewind(run, (epochs - 2) * 25)
    assert run.stop is None and run.trainer.epoch == epochs - 2
    assert play(run, 500) == stopped


def test_a_blown_up_run_can_be_rewound():
    run = run_of(dataset="plane", hidden=[], learning_rate=10.0)
    tell(run, "play")
    for frame in range(100):
        run.begin_frame(frame * 0.05)
        run.train(SLICE, Clock())
        run.evaluate()
    assert run.stop.code == "not_finite"
    rewind(run, 0)
    assert run.stop is None and run.trainer.step == 0
    told = tell(run, "configure", changes={"learning_rate": 0.001})
    assert isinstance(told[0], Branched)
    train_epochs(run, 2)
    assert run.trainer.finite()


def test_a_long_run_stays_within_its_memory():
    run = run_of(optimizer="adam", hidden=[{"units": 64}, {"units": 64}])
    run.history.limit(1_000_000)
    tell(run, "reset")
    for _ in range(80):
        run.evaluate()
        train_epochs(run, 1)
    history = run.history
    assert history.bytes <= 1_000_000 and len(history.moments) < 1_000_000 // OVERHEAD
    rewind(run, 0)
    assert run.trainer.step == 0
    train_epochs(run, 1)


class TestFrames:
    def test_frames_say_whether_they_show_the_past(self):
        desk = Desk()
        desk.work(say("play"))
        frames = desk.watch(1.0)
        assert {frame["present"] for frame in frames} == {None}
        last = frames[-1]
        past = desk.work(say("rewind", step=250, towards="nearest")) or desk.watch(0.1)[0]
        assert (past["step"], past["present"]) == (250, {"step": last["step"], "epoch": last["epoch"], "progress": 0.0})
        assert not past["playing"] and past["train"]["loss"] > last["train"]["loss"]
        assert np.frombuffer(past["weights"], "<f4").tolist() != np.frombuffer(last["weights"], "<f4").tolist()
        desk.clock.advance(1)
        back = desk.work(say("rewind"))
        assert (back["step"], back["present"], back["weights"]) == (last["step"], None, last["weights"])

    def test_frames_of_the_branch_say_so(self):
        desk = Desk()
        desk.work(say("play"))
        desk.watch(1.0)
        desk.work(say("rewind", step=250), say("play"))
        frame = desk.watch(0.2)[-1]
        assert (frame["branch"], frame["present"], frame["playing"]) == (1, None, True)

    def test_other_data_come_along(self):
        desk = Desk()
        desk.work(say("step", unit="epoch"))
        desk.watch(0.2)
        desk.work(say("configure", changes={"samples": 60}), say("step", unit="epoch"))
        desk.watch(0.2)
        frame = desk.work(say("rewind", step=0)) or desk.watch(0.2)[0]
        assert len(frame["data"]["targets"]) == 4 * 500

    def test_a_page_that_comes_back_sees_the_same_moment(self):
        desk = Desk()
        desk.work(say("play"))
        desk.watch(1.0)
        desk.work(say("rewind", step=250))
        desk.arrive(resumed=True)
        desk.clock.advance(1)
        frame = desk.work()
        assert frame["step"] == 250 and frame["present"]["step"] > 900
        assert desk.messages()[0]["history"]["x"][-1] > 30


def held(run):
    return run.holds.frozen(1).tolist(), run.holds.disabled(1).tolist()


def test_what_was_frozen_or_disabled_then_is_so_again_and_only_that():
    run = watched(3)
    tell(run, "hold", action="freeze", layer=1, unit=0, on=True)
    tell(run, "hold", action="disable", layer=1, unit=2, on=True)
    run.evaluate()
    train_epochs(run, 1)
    run.evaluate()
    then, marks, step = bytes_of(run), held(run), run.trainer.step
    tell(run, "hold", action="freeze", layer=1, unit=0, on=False)
    tell(run, "hold", action="disable", layer=1, unit=2, on=False)
    train_epochs(run, 1)
    run.evaluate()
    now = bytes_of(run)
    rewind(run, step - 25)
    assert held(run) == marks and bytes_of(run) != now
    run.trainer.run(run.trainer.steps_to_epoch_end)
    assert bytes_of(run) == then
    rewind(run, 0)
    assert run.holds.is_empty
    rewind(run)
    assert bytes_of(run) == now and run.holds.is_empty


def test_a_mark_made_in_the_past_begins_a_branch():
    run = watched(3)
    rewind(run, 30)
    told = tell(run, "hold", action="freeze", layer=1, unit=0, on=True)
    assert isinstance(told[0], Branched) and run.history.present is None
    rewind(run, 0)
    assert run.holds.is_empty
