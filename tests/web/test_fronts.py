"""Two servers in front of one site, one cluster and one PostgreSQL, behind nginx and Caddy as docs/operating.md has them:
a network outlives its host and its server, and comes back through the same address.
"""

import asyncio
import json
import re
import signal
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
    for port, front in zip((8001, 8002), fronts, strict=True):
        found = _replaced(found, f"127.0.0.1:{port}", f"127.0.0.1:{front.port}")
    return found


@contextmanager
def nginx(folder, fronts):
    """The site's address."""
    (port,) = _free_ports(1)
    told = _replaced(_told("nginx", fronts), "listen 443 ssl;", f"listen 127.0.0.1:{port};")
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
        yield cluster, fronts, folder


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
