"""The command `glassbox`, also as `python -m glassbox`: reads the options, opens the door, starts the server."""

from glassbox import (
    quiet_end,  # noqa: F401 - first of all: the other imports may be interrupted
    terminal_language,  # noqa: F401 - before Typer is imported, and options are worded
)

# isort: split
import os
import sys
import threading
import webbrowser
from importlib.metadata import PackageNotFoundError, version

import typer

from glassbox.cluster.address import NotUsed
from glassbox.cluster_commands import (
    HOST,
    SCHEDULER,
    WORKER,
    Ca,
    Cert,
    Key,
    TrustNetwork,
    carry,
    checked,
    checked_processes,
    reach_cluster,
    scheduler,
    worker,
)
from glassbox.config import Config
from glassbox.front import read_front
from glassbox.listening import CannotListen, class_address, listen, own_address
from glassbox.options import (
    DEFAULTS,
    AllowedHost,
    Browser,
    Cluster,
    DatabaseUrl,
    DataFolder,
    ForgetAfter,
    FrontOf,
    Host,
    HostProcesses,
    LessonsFolder,
    Log,
    LogForm,
    Metrics,
    MostMembers,
    MostParameters,
    MostRooms,
    MostSessions,
    NotReadingAfter,
    PauseAfter,
    Port,
    RoomKey,
    Rooms,
    RootPath,
    Threads,
    TimelineMemory,
    TrustedProxy,
    Version,
    WhoOpens,
    WhoReads,
    checked_room_key,
)  # fmt: skip
from glassbox.whole_help import WholeCommand, WholeGroup
from glassbox.words.current import word
from glassbox.words.sentence import say

MEGABYTE = 2**20
RUNS = say("Glassbox runs at {address}")
FOR_A_CLASS = say("For a class on the same network: {address}")
NO_NETWORK = say("This machine seems to be on no network, so nobody else can reach it for now.")
HOW_TO_END = say("Press Ctrl-C to end it.")

NOT_INSTALLED = say("(not installed, run from its folder)")

command = typer.Typer(add_completion=False, context_settings={"auto_envvar_prefix": "GLASSBOX"})
command.command(help=word(WORKER), cls=WholeCommand)(worker)
command.command("host", help=word(HOST), cls=WholeCommand)(carry)
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
    processes: HostProcesses = DEFAULTS.processes,
    data_folder: DataFolder = DEFAULTS.data_folder,
    database_url: DatabaseUrl = DEFAULTS.database_url,
    lessons_folder: LessonsFolder = DEFAULTS.lessons_folder,
    rooms: Rooms = WhoOpens.HERE,
    room_key: RoomKey = DEFAULTS.room_key,
    most_rooms: MostRooms = DEFAULTS.most_rooms,
    most_members: MostMembers = DEFAULTS.most_members,
    front: FrontOf = str(DEFAULTS.front),
    metrics: Metrics = WhoReads.HERE,
    log: Log = LogForm.TEXT,
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
        processes=checked_processes(processes, cluster),
        data_folder=data_folder,
        database_url=database_url,
        lessons_folder=lessons_folder,
        rooms=rooms.value,
        room_key=checked_room_key(rooms, room_key),
        most_rooms=most_rooms,
        most_members=most_members,
        front=read_front(front) or DEFAULTS.front,
        metrics=metrics.value,
        log=log.value,
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
