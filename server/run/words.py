"""How a run says what was changed, why it stopped and what it refuses: on the chart's flags, in notes and in refusals."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from glassbox.data import Own
from glassbox.engine.vocabulary import Choice
from glassbox.formula.data_set import FromFormula
from glassbox.protocol.messages import Hold
from glassbox.run.by_hand import Solved
from glassbox.settings import Goal, Layer, Settings
from glassbox.words.joined import DOTS, listed
from glassbox.words.sentence import say, say_many


def label(name: str) -> str:
    """The label of the setting `name`."""
    about: Any = Settings.model_fields[name].json_schema_extra
    return about["label"]  # type: ignore[no-any-return]


def change_text(settings: Settings, names: Iterable[str]) -> str:
    """“Learning rate 0.1, Optimizer Adam”: the named settings with their new values."""
    return listed(SET_TO.format(setting=label(name), value=value_text(getattr(settings, name))) for name in names)


def value_text(value: object) -> str:
    """A setting's value as a person would write it."""
    if isinstance(value, Choice | FromFormula | Own):
        return value.label
    if isinstance(value, Layer):
        return _layer_text(value)
    if isinstance(value, tuple):
        return listed(map(value_text, value), DOTS) or NO_VALUES
    return f"{value:g}" if isinstance(value, float) else str(value)


def goal_value(goal: Goal, value: float) -> str:
    """“0.176” or “95.2 %”: a value of the goal's measure."""
    return f"{100 * value:.1f} %" if goal.measure == "accuracy" else f"{value:.3g}"


def hold_text(command: Hold) -> str:
    """“unit 2 of layer 1 disabled”: what was kept from learning, or learns again."""
    names = {"layer": command.layer, "unit": (command.unit or 0) + 1, "source": (command.source or 0) + 1}
    what = HOLD_LAYER if command.unit is None else HOLD_UNIT if command.source is None else HOLD_CONNECTION
    said = FROZEN if command.action == "freeze" else DISABLED
    return said[command.on].format(what=what.format(**names))


def solved_text(solved: Solved) -> str:
    """“last layer solved exactly: training loss 0.42 → 0.013”."""
    before = f"{solved.before:.3g}" if isfinite(solved.before) else "∞"
    return SOLVED_EXACTLY[solved.with_penalty].format(before=before, after=f"{solved.after:.3g}")


def _layer_text(layer: Layer) -> str:
    """“4 ReLU, dropout 20 %, batch norm”: a layer's units, and what it has of its own."""
    units = str(layer.units)
    told = [UNITS_OF.format(units=units, activation=layer.activation.label) if layer.activation else units]
    told += [DROPOUT.format(percent=100 * layer.dropout)] if layer.dropout is not None else []
    told += [layer.normalization.label] if layer.normalization is not None else []
    return listed(told)


