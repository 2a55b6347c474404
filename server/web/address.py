"""Reads the Host and Origin headers of a request into their parts, strictly, for the doorkeeper to compare."""

import re
from ipaddress import ip_address
from typing import NamedTuple

DEFAULT_PORTS = {"http": 80, "https": 443}

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?", re.ASCII)
_ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<host>.+)", re.ASCII)


class Place(NamedTuple):
    """Scheme, host and port: what two addresses must share to be of the same origin."""

    scheme: str
    host: str
    port: int


def read_host(header: str, scheme: str) -> Place | None:
    """The place a Host header names, with the scheme's default port; None if it is malformed."""
    match = _HOST.fullmatch(header.lower())
    if match is None:
        return None
    port = int(match["port"] or DEFAULT_PORTS[scheme])
    name = match["name"]
    if not 0 < port < 65536 or (name.startswith("[") and not is_address(name)):
        return None
    return Place(scheme, _canonical(name), port)


def read_origin(header: str) -> Place | None:
    """The place an Origin header names; None if it is malformed, of another scheme, or "null"."""
    match = _ORIGIN.fullmatch(header.lower())
    return read_host(match["host"], match["scheme"]) if match else None


def is_address(name: str) -> bool:
    """Whether a host is an IP address in its usual spelling, brackets or not."""
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _canonical(name: str) -> str:
    """An IPv6 address has many spellings; a name has one."""
    return str(ip_address(name.strip("[]"))) if is_address(name) else name
