"""Runs are accounted for as they begin, every few seconds while they play, when they rest and before they end."""

import msgspec
import pytest

from server.protocol.messages import View
from server.session.adoption import Adopt
from server.session.inbox import Arrival
from server.session.mailbox import Mailbox
from server.session.scribe import EVERY
from server.session.viewer import Viewer
from server.session.workbench import Workbench
from server.settings import Settings
from tests.session.tools import SLICE, Clock, Desk, run_of, say

OWNER = "o" * 22


class Watched(Desk):
    """A workbench whose accounts are kept."""

    def __init__(self, owner=OWNER, **settings):
        super().__init__(Clock(), **settings)
        self.accounts = []
        self.bench = Workbench("a-session", self.run, self.clock, self.accounts.append)
        self.inbox.clear()
        self.viewer = Viewer("a-session", Mailbox(self.clock))
        self.inbox.append(Arrival(self.viewer, View(), False, (), owner))

    def keys(self):
        return list(dict.fromkeys(account.key for account in self.accounts))


def play(desk, seconds):
    desk.work(say("play"))
    desk.watch(seconds)


def test_a_network_that_was_never_trained_is_no_run():
    desk = Watched()
    desk.work()
    desk.work(say("configure", changes={"learning_rate": 0.1}))
    assert desk.accounts == []


def test_a_run_is_told_at_its_start_now_and_then_and_when_it_rests():
    desk = Watched(speed="step_20")
    play(desk, 2 * EVERY + 1)
    assert len(desk.accounts) == 3 and desk.accounts[0].steps <= 2
    desk.work(say("pause"))
    last = desk.accounts[-1]
    assert (len(desk.accounts), last.steps, desk.keys()) == (4, desk.run.trainer.step, [last.key])
    evaluation = desk.run.trainer.evaluate()
    assert (last.train_loss, last.test_loss) == (evaluation.train.loss, evaluation.test.loss)
    assert (last.test_score, last.owner, last.problem) == (evaluation.test.accuracy, OWNER, "binary")
    assert len(last.picture) < 8 * 1024 and msgspec.msgpack.decode(last.picture)["size"] == 32
    desk.watch(60)
    assert len(desk.accounts) == 4  # nothing happened since


def test_steps_by_hand_are_told_at_once():
    desk = Watched()
    desk.work()
    for number in (1, 2, 3):
        desk.work(say("step", unit="batch"))
        assert desk.accounts[-1].steps == number


@pytest.mark.parametrize("begin_anew", [
    say("reset"), say("new_seed", of="weights"), say("configure", changes={"seed": 5}), Adopt(Settings(), "again"),
], ids=["reset", "new seed", "seed", "adopt"])  # fmt: skip
def test_what_ends_a_run_tells_it_first(begin_anew):
    desk = Watched(speed="step_20")
    play(desk, 3)
    steps = desk.run.trainer.step
    desk.work(begin_anew)
    assert desk.accounts[-1].steps == steps and len(desk.keys()) == 1
    desk.work(say("step", unit="batch"))
    assert len(desk.keys()) == 2 and desk.accounts[-1].steps == 1


def test_changes_are_counted_from_the_runs_beginning():
    desk = Watched()
    desk.work(say("configure", changes={"learning_rate": 0.1}), say("step", unit="batch"))
    assert desk.accounts[-1].changes == 1
    desk.work(say("reset"), say("step", unit="batch"))
    assert desk.accounts[-1].changes == 0


def test_a_stop_is_told_with_its_reason():
    desk = Watched(stop_epochs=2)
    play(desk, 5)
    assert (desk.accounts[-1].stop, desk.accounts[-1].epochs) == ("criterion", 2.0)
    assert "2 epochs" in desk.accounts[-1].stop_text


def test_without_an_owner_nothing_is_told():
    desk = Watched(owner=None)
    play(desk, 10)
    assert desk.accounts == []


def test_a_workbench_without_a_book_works():
    bench = Workbench("a-session", run_of(), Clock())
    desk = Desk()
    desk.inbox.append(say("step", unit="batch"))
    assert bench.work(desk.inbox, SLICE).playing is False
