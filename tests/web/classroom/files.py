"""A class that has asked and answered, with networks of its own, for the tests of its file."""

import asyncio

from glassbox.classroom import said
from glassbox.protocol.challenge import Record
from glassbox.web.classroom.class_file import class_file
from tests.classroom.rooms import joined, lead, new_room, say
from tests.run.tools import run_of, train_epochs
from tests.web.classroom.networks import Networks

MARKUP = "=<b>Jo</b>"
CHOICE = said.Asked(kind="choice", text="Does it <i>fall</i>?", options=("It falls", "It rises"))
NUMBER = said.Asked(kind="number", text="How low?", least=0.0, most=9.0, unit="nats")
CURVE = said.Asked(kind="curve", text="Sketch it.")


def some_class():
    """Three members: with a network of classes, one of numbers, and none; and what their networks are asked from."""
    classes, numbers = run_of(hidden=[{"units": 3}]), run_of(dataset="sine", learning_rate=0.1)
    train_epochs(classes, 2)
    networks = Networks(first=classes, second=numbers)
    room, key = new_room()
    lead(room, key, said.FreeNames, on=True)
    members = [joined(room)[0], joined(room, MARKUP)[0], joined(room)[0]]
    members[0].session, members[1].session = "first", "second"
    for asked, answers in ((CHOICE, (0, 1, None)), (NUMBER, (2.5, None, None)), (CURVE, (None, (0.5, 0.25), None))):
        lead(room, key, said.Ask, question=asked)
        for at, (member, value) in enumerate(zip(members, answers, strict=True)):
            if value is not None:
                number = len(room.questions)
                say(room, member, said.Answer, id=f"a{at}", question=number, round=1, value=value)
    room.shown = "first"
    goal = said.told.Goal(measure="test_loss", at=0.5)
    lead(room, key, said.Challenge, goal=goal, by="parameters", locked=())
    room.challenge.note(1, Record(13, 13, 2.0, 0.4))
    return room, networks


def as_asked(asked):
    return asked


def some_file(names=None, worded=as_asked):
    room, networks = some_class()
    return asyncio.run(class_file(room, networks, names or {"1": "Amber Otter", "3": "Witty Zebra"}, worded))
