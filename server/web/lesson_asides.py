"""What a verdict adds: of a guess, where the network it was read from is not the one that the question is about; of a
goal, when it was reached, since the network goes on.
"""

from html import escape

from glassbox.lessons import words
from glassbox.lessons.facts import Facts
from glassbox.lessons.holes import holes_of
from glassbox.lessons.lesson import Do, Predict, PredictCurve, SetUp, Step
from glassbox.run.kinds_of_change import SAME_TRAINING
from glassbox.run.words import change_text
from glassbox.settings import Settings, difference
from glassbox.words.current import word
from glassbox.words.joined import sentences

SEEDS = {"seed", "data_seed"}  # another start is a run of the same step


def aside(step: Step, part: Predict, settings: Settings, facts: Facts) -> str:
    """Sentences in HTML; "" where the network is the step's own, at the epoch that the guess is about.

    Args:
        settings: those of the network. facts: what is known of it; its epoch, where the guess waits for one.
    """
    told = []
    if changed := _changed(step, settings):
        told.append(words.CHANGED_SINCE.format(settings=escape(word(change_text(settings, changed)), quote=False)))
    epoch, until = facts.get("epoch", 0.0), part.until.epochs
    if until and isinstance(epoch, float) and epoch >= until + 1 and not isinstance(part, PredictCurve):
        told.append(words.BEYOND.format(epoch=int(epoch), until=until))
    return sentences(*told)


def reached_at(part: Do, facts: Facts) -> str:
    """A sentence; "" where its own names the epoch, or nothing was trained."""
    epoch = facts.get("epoch", 0.0)
    if "epoch" in holes_of(part.done) or not isinstance(epoch, float) or epoch < 1:
        return ""
    return words.REACHED_AT.format(epoch=int(epoch))


def is_on_other_data(begun: SetUp | None, settings: Settings) -> bool:
    """Whether a network is on another data set than the one that the step is about: no goal is reached there."""
    return begun is not None and not begun.experiment and not begun.own and settings.dataset != begun.settings.dataset


def _changed(step: Step, settings: Settings) -> list[str]:
    """By their names; nothing where the step takes the network as it is."""
    set_up = step.set_up
    if set_up is None or set_up.experiment:
        return []
    apart = SAME_TRAINING | SEEDS | ({"dataset"} if set_up.own else set())
    return [name for name in difference(set_up.settings, settings) if name not in apart]
