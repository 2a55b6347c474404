"""A class that comes in at once: pages without a screen, each with its document, its files and a network of its own.

Used by `front_door.py`. Every page asks as a browser does: the document, then the files that it names, each over a
connection of its own, then the WebSocket; it is there once the first picture of its network has come.
"""

import asyncio
import gzip
import json
import random
import re
import time
from urllib.parse import urlsplit

from websockets.asyncio.client import connect

from tests.benchmarks.viewer import Viewer

NAMED = re.compile(rb'<(?:script[^>]* src|link rel="(?:modulepreload|stylesheet)" href)="/?(static/[^"]+)"')
THUMBNAILS = "/api/thumbnails"
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
GZIP = b"\x1f\x8b"  # what it begins with
PATIENCE = 120.0  # seconds for all pages


async def come_in(url, pages, playing):
    """Seconds until each page had its first picture; frames a second meanwhile of each of the networks that play."""
    chances = [random.Random(number) for number in range(playing)]
    viewers = [Viewer(_socket(url), chance) for chance in chances]
    watching = [asyncio.create_task(viewer.watch()) for viewer in viewers]
    try:
        while not all(viewer.playing for viewer in viewers):
            await asyncio.sleep(0.05)
        await asyncio.sleep(1.0)  # past the first data and the first curves
        for viewer in viewers:
            viewer.begin()
        seconds = await _all_come_in(url, pages)
        for viewer in viewers:
            viewer.end()
    finally:
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)
    return seconds, [viewer.rate for viewer in viewers]


async def _all_come_in(url, pages):
    """All stay until the last one is in."""
    everybody_in = asyncio.Event()
    began = time.perf_counter()
    arrivals = [asyncio.get_running_loop().create_future() for _ in range(pages)]
    visits = [asyncio.create_task(_visit(url, began, arrival, everybody_in)) for arrival in arrivals]
    try:
        return await asyncio.wait_for(asyncio.gather(*arrivals), PATIENCE)
    finally:
        everybody_in.set()
        await asyncio.gather(*visits, return_exceptions=True)


async def _visit(url, began, arrival, everybody_in):
    try:
        document = await _fetch(url, "/")
        files = {f"/{path.decode()}" for path in NAMED.findall(_plain(document))} | {THUMBNAILS}
        await asyncio.gather(*(_fetch(url, path) for path in files))
        async with connect(
            _socket(url), origin=url.rstrip("/"), compression=None, max_size=None, open_timeout=None
        ) as socket:
            await socket.send(json.dumps({"type": "open", "session": None, "settings": {}, "view": None}))
            while not isinstance(await socket.recv(), bytes):
                pass
            arrival.set_result(time.perf_counter() - began)
            await everybody_in.wait()
    except BaseException as fault:
        if not arrival.done():
            arrival.set_exception(fault)
        raise


async def _fetch(url, path):
    """What comes over a connection of its own, gzipped if the server does that."""
    where = urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {where.netloc}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"{path}: {head.splitlines()[0].decode()}")
    body = await reader.readexactly(int(LENGTH.search(head)[1]))
    writer.close()
    return body


def _plain(body):
    return gzip.decompress(body) if body.startswith(GZIP) else body


def _socket(url):
    return url.rstrip("/").replace("http", "ws", 1) + "/ws"
