"""What crosses between a front and a host: plain data, the same after as before."""

import pytest

from glassbox.hosts import wire
from glassbox.protocol.messages import View
from glassbox.protocol.refusals import Refusal
from glassbox.run.inbox import Arrival
from glassbox.run.slice_result import SliceResult
from glassbox.settings import Settings
from glassbox.words.sentence import say
from tests.run.tools import say as tell

NOTE = say("You have {count} left.").format(count=3)


class AskedTwice(Exception):
    """Wants other arguments than it keeps."""

    def __init__(self, number, reason):
        super().__init__(f"{number}: {reason}")


@pytest.mark.parametrize(
    "order",
    [
        wire.Begin(1, "name", Settings(seed=3)),
        wire.Put(1, tell("configure", changes={"learning_rate": 0.2})),
        wire.Put(1, Arrival(2, wire.Page(), View(), True, (NOTE,), "owner", False)),
        wire.Ask(1, 7, "tile", {"size": 8}),
        wire.Read(1, 5, 6, False),
    ],
    ids=["Begin", "Put", "Put with a page", "Ask", "Read"],
)
def test_orders_come_as_they_went(order):
    (read,) = wire.read(wire.write([order]))
    assert read == order


def test_a_sentence_can_still_be_worded_after_it():
    (read,) = wire.read(wire.write([wire.Put(1, Arrival(2, wire.Page(), View(), True, (NOTE,)))]))
    assert (read.item.notes[0].text, read.item.notes[0].values) == (NOTE.text, NOTE.values)


def test_what_a_slice_brought_comes_with_its_picture():
    result = SliceResult(messages=[(1, "text")], frame=(1, 4, b"picture"), playing=True)
    busy, read = wire.read(wire.write([wire.Busy(3, True), wire.Delivered(1, 0, [(2, b"")], result)]))
    assert (busy.waiting, busy.is_leaving, read.result, read.answers) == (3, True, result, [(2, b"")])


def test_answers_and_faults_come_over():
    assert wire.read_answer(wire.pack_answer({"a": 1})) == {"a": 1}
    refusal = wire.read_answer(wire.pack_answer(Refusal("no", "about")))
    assert isinstance(refusal, Refusal) and (refusal.text, refusal.about) == ("no", "about")


def test_a_fault_that_cannot_come_as_it_is_says_what_it_said():
    fault = wire.read_answer(wire.pack_answer(AskedTwice(3, "why")))
    assert isinstance(fault, RuntimeError) and str(fault) == "3: why"
    assert "pickle" in str(wire.read_answer(wire.pack_answer(lambda: None))).lower()
