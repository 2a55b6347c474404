"""All that the place Experiments offers, as the bytes a page gets: made once for each language."""

from functools import cache

from glassbox.experiments.answers import AxisOffer, AxisOption, Catalogue, Limits, MeasureOffer
from glassbox.experiments.axes import AXES, AxisKind
from glassbox.experiments.definition import MOST_EPOCHS, MOST_SEEDS
from glassbox.experiments.measures import MEASURES
from glassbox.experiments.plan import MOST_POINTS, MOST_TRIALS
from glassbox.experiments.ready import offers
from glassbox.words.current import spoken
from glassbox.words.languages import Language
from glassbox.words.wire import worded_json


def catalogue() -> bytes:
    """The ready questions, the axes, the measures and the limits, in JSON, in the language that is spoken."""
    return _catalogue(spoken())


@cache
def _catalogue(language: Language) -> bytes:
    measures = [MeasureOffer(each.name, each.label, each.unit, each.log, each.problem) for each in MEASURES.values()]
    limits = Limits(MOST_TRIALS, MOST_SEEDS, MOST_POINTS, MOST_EPOCHS)
    return worded_json(Catalogue(offers(language), [_offer(kind) for kind in AXES.values()], measures, limits))


def _offer(kind: AxisKind) -> AxisOffer:
    options = [AxisOption(value, label) for value, label in kind.choices]
    return AxisOffer(
        kind.name, kind.label, kind.unit, kind.scale, kind.is_whole, kind.least, kind.most, kind.suggested, options
    )
