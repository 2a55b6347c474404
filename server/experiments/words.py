"""The sentences of the experiments: why one cannot be run, and what one has shown."""

NO_SUCH_AXIS = "“{name}” cannot be varied; expected one of: {names}."
NO_VALUES = "The axis “{label}” has no values; give it at least one."
TWICE = "“{label}” is on both axes; vary something else on one of them."
TWO_TIMES = "The axis “{label}” has the value {value} twice; leave one of them out."
NO_NUMBER = "“{label}”: expected a number, but got {value}."
NO_WHOLE_NUMBER = "“{label}”: expected a whole number, but got {value}."
NO_CHOICE = "“{label}”: expected one of {choices}, but got {value}."
OUT_OF_BOUNDS = "“{label}”: expected {least:,.10g} to {most:,.10g}, but got {value}."
NO_LAYERS = "“{label}”: expected the units of the hidden layers, such as 8 or 16-16, or none, but got {value}."
NO_FEATURES = "“{label}”: expected names of features with commas between, such as x1,x2, but got {value}."
NOTHING_FITS = "“{label}”: a network of {layers} hidden {noun} needs at least {least} parameters, and the budget is {budget}; raise it."
NO_EFFECT = "“{label}” has no effect here: it counts only where “{other}” is {values}. Choose that first."
NO_EFFECT_AT_0 = "“{label}” has no effect here: “{other}” is 0. Set it above 0 first."
NO_SUCH_MEASURE = "“{name}” cannot be measured; expected one of: {names}."
MEASURE_TWICE = "“{label}” is measured twice; leave one of them out."
NOT_OF_NUMBERS = (
    "“{label}” needs data with classes; these data ask for a number. Measure the loss or the squared error instead."
)
NOT_OF_CLASSES = (
    "“{label}” needs data that ask for a number; these have classes. Measure the loss or the error instead."
)
POLYNOMIAL_WITHOUT_DEGREE = "Polynomials differ by their degree: put “Degree” on an axis."
DEGREE_WITHOUT_POLYNOMIAL = "“Degree” is of polynomials alone; vary something else where networks learn."
NOT_TRAINED = (
    "What is solved at once has no epochs, and is measured by {names} alone; take another axis or other measures."
)
SOLVED_NUMBERS_ONLY = "Only data that ask for a number can be solved at once; choose such data, or train instead."
POLYNOMIAL_OF_ONE_INPUT = "A polynomial is laid over one input; choose data with one, such as the sine."
NO_CLOSED_FORM = (
    "The output layer can be solved at once over a hidden layer, for squared error, with L2 or without a penalty; "
    "choose these, or train instead."
)
NOT_A_NETWORK = "A polynomial is no network, so this dot cannot be opened as one."
NO_REGIONS = (
    "“{label}” can be counted where the network is made of straight pieces: take ReLU, leaky ReLU, step or linear units, no "
    "layer norm, and data with two inputs, or with one that is given as it is."
)
NO_CURVATURE = (
    "“{label}” is not known of networks with normalization or step units; leave these out, or measure something else."
)
NO_GOAL = "“{label}” needs a goal; set one in the settings, or measure something else."
NO_PATIENCE = "“{label}” needs early stopping; set a patience in the settings, or measure something else."
TOO_MANY = (
    "This asks for {trials:,} trainings, which would take about {time} here; an experiment may have {most:,}. "
    "Take fewer values or fewer seeds."
)
TOO_LONG = (
    "These {trials:,} trainings would take about {time} here, and an experiment may take {most}. Take fewer values, "
    "fewer seeds or fewer epochs."
)
ALL_ARE_USED = (
    "“{label}” has no effect here: all points of your own data are used. Vary how many of them train instead."
)
MOMENT_BEYOND = "“{label}”: the training ends after {epochs:,} epochs, so it cannot be looked at after {value}."

SECONDS, MINUTES, HOURS, DAYS = "{count} seconds", "{count} minutes", "{count} hours", "{count} days"
SECOND, MINUTE, HOUR, DAY = "1 second", "1 minute", "1 hour", "1 day"


def duration(seconds: float) -> str:
    """As a person says it: “40 seconds”, “3 hours”."""
    for least, size, one, many in ((86400 * 2, 86400, DAY, DAYS), (5400, 3600, HOUR, HOURS), (90, 60, MINUTE, MINUTES)):
        if seconds >= least:
            count = round(seconds / size)
            return one if count == 1 else many.format(count=f"{count:,}")
    count = max(1, round(seconds))
    return SECOND if count == 1 else SECONDS.format(count=count)


OPENED = "Opened from “{title}”: {dots}."
OPENED_BESIDE = "Opened side by side from “{title}”: {dots}."
SEED_AND_EPOCH = "seed {seed}, epoch {epoch:,}"
SOLVED_AGAIN = "The hidden units are as they were drawn, and the output layer was solved again."
SAME_BYTES = "The weights are those of the experiment, byte for byte."
OTHER_BYTES = (
    "The weights are not quite those of the experiment, which was trained on another machine or by another version."
)
NO_SUCH_TRIAL = "There is no training {number:,} in this experiment; it has {total:,}."

NO_SUCH_QUESTION = "There is no ready question “{name}”; expected one of: {names}."
NO_SUCH_VARIANT = "This question has no variant “{name}”; expected one of: {names}."
NO_SUCH_FORM = "This question has no form “{name}”; expected one of: {names}."
