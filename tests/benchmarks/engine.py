"""Measures how fast the engine trains and draws, beside PyTorch, scikit-learn and ConvNetJS on the same machine.

    python -m tests.benchmarks.engine            medians of 5 rounds, about five minutes
    python -m tests.benchmarks.engine --smoke    a fraction of a second each, only the peers that are there

Everything runs on one thread; the peers take turns in every round, so that a busy moment hits all of them. Prints
Markdown. Never fails because of a time.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"  # read when the libraries are loaded, so before the imports below
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MKL_NUM_THREADS"] = "1"

import platform
from statistics import median

from tests.benchmarks.fma_peak import fma_peak
from tests.benchmarks.options import Options
from tests.benchmarks.peers import PEERS, Glassbox, Missing
from tests.benchmarks.record import cost_of_record
from tests.benchmarks.workloads import GRID, WORKLOADS

RECORDED = 5  # times as long as other measurements: a run's first epochs are all looked at, later ones ever more rarely


def main():
    """Measure and print."""
    options = _options()
    peers = _installed(options)
    workloads = [workload for workload in WORKLOADS if workload.name in options.workloads]
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; one thread each, ", end=""
    )
    print(f"median of {options.rounds} rounds of {options.seconds:g} s.\n")
    for workload in workloads:
        print(f"- {workload.name}: {workload.what}, {'-'.join(map(str, workload.sizes))} {workload.activation}, "
              f"batches of {workload.batch}, {workload.samples} samples")  # fmt: skip
    rates = _measured(peers, workloads, options, lambda peer, workload: peer.train_rate(workload, options.seconds))
    print("\nTraining, samples per second (in brackets: how many times Glassbox is as fast):\n")
    _print_table(workloads, rates, _short, faster=lambda ours, theirs: ours / theirs)
    _print_shares(workloads, rates)
    _print_record(workloads, options)
    mapped = [workload for workload in workloads if workload.maps]
    times = _measured(peers, mapped, options, lambda peer, workload: peer.grid_time(workload, options.seconds))
    print(f"\nEvery unit's map on a {GRID} × {GRID} grid, milliseconds:\n")
    _print_table(mapped, times, lambda time: f"{1e3 * time:.3g}", faster=lambda ours, theirs: theirs / ours)


def _options():
    parser = Options(__doc__, "one short round, and install nothing", seconds=0.05, rounds=1)
    parser.number("seconds", 1.0, "time for each measurement")
    parser.number("rounds", 5, "measurements of which the median counts")
    parser.choice("workloads", [workload.name for workload in WORKLOADS])
    parser.choice("peers", list(PEERS))
    return parser.parse_args()


def _installed(options):
    """The peers by name; those that are not installed are named with what would install them."""
    peers = {}
    for name in options.peers:
        try:
            peers[name] = PEERS[name](options.smoke)
        except Missing as missing:
            print(f"Skipped {name}: {missing}")
    return peers


def _measured(peers, workloads, options, measure):
    """The median over all rounds for each (peer's name, workload's name)."""
    found = {}
    for _ in range(options.rounds):
        for workload in workloads:
            for name, peer in peers.items():
                found.setdefault((name, workload.name), []).append(measure(peer, workload))
    return {key: median(values) for key, values in found.items() if None not in values}


def _print_table(workloads, figures, write, faster):
    names = list(dict.fromkeys(name for name, _ in figures))
    print("| | " + " | ".join(workload.name for workload in workloads) + " |")
    print("|---" * (len(workloads) + 1) + "|")
    for name in names:
        cells = [_cell(figures, name, workload.name, write, faster) for workload in workloads]
        print(f"| {name} | " + " | ".join(cells) + " |")


def _cell(figures, name, workload, write, faster):
    theirs, ours = figures.get((name, workload)), figures.get((Glassbox.name, workload))
    if theirs is None:
        return "–"
    if ours is None or name == Glassbox.name:
        return write(theirs)
    return f"{write(theirs)} ({faster(ours, theirs):.3g}×)"


def _print_shares(workloads, rates):
    """What Glassbox's training rates are in arithmetic, and as a share of what the core can do."""
    peak = fma_peak()
    print(f"\nMeasured peak of one core: {peak / 1e9:.0f} GFLOP/s (float32 multiply-adds).\n")
    for workload in workloads:
        if (Glassbox.name, workload.name) in rates:
            done = rates[Glassbox.name, workload.name] * workload.flops
            print(f"- {workload.name}: {done / 1e9:.1f} GFLOP/s, {done / peak:.0%} of the peak")


def _print_record(workloads, options):
    """What it costs to keep a run's record, of the time that the same steps take without it."""
    print(
        "\nThe record of a new run at full speed (curves and lowest losses), by turns with the same run without it:\n"
    )
    for workload in workloads:
        epochs, share = cost_of_record(workload, options.seconds * RECORDED, options.rounds)
        print(f"- {workload.name}: {share:+.1%} over {epochs:,} epochs")


def _short(number):
    for size, letter in ((1e6, " M"), (1e3, " k")):
        if number >= size:
            return f"{number / size:.3g}{letter}"
    return f"{number:.3g}"


if __name__ == "__main__":
    main()
