"""A page's way through a real socket: opening, frames, bad input of every kind, floods, farewells.
The sessions are fake.
"""

import json
from dataclasses import replace

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from glassbox.config import Config
from glassbox.session import words
from glassbox.web import words as web_words
from glassbox.web.socket_writer import CLOSE_CODES
from tests.web.bad_messages import BAD_MESSAGES
from tests.web.clients import PLAY, cut, enter, farewell, hear, knock, silent_page
from tests.web.conftest import running, until


def test_the_journey(live):
    page, welcome = enter(live)
    viewer = live.registry.viewers[welcome["session"]]
    page.send(PLAY)
    assert hear(page) == {"type": "state", "playing": True, "stop": None, "best": None}
    page.send('{"type": "configure", "changes": {"learning_rate": 0.1}}')
    assert hear(page)["type"] == "state"
    live.do(viewer.mailbox.show, 1, b"a frame")
    assert page.recv(timeout=60) == b"a frame"
    page.send('{"type": "ack", "frame": 1}')
    assert hear(page)["type"] == "state"
    assert [command.type for command in live.registry.commands] == ["play", "configure"]
    assert live.registry.acknowledged == [1]
    page.close()
    until(lambda: live.registry.viewers[welcome["session"]] is None)


def test_frames_wait_for_credit_and_the_newest_wins(live):
    page, welcome = enter(live)
    mailbox = live.registry.viewers[welcome["session"]].mailbox
    for number in (1, 2):
        live.do(mailbox.show, number, b"%d" % number)
        assert page.recv(timeout=60) == b"%d" % number
    assert not live.do(lambda: mailbox.has_credit)
    page.send('{"type": "ack", "frame": 2}')
    hear(page)
    assert live.do(lambda: mailbox.has_credit)


def test_a_server_with_nothing_to_tell_gives_signs_of_life(live):
    page, _ = enter(live)
    signs = [json.loads(page.recv(timeout=60)) for _ in range(3)]
    assert signs == [{"type": "alive"}] * 3
    page.close()


def test_coming_back_to_the_same_network(live):
    page, first = enter(live)
    page.close()
    until(lambda: live.registry.viewers[first["session"]] is None)
    page, second = enter(live, first["session"])
    assert second["session"] == first["session"] and second["resumed"]
    page.close()


def test_another_tab_takes_over(live):
    page, welcome = enter(live)
    other, _ = enter(live, welcome["session"])
    message, code = farewell(page)
    assert (message["code"], code) == ("taken_over", CLOSE_CODES["taken_over"])
    other.send(PLAY)
    assert hear(other)["playing"]  # the second page was not taken along
    assert live.registry.viewers[welcome["session"]] is not None
    other.close()


def test_the_limit_on_sessions():
    with running(Config(most_sessions=1)) as server:
        page, _ = enter(server)
        late = knock(server)
        late.send('{"type": "open"}')
        message, code = farewell(late)
        assert message["type"] == "bye" and message["text"]
        assert (message["code"], code) == ("too_many_sessions", CLOSE_CODES["too_many_sessions"])
        page.send(PLAY)
        assert hear(page)["playing"]
        page.close()


def test_the_limit_on_sockets_counts_those_that_open_nothing():
    with running(Config(most_sessions=1, most_sockets_a_session=2)) as server:
        page, _ = enter(server)
        silent, late = knock(server), knock(server)
        message, code = farewell(late)
        assert (message["text"], code) == (web_words.TOO_MANY_SOCKETS, CLOSE_CODES["too_many_sessions"])
        silent.close()
        page.send(PLAY)
        assert hear(page)["playing"]
        page.close()


@pytest.mark.parametrize("message", BAD_MESSAGES.values(), ids=BAD_MESSAGES)
def test_bad_messages_get_one_sentence_and_change_nothing(shared_server, message):
    page, _ = enter(shared_server)
    obeyed = len(shared_server.registry.commands)
    page.send(message)
    message = hear(page)
    assert message["type"] == "refused"
    assert 10 < len(message["text"]) < 300 and message["text"][-1] in ".”" and "\n" not in message["text"]
    page.send(PLAY)
    assert hear(page)["playing"]  # the next message is the answer to the next command: it was one sentence
    assert len(shared_server.registry.commands) == obeyed + 1
    page.close()


@pytest.mark.parametrize("message", ["a" * 200_000, bytes(200_000)], ids=["text", "bytes"])
def test_a_message_far_too_long_ends_the_connection_and_the_network_stays(shared_server, message):
    page, welcome = enter(shared_server)
    page.send(message)
    with pytest.raises(ConnectionClosed):
        page.recv(timeout=60)
    until(lambda: shared_server.registry.viewers[welcome["session"]] is None)
    page, again = enter(shared_server, welcome["session"])
    assert again["resumed"]
    page.close()


@pytest.mark.parametrize("message", [PLAY, "nonsense", b"bytes"])
def test_the_first_message_must_open(shared_server, message):
    page = knock(shared_server)
    page.send(message)
    assert hear(page)["type"] == "refused"
    page.send('{"type": "open"}')
    assert hear(page)["type"] == "welcome"
    page.close()


