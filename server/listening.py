"""Opens the listening socket, for the command line, and names the addresses it can be reached at."""

import errno
import socket
import sys
from contextlib import suppress

from glassbox.words.sentence import Sentence, say

BACKLOG = 4096  # a class comes in at once, each page by several connections
EVERYWHERE = ("0.0.0.0", "::")

# Networks without internet have no route to these; any that the machine can reach shows its own address on that way.
# Nothing is sent: connecting a datagram socket only chooses the way.
_FAR_AWAY = ("192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254", "224.0.0.251")

PORT_TAKEN = say(
    "Port {port} is already in use, perhaps by another glassbox. Choose another, or let --port 0 find a free one."
)
PORT_FORBIDDEN = say("Port {port} may not be used without special rights. Choose one from 1024 on, or --port 0.")
NO_SUCH_HOST = say(
    "This machine has no address called {host}. Use --host 127.0.0.1 for yourself, or --host 0.0.0.0 for a class."
)
NOT_LISTENING = say("The server cannot listen on {host}, port {port}: {reason}.")


class CannotListen(Exception):
    """Why no socket could be opened, in one sentence."""


def listen(host: str, port: int, unread_after: float) -> socket.socket:
    """A socket that listens on host and port; port 0 is any free one.

    Args:
        unread_after: seconds after which the kernel gives up a client that takes nothing, where it can.
    Raises:
        CannotListen: with what to do about it.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return _bound(socket.socket(family, socket.SOCK_STREAM), address, unread_after)
    except UnicodeError:  # a host name that is too long to be one
        raise CannotListen(NO_SUCH_HOST.format(host=host)) from None
    except OSError as error:
        raise CannotListen(_reason(error, host, port)) from None


def _bound(listener: socket.socket, address: tuple[object, ...], unread_after: float) -> socket.socket:
    try:
        _prepare(listener, unread_after)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def _prepare(listener: socket.socket, unread_after: float) -> None:
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:  # a restart need not wait until old connections have faded away
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if listener.family == socket.AF_INET6:
        listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # accepted sockets inherit it
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(1000 * unread_after))


def _reason(error: OSError, host: str, port: int) -> Sentence:
    sentences = {
        errno.EADDRINUSE: PORT_TAKEN,
        errno.EACCES: PORT_FORBIDDEN,
        errno.EADDRNOTAVAIL: NO_SUCH_HOST,
    }
    unknown = NO_SUCH_HOST if isinstance(error, socket.gaierror) else NOT_LISTENING
    return sentences.get(error.errno or 0, unknown).format(host=host, port=port, reason=error.strerror)


def own_address(host: str, port: int) -> str:
    """The address for a browser on this machine."""
    return _url("127.0.0.1" if host in EVERYWHERE else host, port)


def class_address(host: str, port: int) -> str | None:
    """The address for others on the same network, if the server listens for them and is on one."""
    if host not in EVERYWHERE:
        return None
    found = next(filter(None, map(_address_towards, _FAR_AWAY)), None) or _address_of_name()
    return _url(found, port) if found else None


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _address_towards(goal: str) -> str | None:
    """This machine's address on the way to another."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect((goal, 9))
        return _unless_loopback(str(probe.getsockname()[0]))
    return None


def _address_of_name() -> str | None:
    with suppress(OSError):
        addresses = socket.gethostbyname_ex(socket.gethostname())[2]
        return next(filter(None, map(_unless_loopback, addresses)), None)
    return None


def _unless_loopback(address: str) -> str | None:
    return None if address.startswith(("127.", "0.")) else address
