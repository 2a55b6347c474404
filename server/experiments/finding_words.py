"""The sentences that `findings.py` says of a curve, and how a value of an axis is called in them."""

from glassbox.words.sentence import grouped, say, say_many

PLENTY = 2  # stands for a number that is not known

ONE_POINT = say("There is only one point, for {place}: the {measure} is {value}.")
FLAT = say("The {measure} hardly changes: it stays between {low} and {high}.")
LEVEL = say("The {measure} hardly changes: it stays at {value}.")
LOWEST = say("The {measure} is lowest for {place}: {value}.")
LOWEST_OF_TWO = say("The {measure} is lowest for {place} and for {other}: {value}.")
LOWEST_OF_MANY = say("The {measure} is lowest, {value}, for {count} of {all} values, the first of them {place}.")
HIGHEST = say("It is highest for {place}: {ratio}.")
U = say("From there it rises to both sides: for {first} it is {left}, and for {last} {right}.")
NO_U = say("There is no clear U: for {first} it is {left}, and for {last} {right}.")
TIMES = say("{ratio} times as much")
PEAK = say(
    "It has a peak, {value}, for {place}. Before it the lowest value is {left}, for {before}, and beyond it {right}, "
    "for {after}."
)
SECOND_IS_DEEPER = say("The second valley is the deeper one.")
FIRST_IS_DEEPER = say("The first valley is the deeper one.")
FITTED = say(
    "From {place} on the median {measure} is 0: in at least half of the trainings every training point is right."
)
FITTED_ONCE = say(
    "For {place} the median {measure} is 0: in at least half of the trainings every training point is right."
)
NEARLY_FITTED = say("From {place} on the {measure} is less than a hundredth of its highest value.")
NEARLY_FITTED_ONCE = say("For {place} the {measure} is less than a hundredth of its highest value.")
WITH = say("{other} – {sentence}")
BEST_CELL = say("Of the {count} cells that are done, the {measure} is lowest for {places}: {value}.")
BEST_CELLS = say(
    "In {equals} of the {count} cells that are done the {measure} is lowest, {value}; one of them: {places}."
)
WORST_CELLS = say("In {equals} of them it is highest, {value}; one of them: {places}.")
WORST_CELL = say("It is highest for {places}: {value}.")

ALL_DIVERGED = say("Every training diverged: its numbers grew beyond what can be stored.")
DIVERGED_FROM = say("From {place} on every training diverged.")
DIVERGED_AT = say("For {place} every training diverged.")
SOME_DIVERGED = say("{diverged} of the {done} trainings that ended diverged; in the medians they count as infinite.")
ONE_DIVERGED = say("One of the {done} trainings that ended diverged; in the medians it counts as infinite.")

NOT_ALL_DONE = say("{done} of {total} trainings are done; what is said here holds for these.")
ONE_SEED = say("Each point is one single training: with another seed the curve may be another.")
BROAD = say(
    "The valley is broad: {count} points have medians within the band of the lowest one, so the best value is uncertain."
)

# A value of an axis as a part of a sentence; every other axis: its label, then the value.
COUNTED = {
    "width": say_many("{n} unit", "{n} units"),
    "units": say_many("{n} unit", "{n} units"),
    "depth": say_many("{n} hidden layer", "{n} hidden layers"),
    "parameters": say_many("{n} parameter", "{n} parameters"),
    "epochs": say_many("{n} epoch", "{n} epochs"),
    "training_samples": say_many("{n} training point", "{n} training points"),
    "samples": say_many("{n} sample", "{n} samples"),
}
PLACES = {
    "depth_at_budget": say("the shape {value}"),
    "layers": say("the layers {value}"),
    "degree": say("degree {value}"),
    "batch_size": say("batches of {value}"),
    "learning_rate": say("a learning rate of {value}"),
    "penalty_rate": say("a penalty rate of {value}"),
    "dropout": say("a dropout of {value}"),
    "input_noise": say("input noise of {value}"),
    "label_noise": say("label noise of {value}"),
    "noise": say("noise of {value}"),
    "gain": say("a gain of {value}"),
    "patience": say("a patience of {value}"),
    "test_labels": say("{value} test labels"),
}
AT_BEGINNING = {  # of a sentence
    "depth_at_budget": say("The shape {value}"),
    "layers": say("The layers {value}"),
    "degree": say("Degree {value}"),
    "batch_size": say("Batches of {value}"),
    "learning_rate": say("A learning rate of {value}"),
    "penalty_rate": say("A penalty rate of {value}"),
    "dropout": say("A dropout of {value}"),
    "input_noise": say("Input noise of {value}"),
    "label_noise": say("Label noise of {value}"),
    "noise": say("Noise of {value}"),
    "gain": say("A gain of {value}"),
    "patience": say("A patience of {value}"),
}
BY_VALUE = {"optimizer", "activation", "dataset", "initialization", "features", "schedule", "loss"}
OTHER_PLACE = say("“{label}” {value}")


def place(name: str, label: str, value: str, *, begins: bool = False) -> str:
    """What a value of an axis is called: “3 units”, “a learning rate of 0.1”, “Adam”.

    Args:
        begins: whether a sentence begins with it.
    """
    if name in BY_VALUE:
        return value
    if name in COUNTED:
        return COUNTED[name].of(1 if value == "1" else _whole(value), n=value)
    known = (AT_BEGINNING.get(name) if begins else None) or PLACES.get(name, OTHER_PLACE)
    return known.format(label=label, value=value)


def _whole(value: str) -> int:
    """The number that is written so, for the plural; some other one where it is none."""
    digits = value.replace(",", "")
    return int(digits) if digits.isdecimal() else PLENTY


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float) -> str:
    """With three significant digits: 0.0912, 1,670, 2.1 × 10⁵."""
    if value != 0 and not 1e-4 <= abs(value) < 1e5:
        mantissa, _, power = f"{value:.2e}".partition("e")
        return f"{float(mantissa):g} × 10{str(int(power)).translate(_RAISED)}"
    return grouped(int(float(f"{value:.3g}"))) if abs(value) >= 1000 else f"{value:.3g}"


def ratio(value: float) -> str:
    """How many times: 1.04, 2.3, 18, 1,670."""
    if value < 1.95:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 9.95 else number(round(value)) if value < 1e5 else number(value)
