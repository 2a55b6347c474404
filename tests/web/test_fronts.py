"""Two servers in front of one site, one cluster and one PostgreSQL, behind nginx and Caddy as docs/operating.md has them:
a network outlives its host and its server, and comes back through the same address; so does a class's room.
"""

import asyncio
import json
import re
import signal
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="a cluster needs Dask: pip install 'glassbox[cluster]'")

import httpx2 as httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from glassbox.labbook.ids import new_owner_id
from tests.browser.proxies import _found, _free_ports, _replaced, _running
from tests.cluster.cluster import Cluster, members
from tests.frames import read_frame
from tests.labbook import postgres
from tests.process import ServerProcess

DOCS = Path(__file__).parents[2] / "docs" / "operating.md"
PATIENCE = 40.0
OTHER_BUILD = """
import glassbox.build_id
glassbox.build_id.build_id = lambda: "another"
from glassbox.__main__ import main
main()
"""
HTTP = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    {told}
}}
"""


def _told(language, fronts):
    found = re.search(rf"```{language}\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[1]
    return _at_ports(found, fronts)


def _at_ports(found, fronts):
    for port, front in enumerate(fronts, 8001):
        found = _replaced(found, f"127.0.0.1:{port}", f"127.0.0.1:{front.port}")
    return found


def _rolling(fronts):
    """What nginx is told while a new version is rolled in."""
    usual, changed = re.findall(r"```nginx\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    lines = [line.strip() for line in changed.splitlines()]
    locations = [line for line in lines if line.startswith("location")]
    server = _replaced(
        usual[usual.index("server {\n") :], "    location /1/", "\n".join([*locations, "    location /1/"])
    )
    return _at_ports("\n".join([*(line for line in lines if line not in locations), server]), fronts)


@contextmanager
def nginx(folder, fronts, telling=lambda fronts: _told("nginx", fronts)):
    """The site's address."""
    (port,) = _free_ports(1)
    told = _replaced(telling(fronts), "listen 443 ssl;", f"listen 127.0.0.1:{port};")
    (folder / "nginx.conf").write_text(HTTP.format(folder=folder, told=told), "utf-8")
    with _running([_found("nginx"), "-p", folder, "-c", folder / "nginx.conf"], folder, (port,)):
        yield f"127.0.0.1:{port}"


@contextmanager
def caddy(folder, fronts):
    """The site's address."""
    (port,) = _free_ports(1)
    told = _replaced(_told("caddy", fronts), "play.example.org", f"http://127.0.0.1:{port}")
    (folder / "Caddyfile").write_text("{\nadmin off\n}\n" + told, "utf-8")
    command = [_found("caddy"), "run", "--adapter", "caddyfile", "--config", folder / "Caddyfile"]
    with _running(command, folder, (port,)):
        yield f"127.0.0.1:{port}"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Starts all of it; restarts are a test's own affair."""
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as stack:
        cluster = Cluster(folder)
        stack.callback(cluster.end)
        cluster.schedule()
        pem = zip(("--cluster-ca", "--cluster-cert", "--cluster-key"), cluster.certificates, strict=True)
        certificates = [str(each) for pair in pem for each in pair]
        cluster.hosts = cluster.start(
            ["-m", "glassbox", "host", "--processes", "2", cluster.address.text, *certificates]
        )
        options = ["--database-url", postgres.server(), "--cluster", cluster.address.text, *certificates]
        fronts = [stack.enter_context(ServerProcess("--front", f"{number}/2", *options)) for number in (1, 2)]
        for line in cluster.hosts.stdout:
            if line.startswith("Ready"):
                break
        yield cluster, fronts, options


