"""The options of the command `glassbox`: what each may be, and what it says of itself."""

import math
import re
from enum import StrEnum
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

import typer

from glassbox.config import Config
from glassbox.front import MOST as MOST_FRONTS
from glassbox.front import read_front
from glassbox.root_path import read_root_path
from glassbox.words.current import word
from glassbox.words.sentence import say

DEFAULTS = Config()

NO_HOST_NAME = say("Expected a name such as box.example, without http:// and without a port; {name} is not one.")
NO_ADDRESS = say("Expected an address of this machine, such as 127.0.0.1, or 0.0.0.0 for a class; this is empty.")
NO_FRONT = say("Expected which server this is of how many, such as 1/2, of {most} at most; {text} is not that.")
NO_ROOT_PATH = say(
    "Expected a path such as /glassbox, other than the playground's own, such as /api; {path} is not one."
)
NO_PROXY = say("Expected an address or a network, such as 192.0.2.7 or 172.16.0.0/12; {address} is not one.")
NO_NUMBER = say("Expected a number of seconds; {number} is none.")
SHORT_ROOM_KEY = say("With --rooms key, expected a --room-key of at least {least} signs, so that nobody guesses it.")
LEAST_ROOM_KEY = 8  # signs
YEAR = 366 * 24 * 3600  # seconds
HOST_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,252})|[0-9a-fA-F:.]{2,45}", re.ASCII)


class WhoOpens(StrEnum):
    """A room for a class."""

    HERE = "here"
    KEY = "key"
    ANYONE = "anyone"


class WhoReads(StrEnum):
    """The metrics."""

    HERE = "here"
    ANYONE = "anyone"
    NOBODY = "nobody"


class LogForm(StrEnum):
    """Of the log."""

    TEXT = "text"
    JSON = "json"


def _seconds(number: float) -> float:
    """Bounds let "nan" pass, which is neither below nor above them."""
    if math.isnan(number):
        raise typer.BadParameter(word(NO_NUMBER.format(number=number)))
    return number


def _address(name: str) -> str:
    if not name.strip():
        raise typer.BadParameter(word(NO_ADDRESS))
    return name


def _root_path(text: str) -> str:
    path = read_root_path(text)
    if path is None:
        raise typer.BadParameter(word(NO_ROOT_PATH.format(path=repr(text))))
    return path


def _front(text: str) -> str:
    if read_front(text) is None:
        raise typer.BadParameter(word(NO_FRONT.format(text=repr(text), most=MOST_FRONTS)))
    return text


def _networks(addresses: list[str] | None) -> list[str] | None:
    return addresses and [_network(address) for address in addresses]


def _network(address: str) -> str:
    try:
        return str(ip_network(address, strict=False))
    except ValueError:
        raise typer.BadParameter(word(NO_PROXY.format(address=repr(address)))) from None


def _host_names(names: list[str] | None) -> list[str] | None:
    for name in names or ():
        if not HOST_NAME.fullmatch(name):
            raise typer.BadParameter(word(NO_HOST_NAME.format(name=repr(name))))
    return names


def checked_room_key(rooms: WhoOpens, key: str) -> str:
    """The key.

    Raises:
        typer.BadParameter: it is asked for, and too short.
    """
    if rooms is WhoOpens.KEY and len(key) < LEAST_ROOM_KEY:
        raise typer.BadParameter(word(SHORT_ROOM_KEY.format(least=LEAST_ROOM_KEY)))
    return key


Host = Annotated[
    str,
    typer.Option(callback=_address, help=word(say("Address to listen on; 0.0.0.0 lets everyone on your network in."))),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help=word(say("Port to listen on; 0 finds a free one.")))]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help=word(say("Open the playground in a browser.")))]
