"""The sentences of the experiments: why one cannot be run, and what one has shown."""

from glassbox.words.sentence import say, say_as, say_many

NO_SUCH_AXIS = say("“{name}” cannot be varied; expected one of: {names}.")
NO_VALUES = say("The axis “{label}” has no values; give it at least one.")
TWICE = say("“{label}” is on both axes; vary something else on one of them.")
TWO_TIMES = say("The axis “{label}” has the value {value} twice; leave one of them out.")
NO_NUMBER = say("“{label}”: expected a number, but got {value}.")
NO_WHOLE_NUMBER = say("“{label}”: expected a whole number, but got {value}.")
NO_CHOICE = say("“{label}”: expected one of {choices}, but got {value}.")
OUT_OF_BOUNDS = say("“{label}”: expected {least:,.10g} to {most:,.10g}, but got {value}.")
NO_LAYERS = say("“{label}”: expected the units of the hidden layers, such as 8 or 16-16, or none, but got {value}.")
NO_FEATURES = say("“{label}”: expected names of features with commas between, such as x1,x2, but got {value}.")
NOTHING_FITS = say_many(
    "“{label}”: a network of {n} hidden layer needs at least {least} parameters, and the budget is {budget}; raise it.",
    "“{label}”: a network of {n} hidden layers needs at least {least} parameters, and the budget is {budget}; raise it.",
)
NO_EFFECT = say("“{label}” has no effect here: it counts only where “{other}” is {values}. Choose that first.")
NO_EFFECT_AT_0 = say("“{label}” has no effect here: “{other}” is 0. Set it above 0 first.")
NO_SUCH_MEASURE = say("“{name}” cannot be measured; expected one of: {names}.")
MEASURE_TWICE = say("“{label}” is measured twice; leave one of them out.")
NOT_OF_NUMBERS = say(
    "“{label}” needs data with classes; these data ask for a number. Measure the loss or the squared error instead."
)
NOT_OF_CLASSES = say(
    "“{label}” needs data that ask for a number; these have classes. Measure the loss or the error instead."
)
POLYNOMIAL_WITHOUT_DEGREE = say("Polynomials differ by their degree: put “Degree” on an axis.")
DEGREE_WITHOUT_POLYNOMIAL = say("“Degree” is of polynomials alone; vary something else where networks learn.")
NOT_TRAINED = say(
    "What is solved at once has no epochs, and is measured by {names} alone; take another axis or other measures."
)
SOLVED_NUMBERS_ONLY = say("Only data that ask for a number can be solved at once; choose such data, or train instead.")
POLYNOMIAL_OF_ONE_INPUT = say("A polynomial is laid over one input; choose data with one, such as the sine.")
NO_CLOSED_FORM = say(
    "The output layer can be solved at once over a hidden layer, for squared error, with L2 or without a penalty; "
    "choose these, or train instead."
)
NOT_A_NETWORK = say("A polynomial is no network, so this dot cannot be opened as one.")
NO_REGIONS = say(
    "“{label}” can be counted where the network is made of straight pieces: take ReLU, leaky ReLU, step or linear units, no "
    "layer norm, and data with two inputs, or with one that is given as it is."
)
NO_CURVATURE = say(
    "“{label}” is not known of networks with normalization or step units; leave these out, or measure something else."
)
NO_GOAL = say("“{label}” needs a goal; set one in the settings, or measure something else.")
NO_PATIENCE = say("“{label}” needs early stopping; set a patience in the settings, or measure something else.")
TOO_MANY = say(
    "This asks for {trials:,} trainings, which would take about {time} here; an experiment may have {most:,}. "
    "Take fewer values or fewer seeds."
)
TOO_LONG = say(
    "These {trials:,} trainings would take about {time} here, and an experiment may take {most}. Take fewer values, "
    "fewer seeds or fewer epochs."
)
ALL_ARE_USED = say(
    "“{label}” has no effect here: all points of your own data are used. Vary how many of them train instead."
)
MOMENT_BEYOND = say("“{label}”: the training ends after {epochs:,} epochs, so it cannot be looked at after {value}.")

SECONDS = say_many("{n} second", "{n} seconds")
MINUTES = say_many("{n} minute", "{n} minutes")
HOURS = say_many("{n} hour", "{n} hours")
DAYS = say_many("{n:,} day", "{n:,} days")


def duration(seconds: float) -> str:
    """As a person says it: “40 seconds”, “3 hours”."""
    for least, size, counted in ((86400 * 2, 86400, DAYS), (5400, 3600, HOURS), (90, 60, MINUTES)):
        if seconds >= least:
            return counted.of(round(seconds / size))
    return SECONDS.of(max(1, round(seconds)))


OPENED = say("Opened from “{title}”: {dots}.")
OPENED_BESIDE = say("Opened side by side from “{title}”: {dots}.")
SEED_AND_EPOCH = say("seed {seed}, epoch {epoch:,}")
NEXT_DOT = say_as("list", "{before}; {last}")
SOLVED_AGAIN = say("The hidden units are as they were drawn, and the output layer was solved again.")
SAME_BYTES = say("The weights are those of the experiment, byte for byte.")
OTHER_BYTES = say(
    "The weights are not quite those of the experiment, which was trained on another machine or by another version."
)
NO_SUCH_TRIAL = say("There is no training {number:,} in this experiment; it has {total:,}.")

NO_SUCH_QUESTION = say("There is no ready question “{name}”; expected one of: {names}.")
NO_SUCH_VARIANT = say("This question has no variant “{name}”; expected one of: {names}.")
NO_SUCH_FORM = say("This question has no form “{name}”; expected one of: {names}.")

TITLED = say("{question} {variant}")  # a question and in which form it is asked
CHANGED_TO = say("{label} {value}")  # what varies, and the value that it has
