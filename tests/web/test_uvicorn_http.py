"""A connection has limits: on what comes before a body, on time, on what is asked ahead, on how many there are."""

import socket
import threading
import time

import pytest

from glassbox.config import Config
from glassbox.web import uvicorn_http, words
from glassbox.web.headers import SAFE_HEADERS
from glassbox.web.uvicorn_http import LONGEST_HEAD, MOST_ASKED_AHEAD, MOST_DROPPED, Places
from tests.web.conftest import running, until

PATIENCE = 60.0
BEGINNING = b"POST /api/own/points HTTP/1.1\r\nHost: localhost\r\n"
CHUNKED = BEGINNING + b"Transfer-Encoding: chunked\r\n\r\n"
STATUS = b"GET /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture
def connection(shared_server):
    with socket.create_connection(("127.0.0.1", shared_server.port)) as connection:
        connection.settimeout(PATIENCE)
        yield connection


@pytest.fixture
def quick(monkeypatch):
    """Deadlines are looked up ten times a second."""
    monkeypatch.setattr("glassbox.serving.TICKS_A_SECOND", 1)


def rest(connection):
    """All that still comes, until the server has ended the connection."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def send_on(connection, part, seconds=PATIENCE):
    """Send this again and again, until the server will have no more of it; how much was sent."""
    sent, deadline = 0, time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            connection.sendall(part)
            sent += len(part)
    except OSError:
        return sent
    raise AssertionError("the server went on and on")


def is_refused(answer, status, sentence):
    """Whether it is this refusal and nothing more, with the headers that every answer has."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = set(head.split(b"\r\n"))
    safe = {name + b": " + value for name, value in SAFE_HEADERS}
    return head.startswith(b"HTTP/1.1 %d " % status) and body.decode() == sentence and safe | {
        b"connection: close", b"content-length: %d" % len(body)
    } <= lines  # fmt: skip


ENDLESS = {
    "a header": BEGINNING + b"X: ",
    "a header's name": BEGINNING,
    "an address": b"GET /",
    "a trailer": CHUNKED + b"1\r\n1\r\n0\r\nX: ",
    "a chunk's extension": CHUNKED + b"1;",
}


@pytest.mark.parametrize("beginning", ENDLESS.values(), ids=ENDLESS)
def test_what_never_ends_is_refused_once_it_is_too_long(connection, beginning):
    connection.sendall(beginning + b"a" * (2 * LONGEST_HEAD + 1))
    assert is_refused(rest(connection), 431, words.HEAD_TOO_LONG)


