"""Who looks into a session without having it: told of news, and of commands apart; remembered when they have left."""

from glassbox.session.audience import Audience
from tests.run.tools import Clock


def test_listeners_hear_of_work_and_of_commands():
    audience, heard = Audience(Clock()), []
    audience.join(heard.append)
    audience.work()
    audience.command()
    audience.work()
    assert heard == [False, True, False]


def test_it_is_empty_once_the_last_one_has_left():
    clock, heard = Clock(), []
    audience = Audience(clock)
    assert audience.is_empty
    audience.join(heard.append)
    assert not audience.is_empty
    clock.advance(5.0)
    audience.leave(heard.append)
    audience.leave(heard.append)
    audience.work()
    assert audience.is_empty and audience.left_at == clock.now and heard == []


def test_one_may_leave_while_it_is_told():
    audience, heard = Audience(Clock()), []

    def once(_):
        heard.append("once")
        audience.leave(once)

    audience.join(once)
    audience.join(lambda _: heard.append("always"))
    audience.work()
    audience.work()
    assert heard == ["once", "always", "always"]


def test_whoever_only_looks_on_is_told_and_holds_nothing():
    audience, heard = Audience(Clock()), []
    audience.look_on(heard.append)
    audience.work()
    audience.command()
    assert heard == [False, True] and audience.is_empty
    audience.leave(heard.append)
    audience.work()
    assert heard == [False, True] and audience.left_at == float("-inf")
