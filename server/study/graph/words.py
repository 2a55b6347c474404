"""The formulas and sentences of the graph; layers are raised numbers in brackets, so that they are no powers."""

from glassbox.engine.choices import Loss, Normalization, OutputActivation
from glassbox.words.sentence import Sentence, say

NO_SUCH_SAMPLE = say("There is no sample {sample}; the data have samples 1 to {most}.")
TOO_MANY_UNITS = say(
    "This network has {units} units, and the graph is drawn for at most {most}; remove some units or layers to see it."
)
TOO_MANY_OPERATIONS = say(
    "This network would take about {count} single operations, and they are drawn for at most {most}; "
    "look at it by layer, or remove some units."
)
ONE_BY_ONE_ONLY = say("Single operations are drawn for one sample; choose one, or look at the mini-batch by layer.")

DROPOUT_OFF = say(
    "Dropout is off here: this is the whole network, while each step of training silences some of its units."
)
NOISE_OFF = say("The input noise of training is left out here.")
RUNNING_STATISTICS = say("Batch norm uses its running mean and variance here: one sample has no spread of its own.")
BATCH_STATISTICS = say(
    "Batch norm uses the mean and spread of this mini-batch, so every sample depends a little on all the others."
)
STRAIGHT_THROUGH = say(
    "The step function is flat, so its gradient would be 0; training goes straight through it where |z| ≤ 1, "
    "and so does this graph."
)
PENALTY_APART = say("The penalty on large weights is no part of this loss; it joins in at the update.")
TEST_SAMPLE = say(
    "Training never looks at this point, which is there to test or to validate: its update is only a what-if."
)
SOME_SAMPLES = say("Of the {count} samples of this mini-batch, numbers {first} to {last} are shown; all of them count.")
TOO_COUPLED = say(
    "Batch norm ties all samples of this mini-batch together, in more ways than can be followed here; "
    "choose a smaller batch size or fewer units to see this Jacobian."
)

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def up(letter: str, layer: int) -> str:
    """W⁽¹⁾"""
    return f"{letter}⁽{str(layer).translate(_RAISED)}⁾"


def at(symbol: str, *places: int) -> str:
    """x₁, w₂₁, or w₂‚₁₁ where a place has two digits; places count from 1."""
    numbers = [str(place).translate(_LOWERED) for place in places]
    return symbol + ("," if any(place > 9 for place in places) and len(places) > 1 else "").join(numbers)


def parameter(letter: str, layer: int, unit: int, source: int | None = None) -> str:
    """w⁽¹⁾₂₁, b⁽¹⁾₂: of a unit, from a source; both count from 1."""
    return at(up(letter.lower(), layer), unit, *([source] if source is not None else []))


def by(symbol: str) -> str:
    """∂L/∂z"""
    return f"∂L/∂{symbol}"


OUTPUTS = {
    OutputActivation.SIGMOID: ("p", "σ", "p = 1 / (1 + e⁻ᶻ)", "{to} = ∂L/∂p · p (1 − p)"),
    OutputActivation.TANH: ("y", "tanh", "y = tanh {z}", "{to} = ∂L/∂y · (1 − y²)"),
    OutputActivation.SOFTMAX: ("p", "softmax", "pᵢ = eᶻⁱ / Σⱼ eᶻʲ", "{to} = (diag(p) − p pᵀ) · ∂L/∂p"),
}

LOSSES = {
    (OutputActivation.SIGMOID, Loss.CROSS_ENTROPY): ("−t · ln p − (1 − t) · ln(1 − p)", "(p − t) / (p · (1 − p))"),
    (OutputActivation.SOFTMAX, Loss.CROSS_ENTROPY): ("−Σᵢ tᵢ · ln pᵢ", "−tᵢ / pᵢ"),
    (OutputActivation.SOFTMAX, Loss.SQUARED_ERROR): ("½ Σᵢ (pᵢ − tᵢ)²", "p − t"),
    (OutputActivation.TANH, Loss.SQUARED_ERROR): ("½ (y − t)²", "y − t"),
    (OutputActivation.IDENTITY, Loss.SQUARED_ERROR): ("½ ({y} − t)²", "{y} − t"),
    (OutputActivation.IDENTITY, Loss.ABSOLUTE): ("|{y} − t|", "sign({y} − t)"),
    (OutputActivation.IDENTITY, Loss.HUBER): (
        say("½ e² where |e| ≤ δ, else δ (|e| − ½ δ), with e = {y} − t"), say("e, held between −δ and δ"),
    ),
    (OutputActivation.SCORE, Loss.HINGE): ("max(0, 1 − t · {y})", say("−t where t · {y} < 1, else 0")),
}  # fmt: skip
HINGE_OF_SEVERAL = (
    say("max(0, 1 + the best other score − the right class's)"),
    say("+1 for that other one and −1 for the right one, or 0"),
)
SIGNED = (OutputActivation.TANH, Loss.SQUARED_ERROR), (OutputActivation.SCORE, Loss.HINGE)  # targets of two classes
WITH_SIGNS = say("{formula}, with t = ±1")  # static/text/graph_filled.js takes the formula out of it
MEAN, OVER = say("mean over {n} samples of {formula}"), say("{formula}, over {n}")
EQUAL = Sentence("{left} = {right}")  # of formulas: as it is in every language
RUNNING = say("{formula}, with each unit's running μ and σ")
OVER_BATCH = say("{formula}, with μ and σ over the mini-batch")
OVER_LAYER = say("{formula}, with μ and σ over the layer's units")
WITH_G = say("{formula}, with g = {g}")
SUMMED = say("{formula}, summed over the samples")
UNDONE = say("{formula}: batch norm takes b away again")
MEAN_OF_SUMS, MEAN_OF_SQUARES = say("mean of all z"), say("mean of all squares")
SHIFTED_EXP = say("exp({a} − m), m the largest z")
WITH_MEANING = say("{formula}, {meaning}")  # what a function's letter stands for
MEAN_TITLE, LOSS_TITLE = say("mean"), say("loss")


def loss_formulas(output: OutputActivation, loss: Loss, y: str, units: int, count: int) -> tuple[str, str]:
    """L as a formula and its gradient in the output `y`; the mean if there are several samples."""
    is_of_several = loss is Loss.HINGE and units > 1
    value, slope = (each.format(y=y) for each in (HINGE_OF_SEVERAL if is_of_several else LOSSES[output, loss]))
    if (output, loss) in SIGNED and not is_of_several:
        value = WITH_SIGNS.format(formula=value)
    if count > 1:
        value, slope = MEAN.format(n=count, formula=value), OVER.format(n=count, formula=slope)
    return EQUAL.format(left="L", right=value), EQUAL.format(left=by(y), right=slope)


def standardize_formulas(kind: Normalization, is_batch: bool, layer: int) -> tuple[str, str, str]:
    """Title, formula and gradient of ẑ."""
    z, standard = up("z", layer), up("ẑ", layer)
    formula = f"{standard} = ({z} − μ) / σ"
    if kind is Normalization.BATCH and not is_batch:
        return "z → ẑ", RUNNING.format(formula=formula), f"{by(z)} = {by(standard)} / σ"
    over = OVER_BATCH if kind is Normalization.BATCH else OVER_LAYER
    back = f"{by(z)} = (g − mean g − {standard} · mean(g {standard})) / σ"
    return "z → ẑ", over.format(formula=formula), WITH_G.format(formula=back, g=by(standard))
