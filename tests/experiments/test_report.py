"""The report of an experiment: as the golden file has it, with the line parameters = n where it belongs."""

import json
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from glassbox.experiments.answers import Report
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import questions, ready
from glassbox.experiments.report import About, line, listed, report
from glassbox.experiments.tally import Tally
from tests.experiments.an_experiment import an_experiment, axis
from tests.experiments.make_golden_report import GOLDEN, the_report
from tests.experiments.running import finished


def shape_of(value):
    """A value's names and kinds, without its numbers."""
    if isinstance(value, dict):
        return {name: shape_of(each) for name, each in value.items()}
    if isinstance(value, list):
        return [shape_of(each) for each in value]
    return type(value).__name__


def test_the_golden_report_is_what_this_version_tells():
    golden, now = json.loads(GOLDEN.read_text("utf-8")), the_report()
    assert shape_of(json.loads(json.dumps(now))) == shape_of(golden)
    assert msgspec.convert(golden, Report).total == 15
    medians = [[point["median"]["test_mse"] for point in each["points"]] for each in (now, golden)]
    assert medians[0] == pytest.approx(medians[1], rel=0.05)


def test_the_line_is_where_there_are_as_many_parameters_as_points():
    plan = Plan(an_experiment(axes=[axis("width", 1, 4, 6)], line="parameters"))  # 4 w + 1 parameters, 20 points
    assert line(plan) == [1 + (20 - 17) / (25 - 17)]
    assert line(Plan(an_experiment(line="parameters"))) == [None], "it has 17 at most"
    assert line(Plan(an_experiment())) == []
    two = Plan(an_experiment(axes=[axis("width", 1, 4, 6), axis("training_share", 20, 90)], line="parameters"))
    assert line(two) == [1.375, None]


def test_a_line_of_the_list_has_the_first_sentence():
    plan = Plan(an_experiment(epochs=40))
    about = About(key="k", state="running")
    assert listed(report(plan, Tally(plan), about, None), 0.0).sentence == ""
    with ThreadPoolExecutor(1) as threads:
        tally = finished(plan, threads)
    told = report(plan, tally, about, 0.0)
    row = listed(told, 0.0)
    assert (row.sentence, row.done, row.total) == (told.sentences[0], 6, 6)


def test_a_ready_question_is_listed_by_what_is_asked_and_its_form():
    asked = ready("width", "", "quick").experiment
    plan = Plan(asked)
    row = listed(report(plan, Tally(plan), About(key="k", question="width"), None), 0.0)
    assert row.title == f"{questions()['width'].settings.title} {asked.title}"
    assert listed(report(plan, Tally(plan), About(key="k"), None), 0.0).title == asked.title


def test_only_what_has_changed_is_told_again():
    plan, about = Plan(an_experiment()), About(key="k")
    tally = Tally(plan)
    first = report(plan, tally, about, None)
    assert len(first.points) == 3
    assert report(plan, tally, about, None, first.revision).points == []
