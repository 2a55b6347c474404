"""Many seeds: each is the run of its seed; bands,
success and agreement are those of the networks trained one by one.
"""

import base64
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from glassbox.engine.surface import grid, logits
from glassbox.run.answers import take_snapshot
from glassbox.run.build import given
from glassbox.run.frame.predictions import predicted_class
from glassbox.study.answers.of_training import NumbersMap, SeedsAnswer, SeedsCurve
from glassbox.study.questions import SeedsQuestion
from glassbox.study.seeds import MAP_SIZE, PredictionMoments, Trials
from glassbox.words.wire import worded_json
from tests.run.tools import Clock, run_of, train_epochs

CLASSES = dict(dataset="xor", learning_rate=0.1, seed=3)


def trained(plan, **settings):
    trials = Trials(take_snapshot(run_of(**settings)), plan)
    while not trials.is_done:
        trials.work(0.05)
    return trials.report()


def one_by_one(plan, **settings):
    runs = [run_of(**settings | {"seed": settings["seed"] + number}) for number in range(plan.seeds)]
    for run in runs:
        train_epochs(run, plan.epochs)
    return runs


def bytes_of(text):
    return np.frombuffer(base64.b64decode(text), np.uint8).astype(float)


def test_each_seed_is_the_run_of_its_seed():
    plan = SeedsQuestion(seeds=5, epochs=4, target=0.8)
    report, runs = trained(plan, **CLASSES), one_by_one(plan, **CLASSES)
    evaluations = [run.trainer.evaluate() for run in runs]
    assert report.scores == [evaluation.test.accuracy for evaluation in evaluations]
    assert report.succeeded == sum(evaluation.test.accuracy >= 0.8 for evaluation in evaluations)
    assert (report.x, report.done, report.progress) == ([0, 1, 2, 3, 4], 5, 1.0)
    last = sorted(evaluation.test.loss for evaluation in evaluations)
    low, median, high = (band[-1] for band in report.bands.test)
    assert (low, median, high) == (last[0], last[2], last[4])
    assert msgspec.json.decode(worded_json(report), type=SeedsAnswer) == report


@pytest.mark.parametrize("settings", [CLASSES, CLASSES | dict(dataset="spiral3")], ids=["two classes", "three classes"])
def test_agreement_is_counted_point_by_point(settings):
    plan = SeedsQuestion(seeds=4, epochs=3, target=0.9)
    maps, runs = trained(plan, **settings).maps, one_by_one(plan, **settings)
    inputs = given(runs[0].settings, grid(MAP_SIZE))
    chosen = np.array([
        predicted_class(
            logits(run.trainer.recipe.architecture, run.trainer.parameters, inputs, run.trainer.statistics)
        ) for run in runs
    ])  # fmt: skip
    votes = np.array([(chosen == each).sum(axis=0) for each in range(chosen.max() + 1)])
    disagreement = 1 - votes.max(axis=0) / 4
    assert maps.most == disagreement.max() > 0
    assert bytes_of(maps.disagreement) == pytest.approx(disagreement / maps.most * 255, abs=0.51)
    if maps.winners is None:
        assert bytes_of(maps.mean) == pytest.approx(128 + 127 * (votes[1] / 2 - 1), abs=0.51)
    else:
        assert (bytes_of(maps.winners) == votes.argmax(axis=0)).all()


def test_numbers_have_a_mean_and_a_spread():
    settings = dict(dataset="sine", samples=40, seed=1)
    plan = SeedsQuestion(seeds=3, epochs=5, target=0.5)
    report, runs = trained(plan, **settings), one_by_one(plan, **settings)
    assert isinstance(report.maps, SeedsCurve) and len(report.maps.mean) == len(report.maps.spread)
    assert report.scores == [run.trainer.evaluate().test.r2 for run in runs]
    plane = trained(plan, dataset="plane", seed=1).maps
    assert isinstance(plane, NumbersMap) and bytes_of(plane.disagreement).max() == 255