AllowedHost = Annotated[
    list[str] | None,
    typer.Option(
        callback=_host_names,
        help=word(say("A further name this server is called by, behind a proxy for instance. Can be repeated.")),
    ),
]
RootPath = Annotated[
    str,
    typer.Option(
        callback=_root_path, help=word(say("Path of a site below which a proxy shows the playground, as /glassbox."))
    ),
]
TrustedProxy = Annotated[
    list[str] | None,
    typer.Option(
        callback=_networks,
        help=word(
            say(
                "Address or network of a proxy whose X-Forwarded-For, -Proto and -Prefix count, beside this machine's "
                "own. Can be repeated."
            )
        ),
    ),
]
MostSessions = Annotated[
    int, typer.Option(min=1, max=10_000, help=word(say("How many networks may live at the same time.")))
]
MostParameters = Annotated[
    int, typer.Option(min=1, max=10**9, help=word(say("How many weights and biases one network may have.")))
]
PauseAfter = Annotated[
    float,
    typer.Option(
        min=0, max=YEAR, callback=_seconds, help=word(say("Seconds after which a network nobody watches pauses."))
    ),
]
ForgetAfter = Annotated[
    float,
    typer.Option(
        min=0, max=YEAR, callback=_seconds, help=word(say("Seconds after which a network nobody watches is let go."))
    ),
]
NotReadingAfter = Annotated[
    float,
    typer.Option(
        min=1,
        max=24 * 3600,
        callback=_seconds,
        help=word(say("Seconds after which a page that takes no pictures is disconnected.")),
    ),
]
TimelineMemory = Annotated[
    int,
    typer.Option(
        min=1,
        max=10**6,
        help=word(say("Megabytes that each network's past may take, to go back to; and its changes, to undo.")),
    ),
]
Threads = Annotated[
    int, typer.Option(min=1, max=1024, help=word(say("Threads that train, for all networks together.")))
]
DataFolder = Annotated[
    Path | None,
    typer.Option(file_okay=False, help=word(say("Folder that keeps the lab book: every run, for whoever ran it."))),
]
LessonsFolder = Annotated[
    Path | None,
    typer.Option(
        file_okay=False,
        help=word(say("Folder of your own lessons, Markdown files, which are read anew when they change.")),
    ),
]
DatabaseUrl = Annotated[
    str,
    typer.Option(
        help=word(say("A database for the lab book in place of a file, such as postgresql://user@localhost/glassbox."))
    ),
]
Cluster = Annotated[
    str,
    typer.Option(
        help=word(
            say(
                "Scheduler of a cluster that trains the experiments and carries the live networks, such as "
                "tls://scheduler.example:8786. Without one, this machine does."
            )
        )
    ),
]
HostProcesses = Annotated[
    int,
    typer.Option(
        min=0,
        max=64,
        help=word(
            say(
                "Processes that carry the live networks, as many as there are cores for them; 0: threads of the server."
            )
        ),
    ),
]
FrontOf = Annotated[
    str,
    typer.Option(
        "--front",
        callback=_front,
        help=word(
            say(
                "Which of several servers this is that share one database, such as 1/2 and 2/2; a proxy shows each "
                "below the path of its number."
            )
        ),
    ),
]
Rooms = Annotated[
    WhoOpens,
    typer.Option(
        help=word(
            say("Who may open a room for a class: this machine's browser (here), whoever has the key (key), or anyone.")
        )
    ),
]
RoomKey = Annotated[
    str,
    typer.Option(
        help=word(say("What --rooms key asks of teachers; better set in the environment, as GLASSBOX_ROOM_KEY."))
    ),
]
MostRooms = Annotated[
    int, typer.Option(min=1, max=1000, help=word(say("How many rooms there may be at the same time.")))
]
MostMembers = Annotated[int, typer.Option(min=1, max=2000, help=word(say("How many may be in one room.")))]
Metrics = Annotated[
    WhoReads,
    typer.Option(
        help=word(
            say(
                "Who may read at /metrics how busy the server is: this machine (here), anyone, or nobody. Prometheus "
                "understands it."
            )
        )
    ),
]
Log = Annotated[
    LogForm, typer.Option(help=word(say("How events are written: a line of text each, or an object in JSON.")))
]
Version = Annotated[bool, typer.Option("--version", help=word(say("Print the version and end.")))]