SET_TO = say("{setting} {value}")  # Learning rate 0.1
NO_VALUES = say("none")
UNITS_OF = say("{units} {activation}")  # 4 ReLU
DROPOUT = say("dropout {percent:g} %")
STOP_EPOCHS = say("Stopped after {epochs:,} epochs, as set under After epochs. Press play to go on.")
STOP_LOSS = say(
    "Stopped at the target: the training loss, {loss:.3g}, has reached {target:g}, as set. Press play to go on."
)
STOP_ACCURACY = say(
    "Stopped at the target: {accuracy:.1f} % of the test data are right, and {target} % was set. Press play to go on."
)
STOP_GOAL = say("Stopped at the goal: the {measure} was {value} after epoch {epoch:,}. Press play to go on.")
STOP_PATIENCE = say(
    "Stopped early after epoch {now:,}: the {watched} has not improved for {patience:,} epochs (patience). It was "
    "lowest, {loss:.3g}, after epoch {epoch:,}."
)
STOP_PATIENCE_BY = say(
    "Stopped early after epoch {now:,}: the {watched} has not improved by more than {least:g} for {patience:,} epochs "
    "(patience). It was lowest, {loss:.3g}, after epoch {epoch:,}."
)
BEST_RESTORED = say("The network of epoch {epoch:,} is back, and Play goes on from there.")
NO_BEST = say(
    "No best epoch is known here: set a patience, and play until early stopping has seen an epoch. A changed setting "
    "or a reset begins that search anew."
)
BEST_MARK = say("lowest {watched}: epoch {epoch:,}")
OTHER_DATA = say("{change}: other data from here, the network is kept")
FROZEN = {True: say("{what} frozen"), False: say("{what} learns again")}
DISABLED = {True: say("{what} disabled"), False: say("{what} enabled")}
HOLD_LAYER = say("layer {layer}")
HOLD_UNIT = say("unit {unit} of layer {layer}")
HOLD_CONNECTION = say("connection from unit {source} to unit {unit} of layer {layer}")
NOT_SO = say("not: {text}")
AND_MORE_HELD = say_many("{n:,} more held or not", "{n:,} more held or not")
WEIGHTS_SET = say_many("{n:,} weight set by hand", "{n:,} weights set by hand")
BIASES_SET = say_many("{n:,} bias set by hand", "{n:,} biases set by hand")
NO_SINGLE_WEIGHT = say("A unit or a layer can be frozen, a single connection cannot; leave its source out.")
NAME_THE_UNIT = say("A unit or a connection can be disabled, a whole layer cannot; name the unit.")
OUTPUT_STAYS = say("The output cannot be disabled: without it there is nothing to learn. Disable a hidden unit.")
CUT = say("This connection is disabled, so its weight is remembered as it is. Enable it before you set it.")
OPENED = say("network opened")
TENT = say("tent map, set by hand")
TENT_NOTE = say(
    "This network is set by hand: each of its {layers} layers of two ReLU units folds what the one before has made, so "
    "that with {parameters} parameters it has {pieces} straight pieces. One hidden layer needs {units} units for them, "
    "{wide} parameters."
)
NO_SUCH_READY_NETWORK = say("There is no ready network “{name}”; expected one of {names}.")
REOPENED = say("run opened again")
TAKEN_UP = say_many(
    "This is the run as it was after {epochs} epoch, at step {step:,}. Press play to go on.",
    "This is the run as it was after {epochs} epochs, at step {step:,}. Press play to go on.",
)
OTHER_NUMBERS = say(
    "This version of Glassbox draws other data for these settings, so the losses differ from those in the row and "
    "training goes on with the new data."
)
KEPT_OTHERWISE = say(
    "What was kept of this run cannot be read: another version of Glassbox wrote it, or it is damaged. Run again "
    "trains it anew from its beginning."
)
OF_OLD_SCHEME = say(
    "This was kept by an earlier version of Glassbox: what was kept is as it was, but from here it goes by today's "
    "rules, by which a seed gives other weights, noise may move points beyond the edge of the plane, λ of L1 has the "
    "same strength under every optimizer, and uniform weights begin with biases of 0."
)
LANES_CLOSED = say(
    "The lanes that were compared are closed: a run that goes on where it was left has none at its step."
)
LINED_UP = say(
    "{count} runs stand side by side as they were left. Play trains the one furthest behind until it reaches the next."
)
OTHER_LANES = say(
    "Lanes share their data and their seed, and these runs differ in this: {names}. Look at them side by side in the "
    "lab book, or choose others."
)
DATA_GONE = say(
    "The data of this run are no longer on the server: own data are kept while there is room. Load them again, then "
    "start anew."
)
AGE_NOT_KNOWN = say(
    "How long this network was trained is not kept with its weights: epochs are counted from the moment at which it is "
    "opened."
)
OPENED_ON_OTHER_DATA = say(
    "The data this network was trained on are no longer on this server, so it is shown on {data}, with as many inputs "
    "and outputs."
)
INPUTS = say_many("{n} input", "{n} inputs")
CLASSES = say_many("{n} class", "{n} classes")
NAMED_DATA = say("“{data}”")
A_NUMBER = say("a number to predict")
DATA_ON_SHOW = say("the data that were on show")
NOTHING_FITS = say(
    "The data this network was trained on are no longer on this server, and no other data here have its {inputs} and "
    "{outputs}; load its data again, and then open the file once more."
)
OTHER_WEIGHTS = say(
    "Expected {expected:,} weights for a network of these settings, but got {actual:,}; open the network as it was "
    "saved."
)
OTHER_NETWORK = say(
    "The settings in this file make another network than its weights are of: they give layers of {expected} units, the "
    "weights {actual}; open the file as it was saved."
)
WEIGHTS_NOT_FINITE = say(
    "Some weights of this network are no ordinary numbers; open one that was saved before it diverged."
)
WEIGHT_SET = say("weight set by hand")
LAST_LAYER_SOLVED = say("last layer solved")
SOLVED_EXACTLY = {
    False: say("last layer solved exactly: training loss {before} → {after}"),
    True: say("last layer solved exactly: training loss with penalty {before} → {after}"),
}
NO_NUMBERS = say(
    "Only an output that is a plain sum can be solved: choose data with a number to predict, such as a curve over x₁."
)
NO_SQUARED_ERROR = say(
    "The last layer can be solved only for the squared error, and the loss is {loss}: choose squared error."
)
NO_L2 = say(
    "The last layer can be solved only without a penalty or with L2, and the penalty is {penalty}: choose none or L2."
)
OUTPUT_FROZEN = say("The output is frozen, so its weights stay as they are. Let it learn again before you solve it.")
TOO_LARGE_TO_SOLVE = say(
    "The last hidden layer passes on so little that the best weights would be larger than any number here; begin with "
    "larger first weights."
)
TOO_MANY_PARAMETERS = say(
    "This network would have {count:,} parameters; this server allows {most:,}. Use fewer units or layers."
)
MOST_LANES_REACHED = say("At most {most} lanes can be compared; remove one first.")
LANE_STOPPED = say("Lane {lane}: {text}")
LAST_LANE = say("This is the only lane; it cannot be removed.")
NOT_A_LANE = say("There is no lane {lane}; choose one of {lanes}.")
NO_SUCH_BRANCH = say("There is no branch {branch} to come back to (any more); choose another.")
NOTHING_TO_UNDO = say(
    "There is no change to take back: none was made here yet, or all that are remembered were taken back."
)
NOTHING_TO_REDO = say("There is nothing to bring back: no change was taken back, or another was made since.")
NOT_THE_SETTING_ALONE = say(
    "This change cannot be put back alone, because the network began anew with it or another one came; take it back as "
    "a whole."
)
NO_REWIND_IN_LANES = say("The timeline rests while lanes are compared. Remove the other lanes to go back in time.")
STOP_IS_OF_ONE_LANE = say("This holds for lane {lane}. The other lanes keep the stopping criteria they have.")
LANE_LEFT_OUT = say("Lane {lane} was removed: with this data its network would be too large or would not fit.")
NOT_A_LAYER = say("There is no layer {layer} here; the network has layers {least} to {most}.")
NOT_A_HIDDEN_LAYER = say("There is no hidden layer {layer} here; the network has {most}.")
NOT_A_UNIT = say("Layer {layer} has no unit {unit}; its units are 0 to {most}.")
LAST_UNIT = say("A layer needs at least one unit; remove the layer instead.")
MOST_UNITS_REACHED = say("A layer can have at most {most} units.")
MOST_LAYERS_REACHED = say("A network here can have at most {most} hidden layers.")
UNWATCHED = say("Nobody was watching this network for a while. Press play to go on.")
