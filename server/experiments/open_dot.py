"""Makes living networks of dots: trains their trials again as runs of the page, with their curves, to the same byte."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from glassbox.experiments import words
from glassbox.experiments.closed_form import with_solved_layer
from glassbox.experiments.kinds import EPOCHS, POLYNOMIAL, RANDOM_FEATURES
from glassbox.experiments.plan import Plan
from glassbox.experiments.train import digest_of
from glassbox.experiments.trials import Trial, TrialResult
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.run.build import split_data
from glassbox.run.orders import LineUp, Resume
from glassbox.run.run import Run
from glassbox.settings import Settings
from glassbox.study.opening import lined_up
from glassbox.words.joined import listed, sentences

ENDLESS = {"stop_epochs": 0}  # the trial ends after its epochs; the network of the page goes on


class Dot(NamedTuple):
    """A trial as a run, and whether its weights are those that the trial had brought; None: there are none of then."""

    run: Run
    text: str
    is_same: bool | None


def open_dots(
    plan: Plan,
    numbers: Sequence[int],
    epoch: int | None,
    results: Mapping[int, TrialResult],
    most_parameters: int,
    title: str,
) -> Resume | LineUp:
    """The run of a trial where it ended, or after so many epochs, ready to go on; of several, a lane to each.

    Args:
        results: what the trials had brought, to compare with, as far as they have been trained.
        title: of the experiment, for the note.

    Raises:
        Refusal: a dot is no network, or there is none of this number.
    """
    dots = [_dot(plan, number, epoch, results.get(number), most_parameters) for number in numbers]
    runs = [Resume(take_snapshot(dot.run)) for dot in dots]
    order = runs[0] if len(runs) == 1 else lined_up(runs)
    return replace(order, note=sentences(*_told(plan, dots, title)))


def _told(plan: Plan, dots: Sequence[Dot], title: str) -> list[str]:
    """What was opened, in sentences."""
    opened = words.OPENED if len(dots) == 1 else words.OPENED_BESIDE
    told: list[str] = [opened.format(title=title, dots=listed((dot.text for dot in dots), words.NEXT_DOT))]
    if plan.experiment.kind == RANDOM_FEATURES:
        told.append(words.SOLVED_AGAIN)
    if any(dot.is_same is False for dot in dots):
        return [*told, words.OTHER_BYTES]
    return [*told, words.SAME_BYTES] if all(dot.is_same for dot in dots) else told


def _dot(plan: Plan, number: int, epoch: int | None, result: TrialResult | None, most_parameters: int) -> Dot:
    if number >= plan.total:
        raise Refusal(words.NO_SUCH_TRIAL.format(number=number, total=plan.total))
    trial = plan.trial(number)
    if trial.kind == POLYNOMIAL:
        raise Refusal(words.NOT_A_NETWORK)
    run = Run(Settings.model_validate(trial.settings | ENDLESS), most_parameters, lambda: trial.seed)
    last = trial.epochs if epoch is None else min(epoch, trial.epochs)
    if trial.kind == RANDOM_FEATURES:
        run.trainer.parameters[:] = with_solved_layer(run.trainer, split_data(run.settings).data)
    else:
        run.follow(last * run.trainer.steps_per_epoch, time.monotonic, may_stop=True)
    is_comparable = result is not None and result.state == "done" and last == trial.epochs
    is_same = result is not None and digest_of(run.trainer) == result.digest
    return Dot(run, _text(plan, trial, run), is_same if is_comparable else None)


def _text(plan: Plan, trial: Trial, run: Run) -> str:
    """“Units per hidden layer 16, seed 3, epoch 500”: what varies, and where the run stands."""
    place = plan.training_places[trial.number // plan.experiment.seeds]
    varied = [
        words.CHANGED_TO.format(label=kind.label, value=texts[at])
        for kind, texts, at in zip(plan.kinds, plan.texts, place, strict=True)
        if kind.name != EPOCHS
    ]
    stands = words.SEED_AND_EPOCH.format(seed=trial.seed, epoch=run.trainer.epoch)
    return listed([*varied, stands])
