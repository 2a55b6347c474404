"""The command `glassbox`, also as `python -m glassbox`: reads the options, opens the door, starts the server."""

from glassbox import (
    quiet_end,  # noqa: F401 - first of all: the other imports may be interrupted
    terminal_language,  # noqa: F401 - before Typer is imported, and options are worded
)

# isort: split
import math
import os
import re
import sys
import threading
import webbrowser
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

import typer

from glassbox.cluster.address import NotUsed
from glassbox.cluster_commands import (
    SCHEDULER,
    WORKER,
    Ca,
    Cert,
    Key,
    TrustNetwork,
    checked,
    reach_cluster,
    scheduler,
    worker,
)
from glassbox.config import Config
from glassbox.listening import CannotListen, class_address, listen, own_address
from glassbox.root_path import read_root_path
from glassbox.whole_help import WholeCommand, WholeGroup
from glassbox.words.current import word
from glassbox.words.sentence import say

DEFAULTS = Config()
MEGABYTE = 2**20
RUNS = say("Glassbox runs at {address}")
FOR_A_CLASS = say("For a class on the same network: {address}")
NO_NETWORK = say("This machine seems to be on no network, so nobody else can reach it for now.")
HOW_TO_END = say("Press Ctrl-C to end it.")

NO_HOST_NAME = say("Expected a name such as box.example, without http:// and without a port; {name} is not one.")
NO_ADDRESS = say("Expected an address of this machine, such as 127.0.0.1, or 0.0.0.0 for a class; this is empty.")
NO_ROOT_PATH = say(
    "Expected a path such as /glassbox, other than the playground's own, such as /api; {path} is not one."
)
NO_PROXY = say("Expected an address or a network, such as 192.0.2.7 or 172.16.0.0/12; {address} is not one.")
NO_NUMBER = say("Expected a number of seconds; {number} is none.")
SHORT_ROOM_KEY = say("With --rooms key, expected a --room-key of at least {least} signs, so that nobody guesses it.")
NOT_INSTALLED = say("(not installed, run from its folder)")
LEAST_ROOM_KEY = 8  # signs
YEAR = 366 * 24 * 3600  # seconds
HOST_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,252})|[0-9a-fA-F:.]{2,45}", re.ASCII)


class WhoOpens(StrEnum):
    """A room for a class."""

    HERE = "here"
    KEY = "key"
    ANYONE = "anyone"


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


def _room_key(rooms: WhoOpens, key: str) -> str:
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
                "Scheduler of a cluster that trains the experiments, such as tls://scheduler.example:8786. Without "
                "one, this machine does."
            )
        )
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
Version = Annotated[bool, typer.Option("--version", help=word(say("Print the version and end.")))]

command = typer.Typer(add_completion=False, context_settings={"auto_envvar_prefix": "GLASSBOX"})
command.command(help=word(WORKER), cls=WholeCommand)(worker)
command.command(help=word(SCHEDULER), cls=WholeCommand)(scheduler)


