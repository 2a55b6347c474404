"""The host in this process: what it does beside what all hosts do."""

from glassbox.hosts.here import _draw_seed
from glassbox.settings import MOST_SEED


def test_seeds_are_drawn_anew_and_can_be_typed():
    seeds = {_draw_seed() for _ in range(20)}
    assert len(seeds) > 1 and all(0 <= seed <= MOST_SEED for seed in seeds)
