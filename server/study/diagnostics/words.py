"""The words of the findings: what ails a network, said so that one can see it in the pictures, and what helps."""

from glassbox.words.sentence import say, say_as, say_many

ONE_LAYER = say("Layer {layer}")

IDENTICAL = say(
    "{layer}: {count} of {units} units are identical: they have the same weights, get the same gradient and stay alike."
)
IDENTICAL_REMEDY = say(
    "Draw the initial weights at random (Xavier or He, gain 1) and reset: only different units can learn different things."
)

DEAD = say(
    "{layer}: {count} of {units} {activation} units are dead for every sample: their sums stay below zero, so no gradient comes through."
)
DEAD_FLAT = say(
    "{layer}: {count} of {units} {activation} units are dead for every sample: their sums stay on the flat side, so no gradient comes through."
)
DEAD_REMEDY = say(
    "Lower the learning rate or use He initialisation, start with an initial bias of 0, and reset; leaky ReLU cannot die."
)

SATURATED = say(
    "{layer}: the {activation} units are saturated, {share:.0f} % of the time: their sums lie so far from zero that the curve "
    "is flat, and hardly any gradient comes through."
)
SATURATED_REMEDY = say(
    "Make the sums smaller: smaller initial weights (gain 1), a bias that starts at 0, inputs at their usual scale, a lower learning "
    "rate; or put batch normalization before the activation."
)

STUCK = say(
    "{layer}: the step units get no gradient, {share:.0f} % of the time: a step is flat everywhere, and the stand-in "
    "gradient used in its place is 0 where the sum is beyond ±1."
)
STUCK_REMEDY = say(
    "Keep the sums near zero (gain 1, initial bias 0, inputs at their usual scale), or use an activation with a slope, such as tanh."
)

VANISHING = say(
    "Gradients vanish through depth: they are {times} times smaller in layer 1 than in the output layer, so the first "
    "layers hardly learn."
)
VANISHING_REMEDY = say(
    "Use ReLU with He initialisation, or tanh with Xavier, instead of {activation}; or fewer layers, or batch normalization."
)
VANISHING_REMEDY_OTHERS = say(
    "Use weights that are not smaller than Xavier or He draws them, fewer layers, or batch normalization."
)

MILLIONS = say("{n:,} million")
ENDLESS = say("infinitely many")

FADING = say(
    "Signals fade through depth: samples differ {times} times less in layer {last} than in layer 1, so the output layer has next to "
    "nothing to go by, and every gradient is tiny."
)
FADING_REMEDY = say(
    "Draw larger initial weights (Xavier or He, gain 1), use fewer layers, or batch or layer normalization."
)

EXPLODING = say("Gradients explode: in layer {layer} the gradient is {times} times as long as the weights themselves.")
EXPLODING_OUTPUT = say(
    "Gradients explode: in the output layer the gradient is {times} times as long as the weights themselves."
)
EXPLODING_REMEDY = say("Draw smaller initial weights (He or Xavier, gain 1), or clip the gradients' norm.")

UPDATES_LARGE = say(
    "Updates are too large: each step moves the weights of {layer} by {share:.0f} % of their length. About 0.1 % of it is usual; "
    "steps like these jump over every valley."
)
UPDATES_MANY_TIMES = say(
    "Updates are too large: each step moves the weights of {layer} by {times:,} times their length. About 0.1 % of it is usual; "
    "steps like these jump over every valley."
)
UPDATES_BEYOND_NUMBERS = say(
    "Updates are too large: each step moves the weights of {layer} farther than their length, beyond all numbers. "
    "About 0.1 % of it is usual; steps like these jump over every valley."
)
UPDATES_LARGE_REMEDY = say("Lower the learning rate, about tenfold, and reset.")
HIDDEN_LAYER = say("layer {layer}")
OUTPUT_LAYER = say("the output layer")

RATE_HIGH = say(
    "The learning rate is too high: the training loss jumps up and down by {share:.0f} % from moment to moment and does not come down."
)
RATE_HIGH_REMEDY = say("Lower the learning rate of {rate:g}, about tenfold, and reset.")

RATE_LOW = say(
    "The learning rate is too low: a step moves the weights by only {ratio} of their length (about a thousandth is usual), "
    "though far longer steps would still go downhill."
)
PART = say("1 part in {n:,}")
RATE_LOW_REMEDY = say("Raise the learning rate of {rate:.2g}, tenfold at a time.")

