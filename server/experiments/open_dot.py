"""Makes a living network of a dot: trains its trial again as a run of the page, with its curves, to the same byte."""

import time

from glassbox.experiments import words
from glassbox.experiments.plan import Plan
from glassbox.experiments.train import digest_of
from glassbox.experiments.trials import TrialResult
from glassbox.run.answers import take_snapshot
from glassbox.run.orders import Resume
from glassbox.run.run import Run
from glassbox.settings import Settings


def open_dot(plan: Plan, number: int, epoch: int | None, result: TrialResult | None, most_parameters: int) -> Resume:
    """The run of a trial where it ended, or after so many epochs, ready to go on.

    Args:
        result: what the trial had brought, to compare with; None: it has not been trained yet.
    """
    trial = plan.trial(number)
    run = Run(Settings.model_validate(trial.settings), most_parameters, lambda: trial.seed)
    last = trial.epochs if epoch is None else min(epoch, trial.epochs)
    run.follow(last * run.trainer.steps_per_epoch, time.monotonic, may_stop=True)
    note = words.OPENED.format(number=number + 1, seed=trial.seed)
    if result is not None and result.state == "done" and last == trial.epochs:
        note += words.SAME_BYTES if digest_of(run.trainer) == result.digest else words.OTHER_BYTES
    return Resume(take_snapshot(run), note)
