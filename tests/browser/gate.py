"""A gate between page and server, for tests of lost connections: it hands bytes on,
until it is told to cut them off.
"""

import socket
import threading
from contextlib import suppress

CHUNK = 65536


class Gate:
    """Listens on a port of its own while `with` lasts; `address` is the page's."""

    def __init__(self, port):
        self._server = ("127.0.0.1", port)
        self._open = set()
        self._is_shut = False
        self._flows = threading.Event()
        self._flows.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self):
        threading.Thread(target=self._accept_all, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shut()
        self.let_go()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def cut(self):
        """Cut all connections; new ones are let through."""
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def shut(self):
        """Cut all connections, and let no new ones through."""
        self._is_shut = True
        self.cut()

    def reopen(self):
        self._is_shut = False

    def hold(self):
        """Hand nothing on, and say nothing of it, as a line that has gone dead does; see `let_go`."""
        self._flows.clear()

    def let_go(self):
        """Hand on what was held, and all that follows."""
        self._flows.set()

    def _accept_all(self):
        with suppress(OSError):
            while True:
                page, _ = self._listener.accept()
                self._join(page)

    def _join(self, page):
        if self._is_shut:
            page.close()
            return
        server = socket.create_connection(self._server)
        self._open |= {page, server}
        for source, goal in ((page, server), (server, page)):
            threading.Thread(target=self._carry, args=(source, goal), daemon=True).start()

    def _carry(self, source, goal):
        with suppress(OSError):
            while data := source.recv(CHUNK):
                self._flows.wait()
                goal.sendall(data)
            goal.shutdown(socket.SHUT_WR)
        self._open.discard(source)
