"""An experiment as a notebook or a program to take home: gathers what these are written from."""

from glassbox.cluster.version import released
from glassbox.experiments.measures import MEASURES
from glassbox.experiments.plan import Plan
from glassbox.experiments.report import told
from glassbox.experiments.tally import Tally
from glassbox.exports.experiment_notebook import Described, ExperimentCopy


def notebook_copy(plan: Plan, tally: Tally, shown: tuple[str, ...] = ()) -> ExperimentCopy:
    """What to take home.

    Args:
        shown: the measures that are drawn; (): all.
    """
    experiment = plan.experiment
    measures = [MEASURES[name] for name in experiment.measures]
    return ExperimentCopy(
        title=experiment.title,
        definition=experiment.plain(),
        axes=tuple(Described(f"axis_{kind.name}", kind.label, kind.scale == "log") for kind in plan.kinds),
        measures=tuple(Described(measure.name, measure.label, measure.log) for measure in measures),
        shown=shown or experiment.measures,
        trainings=plan.total,
        version=released(),
        sentences=tuple(told(plan, tally)) if tally.results else (),
    )