def test_more_than_two_inputs_have_no_map():
    report = trained(SeedsQuestion(seeds=2, epochs=1, target=0.9), dataset="digits", seed=1)
    assert report.maps is None and report.done == 2


def test_a_seed_that_diverges_is_counted_and_spoils_no_band():
    report = trained(
        SeedsQuestion(seeds=3, epochs=30, target=0.9), dataset="plane", activation="relu", learning_rate=10.0, seed=1
    )
    assert report.diverged == 3 and report.scores == [None] * 3 and report.succeeded == 0
    assert report.bands.train[1][-1] is None and report.bands.train[1][0] is not None
    assert report.maps is None


def test_where_r2_has_no_value_scores_are_missing_and_nothing_diverged():
    snapshot = take_snapshot(run_of(dataset="sine", samples=40, seed=1))
    data = snapshot.data_split.data
    alike = replace(data, t_test=np.full_like(data.t_test, 0.5))
    moment = msgspec.structs.replace(snapshot.moment, data_split=replace(snapshot.data_split, data=alike))
    trials = Trials(replace(snapshot, moment=moment), SeedsQuestion(seeds=3, epochs=2, target=0.0))
    while not trials.is_done:
        trials.work(0.05)
    report = trials.report()
    assert (report.scores, report.diverged, report.succeeded) == ([None] * 3, 0, 0)
    assert msgspec.json.decode(worded_json(report), type=SeedsAnswer) == report


def test_a_network_that_runs_away_between_the_points_leaves_finite_pictures():
    moments = PredictionMoments(np.full((2, 4), 4.0, np.float32), 1.0, is_curve=True)
    trainer = run_of(dataset="plane", hidden=[], activation="linear", seed=1).trainer
    trainer.parameters[:] = np.finfo(np.float32).max
    moments.add(trainer)
    moments.add(run_of(dataset="plane", hidden=[], activation="linear", seed=2).trainer)
    told = moments.report()
    assert np.isfinite([*told.mean, *told.spread]).all()


def test_work_is_done_in_slices_and_the_report_tells_how_far():
    trials, seen = Trials(take_snapshot(run_of(**CLASSES)), SeedsQuestion(seeds=3, epochs=10, target=0.9)), []
    clock = Clock(tick=1.0)  # each look at the clock is a second later: one epoch a slice
    while not trials.is_done:
        trials.work(0.5, clock)
        seen.append(trials.report().progress)
    assert seen == sorted(seen) and len(seen) > 30 and seen[-1] == 1.0


def test_long_runs_keep_short_curves():
    report = trained(SeedsQuestion(seeds=2, epochs=200, target=0.9), **CLASSES | dict(samples=20))
    assert len(report.x) <= 61 and report.x[-1] == 200


def test_each_seed_has_a_small_picture_of_what_it_answers():
    plan = SeedsQuestion(seeds=2, epochs=3, target=0.9)
    report = trained(plan, **CLASSES)
    for run, picture in zip(one_by_one(plan, **CLASSES), report.pictures, strict=True):
        plane = given(run.settings, grid(MAP_SIZE))
        classes = predicted_class(logits(run.trainer.recipe.architecture, run.trainer.parameters, plane))
        assert (bytes_of(picture) == classes.reshape(MAP_SIZE, MAP_SIZE)[::2, ::2].ravel()).all()


def test_pictures_of_numbers_are_signed_and_of_a_curve_along_it():
    plan = SeedsQuestion(seeds=2, epochs=1, target=0.9)
    plane, _ = trained(plan, dataset="plane", seed=3).pictures
    curve, _ = trained(plan, dataset="step", seed=3).pictures
    assert bytes_of(plane).size == (MAP_SIZE // 2) ** 2 and bytes_of(curve).size == 61
    assert bytes_of(plane).min() >= 1


def test_a_seed_has_no_picture_where_there_is_no_plane():
    plan = SeedsQuestion(seeds=2, epochs=1, target=0.9)
    assert trained(plan, dataset="digits", seed=3).pictures == [None, None]
