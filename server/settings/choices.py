"""The vocabularies that are about a run, not about a network: how fast it plays, and when it stops."""

from glassbox.engine.vocabulary import Choice


class Speed(Choice):
    """How fast training runs while it plays."""

    STEP_1 = ("step_1", "1 step/s")
    STEP_5 = ("step_5", "5 steps/s")
    STEP_20 = ("step_20", "20 steps/s")
    EPOCH_1 = ("epoch_1", "1 epoch/s")
    EPOCH_5 = ("epoch_5", "5 epochs/s")
    EPOCH_FRAME = ("epoch_frame", "1 epoch/frame")
    EPOCHS_10_FRAME = ("epochs_10_frame", "10 epochs/frame")
    FULL = ("full", "full speed")


class Watched(Choice):
    """The loss that early stopping looks at."""

    TEST = (
        "test",
        "test loss",
        "",
        "What the network has not learned from: it rises again when it overfits. But choosing the moment by it "
        "is a way of "
        "learning from it: the test data then no longer say how well the network does on data it has never met.",
    )
    VALIDATION = (
        "validation",
        "validation loss",
        "",
        "The honest choice: of points set aside from the training part, for just this decision. The test data "
        "stay untouched.",
    )
    TRAIN = ("train", "training loss", "", "Stops at a plateau, when the training itself gets no further.")


class AfterStop(Choice):
    """Which weights early stopping leaves."""

    BEST = ("best", "the best", "", "The weights of the epoch with the lowest watched loss come back.")
    LAST = ("last", "the last", "", "The network stays as it is when training stops.")
