"""All that the place Experiments offers, as the bytes a page gets: made once, for everybody."""

from functools import cache

import msgspec

from glassbox.experiments.answers import AxisOffer, AxisOption, Catalogue, Limits, MeasureOffer
from glassbox.experiments.axes import AXES, AxisKind
from glassbox.experiments.definition import MOST_EPOCHS, MOST_SEEDS
from glassbox.experiments.measures import MEASURES
from glassbox.experiments.plan import MOST_POINTS, MOST_TRIALS
from glassbox.experiments.ready import offers


@cache
def catalogue() -> bytes:
    """The ready questions, the axes, the measures and the limits, in JSON."""
    measures = [MeasureOffer(each.name, each.label, each.unit, each.log, each.problem) for each in MEASURES.values()]
    limits = Limits(MOST_TRIALS, MOST_SEEDS, MOST_POINTS, MOST_EPOCHS)
    return msgspec.json.encode(Catalogue(offers(), [_offer(kind) for kind in AXES.values()], measures, limits))


def _offer(kind: AxisKind) -> AxisOffer:
    options = [AxisOption(value, label) for value, label in kind.choices]
    return AxisOffer(
        kind.name, kind.label, kind.unit, kind.scale, kind.is_whole, kind.least, kind.most, kind.suggested, options
    )
