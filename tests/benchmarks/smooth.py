"""Measures how smooth the page is while it trains at full speed: its animation frames in every place and tab, by turns
with those of an empty page in the same browser, and how far the layout shifts meanwhile.

    python -m tests.benchmarks.smooth                 starts a server of its own
    python -m tests.benchmarks.smooth --url URL       measures one that runs
    python -m tests.benchmarks.smooth --view "?lesson=neuron" --view "?tab=inputs&dataset=digits"   only these
    python -m tests.benchmarks.smooth --smoke         one view, one short turn

Prints Markdown; never fails because of a time.
"""

from contextlib import contextmanager, nullcontext
from statistics import median

from tests.benchmarks import visits
from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.browser.frame_rate import FRAMES

EMPTY = "static/icon.svg"  # of the same server, without a script
TABS = (
    "neuron", "graph", "activations", "losses", "inputs", "descent", "penalty", "diagnostics", "measures", "compare",
    "seeds",
)  # fmt: skip
VIEWS = (
    "", *(f"?tab={tab}" for tab in TABS if tab != "inputs"), "?tab=inputs&dataset=digits", "?present=1",
    "?present=1&tab=graph", "?lesson=neuron", "labbook", "experiments", "lessons",
)  # fmt: skip


def main():
    """Measure and print."""
    options = _options()
    with _server(options) as url, visits.browser() as chromium:
        visits.warm_up(chromium, url)
        print("| view | size | frames a second | of an empty page | ratio | layout shift |\n|---|---|---|---|---|---|")
        for name, size in (("desktop", visits.DESKTOP), ("phone", visits.PHONE)):
            for view in VIEWS[:1] if options.smoke else options.view or VIEWS:
                _report(chromium, url, view, name, size, options)


def _options():
    parser = Options(__doc__, "one view, one short turn", turns=1, seconds=0.5)
    parser.url("a running server; without one its own is started")
    parser.python()
    parser.add_argument("--view", action="append", help="an address below the server's; without one, every view")
    parser.number("turns", 3, "how often page and empty page take turns")
    parser.number("seconds", 2.0, "how long a turn is")
    return parser.parse_args()


@contextmanager
def _server(options):
    """The address of the page."""
    with nullcontext((options.url, None)) if options.url else own_server(options.python) as (address, _):
        yield address.replace("ws", "http", 1).removesuffix("ws")


def _report(chromium, url, view, name, size, options):
    page, empty = chromium.new_page(viewport=size), chromium.new_page(viewport=size)
    empty.goto(url + EMPTY)
    page.goto(url + view + ("&" if "?" in view else "?") + "speed=full")
    page.locator("[data-do=play]").first.click()
    turns = [(_frames(page, options.seconds), _frames(empty, options.seconds)) for _ in range(options.turns)]
    shift = page.evaluate(visits.SHIFTS)
    here, nothing = (median(each) for each in zip(*turns, strict=True))
    ratio = median(one / other for one, other in turns)
    print(f"| {view or 'playground'} | {name} | {here:.1f} | {nothing:.1f} | {ratio:.2f} | {shift:.3f} |", flush=True)
    page.close()
    empty.close()


def _frames(page, seconds):
    page.bring_to_front()
    return page.evaluate(FRAMES, 1000 * seconds)


if __name__ == "__main__":
    main()
