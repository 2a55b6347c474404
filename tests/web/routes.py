"""Every address of an application, for tests of what must hold at each of them."""

from starlette.routing import Mount, Route, WebSocketRoute

ANY = "anything"


def addresses(routes):
    """(method, path) of every route, those of included routers too; a kind of route nobody thought of is an error."""
    for route in routes:
        match route:
            case Mount():
                yield "GET", f"{route.path}/{ANY}"
            case WebSocketRoute():
                yield "SOCKET", route.path.replace("{path:path}", ANY)
            case Route():
                yield from ((method, route.path) for method in sorted(route.methods))
            case _:
                yield from addresses(route.original_router.routes)


def first_parts(app):
    """What the paths of its addresses begin with, where that is no lesson's name."""
    firsts = {path.split("/")[1] for _, path in addresses(app.routes)}
    return {first for first in firsts if first and first != ANY and not first.startswith("{")}
