"""Names of lessons: their addresses, made of their files' names, and those that are something else's."""

import re

# The first part of every address of the server, and words that it may want to have one day.
RESERVED = frozenset(
    [
        "about",
        "account",
        "admin",
        "answers",
        "assets",
        "catalogue",
        "check",
        "class",
        "classes",
        "classroom",
        "codes",
        "config",
        "courses",
        "dashboard",
        "default",
        "docs",
        "download",
        "error",
        "example",
        "examples",
        "experiment",
        "experiments",
        "export",
        "favicon",
        "glassbox",
        "guide",
        "health",
        "healthz",
        "help",
        "history",
        "imprint",
        "index",
        "labbook",
        "language",
        "languages",
        "learn",
        "lesson",
        "lessons",
        "licence",
        "license",
        "localhost",
        "login",
        "logout",
        "manual",
        "metrics",
        "model",
        "models",
        "network",
        "networks",
        "notebook",
        "openapi",
        "playground",
        "press",
        "print",
        "privacy",
        "problem",
        "problems",
        "progress",
        "projector",
        "register",
        "reports",
        "robots",
        "rooms",
        "search",
        "server",
        "session",
        "sessions",
        "settings",
        "share",
        "shares",
        "sitemap",
        "static",
        "status",
        "student",
        "students",
        "support",
        "teach",
        "teacher",
        "teachers",
        "terms",
        "tests",
        "undefined",
        "upload",
        "version",
        "welcome",
        "worker",
        "workers",
        "writing",
    ]
)

_FILE = re.compile(r"(?:[0-9]{1,4}_|problem_)?([a-z][a-z0-9-]{4,30})\.md")
_STEP = re.compile(r"-[0-9]+")


def name_of(file: str) -> str | None:
    """The lesson's name by its file's: 03_two-layers.md is two-layers; None: it cannot be one.

    Shorter ones are the codes of rooms, and behind a dash a number would be a step's.
    """
    match = _FILE.fullmatch(file)
    if match is None or _STEP.fullmatch(match[1][match[1].rfind("-") :] if "-" in match[1] else ""):
        return None
    return match[1]
