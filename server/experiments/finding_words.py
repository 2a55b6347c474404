"""The sentences that `findings.py` says of a curve, and how a value of an axis is called in them."""

ONE_POINT = "There is only one point, for {place}: the {measure} is {value}."
FLAT = "The {measure} hardly changes: it stays between {low} and {high}."
LEVEL = "The {measure} hardly changes: it stays at {value}."
LOWEST = "The {measure} is lowest for {place}: {value}."
LOWEST_OF_TWO = "The {measure} is lowest for {place} and for {other}: {value}."
LOWEST_OF_MANY = "The {measure} is lowest, {value}, for {count} of {all} values, the first of them {place}."
HIGHEST = "It is highest for {place}: {ratio}."
U = "From there it rises to both sides: for {first} it is {left}, and for {last} {right}."
NO_U = "There is no clear U: for {first} it is {left}, and for {last} {right}."
TIMES, AS_VALUE = "{ratio} times as much", "{value}"
PEAK = (
    "It has a peak, {value}, for {place}. Before it the lowest value is {left}, for {before}, and beyond it {right}, "
    "for {after}."
)
SECOND_IS_DEEPER = "The second valley is the deeper one."
FIRST_IS_DEEPER = "The first valley is the deeper one."
FITTED = "From {place} on the median {measure} is 0: in at least half of the trainings every training point is right."
FITTED_ONCE = "For {place} the median {measure} is 0: in at least half of the trainings every training point is right."
NEARLY_FITTED = "From {place} on the {measure} is less than a hundredth of its highest value."
NEARLY_FITTED_ONCE = "For {place} the {measure} is less than a hundredth of its highest value."
WITH = "{other} – {sentence}"
BEST_CELL = "Of the {count} cells that are done, the {measure} is lowest for {places}: {value}."
BEST_CELLS = "In {equals} of the {count} cells that are done the {measure} is lowest, {value}; one of them: {places}."
WORST_CELLS = "In {equals} of them it is highest, {value}; one of them: {places}."
WORST_CELL = "It is highest for {places}: {value}."

ALL_DIVERGED = "Every training diverged: its numbers grew beyond what can be stored."
DIVERGED_FROM = "From {place} on every training diverged."
DIVERGED_AT = "For {place} every training diverged."
SOME_DIVERGED = "{diverged} of the {done} trainings that ended diverged; in the medians they count as infinite."
ONE_DIVERGED = "One of the {done} trainings that ended diverged; in the medians it counts as infinite."

NOT_ALL_DONE = "{done} of {total} trainings are done; what is said here holds for these."
ONE_SEED = "Each point is one single training: with another seed the curve may be another."
BROAD = "The valley is broad: {count} points have medians within the band of the lowest one, so the best value is uncertain."

LIST_LINK = ", "

# A value of an axis as a part of a sentence: where it is 1, and otherwise. Every other axis: its label, then the value.
PLACES = {
    "width": ("1 unit", "{value} units"),
    "units": ("1 unit", "{value} units"),
    "depth": ("1 hidden layer", "{value} hidden layers"),
    "depth_at_budget": ("the shape {value}", "the shape {value}"),
    "layers": ("the layers {value}", "the layers {value}"),
    "parameters": ("1 parameter", "{value} parameters"),
    "epochs": ("1 epoch", "{value} epochs"),
    "degree": ("degree {value}", "degree {value}"),
    "training_samples": ("1 training point", "{value} training points"),
    "samples": ("1 sample", "{value} samples"),
    "batch_size": ("batches of 1", "batches of {value}"),
    "learning_rate": ("a learning rate of {value}", "a learning rate of {value}"),
    "penalty_rate": ("a penalty rate of {value}", "a penalty rate of {value}"),
    "dropout": ("a dropout of {value}", "a dropout of {value}"),
    "input_noise": ("input noise of {value}", "input noise of {value}"),
    "label_noise": ("label noise of {value}", "label noise of {value}"),
    "noise": ("noise of {value}", "noise of {value}"),
    "gain": ("a gain of {value}", "a gain of {value}"),
    "patience": ("a patience of {value}", "a patience of {value}"),
    "test_labels": ("{value} test labels", "{value} test labels"),
}
BY_VALUE = {"optimizer", "activation", "dataset", "initialization", "features", "schedule", "loss"}
OTHER_PLACE = "“{label}” {value}"


def place(name: str, label: str, value: str) -> str:
    """What a value of an axis is called: “3 units”, “a learning rate of 0.1”, “Adam”."""
    if name in BY_VALUE:
        return value
    one, many = PLACES.get(name, (OTHER_PLACE, OTHER_PLACE))
    return (one if value == "1" else many).format(label=label, value=value)


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float) -> str:
    """With three significant digits: 0.0912, 1,670, 2.1 × 10⁵."""
    if value != 0 and not 1e-4 <= abs(value) < 1e5:
        mantissa, _, power = f"{value:.2e}".partition("e")
        return f"{float(mantissa):g} × 10{str(int(power)).translate(_RAISED)}"
    return f"{float(f'{value:.3g}'):,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def ratio(value: float) -> str:
    """How many times: 1.04, 2.3, 18, 1,670."""
    if value < 1.95:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 9.95 else number(round(value)) if value < 1e5 else number(value)