def test_text_that_is_not_utf8_ends_the_connection_quietly(live, caplog):
    page, welcome = enter(live)
    page.protocol.send_text(b"\xff\xfe")
    page.socket.sendall(b"".join(page.protocol.data_to_send()))
    with pytest.raises(ConnectionClosed):
        page.recv(timeout=60)
    assert page.close_code == 1007
    until(lambda: live.registry.viewers[welcome["session"]] is None)
    assert not [record for record in caplog.records if record.exc_info]


def test_a_thousand_messages_in_a_burst(live, caplog):
    page, _ = enter(live)
    other, _ = enter(live)
    for _ in range(1000):
        page.send("nonsense")
    other.send(PLAY)
    assert hear(other)["playing"]
    page.send('{"type": "ack", "frame": 1}')  # acknowledgements pass, so this answer is the last one
    sentences = []
    while (message := hear(page))["type"] == "refused":
        sentences.append(message["text"])
    assert sentences.count(words.TOO_FAST.format(rate=live.config.most_messages_a_second)) == 1
    assert len(sentences) <= live.config.largest_burst + 200
    assert len(caplog.records) < 10
    page.close()
    other.close()


def test_after_a_flood_commands_are_obeyed_again():
    with running(Config(most_messages_a_second=50.0, largest_burst=4)) as server:
        page, _ = enter(server)
        for _ in range(20):
            page.send(PLAY)
        page.send('{"type": "ack", "frame": 1}')
        answers = [hear(page)]
        while answers[-1]["type"] == "refused" or answers[-1]["playing"]:
            answers.append(hear(page))
        assert [answer["type"] for answer in answers].count("refused") == 1
        obeyed = len(server.registry.commands)

        def is_obeyed():
            page.send('{"type": "pause"}')
            return len(server.registry.commands) > obeyed

        until(is_obeyed)
        page.close()


def test_a_page_that_never_opens_is_let_go(monkeypatch):
    monkeypatch.setattr("glassbox.web.socket.OPEN_WITHIN", 0.1)
    with running(Config()) as server:
        message, code = farewell(knock(server))
        assert (message["code"], code) == ("never_opened", CLOSE_CODES["never_opened"])


def test_there_is_one_socket_only(shared_server):
    with pytest.raises(InvalidStatus) as refusal, connect(shared_server.url.replace("/ws", "/elsewhere")):
        pass
    assert refusal.value.response.status_code == 404
    assert refusal.value.response.body.decode() == web_words.NO_SUCH_SOCKET


def test_a_foreign_page_hears_why(shared_server, caplog):
    with pytest.raises(InvalidStatus) as refusal, connect(shared_server.url, origin="http://evil.example"):
        pass
    assert refusal.value.response.status_code == 403
    assert refusal.value.response.body.decode() == web_words.ORIGIN_FOREIGN
    assert len(caplog.records) == 1


def test_nothing_is_compressed(shared_server):
    with connect(shared_server.url) as page:
        assert "Sec-WebSocket-Extensions" not in page.response.headers


@pytest.mark.parametrize("moment", ["before opening", "after opening", "in the middle of a frame"])
def test_a_page_that_vanishes_leaves_no_trace_in_the_log(live, caplog, moment):
    page = knock(live)
    if moment != "before opening":
        page.send('{"type": "open"}')
        session = hear(page)["session"]
        mailbox = live.registry.viewers[session].mailbox
        if moment == "in the middle of a frame":
            live.do(mailbox.show, 1, b"x" * 10_000_000)
        cut(page)
        until(lambda: live.registry.viewers[session] is None)
    else:
        cut(page)
    other, _ = enter(live)
    other.close()
    assert not caplog.records


@pytest.mark.parametrize("has_watchdog", [True, False], ids=["by the watchdog", "by the session"])
def test_a_page_that_never_reads_is_let_go_and_its_network_stays(has_watchdog):
    patience = 0.3 if has_watchdog else 60.0
    with running(replace(Config(), not_reading_after=patience)) as server:
        page = silent_page(server)
        viewer = until(lambda: server.registry.viewers.get("session-1"))
        for _ in range(30):
            server.do(viewer.mailbox.post, "x" * 1_000_000)
        if not has_watchdog:
            server.do(viewer.mailbox.close, "not_reading", "This page stopped reading.")
        until(lambda: server.registry.viewers["session-1"] is None)
        page.close()
        page, welcome = enter(server, "session-1")
        assert welcome["resumed"]
        page.close()


def test_pages_that_never_read_do_not_hold_up_the_end():
    with running(Config()) as server:
        page = silent_page(server)
        viewer = until(lambda: server.registry.viewers.get("session-1"))
        for _ in range(30):
            server.do(viewer.mailbox.post, "x" * 1_000_000)
        server.stop()
        until(lambda: not server.thread.is_alive(), within=2)
        page.close()


def test_all_hear_that_the_server_stops():
    with running(Config()) as server:
        pages = [enter(server)[0] for _ in range(3)]
        server.stop()
        for page in pages:
            message, code = farewell(page)
            assert (message["code"], code) == ("server_stops", CLOSE_CODES["server_stops"])
