"""An experiment in a notebook: the same rows as on the page."""

from concurrent.futures import ThreadPoolExecutor

from glassbox.experiments import sweep
from glassbox.experiments.plan import Plan
from glassbox.experiments.table import trial_rows
from tests.experiments.an_experiment import an_experiment
from tests.experiments.running import AtOnce, finished


def test_the_rows_are_those_of_the_page():
    told = []
    with ThreadPoolExecutor(2) as threads:
        rows = sweep(an_experiment(), threads, workers=2, progress=lambda done, total: told.append((done, total)))
    plan = Plan(an_experiment())
    assert rows == trial_rows(plan, finished(plan, AtOnce()))
    assert [row["trial"] for row in rows] == list(range(6)) and told[-1] == (6, 6)


def test_without_a_place_of_its_own_it_trains_in_processes():
    assert len(sweep(an_experiment(seeds=1, axes=[]), workers=1)) == 1
