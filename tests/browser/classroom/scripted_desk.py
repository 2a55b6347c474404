"""A teacher without a screen: opens a room and leads it over its socket, for tests of what students see."""

import json
import threading
import time
from contextlib import ExitStack
from urllib.request import Request, urlopen

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

PATIENCE = 45.0  # seconds


class ScriptedDesk:
    """Leads a room while `with` lasts, and ends it.

    Attributes: `code`; `told`: the newest message of each kind.
    """

    def __init__(self, address):
        request = Request(f"{address}/api/rooms", b"{}", {"Content-Type": "application/json"})
        with urlopen(request) as answer:
            opened = json.load(answer)
        self.code = opened["code"]
        self.told = {}
        self._lead = opened["lead"]
        self._address = f"{address.replace('http', 'ws', 1)}/ws/rooms/{self.code}"
        self._open = ExitStack()
        self._socket = None

    def __enter__(self):
        self._socket = self._open.enter_context(connect(self._address))
        self._send(type="enter", role="desk", token=self._lead)
        threading.Thread(target=self._hear, daemon=True).start()
        self.until(lambda: "desk" in self.told)
        return self

    def __exit__(self, *_):
        if "bye" not in self.told:
            self.say("end")
            self.until(lambda: "bye" in self.told)
        self._open.close()

    def say(self, kind, **fields):
        """One of the lead's commands, with the counter of its lease."""
        self._send(type=kind, counter=self.told["desk"]["counter"], **fields)

    def members(self):
        """As the desk sees them."""
        return self.told["desk"]["members"]

    def until(self, condition):
        """Wait until what was told fulfils it."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"the room was not told so: {self.told}"
            time.sleep(0.01)

    def _send(self, **message):
        self._socket.send(json.dumps(message))

    def _hear(self):
        try:
            for text in self._socket:
                if isinstance(text, str):
                    message = json.loads(text)
                    self.told[message["type"]] = message
        except ConnectionClosed:
            pass