class Page:
    """Comes back by itself, as a page does; keeps what it was told."""

    def __init__(self, address):
        self.address, self.owner = address, new_owner_id()
        self.session = self.kept = None
        self.welcomes, self.frames, self.has_played = [], [], False

    async def watch(self):
        while True:
            try:
                async with connect(
                    self.address, origin=re.sub("^ws", "http", self.address.rsplit("/", 2)[0])
                ) as socket:
                    await self._watch(socket)
            except (ConnectionClosed, InvalidHandshake, OSError):
                await asyncio.sleep(0.1)

    async def _watch(self, socket):
        opening = {"type": "open", "session": self.session, "settings": {}, "view": None, "owner": self.owner}
        await socket.send(json.dumps(opening | ({"kept": self.kept} if self.kept else {})))
        async for message in socket:
            if isinstance(message, bytes):
                frame = read_frame(message)
                self.frames.append(frame)
                await socket.send(json.dumps({"type": "ack", "frame": frame.frame}))
                continue
            told = json.loads(message)
            if told["type"] == "welcome":
                self.session = told["session"]
                self.welcomes.append(told)
                self.frames.clear()
            if told["type"] == "kept":
                self.kept = told["key"]
            if (told["type"] == "ready" or told.get("ready")) and not self.has_played:
                self.has_played = True
                await socket.send(json.dumps({"type": "play"}))

    async def until(self, condition):
        async with asyncio.timeout(PATIENCE):
            while not condition(self):
                assert not self.watching.done(), self.watching.exception()
                await asyncio.sleep(0.02)


async def kept_in_book(lab_book, page):
    """Wait until its newest row is in the database."""
    async with httpx.AsyncClient() as client, asyncio.timeout(PATIENCE):
        while page.kept not in (await client.get(lab_book)).text:
            await asyncio.sleep(0.1)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("proxy", [nginx, caddy])
@postgres.needs_a_server
def test_a_network_outlives_its_host_and_its_server(site, proxy, tmp_path):
    cluster, fronts, _ = site

    async def story(address):
        async with httpx.AsyncClient() as client:
            found = {(await client.get(f"http://{address}/lessons?x=1")).headers["location"] for _ in range(40)}
            assert {re.sub("^https?://[^/]*", "", each) for each in found} == {"/1/lessons?x=1", "/2/lessons?x=1"}
            async with asyncio.timeout(PATIENCE):
                while (await client.get(f"http://{address}/1/health")).json() != {"status": "ready"}:
                    await asyncio.sleep(0.1)
        page = Page(f"ws://{address}/1/ws")
        page.watching = asyncio.create_task(page.watch())
        await page.until(lambda page: page.kept and page.frames and page.frames[-1].epoch >= 3)
        for host in members(cluster.hosts):
            host.kill()
        await page.until(lambda page: len(page.welcomes) == 2)
        assert page.welcomes[1]["session"] == page.welcomes[0]["session"] and page.welcomes[1]["resumed"]
        await page.until(lambda page: any(frame.epoch >= 1 and frame.playing for frame in page.frames))
        await kept_in_book(f"http://{address}/1/api/sessions/{page.session}/lab-book", page)
        fronts[0].end(signal.SIGKILL)
        await page.until(lambda page: len(page.welcomes) == 3)
        assert page.welcomes[2]["session"] != page.welcomes[0]["session"]
        await page.until(lambda page: page.frames and page.frames[-1].step > 0)
        page.watching.cancel()
        await asyncio.wait([page.watching])

    with proxy(tmp_path, fronts) as address:
        asyncio.run(story(address))
    fronts[0].start()


async def visit(address, code, token, role="member"):
    """What a page in the room is told that comes by this path: the room, or where it is."""
    origin = re.sub("^ws", "http", address.rsplit("/", 1)[0])
    async with connect(f"{address}/ws/rooms/{code}", origin=origin) as socket:
        await socket.send(json.dumps({"type": "enter", "role": role, "token": token, "size": "small"}))
        told = {}
        async for message in socket:
            if isinstance(message, str):
                told |= {(said := json.loads(message))["type"]: said}
            if {"room", "me"} <= told.keys() or {"room", "desk"} <= told.keys() or "bye" in told:
                break
        return told


