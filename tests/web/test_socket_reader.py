"""The reading half of a socket: texts become commands, what is wrong one sentence each, and a flood only one."""

import asyncio
import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from glassbox.config import Config
from glassbox.session import words
from glassbox.web.socket_reader import SocketReader
from glassbox.web.socket_writer import Gone
from tests.run.tools import Clock
from tests.sentences import read

OPEN = '{"type": "open"}'
PLAY = '{"type": "play"}'
ACKNOWLEDGEMENT = '{"type": "ack", "frame": 1}'
CONFIG = Config(most_messages_a_second=1.0, largest_burst=4)


class Sender:
    """The other end of a socket, which has sent these messages and then left; a number lets so many seconds pass."""

    client = SimpleNamespace(host="192.0.2.7")
    state = SimpleNamespace()

    def __init__(self, *messages):
        self.clock = Clock()
        self._messages = iter(messages)

    async def receive(self):
        message = next(self._messages, None)
        while isinstance(message, int):
            self.clock.advance(message)
            message = next(self._messages, None)
        if message is None:
            return {"type": "websocket.disconnect", "code": 1001}
        return {"type": "websocket.receive", "text" if isinstance(message, str) else "bytes": message}

    def reader(self, config):
        return SocketReader(self, config, self.clock)


def noted_in(types):
    """What commands, and numbers of frames that were drawn, are handed to."""
    return lambda command: types.append(command.type), lambda frame: types.append("ack")


def read_all(*messages, config=CONFIG):
    """The types of what is handed on, and the answers, as (about, sentence)."""
    sender, obeyed, answers = Sender(*messages), [], []
    with pytest.raises(Gone):
        asyncio.run(sender.reader(config).read_all(*noted_in(obeyed), answers.append))
    letters = [read(text) for text in answers]
    assert {letter["type"] for letter in letters} <= {"refused"}
    return obeyed, [(letter["about"], letter["text"]) for letter in letters]


def opening(*messages):
    """The first command, and the sentences before it."""
    answers = []

    async def answer(text):
        answers.append(read(text)["text"])

    return asyncio.run(Sender(*messages).reader(CONFIG).opening(answer)), answers


def test_the_first_command_opens_and_whatever_comes_before_is_refused():
    first, answers = opening(PLAY, b"bytes", '{"type": "open", "session": "abc"}')
    assert (first.type, first.session) == ("open", "abc")
    assert answers == [words.OPEN_FIRST, words.BYTES_NOT_TEXT]


def test_who_leaves_without_opening_is_gone():
    with pytest.raises(Gone):
        opening(PLAY)


def test_commands_are_handed_on_in_order():
    assert read_all(PLAY, '{"type": "pause"}', ACKNOWLEDGEMENT) == (["play", "pause", "ack"], [])


def test_acknowledgements_are_taken_as_they_come_in_where_the_server_can():
    sender, obeyed, taken = Sender(PLAY), [], []
    texts = (ACKNOWLEDGEMENT, '{"type": "ack"}', "no message", PLAY)
    sender.state = SimpleNamespace(take_short=lambda takes: taken.extend(map(takes, texts)))
    with pytest.raises(Gone):
        asyncio.run(sender.reader(CONFIG).read_all(*noted_in(obeyed), None))
    assert (taken, obeyed) == ([True, False, False, False], ["ack", "play"])


def test_opening_again_is_refused_and_reading_goes_on():
    assert read_all(OPEN, PLAY) == (["play"], [("open", words.ALREADY_OPEN)])


def test_what_cannot_be_read_is_refused_and_reading_goes_on():
    obeyed, answers = read_all("nonsense", b"bytes", PLAY)
    assert obeyed == ["play"]
    assert answers[0][1].startswith("Expected a message in JSON") and answers[1] == (None, words.BYTES_NOT_TEXT)


def test_a_message_may_be_so_long_and_no_longer():
    config = replace(CONFIG, longest_message=len(PLAY))
    obeyed, answers = read_all(PLAY, PLAY + " ", config=config)
    assert obeyed == ["play"] and len(answers) == 1


def test_of_a_flood_the_burst_is_obeyed_and_one_sentence_told():
    assert read_all(*[PLAY] * 10) == (["play"] * 4, [(None, words.TOO_FAST.format(rate=1.0))])


def test_acknowledgements_are_not_counted():
    obeyed, answers = read_all(*[ACKNOWLEDGEMENT] * 10, *[PLAY] * 4)
    assert (obeyed, answers) == (["ack"] * 10 + ["play"] * 4, [])


def test_what_only_looks_like_an_acknowledgement_is_counted_once_it_is_long():
    long = json.dumps({"type": "ack", "frame": 1}).ljust(65)
    obeyed, answers = read_all(*[long] * 5)
    assert obeyed == ["ack"] * 4 and len(answers) == 1


def test_a_flood_that_goes_on_is_still_the_same_one():
    """One message a second is obeyed of those that come, and nothing more is said."""
    obeyed, answers = read_all(*[PLAY] * 6, 1, PLAY, PLAY, 1, PLAY, PLAY)
    assert obeyed == ["play"] * 6 and len(answers) == 1


def test_after_a_rest_the_next_flood_is_told_again():
    obeyed, answers = read_all(*[PLAY] * 6, 10, *[PLAY] * 6)
    assert obeyed == ["play"] * 8 and len(answers) == 2


def test_refusals_are_noted_with_their_sender(caplog):
    read_all(OPEN)
    assert [record.getMessage() for record in caplog.records] == [f"Refused a message: {words.ALREADY_OPEN}"]
