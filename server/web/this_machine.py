"""Whether a request comes from the machine that the server runs on: some things are its operator's alone."""

from ipaddress import IPv6Address, ip_address

from starlette.requests import Request

from glassbox.web.rate_limit import client_address

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def is_here(request: Request) -> bool:
    """Whether it comes from this very machine, and through no proxy on it."""
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback and not any(name in request.headers for name in FORWARDED)
