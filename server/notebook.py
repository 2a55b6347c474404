"""The playground inside a notebook: `glassbox.show()` starts a server in the background and
shows its page in the cell.
"""

import atexit
import html
import re
import secrets
import threading
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import uvicorn

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.listening import listen, own_address
from glassbox.serving import build_server
from glassbox.settings import Settings
from glassbox.settings.address import address_of
from glassbox.web.notebook_gate import TOKEN, NotebookGate
from glassbox.words.environment import language_of_environment
from glassbox.words.sentence import Sentence, say

HOST = "127.0.0.1"
HEIGHT = 900  # pixels: the whole playground without its drawer
ON_THIS_MACHINE = ("http://127.0.0.1:*", "http://localhost:*")  # where notebooks are, if nothing else is said
PORT = "{port}"  # in the address of a hub
HOST_AND_PORT = re.compile(r"[\w.-]+(:\d+)?", re.ASCII)
NO_HUB = say(
    "Expected where the hub shows a port of this machine, such as https://hub.example/user/me/proxy/{{port}}/; "
    "{hub} is not that."
)
NO_ANSWER = say("The playground's server did not answer within {seconds} seconds; call show() again.")
SHOWN = say("Glassbox at {address}")
PATIENCE = 30.0  # seconds until the server must answer, or have ended


class _Server:
    """A server in a thread of its own, for one process."""

    def __init__(self, place: "_Place") -> None:
        config = Config(host=HOST, port=0, allowed_hosts=place.hosts)
        listener = listen(HOST, 0, config.not_reading_after)
        port = int(listener.getsockname()[1])
        self.token = secrets.token_urlsafe(24)
        self.address = place.address_of(port)
        self.place = place
        app = create_app(config)
        app.add_middleware(NotebookGate, token=self.token, port=port, frames=" ".join(place.frames))
        answers = threading.Event()
        self._uvicorn: uvicorn.Server = build_server(app, answers.set)
        self._thread = threading.Thread(target=self._uvicorn.run, args=([listener],), name="glassbox", daemon=True)
        self._thread.start()
        if not answers.wait(PATIENCE):
            self.close()
            raise RuntimeError(_word(NO_ANSWER.format(seconds=f"{PATIENCE:g}")))

    def close(self) -> None:
        """End it, and wait until it has ended."""
        self._uvicorn.should_exit = True
        self._thread.join(PATIENCE)

    @property
    def is_running(self) -> bool:
        """Whether it still answers."""
        return self._thread.is_alive()


class _Place(NamedTuple):
    """How the server is reached: the hub's address for its port, names beside its own, and whose pages may frame it."""

    hub: str | None
    hosts: tuple[str, ...]
    frames: tuple[str, ...]

    def address_of(self, port: int) -> str:
        """The page's, without a slash at its end."""
        return self.hub.replace(PORT, str(port)).rstrip("/") if self.hub else own_address(HOST, port)


def _place(origins: Sequence[str], hub: str | None) -> _Place:
    if hub is None:
        return _Place(None, (), tuple(origins))
    scheme, site, path, _, _ = urlsplit(hub)
    if scheme not in ("http", "https") or not HOST_AND_PORT.fullmatch(site) or PORT not in path:
        raise ValueError(_word(NO_HUB.format(hub=repr(hub))))
    return _Place(hub, (site.partition(":")[0],), (*origins, f"{scheme}://{site}"))


class Page:
    """What `show` hands out: as the last line of a cell it shows itself.

    Attributes:
        address: of the page, with the token that its server asks for.
    """

    def __init__(self, address: str, height: int) -> None:
        self.address = address
        self._height = height

    def _repr_html_(self) -> str:
        address = html.escape(self.address)
        return f'<iframe src="{address}" width="100%" height="{self._height}" frameborder="0" allowfullscreen></iframe>'

    def __repr__(self) -> str:
        return _word(SHOWN.format(address=self.address))

    def close(self) -> None:
        """End the server of this process, and with it every page that it shows."""
        close()


def _word(sentence: Sentence) -> str:
    """In the language of whoever has started the notebook."""
    return language_of_environment().word(sentence)


_lock = threading.Lock()
_running: _Server | None = None


def show(
    height: int = HEIGHT, origins: Sequence[str] = ON_THIS_MACHINE, hub: str | None = None, **settings: Any
) -> Page:
    """The playground's page, with these settings, as something a notebook's cell shows.

    The first call of a process starts a server on this machine; further calls show more pages of the same one.

    Args:
        height: of the frame, in pixels.
        origins: where the notebook may be, as scheme, host and port; needed where it is not on this machine. With other
            origins than before, the server starts anew.
        hub: where a hub shows the ports of the machine that the notebook runs on, as jupyter-server-proxy does, such as
            "https://hub.example/user/me/proxy/{port}/"; its own pages may frame the playground then.
        settings: as `Settings` has them: dataset="spiral", hidden=[{"units": 8}], learning_rate=0.1 …
    Raises:
        pydantic.ValidationError: a setting is unknown or its value out of bounds; no server is started.
        ValueError: the hub's address is none, or has no "{port}" in its path.
    """
    query = address_of(Settings().changed(settings))
    server = _server(_place(origins, hub))
    return Page(f"{server.address}/?{urlencode({TOKEN: server.token} | query)}", height)


def close() -> None:
    """End this process's server, if there is one."""
    global _running
    with _lock:
        if _running:
            _running.close()
        _running = None


def _server(place: _Place) -> _Server:
    global _running
    with _lock:
        if _running and not (_running.is_running and _running.place == place):
            _running.close()
            _running = None
        if _running is None:
            _running = _Server(place)
        return _running


atexit.register(close)
