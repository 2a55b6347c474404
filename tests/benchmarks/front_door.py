"""Measures how light the front door is: first and second visits in a browser, answers a second,
a class that comes in at once.

    python -m tests.benchmarks.front_door                    builds a wheel, installs it and measures its server
    python -m tests.benchmarks.front_door --url URL          measures one that runs, with room for 400 networks
    python -m tests.benchmarks.front_door --against URL      and compares answers a second with another one, by turns
    python -m tests.benchmarks.front_door --smoke            one line, ten pages

Answers a second need the program `wrk`. Prints Markdown; never fails because of a time.
"""

import asyncio
import re
import shutil
import subprocess
import tempfile
import urllib.request
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urljoin

from tests.benchmarks import visits
from tests.benchmarks.crowd import come_in
from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.wheel import Environment, build

PAGES, PLAYING = 300, 10
ROOM = ("--most-sessions", "400")
ROUNDS = 3
SCRIPT = re.compile(r'<script type="module" src="([^"]+)"')


def main():
    """Measure and print."""
    options = _options()
    with nullcontext() if options.url else _installed() as python:
        _measure(options, lambda: nullcontext(options.url) if options.url else _server(python))


def _measure(options, server):
    with server() as url, visits.browser() as chromium:
        visits.warm_up(chromium, url)
        _report_visits(chromium, url, visits.LINES[:1] if options.smoke else visits.LINES)
        _report_answers([url, *options.against], seconds=1 if options.smoke else 4)
    with server() as url:  # one's own anew, so that there is room for all
        _report_crowd(url, 10 if options.smoke else PAGES, 1 if options.smoke else PLAYING)


def _options():
    parser = Options(__doc__, "one line, ten pages")
    parser.url("a running server; without one a wheel is built, installed and started")
    parser.add_argument("--against", action="append", default=[], help="another server, for answers a second")
    return parser.parse_args()


@contextmanager
def _installed():
    """The interpreter of an environment with a wheel, built from this checkout."""
    with tempfile.TemporaryDirectory() as folder:
        yield Environment(Path(folder) / "environment", build(Path(folder))).python


@contextmanager
def _server(python):
    with own_server(python, *ROOM) as (socket, _):
        yield socket.replace("ws", "http", 1).removesuffix("ws")


def _report_visits(chromium, url, lines):
    print("| line, theme | first visit: requests · kB · seconds | second visit: requests · seconds | layout shift |")
    print("|---|---|---|---|")
    for line in lines:
        for theme in ("light", "dark"):
            first, second = visits.visit_twice(chromium, url, line, theme, visits.DESKTOP)
            phone, _ = visits.visit_twice(chromium, url, line, theme, visits.PHONE)
            print(
                f"| {line.name}, {theme} | {first.requests} · {first.size / 1000:.0f} · {first.seconds:.2f} "
                f"| {second.requests} · {second.seconds:.2f} | desktop {first.shift:.3f}, phone {phone.shift:.3f} |"
            )


def _report_answers(urls, seconds):
    """By turns, so that a machine that drifts does so for all; the best round of each counts."""
    if not shutil.which("wrk"):
        print("\nAnswers a second: not measured, the program wrk is not there.")
        return
    kinds = {"document": lambda url: url, "script": _script}
    best = {(kind, url): 0.0 for kind in kinds for url in urls}
    for _ in range(ROUNDS):
        for (kind, url), so_far in best.items():
            best[kind, url] = max(so_far, _answers_a_second(kinds[kind](url), seconds))
    print(f"\n| answers a second | {' | '.join(urls)} |\n|---|{'---|' * len(urls)}")
    for kind in kinds:
        print(f"| {kind} | {' | '.join(f'{best[kind, url]:.0f}' for url in urls)} |")


def _script(url):
    """The page's own script: what a wheel packed, or the first of the plain ones."""
    with urllib.request.urlopen(url) as answer:
        return urljoin(url, SCRIPT.search(answer.read().decode())[1])


def _answers_a_second(url, seconds):
    command = ["wrk", "-t1", "-c20", f"-d{seconds}", "-H", "Accept-Encoding: gzip, br", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def _report_crowd(url, pages, playing):
    seconds, rates = asyncio.run(come_in(url, pages, playing))
    ranked = sorted(seconds)
    print(f"\n| {pages} pages at once, while {playing} networks play | |\n|---|---|")
    print(f"| first · median · last picture, seconds | {ranked[0]:.2f} · {ranked[pages // 2]:.2f} · {ranked[-1]:.2f} |")
    print(f"| frames a second of those that play, least | {min(rates):.1f} |")


if __name__ == "__main__":
    main()
