"""Checks that the parts of a network file fit each other; `network_file.py` has checked types and bounds already."""

from glassbox.engine.choices import Normalization, Problem
from glassbox.engine.network import fitting_loss, output_activation
from glassbox.exports import words
from glassbox.exports.network_copy import number_of_classes
from glassbox.exports.network_file import HiddenPart, NetworkFile, OutputPart
from glassbox.protocol.refusals import Refusal
from glassbox.words.joined import sentences


def check_fit(file: NetworkFile) -> None:
    """Make sure that the file tells of one network.

    Raises:
        Refusal: two parts of it do not go together.
    """
    _check_inputs(file)
    _check_layers(file)
    _check_answers(file)


def _check_inputs(file: NetworkFile) -> None:
    count = len(file.columns)
    for at, part in enumerate(file.inputs):
        if len(part.columns) != part.formula.takes or max(part.columns) >= count:
            text = words.FORMULA_COLUMNS.format(
                takes=part.formula.takes, count=count, formula=part.formula, actual=list(part.columns)
            )
            raise refusal(text, ("inputs", at))


def _check_layers(file: NetworkFile) -> None:
    before = len(file.inputs)
    for at, part in enumerate(file.hidden):
        _check_shape(part, before, ("hidden", at))
        _check_normalization(part, ("hidden", at))
        before = len(part.biases)
    _check_shape(file.output, before, ("output", ""))


def _check_shape(part: HiddenPart | OutputPart, before: int, place: tuple[str, int | str]) -> None:
    units = len(part.biases)
    if units == 0:
        raise refusal(words.NO_UNITS, place)
    if len(part.weights) != units:
        raise refusal(words.ROWS.format(units=units, actual=len(part.weights)), place)
    for number, row in enumerate(part.weights, 1):
        if len(row) != before:
            raise refusal(words.ROW_LENGTH.format(before=before, row=number, actual=len(row)), place)


def _check_normalization(part: HiddenPart, place: tuple[str, int]) -> None:
    normalized = len(part.biases) if part.normalization is not Normalization.NONE else 0
    remembered = len(part.biases) if part.normalization is Normalization.BATCH else 0
    expected = {"scale": normalized, "shift": normalized, "mean": remembered, "variance": remembered}
    for name, count in expected.items():
        actual = len(getattr(part, name))
        if actual != count:
            raise refusal(words.UNIT_NUMBERS.format(expected=count, name=name, actual=actual), place)


def _check_answers(file: NetworkFile) -> None:
    """Problem, loss, classes and output must fit each other."""
    problem, units = file.problem, len(file.output.biases)
    if problem is Problem.MULTICLASS and units < 2:
        raise refusal(words.FEW_CLASSES.format(problem=problem, actual=units))
    if problem is not Problem.MULTICLASS and units != 1:
        raise refusal(words.OUTPUT_UNITS.format(expected=1, problem=problem, actual=units))
    classes = number_of_classes(problem, units)
    if len(file.classes) != classes:
        raise refusal(words.CLASSES.format(expected=classes, problem=problem, units=units, actual=len(file.classes)))
    fitting = fitting_loss(problem, file.loss)
    if file.loss is not fitting:
        raise refusal(words.LOSS.format(problem=problem, fitting=fitting, actual=file.loss))
    output = output_activation(problem, file.loss)
    if file.output.activation is not output:
        raise refusal(words.OUTPUT.format(expected=output, actual=file.output.activation))


def refusal(text: str, place: tuple[int | str, ...] = ()) -> Refusal:
    """What to say of a place in the file."""
    return Refusal(sentences(told_of(place, words.ENDED.format(fault=text)), words.REMEDY))


def told_of(place: tuple[int | str, ...], fault: str) -> str:
    """A fault, and in which place of the file it is."""
    match place:
        case (str(name), int(at), *_) if name in words.IN_PARTS:
            return words.IN_PARTS[name].format(number=at + 1, fault=fault)
        case ("output", _, *_):
            return words.IN_OUTPUT.format(fault=fault)
    return words.IN_FILE.format(fault=fault)
