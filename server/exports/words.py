"""What this room says to people: refusals of files from outside, and what a network's predictions mean."""

from collections.abc import Sequence

from glassbox.engine.choices import OutputActivation
from glassbox.words.joined import listed
from glassbox.words.sentence import Sentence, say, say_as, say_many

NOT_FINITE = say(
    "Some weights of this network are no ordinary numbers any more, because training diverged. "
    "Reset it or go back to an earlier moment, then take it home."
)

TOO_LARGE = say("A network file may be {most:g} MB large; this one has {size:.1f} MB; open one that was saved here.")
NOT_JSON = say("Expected a network file in JSON, but this file is not JSON; open one that was saved here as JSON.")
NOT_A_NETWORK = say(
    "Expected a network file, which is a JSON object with “format”: “{format}”, but this is some other JSON; "
    "open one that was saved here as JSON."
)
OTHER_VERSION = say(
    "Expected “version”: {expected} in this network file, but got {actual}; "
    "open it with the Glassbox that saved it, or a newer one."
)

IN_FILE = say("In this network file: {fault}")
IN_PARTS = {
    "hidden": say("In this network file, hidden layer {number}: {fault}"),
    "inputs": say("In this network file, input {number}: {fault}"),
    "columns": say("In this network file, column {number}: {fault}"),
}
IN_OUTPUT = say("In this network file, the output layer: {fault}")
IN_SETTINGS = say("In this network file, the settings: {fault}")
REMEDY = say("Open the file as it was saved.")
ENDED = say("{fault}.")  # of those that follow
LARGE_SETTINGS = say("expected “settings” of at most {most} characters, but got {actual}")

MANY_FIELDS = say("expected an object of at most {most} fields, but got {actual}")
NO_UNITS = say("expected one unit or more, but there are no “biases”")
ROWS = say("expected “weights” of {units} rows, one for each of the “biases”, but got {actual}")
ROW_LENGTH = say("expected {before} “weights” in row {row}, one for each unit or input before it, but got {actual}")
UNIT_NUMBERS = say("expected {expected} numbers in “{name}”, because of its units and normalization, but got {actual}")
FORMULA_COLUMNS = say(
    "expected “columns” to name {takes} of the {count} columns, as the formula “{formula}” takes, but got {actual}"
)
CLASSES = say("expected {expected} “classes” for the problem “{problem}” with {units} output units, but got {actual}")
OUTPUT_UNITS = say("expected {expected} output unit for the problem “{problem}”, but got {actual}")
FEW_CLASSES = say("expected two output units or more for the problem “{problem}”, but got {actual}")
LOSS = say("expected a loss for the problem “{problem}”, such as “{fitting}”, but got “{actual}”")
OUTPUT = say("expected the output's “activation” to be “{expected}”, as problem and loss need, but got “{actual}”")

# Of programs and models; names are in English in every language.
MAKER = "Glassbox"
ONNX_NAME = "network"
ONNX_X = say("rows of raw columns, as named in the note “{note}”").format(note="columns")
ONNX_LOGITS = say("the sums of the last layer")
IN_PROGRAM, IN_ONNX = "CLASSES", "classes"  # the name of the list of classes in programs, and of the note in ONNX files
FUNCTION = say("{label}: {formula}")
NETWORK = say_many("{units} unit, given {inputs}.", "{units} units, given {inputs}.")
INPUTS = say_many("{n} input", "{n} inputs")
THEN = say_as("layers", "{before}, then {last}")

STABLE = say("the same as the formula, but never too large to compute")
EXPM1 = say("{function} is e to the z, minus 1").format(function="expm1(z)")
NO_GRADIENT = say("it has no gradient, so the layers before it cannot learn")


def network(sizes: Sequence[int]) -> Sentence:
    """How large a network is: the units of its layers one after the other, and how many inputs it is given."""
    inputs, *layers = sizes
    units = listed(map(str, layers), THEN)
    return NETWORK.of(layers[-1], units=units, inputs=INPUTS.of(inputs))


def onnx_meanings(output: OutputActivation, units: int) -> dict[str, str]:
    """What the values are that go in and come out of an ONNX model."""
    return {"x": ONNX_X, "logits": ONNX_LOGITS, "predictions": prediction(output, units, IN_ONNX)}


def prediction(output: OutputActivation, units: int, classes: str = IN_PROGRAM) -> Sentence:
    """What the numbers of a prediction mean, where there are so many output units and classes are listed there."""
    meaning = _SCORES if output is OutputActivation.SCORE and units > 1 else _PREDICTIONS[output]
    return meaning.format(classes=classes, first=f"{classes}[0]", second=f"{classes}[1]")


_SCORES = say("a score of each class, in the order of {classes}: the largest one decides")
_PREDICTIONS = {
    OutputActivation.IDENTITY: say("the predicted value, in its original unit"),
    OutputActivation.SIGMOID: say("the probability of {second}"),
    OutputActivation.TANH: say("a value from −1, surely {first}, to 1, surely {second}"),
    OutputActivation.SOFTMAX: say("the probability of each class, in the order of {classes}"),
    OutputActivation.SCORE: say("a score: above 0 it is {second}, otherwise {first}"),
}

# Of an experiment's notebook, in Markdown.
EXPERIMENT = say("Experiment")
NOTEBOOK_ABOUT = say(
    "This repeats an experiment of Glassbox {version}: {trainings} trainings, on this machine. It needs NumPy and "
    "Glassbox ({install}), and draws where matplotlib is installed. On the machine that ran it, with the same version, "
    "each network comes out the same to the byte; elsewhere the last digits may differ."
)
NOTEBOOK_EXPERIMENT = say(
    "What is trained: a base, to which every other setting is added as the playground begins with it; what varies; the "
    "seeds; how long; and what is measured. Change anything here to ask something else."
)
NOTEBOOK_SWEEP = say("Train. All cores of this machine help.")
NOTEBOOK_TABLE = say("A row for each training (and for each moment of it, if epochs vary):")
NOTEBOOK_POINTS = say(
    "A row for each point: the median over the seeds, and the band from the 10 % to the 90 % quantile:"
)
NOTEBOOK_PICTURE = say("The medians as curves, with their bands:")
PRINT_TABLE = say("Print rows, each a dictionary with the same names, in columns.")
WRITTEN = say("A number with five digits; a dash for what has no value.")
QUANTILE = say("The smallest value that at least this share of them do not exceed; what diverged counts as infinite.")
POINT_OF = say("Median and band over the seeds, of the rows at one place of the axes.")
DRAW = say("The first axis from left to right, a curve for each measure and each value of the second axis.")
FOR_A_PICTURE = say("For a picture: {install}")
