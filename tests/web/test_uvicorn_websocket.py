"""A connection that can be cut, asked for room, and told bad spelling from a fault: real sockets, small applications."""

import asyncio
import socket
import threading

import pytest
import uvicorn
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from glassbox.listening import listen
from glassbox.web.uvicorn_websocket import MOST_AT_ONCE, AbortableWebSocket

PATIENCE = 60.0
HANDSHAKE = (
    b"GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


@pytest.fixture
def serve():
    """Serves an application whose sockets are of this kind, until the test ends; its address."""
    running = []

    def serve(app, **options):
        listener, answers = listen("127.0.0.1", 0, 30), threading.Event()

        class Server(uvicorn.Server):
            async def startup(self, sockets=None):
                await super().startup(sockets)
                answers.set()

        config = uvicorn.Config(app, **{"ws": AbortableWebSocket, "lifespan": "off", "log_config": None, **options})
        server = Server(config)
        thread = threading.Thread(target=asyncio.run, args=(server.serve([listener]),))
        thread.start()
        running.append((server, thread))
        assert answers.wait(PATIENCE)
        return listener.getsockname()

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive()


def visitor(address):
    return connect(f"ws://{address[0]}:{address[1]}/ws", compression=None)


def silent_visitor(address):
    """One that has come in, and neither reads nor answers any more."""
    page = socket.create_connection(address)
    page.settimeout(PATIENCE)
    page.sendall(HANDSHAKE)
    assert page.recv(1024).startswith(b"HTTP/1.1 101")
    return page


async def let_in(receive, send):
    assert (await receive())["type"] == "websocket.connect"
    await send({"type": "websocket.accept"})


def test_the_application_can_cut_a_connection_at_once(serve):
    async def app(scope, receive, send):
        await let_in(receive, send)
        scope["state"]["abort"]()

    with visitor(serve(app)) as page, pytest.raises(ConnectionClosed):
        page.recv(timeout=PATIENCE)
    assert page.close_code == 1006  # no farewell


def test_it_writes_at_once_as_long_as_nothing_has_to_wait(serve):
    told, gone = [], threading.Event()

    async def app(scope, receive, send):
        write_now = scope["state"]["write_now"]
        told.append(write_now("too early"))
        await let_in(receive, send)
        told.append(write_now("text"))
        while write_now(bytes(1_000_000)):
            pass
        told.append("full")
        scope["state"]["abort"]()
        await receive()
        told.append(write_now("too late"))
        gone.set()

    with silent_visitor(serve(app)):
        assert gone.wait(PATIENCE)
    assert told == [False, True, "full", False]


def test_a_text_and_bytes_that_are_written_at_once_arrive_as_such(serve):
    async def app(scope, receive, send):
        await let_in(receive, send)
        scope["state"]["write_now"]("grün")
        scope["state"]["write_now"](b"bytes")
        await receive()

    with visitor(serve(app)) as page:
        assert [page.recv(timeout=PATIENCE), page.recv(timeout=PATIENCE)] == ["grün", b"bytes"]


def test_a_few_short_texts_of_a_read_are_taken_without_waking_the_application(serve):
    taken, received, done = [], [], threading.Event()

    async def app(scope, receive, send):
        await let_in(receive, send)
        scope["state"]["take_short"](lambda text: text.startswith("short") and not taken.append(text))
        scope["state"]["write_now"]("begin")
        while not received or received[-1] != "end":
            received.append((await receive())["text"])
        done.set()

    address = serve(app)
    with socket.create_connection(address) as page:
        page.sendall(HANDSHAKE)
        page.settimeout(PATIENCE)
        come = page.recv(1024)
        while b"begin" not in come:
            come += page.recv(1024)
        texts = [b"long" * 40, *[b"short"] * (MOST_AT_ONCE + 1), b"end"]
        page.sendall(b"".join(frame(1, text, last=True) for text in texts))
        assert done.wait(PATIENCE)
    assert taken == ["short"] * MOST_AT_ONCE
    assert received == ["long" * 40, "short", "end"]


def test_each_connection_has_ways_of_its_own(serve):
    async def app(scope, receive, send):
        await let_in(receive, send)
        if (await receive())["text"] == "cut me":
            scope["state"]["abort"]()
        await receive()

    address = serve(app)
    with visitor(address) as stays, visitor(address) as goes:
        stays.send("hello")
        goes.send("cut me")
        with pytest.raises(ConnectionClosed):
            goes.recv(timeout=PATIENCE)
        assert stays.ping().wait(PATIENCE)


def test_who_answers_no_ping_is_cut_though_much_is_still_on_its_way(serve):
    left = threading.Event()

    async def app(scope, receive, send):
        await let_in(receive, send)
        await send({"type": "websocket.send", "bytes": bytes(50_000_000)})  # more than the network's buffers hold
        assert (await receive())["type"] == "websocket.disconnect"
        left.set()

    with silent_visitor(serve(app, ws_ping_interval=0.01, ws_ping_timeout=0.01)):
        assert left.wait(PATIENCE)


def frame(opcode, data, *, last):
    """As a page sends it: masked, though with zeros."""
    length = bytes([0x80 | 127]) + len(data).to_bytes(8)
    return bytes([(0x80 if last else 0) | opcode]) + length + bytes(4) + data


LIMIT = 1000
TOO_LONG = {
    "in one part": [frame(1, bytes(LIMIT + 1), last=True)],
    "in one part, unfinished": [frame(1, bytes(LIMIT + 1), last=True)[:20]],
    "in parts that never end": [
        frame(1, bytes(LIMIT // 2), last=False),
        *[frame(0, bytes(LIMIT // 2), last=False)] * 2,
    ],
}


@pytest.mark.parametrize("parts", TOO_LONG.values(), ids=TOO_LONG)
def test_a_message_that_is_too_long_ends_the_connection_before_it_is_there(serve, parts):
    async def app(scope, receive, send):
        await let_in(receive, send)
        await receive()

    with visitor(serve(app, ws_max_size=LIMIT)) as page:
        page.socket.sendall(b"".join(parts))
        with pytest.raises(ConnectionClosed):
            page.recv(timeout=PATIENCE)
    assert page.close_code == 1009


def test_empty_parts_of_a_message_are_not_kept(serve):
    heard, kept = [], []

    async def app(scope, receive, send):
        await let_in(receive, send)
        heard.append((await receive())["text"])

    class Watched(AbortableWebSocket):
        def send_receive_event_to_app(self):
            kept.append(len(self.frames))
            super().send_receive_event_to_app()

    with visitor(serve(app, ws=Watched)) as page:
        empty = frame(0, b"", last=False) * 1000
        page.socket.sendall(frame(1, b"a", last=False) + empty + frame(0, b"b", last=True))
        with pytest.raises(ConnectionClosed):
            page.recv(timeout=PATIENCE)
    assert (heard, kept) == (["ab"], [2])


@pytest.mark.parametrize("text", [b"\xff\xfe", "ö".encode()[:1]])
def test_text_that_is_no_utf8_closes_the_connection_and_nothing_is_logged(serve, caplog, text):
    heard = []

    async def app(scope, receive, send):
        await let_in(receive, send)
        heard.append(await receive())

    with visitor(serve(app)) as page:
        page.protocol.send_text(text)
        page.socket.sendall(b"".join(page.protocol.data_to_send()))
        with pytest.raises(ConnectionClosed):
            page.recv(timeout=PATIENCE)
    assert page.close_code == 1007
    assert [message["type"] for message in heard] == ["websocket.disconnect"]
    assert not [record for record in caplog.records if record.exc_info]


def test_bytes_may_be_anything_and_text_beyond_ascii_arrives(serve):
    async def app(scope, receive, send):
        await let_in(receive, send)
        for _ in range(2):
            message = await receive()
            await send({**message, "type": "websocket.send"})
        await receive()

    with visitor(serve(app)) as page:
        for message in ("größer", b"\xff\xfe"):
            page.send(message)
            assert page.recv(timeout=PATIENCE) == message


def test_a_handshake_that_is_refused_is_no_error(serve, caplog):
    async def app(scope, receive, send):
        await receive()
        headers = [(b"content-type", b"text/plain")]
        await send({"type": "websocket.http.response.start", "status": 403, "headers": headers})
        await send({"type": "websocket.http.response.body", "body": b"Not you."})

    address = serve(app)
    for _ in range(2):  # once the second is answered, all that could be logged of the first has been
        with pytest.raises(InvalidStatus) as refused, visitor(address):
            pass
        assert (refused.value.response.status_code, refused.value.response.body) == (403, b"Not you.")
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