UNSCALED_LARGE = say(
    "The inputs are not scaled: their typical size is {size:.3g}, where 1 to 4 is usual. The first sums are "
    "huge, whatever the weights."
)
UNSCALED_SMALL = say(
    "The inputs are not scaled: their typical size is {size:.3g}, where 1 to 4 is usual. The first layer hardly notices them."
)
UNSCALED_REMEDY = say(
    "Set the input scale to 1. With data of your own: subtract each input's mean and divide by its standard deviation."
)

SMALL_BATCHES = say_many(
    "Batch normalization sees only {n} sample at a time: mean and spread of so few are mostly chance, and what it "
    "trains with is not what it is tested with.",
    "Batch normalization sees only {n} samples at a time: mean and spread of so few are mostly chance, and what it "
    "trains with is not what it is tested with.",
)
SMALL_BATCHES_REMEDY = say("Use batches of {least} or more, or layer normalization, which does not look at the batch.")
LAST_BATCH = say(
    "{samples:,} training samples in batches of {batch:,} leave a last batch of 1 in every epoch: batch normalization turns each "
    "of its sums into 0, whatever the sample. The weights before it learn nothing then, and the running means, by which the "
    "network is tested, move a tenth of the way to that one sample."
)
LAST_BATCH_REMEDY = say("Use batches of {size:,}, or layer normalization, which does not look at the batch.")

UNSEEN_CLASSES = say_many(
    "The test data have a class of which no sample trains ({names}): the parts are drawn by chance, whatever the class, and a "
    "network cannot learn what it never sees.",
    "The test data have {n} classes of which no sample trains ({names}): the parts are drawn by chance, whatever the class, and a "
    "network cannot learn what it never sees.",
)
OF_TWO = (say_as("class", "negative"), say_as("class", "positive"))
UNSEEN_REMEDY = say("Use more samples, a larger training share, or new data.")

OVERFITTING = say(
    "It overfits: the test loss was lowest, {lowest:.3g}, around epoch {epoch:,} and is {test:.3g} now, while the "
    "training loss went on to {train:.3g}."
)
OVERFITTING_REMEDY = say("Stop early (patience), use more samples or fewer units, or add a penalty or dropout.")

UNDERFITTING = say(
    "The network seems too small for this pattern: training has come to rest after {epochs:,} epochs with {score} on its own training "
    "data, while simply asking each point’s nearest neighbours gives {possible}."
)
UNDERFITTING_REMEDY = say("Add units, or a layer; or begin again from other initial weights.")
ONE_CUT = say(
    "The data are not linearly separable: without a hidden layer that bends, the network can only draw one straight line, and has {score}; "
    "simply asking each point’s nearest neighbours gives {possible}."
)
ONE_CUT_REMEDY = say("Add a hidden layer with an activation that is not linear, or a feature that bends, such as x₁².")
RIGHT = say("{share:.0f} % right")
R2 = say("an R² of {share:.2f}")

ASLEEP = say(
    "It sleeps on a plateau: in {epochs:,} epochs the training loss has hardly moved from {loss:.3g}, which is what always giving the "
    "same answer costs. The gradient is there, but only {size:.1g} long."
)
ASLEEP_REMEDY = say(
    "Use momentum or Adam, or a higher learning rate; tanh or ReLU instead of sigmoid; or begin again from other initial weights. "
    "Some plateaus also end by themselves, much later."
)
ASLEEP_SMALL_REMEDY = say(
    "The weights are too small to tell samples apart: draw larger ones (Xavier or He, gain 1) and reset; Adam or a higher learning rate "
    "may wake it too."
)
ASLEEP_PENALTY_REMEDY = say(
    "The penalty makes it cheaper to keep the weights near zero than to learn: lower its rate of {rate:g}, about tenfold."
)
ASLEEP_DROPOUT_REMEDY = say(
    "So many units are dropped that no sample gets through: lower the dropout, or use more units."
)

MEMORISING = say(
    "It learns wrong labels by heart: {odd} training points have a label that nearly all their neighbours contradict, and the network "
    "repeats {memorised} of them."
)
MEMORISING_REMEDY = say("Use a smaller network, a penalty or dropout, or stop early; check the labels.")
