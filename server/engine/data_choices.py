"""The vocabularies of the data: every data set and every input feature a person may choose, with its words.

They are choices as those of `choices.py` are, with the same order of members and codes.
"""

from glassbox.engine.vocabulary import Choice
from glassbox.words.sentence import say


class Feature(Choice):
    """What the network is given of a point (x₁, x₂)."""

    X1 = ("x1", "x₁", "x₁")
    X2 = ("x2", "x₂", "x₂")
    X1_SQUARED = ("x1_squared", "x₁²", "x₁²")
    X2_SQUARED = ("x2_squared", "x₂²", "x₂²")
    X1_X2 = ("x1_x2", "x₁x₂", "x₁ · x₂")
    SIN_X1 = ("sin_x1", "sin x₁", "sin x₁")
    SIN_X2 = ("sin_x2", "sin x₂", "sin x₂")


class Dataset(Choice):
    """The data one can pick; `engine/generators.py` makes them."""

    CIRCLE = ("circle", say("circle"), "", say("A disc inside a ring: no straight line separates them."))
    XOR = ("xor", "xor", "", say("Opposite quarters belong together: the classic problem one neuron cannot solve."))
    GAUSS = ("gauss", say("gauss"), "", say("Two round clouds: a single neuron is enough."))
    SPIRAL = ("spiral", say("spiral"), "", say("Two arms wound around each other: hard from x₁ and x₂ alone."))
    MOONS = ("moons", say("moons"), "", say("Two interleaved half moons."))
    BLOBS = ("blobs", say("three blobs"), "", say("Three round clouds, three classes."))
    SPIRAL3 = ("spiral3", say("three-arm spiral"), "", say("Three arms, three classes."))
    PLANE = ("plane", say("plane"), "", say("Regression: the target rises evenly in one direction."))
    MULTI_GAUSS = ("multi_gauss", say("multi-gauss"), "", say("Regression: hills and valleys of different signs."))
    RINGS = ("rings", say("rings"), "", say("Four rings, one inside the other, the two classes in turn."))
    CHECKERBOARD = (
        "checkerboard",
        say("checkerboard"),
        "",
        say("Squares in turn: many small regions, so it takes many units."),
    )
    UNBALANCED = (
        "unbalanced",
        say("unbalanced gauss"),
        "",
        say(
            "Two overlapping clouds, 1 : 9. Always guessing the common class is right nine times in ten, so look "
            "past the accuracy."
        ),
    )
    SPIRAL5 = ("spiral5", say("five-arm spiral"), "", say("Five arms, five classes."))
    BALL = (
        "ball",
        say("ball in a shell"),
        "",
        say("Three inputs: a ball inside a shell. The plane is a cut through both; move it with x₃ under Inputs."),
    )
    LINE_OUTLIERS = (
        "line_outliers",
        say("line with outliers"),
        "",
        say(
            "Regression along x₁: a line, and some points far below it. Squared error is drawn towards them; absolute "
            "and Huber hardly."
        ),
    )
    SINE = (
        "sine",
        say("sine"),
        "",
        say("Regression along x₁: a wave. With few points and some noise, a large network overfits at a glance."),
    )
    STEP = ("step", say("step"), "", say("Regression along x₁: one jump, which a smooth network can only approach."))
    SAW_TOOTH = (
        "saw_tooth",
        say("saw-tooth"),
        "",
        say("Regression along x₁: three teeth. With few points it shows what fills the gaps."),
    )
    PENGUINS = (
        "penguins",
        say("penguins"),
        "",
        say(
            "Real data: bill length and depth of 342 penguins of three species. Gorman, Williams & Fraser (2014), "
            "as collected in palmerpenguins by Horst, Hill & Gorman (2020). CC0."
        ),
    )
    DIGITS = (
        "digits",
        say("handwritten digits"),
        "",
        say(
            "Real data: 1,797 digits of 8×8 pixels, ten classes, 64 inputs. Alpaydin & Kaynak (1998), "
            "Optical Recognition of Handwritten Digits, UCI. CC BY 4.0."
        ),
    )
    TRIANGLE4 = (
        "triangle4",
        say("triangle wave"),
        "",
        say(
            "Regression along x₁: four teeth. Three layers of two ReLU units can be exactly this; one layer needs "
            "seven."
        ),
    )
    TRIANGLE16 = (
        "triangle16",
        say("fine triangle wave"),
        "",
        say(
            "Regression along x₁: sixteen teeth. Five layers of two ReLU units can be exactly this; one layer needs "
            "31. To learn it from random weights is another matter."
        ),
    )
    TEACHER = (
        "teacher",
        say("teacher"),
        "",
        say(
            "Regression over eight inputs: what a random network of 30 ReLU units makes of them, another one for each "
            "data seed. With label noise, few points and many units it shows the second descent."
        ),
    )
    SMALL_TEACHER = (
        "small_teacher",
        say("small teacher"),
        "",
        say(
            "Regression over eight inputs: what a random network of only 3 ReLU units makes of them, so that a small "
            "network can be just right."
        ),
    )
    TWO_SCALES = (
        "two_scales",
        say("two scales"),
        "",
        say(
            "Regression over 64 inputs: a weighted sum, whose last four inputs matter nearly as much as the other 60 "
            "but are given 20 times smaller, and so are learned last."
        ),
    )
