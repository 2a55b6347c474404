"""The vocabularies that are about a run, not about a network: how data are split, how fast it plays, when it stops."""

from glassbox.engine.vocabulary import Choice


class Split(Choice):
    """How many points train and how many test."""

    SHARE = ("share", "by share", "", "So many samples in all, of which a share trains.")
    COUNTS = (
        "counts",
        "by counts",
        "",
        "A number for each. The points that test are then chosen by themselves and stay the same however many train. A "
        "table has no more points than rows.",
    )


class Labels(Choice):
    """Whether label noise reaches the points that only test."""

    NOISY = ("noisy", "noisy", "", "The test points get as much label noise as the training points.")
    CLEAN = (
        "clean",
        "clean",
        "",
        "Label noise in the training data only: the test asks for the true answers, so noise that was learned by heart "
        "counts as a mistake.",
    )


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


class Goal(Choice):
    """The measure that a run is to bring to a value."""

    NONE = ("none", "no goal")
    TEST_LOSS = ("test_loss", "test loss")
    TRAIN_LOSS = ("train_loss", "train loss")
    VALIDATION_LOSS = ("validation_loss", "validation loss")
    TEST_ACCURACY = ("test_accuracy", "test accuracy")
    TRAIN_ACCURACY = ("train_accuracy", "train accuracy")
    VALIDATION_ACCURACY = ("validation_accuracy", "validation accuracy")
    TEST_RMSE = ("test_rmse", "test RMSE")
    TRAIN_RMSE = ("train_rmse", "train RMSE")
    TEST_R2 = ("test_r2", "test R²")
    TRAIN_R2 = ("train_r2", "train R²")
    GAP = (
        "gap",
        "generalization gap",
        "test loss − train loss",
        "How much worse the network does on what it has not learned from. It is small at the beginning too, when the "
        "network is equally wrong about everything: read it together with a loss.",
    )

    @property
    def part(self) -> str:
        """The part of the data that it is measured on: "train", "test", "validation"; "" for none or two of them."""
        part, _, measure = self.value.partition("_")
        return part if measure else ""

    @property
    def measure(self) -> str:
        """Its name in `engine.evaluation.Metrics`: "loss", "accuracy", "rmse" or "r2"; "" for none of them alone."""
        return self.value.partition("_")[2]

    @property
    def rises(self) -> bool:
        """Whether it is reached from below: more of it is better."""
        return self.measure in ("accuracy", "r2")


class AtGoal(Choice):
    """What becomes of the training when the goal is reached."""

    GO_ON = ("go_on", "train on")
    STOP = ("stop", "stop")
