"""What this room says to people: refusals of files from outside, and what a network's predictions mean."""

from glassbox.engine.choices import OutputActivation
from glassbox.words.sentence import say, say_as

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
NEXT_CHANGE = say_as("list", "{before}; {last}")
LARGE_SETTINGS = say("expected “settings” of at most {most} characters, but got {actual}")

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

# Of programs and models, which are in English as their code is.
MAKER = "Glassbox"
ONNX_NAME = "network"
ONNX_X = "rows of raw columns, as named in the note “columns”"
ONNX_LOGITS = "the sums of the last layer"
IN_ONNX = ("CLASSES", "classes")  # the name of the list of classes in programs, and of the note in ONNX files


def onnx_meanings(output: OutputActivation, units: int) -> dict[str, str]:
    """What the values are that go in and come out of an ONNX model."""
    return {"x": ONNX_X, "logits": ONNX_LOGITS, "predictions": prediction(output, units).replace(*IN_ONNX)}


def prediction(output: OutputActivation, units: int) -> str:
    """What the numbers of a prediction mean, where there are so many output units."""
    if output is OutputActivation.SCORE and units > 1:
        return "a score of each class, in the order of CLASSES: the largest one decides"
    return _PREDICTIONS[output]


_PREDICTIONS = {
    OutputActivation.IDENTITY: "the predicted value, in its original unit",
    OutputActivation.SIGMOID: "the probability of CLASSES[1]",
    OutputActivation.TANH: "a value from −1, surely CLASSES[0], to 1, surely CLASSES[1]",
    OutputActivation.SOFTMAX: "the probability of each class, in the order of CLASSES",
    OutputActivation.SCORE: "a score: above 0 it is CLASSES[1], otherwise CLASSES[0]",
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
