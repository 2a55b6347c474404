"""The path of a site below which a proxy shows the playground, such as /glassbox: reads it, and takes it away."""

import re

# What the playground's own addresses begin with.
PLACES = ("class", "experiments", "labbook", "lessons")
OWN = frozenset({*PLACES, "api", "check", "favicon.ico", "health", "metrics", "privacy", "projector", "static", "ws"})

_PATH = re.compile(r"(/(?!\.{1,2}(/|$))[^/\x00-\x20?#%\\]+)*/?")


def read_root_path(text: str) -> str | None:
    """The path as "/a/b", "" for a site of its own; None for what is no such path, or one of the playground's own."""
    path = f"/{text.strip().removeprefix('/')}"
    is_own = path.split("/")[1] in OWN
    return path.rstrip("/") if _PATH.fullmatch(path) and not is_own else None


def below(root_path: str, path: str) -> str:
    """A request's path without the root path; as it is where a proxy has taken it away already."""
    shorter = path.removeprefix(root_path)
    return shorter or "/" if shorter[:1] in ("", "/") else path
