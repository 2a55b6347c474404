"""Takes in what a proxy says of a request: who asks, over http or https, and below which path of a site.

Only proxies that the operator trusts are listened to: others could say anything. The path is only taken away, since the
page's own addresses are relative, and so are those that answers lead to.
"""

from collections.abc import Iterable
from ipaddress import IPv4Network, ip_network
from typing import Any

from starlette.types import Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from glassbox.config import Config
from glassbox.root_path import below, read_root_path

PREFIX = b"x-forwarded-prefix"


class BehindProxy(ProxyHeadersMiddleware):
    """ASGI middleware around the whole application; uvicorn's has the rest."""

    def __init__(self, app: Any, config: Config) -> None:
        super().__init__(app, list(_in_both_spellings(config.trusted_proxies)))
        self._root_path = config.root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        """Hand the request on as the page meant it."""
        if scope["type"] != "lifespan":
            said = [value for name, value in scope["headers"] if name == PREFIX]
            if said or self._root_path:
                self._leave_out(scope, said)
        await super().__call__(scope, receive, send)  # type: ignore[arg-type]

    def _leave_out(self, scope: Scope, said: list[bytes]) -> None:
        client = scope.get("client")
        if len(said) == 1 and client and client[0] in self.trusted_hosts:
            scope["path"] = below(read_root_path(said[0].decode("latin-1")) or "", scope["path"])
        scope["path"] = below(self._root_path, scope["path"])


def _in_both_spellings(networks: Iterable[str]) -> Iterable[str]:
    """A socket that listens for IPv6 too tells an IPv4 address as ::ffff:192.0.2.1."""
    for network in map(ip_network, networks):
        yield str(network)
        if isinstance(network, IPv4Network):
            yield f"::ffff:{network.network_address}/{96 + network.prefixlen}"


def to_document(path: str, query: str) -> str:
    """From a path of the server's to the page itself, relative as a proxy may have changed the path before."""
    return ("../" * (path.count("/") - 1) or "./") + (f"?{query}" if query else "")