def test_many_short_headers_are_refused_as_one_long_one_is(connection):
    connection.sendall(BEGINNING + b"X: 1\r\n" * (LONGEST_HEAD // 6))
    assert is_refused(rest(connection), 431, words.HEAD_TOO_LONG)


def test_headers_that_are_just_short_enough_are_taken(connection):
    connection.sendall(STATUS[:-2] + b"X: " + b"a" * (LONGEST_HEAD - len(STATUS) - 5) + b"\r\n\r\n")
    assert connection.recv(65536).startswith(b"HTTP/1.1 200")


def test_what_is_sent_after_a_refusal_is_dropped_and_the_connection_ends(connection):
    connection.sendall(BEGINNING + b"X: ")
    assert send_on(connection, b"a" * 65536) < 3 * MOST_DROPPED  # the network's buffers hold some


def test_a_trailer_too_long_tells_the_application_that_nobody_waits(connection):
    connection.sendall(CHUNKED + b"1\r\n1\r\n")
    connection.sendall(b"0\r\nX: " + b"a" * (2 * LONGEST_HEAD))
    assert is_refused(rest(connection), 431, words.HEAD_TOO_LONG)


def test_what_is_no_http_is_refused_in_words(connection):
    connection.sendall(b"hello\r\n\r\n")
    assert is_refused(rest(connection), 400, words.NO_HTTP)


@pytest.mark.parametrize(("sent", "limit"), [(BEGINNING, "HEAD_WITHIN"), (CHUNKED + b"1\r\n1\r\n", "BODY_WITHIN")])
def test_what_does_not_come_in_time_is_refused(shared_server, quick, monkeypatch, sent, limit):
    monkeypatch.setattr(uvicorn_http, limit, 0.1)
    with socket.create_connection(("127.0.0.1", shared_server.port)) as connection:
        connection.settimeout(PATIENCE)
        connection.sendall(sent)
        assert is_refused(rest(connection), 408, words.TOO_SLOW)


def test_who_connects_and_asks_nothing_is_let_go_without_a_word(shared_server, quick, monkeypatch):
    monkeypatch.setattr(uvicorn_http, "HEAD_WITHIN", 0.1)
    with socket.create_connection(("127.0.0.1", shared_server.port)) as connection:
        connection.settimeout(PATIENCE)
        assert rest(connection) == b""


def test_a_body_that_comes_steadily_gains_time(shared_server, quick, monkeypatch):
    monkeypatch.setattr(uvicorn_http, "BODY_WITHIN", 0.0)
    monkeypatch.setattr(uvicorn_http, "SLOWEST_BODY", 0.01)  # a byte gives a hundred seconds
    steady, idle = (socket.create_connection(("127.0.0.1", shared_server.port), PATIENCE) for _ in range(2))
    with steady, idle:
        steady.sendall(CHUNKED + b"1\r\n{\r\n")
        idle.sendall(CHUNKED)
        assert is_refused(rest(idle), 408, words.TOO_SLOW)
        steady.sendall(b"1\r\n}\r\n0\r\n\r\n")
        assert steady.recv(65536).startswith(b"HTTP/1.1 422")


def test_an_endless_body_is_refused_and_closed(connection):
    connection.sendall(CHUNKED)
    assert send_on(connection, b"10000\r\n" + b"1" * 65536 + b"\r\n") < 4 * MOST_DROPPED


def test_an_answer_before_the_body_is_there_keeps_the_connection_when_the_body_ends_soon(connection):
    connection.sendall(b"POST /api/no/where HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n")
    answer = b""
    while not answer.endswith(words.NO_SUCH_PAGE.encode()):
        answer += connection.recv(65536)
    connection.sendall(b"1234" + STATUS)
    assert connection.recv(65536).startswith(b"HTTP/1.1 200")


def test_requests_asked_ahead_are_answered_in_their_order(connection):
    many = MOST_ASKED_AHEAD // 2
    connection.sendall(STATUS * many + STATUS.replace(b"api/status", b"nowhere1"))
    answers = b""
    while answers.count(b"HTTP/1.1 ") <= many or not answers.endswith(words.NO_SUCH_PAGE.encode()):
        answers += connection.recv(65536)
    assert answers.count(b"HTTP/1.1 200 ") == many


def test_who_asks_too_far_ahead_gets_what_was_queued_and_no_more(connection):
    connection.sendall(STATUS * 1000)
    assert rest(connection).count(b"HTTP/1.1 200 ") == MOST_ASKED_AHEAD + 1


def test_who_asks_ahead_and_takes_no_answer_is_not_read_from(shared_server):
    """What is sent fills the network's buffers and no memory of the server's."""
    with socket.create_connection(("127.0.0.1", shared_server.port)) as connection:
        connection.settimeout(1.0)
        page = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
        sent = 0
        with pytest.raises(OSError):
            while True:
                sent += connection.send(page)
        assert sent < 10_000_000


def test_of_all_places_one_address_has_its_share():
    class At:
        def __init__(self, host):
            self.client = (host, 1)

    crowd = [At("192.0.2.1")] * 3 + [At("192.0.2.2")]
    assert Places(4, 3).have_room(crowd, ("192.0.2.1", 1))
    assert not Places(4, 2).have_room(crowd, ("192.0.2.1", 1))
    assert Places(4, 2).have_room(crowd, ("192.0.2.2", 1))
    assert not Places(3, 3).have_room(crowd, ("192.0.2.2", 1))
    assert Places(1, 1).have_room([type("Local", (), {"client": None})], None)


def test_a_class_behind_one_address_has_room():
    assert Places().of_one >= 300 * 6  # pages, and a browser's connections for each


def test_one_connection_too_many_is_refused_in_words_and_a_place_that_is_left_is_free_again(monkeypatch):
    monkeypatch.setattr("glassbox.serving.places", lambda: Places(2, 2))
    with running(Config()) as server:

        def come():
            connection = socket.create_connection(("127.0.0.1", server.port))
            connection.settimeout(PATIENCE)
            return connection

        first, second = come(), come()
        for stays in (first, second):
            stays.sendall(STATUS)
            assert stays.recv(65536).startswith(b"HTTP/1.1 200")
        with come() as third:
            assert is_refused(rest(third), 503, words.TOO_MANY_CONNECTIONS)
        first.close()

        def is_let_in():
            with come() as again:
                again.sendall(STATUS)
                return again.recv(65536).startswith(b"HTTP/1.1 200")

        assert until(is_let_in)
        second.close()


def test_neither_reset_nor_refused_connections_put_tracebacks_into_the_log(shared_server, caplog):
    wholes = [
        STATUS,
        CHUNKED + b"1\r\n1\r\n",
        BEGINNING,
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20,
        b"\x16\x03",
    ]
    resets = []
    for sent in wholes * 8:
        connection = socket.create_connection(("127.0.0.1", shared_server.port))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.sendall(sent)
        resets.append(threading.Timer(0.05, connection.close))
        resets[-1].start()
    for reset in resets:
        reset.join()
    with socket.create_connection(
        ("127.0.0.1", shared_server.port)
    ) as last:  # all that came before it has been dealt with
        last.sendall(STATUS)
        assert last.recv(65536).startswith(b"HTTP/1.1 200")
    assert not [record for record in caplog.records if record.exc_info]