@command.callback(
    cls=WholeGroup,
    invoke_without_command=True,
    help=word(
        say("A neural-network playground: networks train live on this server, and you look into them in a browser.")
    ),
    epilog=word(
        say(
            "Each option can also be set in the environment, as GLASSBOX_PORT=8001 for --port 8001. Several values of "
            "one stand there with spaces in between."
        )
    ),
)
def glassbox(
    context: typer.Context,
    host: Host = DEFAULTS.host,
    port: Port = DEFAULTS.port,
    browser: Browser = True,
    allowed_host: AllowedHost = None,
    root_path: RootPath = DEFAULTS.root_path,
    trusted_proxy: TrustedProxy = None,
    most_sessions: MostSessions = DEFAULTS.most_sessions,
    most_parameters: MostParameters = DEFAULTS.most_parameters,
    pause_after: PauseAfter = DEFAULTS.pause_after,
    forget_after: ForgetAfter = DEFAULTS.forget_after,
    not_reading_after: NotReadingAfter = DEFAULTS.not_reading_after,
    timeline_memory: TimelineMemory = DEFAULTS.timeline_bytes // MEGABYTE,
    threads: Threads = DEFAULTS.threads,
    data_folder: DataFolder = DEFAULTS.data_folder,
    database_url: DatabaseUrl = DEFAULTS.database_url,
    lessons_folder: LessonsFolder = DEFAULTS.lessons_folder,
    rooms: Rooms = WhoOpens.HERE,
    room_key: RoomKey = DEFAULTS.room_key,
    most_rooms: MostRooms = DEFAULTS.most_rooms,
    most_members: MostMembers = DEFAULTS.most_members,
    cluster: Cluster = "",
    cluster_ca: Ca = None,
    cluster_cert: Cert = None,
    cluster_key: Key = None,
    trust_network: TrustNetwork = False,
    show_version: Version = False,
) -> None:
    """Start the server, unless a further command or the version is asked for."""
    if context.invoked_subcommand:
        return
    if show_version:
        typer.echo(f"glassbox {_version()}")
        return
    config = Config(
        host=host,
        port=port,
        allowed_hosts=tuple(allowed_host or ()),
        root_path=root_path,
        trusted_proxies=(*DEFAULTS.trusted_proxies, *(trusted_proxy or ())),
        most_sessions=most_sessions,
        most_parameters=most_parameters,
        pause_after=pause_after,
        forget_after=forget_after,
        not_reading_after=not_reading_after,
        timeline_bytes=timeline_memory * MEGABYTE,
        threads=threads,
        data_folder=data_folder,
        database_url=database_url,
        lessons_folder=lessons_folder,
        rooms=rooms.value,
        room_key=_room_key(rooms, room_key),
        most_rooms=most_rooms,
        most_members=most_members,
        cluster=checked("--cluster", cluster, cluster_ca, cluster_cert, cluster_key, trust_network)
        if cluster
        else None,
    )
    _run(config, browser)


def _run(config: Config, browser: bool) -> None:
    try:
        elsewhere = reach_cluster(config.cluster) if config.cluster else None
        listener = listen(config.host, config.port, config.not_reading_after)
    except (CannotListen, NotUsed) as reason:
        typer.echo(word(reason.args[0]), err=True)
        raise typer.Exit(1) from None
    # From here on requests queue up; so the large libraries are imported only now.
    from glassbox.app import create_app
    from glassbox.serving import leave, serve

    port = listener.getsockname()[1]
    for_class = _for_class(config, port)

    def greet() -> None:
        _print_addresses(config, port, for_class)
        if browser:
            address = own_address(config.host, port) + _page(config)
            threading.Thread(target=_open_browser, args=(address,), daemon=True).start()

    serve(create_app(config, for_class=for_class, elsewhere=elsewhere), listener, greet, config.log)
    leave()


def _page(config: Config) -> str:
    """The page's path, where it is not the server's own address."""
    return f"{config.root_path}/" if config.root_path else ""


def _for_class(config: Config, port: int) -> str | None:
    """The page's address for others on the same network, if they can reach it."""
    address = class_address(config.host, port)
    return address and address + _page(config)


def _print_addresses(config: Config, port: int, for_class: str | None) -> None:
    typer.echo(word(RUNS.format(address=own_address(config.host, port) + _page(config))))
    if for_class:
        typer.echo(word(FOR_A_CLASS.format(address=for_class)))
    elif config.listens_for_others:
        typer.echo(word(NO_NETWORK))
    typer.echo(word(HOW_TO_END))
    sys.stdout.flush()


def _open_browser(address: str) -> None:
    """Without a screen there is no browser to open, only one that would take over the terminal."""
    has_screen = any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
    if has_screen or not sys.platform.startswith("linux"):
        webbrowser.open(address)


def _version() -> str:
    try:
        return version("glassbox")
    except PackageNotFoundError:
        return word(NOT_INSTALLED)


def main() -> None:
    """The entry point of the installed command."""
    command(prog_name="glassbox")


if __name__ == "__main__":
    main()
