"""The vocabularies that are about a run, not about a network: how data are split, how fast it plays, when it stops."""

from glassbox.engine.vocabulary import Choice
from glassbox.words.sentence import say


class Split(Choice):
    """How many points train and how many test."""

    SHARE = ("share", say("by share"), "", say("So many samples in all, of which a share trains."))
    COUNTS = (
        "counts",
        say("by counts"),
        "",
        say(
            "A number for each. The points that test are then chosen by themselves and stay the same however many "
            "train. A table has no more points than rows."
        ),
    )


class Labels(Choice):
    """Whether label noise reaches the points that only test."""

    NOISY = ("noisy", say("noisy"), "", say("The test points get as much label noise as the training points."))
    CLEAN = (
        "clean",
        say("clean"),
        "",
        say(
            "Label noise in the training data only: the test asks for the true answers, so noise that was learned by "
            "heart counts as a mistake."
        ),
    )


class Speed(Choice):
    """How fast training runs while it plays."""

    STEP_1 = ("step_1", say("1 step/s"))
    STEP_5 = ("step_5", say("5 steps/s"))
    STEP_20 = ("step_20", say("20 steps/s"))
    EPOCH_1 = ("epoch_1", say("1 epoch/s"))
    EPOCH_5 = ("epoch_5", say("5 epochs/s"))
    EPOCH_FRAME = ("epoch_frame", say("1 epoch/frame"))
    EPOCHS_10_FRAME = ("epochs_10_frame", say("10 epochs/frame"))
    FULL = ("full", say("full speed"))


class Watched(Choice):
    """The loss that early stopping looks at."""

    TEST = (
        "test",
        say("test loss"),
        "",
        say(
            "What the network has not learned from: it rises again when it overfits. But choosing the moment by it "
            "is a way of "
            "learning from it: the test data then no longer say how well the network does on data it has never met."
        ),
    )
    VALIDATION = (
        "validation",
        say("validation loss"),
        "",
        say(
            "The honest choice: of points set aside from the training part, for just this decision. The test data "
            "stay untouched."
        ),
    )
    TRAIN = ("train", say("training loss"), "", say("Stops at a plateau, when the training itself gets no further."))


class AfterStop(Choice):
    """Which weights early stopping leaves."""

    BEST = ("best", say("the best"), "", say("The weights of the epoch with the lowest watched loss come back."))
    LAST = ("last", say("the last"), "", say("The network stays as it is when training stops."))


class Goal(Choice):
    """The measure that a run is to bring to a value."""

    NONE = ("none", say("no goal"))
    TEST_LOSS = ("test_loss", say("test loss"))
    TRAIN_LOSS = ("train_loss", say("train loss"))
    VALIDATION_LOSS = ("validation_loss", say("validation loss"))
    TEST_ACCURACY = ("test_accuracy", say("test accuracy"))
    TRAIN_ACCURACY = ("train_accuracy", say("train accuracy"))
    VALIDATION_ACCURACY = ("validation_accuracy", say("validation accuracy"))
    TEST_RMSE = ("test_rmse", say("test RMSE"))
    TRAIN_RMSE = ("train_rmse", say("train RMSE"))
    TEST_R2 = ("test_r2", say("test R²"))
    TRAIN_R2 = ("train_r2", say("train R²"))
    GAP = (
        "gap",
        say("generalization gap"),
        say("test loss − train loss"),
        say(
            "How much worse the network does on what it has not learned from. It is small at the beginning too, when "
            "the network is equally wrong about everything: read it together with a loss."
        ),
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

    GO_ON = ("go_on", say("train on"))
    STOP = ("stop", say("stop"))
