"""What this room says to people: refusals of files from outside, and what a network's predictions mean."""

from glassbox.engine.choices import OutputActivation

NOT_FINITE = (
    "Some weights of this network are no ordinary numbers any more, because training diverged. "
    "Reset it or go back to an earlier moment, then take it home."
)

TOO_LARGE = "A network file may be {most:g} MB large; this one has {size:.1f} MB; open one that was saved here."
NOT_JSON = "Expected a network file in JSON, but this file is not JSON; open one that was saved here as JSON."
NOT_A_NETWORK = (
    "Expected a network file, which is a JSON object with “format”: “{format}”, but this is some other JSON; "
    "open one that was saved here as JSON."
)
OTHER_VERSION = (
    "Expected “version”: {expected} in this network file, but got {actual}; "
    "open it with the Glassbox that saved it, or a newer one."
)

IN_FILE = "In this network file: "
IN_PART = "In this network file, {part} {number}: "
IN_OUTPUT = "In this network file, the output layer: "
IN_SETTINGS = "In this network file, the settings: "
PARTS = {"hidden": "hidden layer", "inputs": "input", "columns": "column"}
REMEDY = "; open the file as it was saved."
LARGE_SETTINGS = "expected “settings” of at most {most} characters, but got {actual}"

NO_UNITS = "expected one unit or more, but there are no “biases”"
ROWS = "expected “weights” of {units} rows, one for each of the “biases”, but got {actual}"
ROW_LENGTH = "expected {before} “weights” in row {row}, one for each unit or input before it, but got {actual}"
UNIT_NUMBERS = "expected {expected} numbers in “{name}”, because of its units and normalization, but got {actual}"
FORMULA_COLUMNS = (
    "expected “columns” to name {takes} of the {count} columns, as the formula “{formula}” takes, but got {actual}"
)
CLASSES = "expected {expected} “classes” for the problem “{problem}” with {units} output units, but got {actual}"
OUTPUT_UNITS = "expected {expected} output unit for the problem “{problem}”, but got {actual}"
FEW_CLASSES = "expected two output units or more for the problem “{problem}”, but got {actual}"
LOSS = "expected a loss for the problem “{problem}”, such as “{fitting}”, but got “{actual}”"
OUTPUT = "expected the output's “activation” to be “{expected}”, as problem and loss need, but got “{actual}”"

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
EXPERIMENT = "Experiment"
NOTEBOOK_TITLE = """\
# {title}

This repeats an experiment of Glassbox {version}: {trainings} trainings, on this machine. It needs
NumPy and Glassbox (`pip install glassbox`), and draws where matplotlib is installed. On the machine
that ran it, with the same version, each network comes out the same to the byte; elsewhere the last
digits may differ.
{seen}"""
NOTEBOOK_EXPERIMENT = """\
What is trained: a base, to which every other setting is added as the playground begins with it;
what varies; the seeds; how long; and what is measured. Change anything here to ask something else."""
NOTEBOOK_SWEEP = "Train. All cores of this machine help."
NOTEBOOK_TABLE = "A row for each training (and for each moment of it, if epochs vary):"
NOTEBOOK_POINTS = "A row for each point: the median over the seeds, and the band from the 10 % to the 90 % quantile:"
NOTEBOOK_PICTURE = "The medians as curves, with their bands:"
