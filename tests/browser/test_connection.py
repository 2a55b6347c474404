"""When the connection drops, the page says so, keeps what it has, and finds its network again."""

import os
import re
import signal

import pytest
from playwright.sync_api import expect

from tests.browser.complaints import CUT_OFF, GONE
from tests.browser.gate import Gate
from tests.browser.playground import Playground
from tests.frames import numbers
from tests.process import ServerProcess

RESTARTED_WITHIN = 60_000  # milliseconds


@pytest.fixture
def gate(server):
    """To be asked for before `visit`, so that it is open until the page is closed."""
    with Gate(server.port) as gate:
        yield gate


def welcomes(playground):
    return [message for message in playground.messages if message["type"] == "welcome"]


def wait_for_return(playground, count=2):
    """Until it was welcomed again, and its first frame has come."""
    playground.until(lambda: len(welcomes(playground)) >= count, "another welcome")
    expect(playground.banner).to_be_empty()
    return welcomes(playground)[-1]


def test_a_dropped_connection_resumes_the_same_network(gate, visit):
    playground = visit(gate.address).open()
    playground.play()
    playground.wait_for_steps(200)
    before = playground.pause()
    playground.expect_complaints(CUT_OFF)
    gate.cut()
    welcome = wait_for_return(playground)
    assert welcome["resumed"] and welcome["history"]["x"][-1] > 1
    playground.until(lambda: playground.frame is not before, "a new frame")
    assert (playground.frame.step, numbers(playground.frame)) == (before.step, numbers(before))
    assert playground.step().step == before.step + 1


def test_training_goes_on_while_the_connection_is_lost(gate, visit):
    playground = visit(gate.address).open()
    playground.expect_complaints(GONE)
    playground.play()
    playground.wait_for_steps(50)
    gate.shut()
    expect(playground.banner).to_contain_text("Connection lost. What you see is the last picture.")
    expect(playground.button("Step one batch")).to_be_disabled()
    lost_at = playground.frame.step
    assert 0 < int(playground.reading("step").inner_text().replace(",", "")) <= lost_at  # it keeps what it has
    gate.reopen()
    playground.banner.get_by_role("button", name="Try now").click()
    assert wait_for_return(playground)["resumed"]
    playground.wait_for_steps(1)
    assert playground.frame.step > lost_at and playground.frame.run == 1 and playground.frame.playing


def test_a_line_that_goes_dead_is_told_and_a_wish_does_not_look_like_a_fact(gate, visit):
    playground = visit(gate.address).open()
    playground.play()
    playground.wait_for_steps(50)
    gate.hold()
    expect(playground.banner).to_contain_text("The server has gone silent")
    expect(playground.reading("pace")).to_have_text("–")  # no rate of now
    play = playground.page.locator("[data-do=play]")
    play.click()
    expect(play).to_have_attribute("aria-busy", "true")
    assert playground.frame.playing
    gate.let_go()
    expect(playground.banner).to_be_empty()
    expect(play).not_to_have_attribute("aria-busy", "true")
    playground.until(lambda: not playground.frame.playing, "the pause to be the network's")


def test_a_change_made_meanwhile_is_sent_later(gate, visit):
    playground = visit(gate.address).open()
    playground.expect_complaints(GONE)
    gate.shut()
    expect(playground.banner).to_contain_text("Connection lost")
    playground.type("Learning rate", "0.1")
    expect(playground.field("Learning rate")).to_have_value("0.1")
    gate.reopen()
    wait_for_return(playground)
    playground.until(lambda: playground.settings["learning_rate"] == 0.1, "the change")
    expect(playground.field("Learning rate")).to_have_value("0.1")


def killed_and_started_again(server, playground):
    """What the page notes after that."""
    server.end(signal.SIGKILL)
    expect(playground.banner).to_contain_text("Connection lost")
    server.start()
    expect(playground.notes).to_contain_text("no longer on the server", timeout=RESTARTED_WITHIN)
    noted = playground.notes.inner_text()
    playground.notes.get_by_role("button", name="Dismiss").click()
    playground.wait_until_ready()
    expect(playground.banner).to_be_empty()
    return noted


def test_the_server_is_killed_and_started_again(visit):
    """The page takes its run up where the lab book has it; a network that had begun anew is at its beginning again."""
    with ServerProcess() as server:
        playground = visit(server.address).open("?hidden=3,3&learning_rate=0.1&optimizer=momentum")
        playground.expect_complaints(GONE)
        settings, initial = playground.settings, numbers(playground.frame)
        playground.play()
        playground.wait_for_steps(100)
        stood = playground.pause()
        playground.page.request.get(f"{server.address}/api/sessions/{welcomes(playground)[-1]['session']}/lab-book")
        noted = killed_and_started_again(server, playground)
        assert "its lab book has the run" in noted and f"at step {stood.step:,}. Press play to go on." in noted
        playground.until(lambda: playground.frame.step == stood.step, "the run as it was")
        assert numbers(playground.frame) == numbers(stood) and playground.settings == settings
        playground.play()
        playground.wait_for_steps(10)
        playground.pause()
        playground.reset()
        assert "This is a new one with the same settings." in killed_and_started_again(server, playground)
        playground.until(lambda: playground.frame.step == 0, "the new network")
        assert numbers(playground.frame) == initial and playground.settings == settings


def test_a_server_that_freezes_is_told_and_comes_back_by_itself(visit):
    with ServerProcess() as server:
        playground = visit(server.address).open()
        playground.play()
        playground.wait_for_steps(50)
        os.kill(server.process.pid, signal.SIGSTOP)
        try:
            expect(playground.banner).to_contain_text("The server has gone silent")
            expect(playground.reading("pace")).to_have_text("–")
        finally:
            os.kill(server.process.pid, signal.SIGCONT)
        expect(playground.banner).to_be_empty()
        playground.wait_for_steps(10)


def test_a_server_that_stops_says_so(visit):
    with ServerProcess() as server:
        playground = visit(server.address).open()
        playground.expect_complaints(GONE)
        said = playground.record(playground.banner)
        server.end(signal.SIGINT)
        playground.until(lambda: any("The server is stopping." in text for text in said()), "a word of farewell")
        expect(playground.banner).to_contain_text("Connection lost.")  # once it is gone


def test_a_full_server_says_so(visit):
    with ServerProcess("--most-sessions", "1") as server:
        first, late = visit(server.address).open(), visit(server.address)
        late.expect_complaints(GONE)
        late.page.goto(server.address)
        expect(late.banner).to_contain_text("This server already runs 1 networks, which is its limit.")
        first.play()
        first.wait_for_steps(5)
        first.page.close()


def test_another_tab_takes_over_and_gives_back(playground):
    playground.step("epoch")
    with playground.page.expect_popup() as popup:
        playground.page.evaluate("void open(location.href)")  # as “duplicate tab” does: it takes the tab's memory along
    other = Playground(popup.value, playground.address)
    other.page.reload()  # so that it is heard from its first message on
    other.wait_until_ready()
    assert other.frame.step == 25
    expect(playground.banner).to_contain_text("This network was opened in another tab, which now shows it.")
    playground.banner.get_by_role("button", name="Bring it back here").click()
    expect(playground.banner).to_be_empty()
    expect(other.banner).to_contain_text(re.compile("opened in another tab"))
    assert playground.step().step == 26
    assert other.complaints() == []
