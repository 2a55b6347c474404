"""Looks at how the network fits its data: by heart, too loosely, or with the noise learned along."""

from collections.abc import Iterator

from glassbox.engine.choices import Activation
from glassbox.run.sleep import LONG, NOTHING_LEARNED
from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.finding import Finding
from glassbox.study.diagnostics.pace import FARTHER, WORTH_IT

RISEN = 1.25  # test loss, of its lowest: more than the ups and downs of a curve
RECENT = 5  # points over which a curve's end is averaged
FAR_APART = 2.0  # test loss over training loss
MATTERS = 0.1  # of a constant answer's loss, that the test loss must have risen by

LONG_ENOUGH = 30.0  # for a network that draws one straight line: it has no plateaus
AT_REST = 0.02  # of a constant answer's loss, gained in the second half of training
MISSED = 0.15  # of the score, by which the neighbours do better

FEWEST_ODD = 5  # labels; fewer may be chance …
LEAST_ODD = 0.03  # … and in real data one or two in a hundred points are odd without being wrong
MOSTLY = 0.5  # of them repeated


def overfitting(checkup: Checkup) -> Iterator[Finding]:
    """The test loss has risen well above its lowest while the training loss went on falling."""
    curves = checkup.curves
    if len(curves.test) < 2 * RECENT:
        return
    low, now = curves.lowest, checkup.evaluation
    train, test = curves.train[-RECENT:].mean(), curves.test[-RECENT:].mean()
    is_gap = test > FAR_APART * train and train < curves.train_at(low.epoch)
    # What is said is so at this very moment, not only of late.
    if is_gap and min(test, now.test.loss) > RISEN * low.loss and test - low.loss > MATTERS * checkup.constant:
        text = words.OVERFITTING.format(
            lowest=low.loss, epoch=round(low.epoch), test=now.test.loss, train=now.train.loss
        )
        yield Finding(Ailment.OVERFITTING, text, words.OVERFITTING_REMEDY)


def underfitting(checkup: Checkup) -> Iterator[Finding]:
    """Training has come to rest, far from what the points' neighbours show to be possible."""
    bends = {layer.activation for layer in checkup.hidden} - {Activation.LINEAR}
    if bends and checkup.left > NOTHING_LEARNED:
        return
    if checkup.score > checkup.possible - MISSED or not _is_at_rest(checkup, LONG if bends else LONG_ENOUGH):
        return
    told, remedy = (words.UNDERFITTING, words.UNDERFITTING_REMEDY) if bends else (words.ONE_CUT, words.ONE_CUT_REMEDY)
    score, possible = (_told(checkup, share) for share in (checkup.score, checkup.possible))
    yield Finding(
        Ailment.UNDERFITTING, told.format(epochs=round(checkup.curves.length), score=score, possible=possible), remedy
    )


def memorised_noise(checkup: Checkup) -> Iterator[Finding]:
    """The network agrees with labels that the neighbours contradict,
    by more than the luck of one that has learned little.
    """
    if (
        not checkup.has_classes
        or checkup.odd.sum() < max(FEWEST_ODD, LEAST_ODD * checkup.samples)
        or checkup.score <= checkup.possible
    ):
        return
    memorised = int((checkup.predicted_class[checkup.odd] == checkup.labels[checkup.odd]).sum())
    if memorised >= MOSTLY * checkup.odd.sum():
        text = words.MEMORISING.format(odd=int(checkup.odd.sum()), memorised=memorised)
        yield Finding(Ailment.MEMORISING, text, words.MEMORISING_REMEDY)


def _is_at_rest(checkup: Checkup, least: float) -> bool:
    """The curve has been level for long, and going on the same way, however far, leads nowhere."""
    curves = checkup.curves
    if curves.length < least:
        return False
    is_level = curves.late_fall < AT_REST * checkup.constant
    return bool(is_level and checkup.loss_ahead(FARTHER) > (1 - WORTH_IT) * checkup.loss)


def _told(checkup: Checkup, share: float) -> str:
    return words.RIGHT.format(share=100 * share) if checkup.has_classes else words.R2.format(share=share)
