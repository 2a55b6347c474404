"""Makes a living network of a dot: trains its trial again as a run of the page, with its curves, to the same byte."""

import time

from glassbox.experiments import words
from glassbox.experiments.closed_form import with_solved_layer
from glassbox.experiments.kinds import POLYNOMIAL, RANDOM_FEATURES
from glassbox.experiments.plan import Plan
from glassbox.experiments.train import digest_of
from glassbox.experiments.trials import TrialResult
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.run.build import split_data
from glassbox.run.orders import Resume
from glassbox.run.run import Run
from glassbox.settings import Settings


def open_dot(plan: Plan, number: int, epoch: int | None, result: TrialResult | None, most_parameters: int) -> Resume:
    """The run of a trial where it ended, or after so many epochs, ready to go on.

    Args:
        result: what the trial had brought, to compare with; None: it has not been trained yet.
    """
    trial = plan.trial(number)
    if trial.kind == POLYNOMIAL:
        raise Refusal(words.NOT_A_NETWORK)
    run = Run(Settings.model_validate(trial.settings), most_parameters, lambda: trial.seed)
    last = trial.epochs if epoch is None else min(epoch, trial.epochs)
    if trial.kind == RANDOM_FEATURES:
        run.trainer.parameters[:] = with_solved_layer(run.trainer, split_data(run.settings).data)
    else:
        run.follow(last * run.trainer.steps_per_epoch, time.monotonic, may_stop=True)
    told = words.OPENED_SOLVED if trial.kind == RANDOM_FEATURES else words.OPENED
    note = told.format(number=number + 1, seed=trial.seed)
    if result is not None and result.state == "done" and last == trial.epochs:
        note += words.SAME_BYTES if digest_of(run.trainer) == result.digest else words.OTHER_BYTES
    return Resume(take_snapshot(run), note)