async def visited(address, code, token, role="member"):
    """The same, by a page that comes back until the room is there."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                told = await visit(address, code, token, role)
                if "room" in told:
                    return told
            except (ConnectionClosed, InvalidHandshake, OSError):
                pass
            await asyncio.sleep(0.1)


async def ask(client, code, lead):
    """The class is asked something; returns once that is on the disk."""
    async with connect(f"ws://127.0.0.1:{client.base_url.port}/ws/rooms/{code}") as desk:
        await desk.send(json.dumps({"type": "enter", "role": "desk", "token": lead, "size": "large"}))
        question = {"kind": "choice", "text": "Which?", "options": ["a", "b"]}
        await desk.send(json.dumps({"type": "ask", "counter": 1, "question": question}))
        async for message in desk:
            if isinstance(message, str) and (json.loads(message).get("question") or {}).get("text"):
                return


@pytest.mark.timeout(300)
@pytest.mark.parametrize("proxy", [nginx, caddy])
@postgres.needs_a_server
def test_a_room_outlives_its_server_and_is_found_by_every_path_when_that_is_back(site, proxy, tmp_path):
    _, fronts, _ = site

    async def story(address):
        path = [f"ws://{address}/{number}" for number in (1, 2)]
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{fronts[0].port}") as client:
            room = (await client.post("/api/rooms", json={})).json()
            code = room["code"]
            await ask(client, code, room["lead"])
            elsewhere = await client.post(f"http://{address}/2/api/rooms/{code}/join", json={})
            assert (elsewhere.status_code, elsewhere.json()["values"]) == (409, {"front": 1})
            token = (await client.post(f"http://{address}/1/api/rooms/{code}/join", json={})).json()["token"]
            answer = {"token": token, "id": "x", "question": 1, "round": 1, "value": 1}
            assert (await client.post(f"http://{address}/1/api/rooms/{code}/answer", json=answer)).json() == {"id": "x"}
        assert "room" in await visit(path[0], code, token)
        fronts[0].end(signal.SIGKILL)
        phone = await visited(path[0], code, token)
        assert phone["room"]["question"]["answered"] == 1 and phone["me"]["answers"][0]["value"] == 1
        assert (await visited(path[1], code, room["lead"], "desk"))["desk"]["leads"]
        fronts[0].start()
        async with asyncio.timeout(PATIENCE):
            while (told := await visit(path[0], code, token)).get("bye") is None:
                await asyncio.sleep(0.1)  # the proxy does not trust it yet
        assert told["bye"] == {"type": "bye", "code": "elsewhere", "front": 2}
        assert (await visit(path[1], code, token))["me"]["name"] == phone["me"]["name"]

    with proxy(tmp_path, fronts) as address:
        asyncio.run(story(address))


@pytest.mark.timeout(300)
@postgres.needs_a_server
def test_a_new_version_is_rolled_in_beside_the_old_one(site, tmp_path):
    _, fronts, options = site

    async def story(address, old):
        async with httpx.AsyncClient() as client:
            led_to = (await client.get(f"http://{address}/lessons")).headers["location"]
            assert re.search("/[34]/lessons$", led_to)
            async with asyncio.timeout(PATIENCE):
                while (await client.get(f"http://{address}/3/health")).json() != {"status": "ready"}:
                    await asyncio.sleep(0.1)
        async with httpx.AsyncClient(base_url=old.address) as client:
            room = (await client.post("/api/rooms", json={})).json()
            token = (await client.post(f"/api/rooms/{room['code']}/join", json={})).json()["token"]
        page = Page(f"ws://{address}/1/ws")
        page.watching = asyncio.create_task(page.watch())
        await page.until(lambda page: page.kept and page.frames and page.frames[-1].epoch >= 3)
        step = page.frames[-1].step
        old.end(signal.SIGTERM)
        await page.until(lambda page: len(page.welcomes) == 2 and page.frames)
        assert page.welcomes[1]["build"] == "another" != page.welcomes[0]["build"]
        assert page.frames[0].step >= step
        assert "room" in await visited(f"ws://{address}/1", room["code"], token)
        page.watching.cancel()
        await asyncio.wait([page.watching])

    other = ServerProcess("--front", "3/4", *options[:2], command=[sys.executable, "-c", OTHER_BUILD])
    with other as new, nginx(tmp_path, [*fronts, new, new], _rolling) as address:
        asyncio.run(story(address, fronts[0]))
    fronts[0].start()
