"""The vocabularies of the engine: every activation, loss, optimizer … a person may choose, with its words.

A choice is its own wire name (a string), knows the integer `code` that kernels switch on, carries the sentences a menu
shows, and what else is known of it. The order of the members fixes the codes; settings and menus are derived from here.
"""

from glassbox.engine.vocabulary import FLAT_SHARE, ActivationFacts, Choice, Flat, OptimizerFacts
from glassbox.words.sentence import say


class Activation(Choice):
    """What a unit does to its weighted sum z, with its `ActivationFacts`."""

    bounded: bool
    flat: Flat
    steepest: float
    straight_through: bool
    kinks: tuple[float, ...] | None

    @property
    def can_die(self) -> bool:
        """Whether a unit can lie on the one flat part for every sample."""
        return self.flat is Flat.ONE_SIDE

    @property
    def saturates(self) -> bool:
        """Whether a unit can be flat whichever way its sum is large, while it learns by its true slope."""
        return self.flat is Flat.BOTH_SIDES and not self.straight_through

    @property
    def has_flat_parts(self) -> bool:
        """Whether there is any part on which a unit hardly learns."""
        return self.flat is not Flat.NOWHERE

    @property
    def flat_below(self) -> float:
        """A slope smaller than this is flat; 0 where there are no flat parts."""
        return FLAT_SHARE * self.steepest if self.has_flat_parts else 0.0

    LINEAR = (
        "linear",
        say("linear"),
        "φ(z) = z",
        say("Passes the sum on unchanged. Layers of it collapse into one straight cut, however many there are."),
        ActivationFacts(bounded=False, flat=Flat.NOWHERE, kinks=()),
    )
    SIGMOID = (
        "sigmoid",
        "sigmoid",
        "φ(z) = 1 / (1 + e⁻ᶻ)",
        say("Squeezes every sum into 0 to 1. Far from 0 it is flat, so its gradient vanishes; not centred on zero."),
        ActivationFacts(bounded=True, flat=Flat.BOTH_SIDES, steepest=0.25),
    )
    TANH = (
        "tanh",
        "tanh",
        "φ(z) = tanh z",
        say("Squeezes every sum into −1 to 1, centred on zero. Saturates far from 0, where its gradient vanishes."),
        ActivationFacts(bounded=True, flat=Flat.BOTH_SIDES),
    )
    RELU = (
        "relu",
        "ReLU",
        "φ(z) = max(0, z)",
        say(
            "Cheap, and its gradient does not vanish for z > 0. A unit whose sum is always negative is dead: it no "
            "longer learns."
        ),
        ActivationFacts(bounded=False, flat=Flat.ONE_SIDE, kinks=(0.0,)),
    )
    LEAKY_RELU = (
        "leaky_relu",
        say("leaky ReLU"),
        say("φ(z) = z if z > 0, else 0.01 z"),
        say("Like ReLU, with a small slope for negative sums, so that no unit dies."),
        ActivationFacts(bounded=False, flat=Flat.NOWHERE, kinks=(0.0,)),
    )
    ELU = (
        "elu",
        "ELU",
        say("φ(z) = z if z > 0, else eᶻ − 1"),
        say(
            "Like ReLU, but bends smoothly towards −1, which keeps the mean output near zero. Saturates for very "
            "negative sums."
        ),
        ActivationFacts(bounded=False, flat=Flat.ONE_SIDE),
    )
    SOFTPLUS = (
        "softplus",
        "softplus",
        "φ(z) = ln(1 + eᶻ)",
        say("A smooth ReLU whose derivative is the sigmoid. Always positive, so not centred on zero."),
        ActivationFacts(bounded=False, flat=Flat.ONE_SIDE),
    )
    SILU = (
        "silu",
        "SiLU",
        "φ(z) = z / (1 + e⁻ᶻ)",
        say(
            "A smooth ReLU that dips a little below zero (also called swish). Common in modern networks; not monotonic."
        ),
        ActivationFacts(bounded=False, flat=Flat.ONE_SIDE),
    )
    GELU = (
        "gelu",
        "GELU",
        "φ(z) = ½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))",
        say("A smooth ReLU weighted by the normal distribution, in its usual tanh form. Standard in transformers."),
        ActivationFacts(bounded=False, flat=Flat.ONE_SIDE),
    )
    SINE = (
        "sine",
        say("sine"),
        "φ(z) = sin z",
        say("Waves instead of steps: good for patterns that repeat, prone to many local minima."),
        ActivationFacts(bounded=True, flat=Flat.NOWHERE),
    )
    STEP = (
        "step",
        say("step"),
        say("φ(z) = 1 if z > 0, else 0"),
        say(
            "The original perceptron's threshold. Its true gradient is 0 everywhere, so training uses a "
            "straight-through gradient instead: 1 where |z| ≤ 1, otherwise 0."
        ),
        ActivationFacts(bounded=True, flat=Flat.BOTH_SIDES, straight_through=True, kinks=(0.0,)),
    )


class OutputActivation(Choice):
    """How the output layer's sums (logits) become predictions; it follows from problem and loss."""

    IDENTITY = ("identity", say("linear"), "y = z", say("The sum itself: any number, as regression needs."))
    SIGMOID = ("sigmoid", "sigmoid", "p = 1 / (1 + e⁻ᶻ)", say("The probability of the positive class."))
    TANH = ("tanh", "tanh", "y = tanh z", say("A value between the two classes −1 and 1."))
    SOFTMAX = ("softmax", "softmax", "pᵢ = eᶻⁱ / Σⱼ eᶻʲ", say("Probabilities of all classes, which sum to 1."))
    SCORE = (
        "score",
        say("score"),
        "y = z",
        say("A score per class, not a probability: the sign or the largest one decides."),
    )


class Problem(Choice):
    """What kind of answer the data asks for."""

    BINARY = ("binary", say("two classes"))
    MULTICLASS = ("multiclass", say("several classes"))
    REGRESSION = ("regression", say("regression"))


class Loss(Choice):
    """What training makes small."""

    CROSS_ENTROPY = (
        "cross_entropy",
        say("cross-entropy"),
        "L = −Σᵢ tᵢ ln pᵢ",
        say(
            "For classes: punishes confident mistakes hard, and its gradient p − t does not vanish when the output "
            "saturates."
        ),
    )
    SQUARED_ERROR = (
        "squared_error",
        say("squared error"),
        "L = ½ Σᵢ (yᵢ − tᵢ)²",
        say("For numbers: the natural choice in regression. For classes it learns slowly where the output saturates."),
    )
    ABSOLUTE = (
        "absolute",
        say("absolute error"),
        "L = |y − t|",
        say(
            "For numbers with outliers: a far miss pulls no harder than a near one. Its gradient does not shrink "
            "near the target."
        ),
    )
    HUBER = (
        "huber",
        "Huber",
        say("L = ½ e² where |e| ≤ δ, else δ (|e| − ½ δ), with e = y − t"),
        say("For numbers: squared error for small misses, absolute error for outliers beyond δ. Huber (1964)."),
    )
    HINGE = (
        "hinge",
        say("hinge"),
        say("L = max(0, 1 − t z), t = ±1; of several classes max(0, 1 + maxⱼ zⱼ − zₜ)"),
        say(
            "For classes: asks for a margin of 1 and no more, so well-placed points pull no longer. Gives scores, "
            "not probabilities."
        ),
    )


class Optimizer(Choice):
    """How a gradient g becomes an update of the weights θ, with learning rate α; with its `OptimizerFacts`."""

    large_rate: float
    adaptive: bool
    uses: tuple[str, ...]

    SGD = (
        "sgd",
        "SGD",
        "θ ← θ − α g",
        say("Plain stochastic gradient descent: a small step downhill for each mini-batch."),
        OptimizerFacts(large_rate=0.3),
    )
    MOMENTUM = (
        "momentum",
        say("momentum"),
        "v ← μ v + g,  θ ← θ − α v",
        say("Keeps rolling in the direction of past gradients, which speeds up long valleys. Polyak (1964)."),
        OptimizerFacts(large_rate=0.1, uses=("momentum",)),
    )
    NESTEROV = (
        "nesterov",
        "Nesterov",
        "v ← μ v + g,  θ ← θ − α (g + μ v)",
        say("Momentum that looks ahead before it corrects, so it overshoots less. Nesterov (1983)."),
        OptimizerFacts(large_rate=0.1, uses=("momentum",)),
    )
    RMSPROP = (
        "rmsprop",
        "RMSprop",
        "s ← ρ s + (1 − ρ) g²,  θ ← θ − α g / (√s + ε)",
        say("Divides each step by the recent size of that weight's gradient. Tieleman & Hinton (2012)."),
        OptimizerFacts(large_rate=0.1, adaptive=True, uses=("rmsprop_decay", "epsilon")),
    )
    ADAM = (
        "adam",
        "Adam",
        say("m̂, ŝ: bias-corrected means of g and g²,  θ ← θ − α m̂ / (√ŝ + ε)"),
        say("Momentum and RMSprop together, with a correction for the first steps. Kingma & Ba (2015)."),
        OptimizerFacts(large_rate=0.3, adaptive=True, uses=("beta1", "beta2", "epsilon")),
    )


class Initialization(Choice):
    """Where the weights start; n is a layer's number of inputs, m its number of units."""

    ZEROS = (
        "zeros",
        say("zeros"),
        "w = 0",
        say(
            "Every unit of a layer starts alike and gets the same gradient, so they stay alike: symmetry is never "
            "broken."
        ),
    )
    UNIFORM = (
        "uniform",
        say("uniform ±0.5"),
        "w ~ U(−0.5, 0.5)",
        say("The same range whatever the layer's width: fine for small networks, too large for wide ones."),
    )
    XAVIER_UNIFORM = (
        "xavier_uniform",
        say("Xavier uniform"),
        "w ~ U(−√(6/(n+m)), √(6/(n+m)))",
        say("Keeps the spread of tanh-like signals steady through the layers. Glorot & Bengio (2010)."),
    )
    XAVIER_NORMAL = (
        "xavier_normal",
        say("Xavier normal"),
        "w ~ N(0, 2/(n+m))",
        say("As Xavier uniform, drawn from a normal distribution. Glorot & Bengio (2010)."),
    )
    HE = ("he", "He", "w ~ N(0, 2/n)", say("Made for ReLU, which silences half of its inputs. He et al. (2015)."))
    LECUN = (
        "lecun",
        "LeCun",
        "w ~ N(0, 1/n)",
        say("Keeps the variance of the sums at that of the inputs. LeCun et al. (1998)."),
    )


class Penalty(Choice):
    """What large weights cost, beside the loss. Biases are free."""

    NONE = ("none", say("none"), "", say("No penalty: weights may grow as large as the data asks for."))
    L1 = (
        "l1",
        "L1",
        "λ Σ |w|",
        say(
            "Pulls every weight towards zero by the same amount; weights that do not matter become exactly zero, and "
            "may return."
        ),
    )
    L2 = (
        "l2",
        "L2",
        "½ λ Σ w²",
        say("Pulls every weight towards zero in proportion to its size, so large weights shrink most."),
    )
    LP = (
        "lp",
        "Lp",
        "(λ/p) Σ |w|ᵖ",
        say(
            "The whole family: p = 1 is L1, p = 2 is L2. At p ≤ 1 weights become exactly zero; above 2 only large "
            "weights are held back."
        ),
    )


class Normalization(Choice):
    """What is done to a layer's sums before its activation."""

    NONE = ("none", say("none"), "", say("The sums go to the activation as they are."))
    BATCH = (
        "batch",
        say("batch norm"),
        say("y = γ (z − μ) / σ + β, μ and σ over the mini-batch"),
        say(
            "Each unit's sums get mean 0 and spread 1 over the mini-batch, then a learned scale and shift. Running "
            "averages take "
            "the batch's place outside training. Needs batches that are not tiny. Ioffe & Szegedy (2015)."
        ),
    )
    LAYER = (
        "layer",
        say("layer norm"),
        say("y = γ (z − μ) / σ + β, μ and σ over the layer's units"),
        say(
            "The same over the units of a layer, for each sample alone: so it does not depend on the batch. Ba et "
            "al. (2016)."
        ),
    )


class Schedule(Choice):
    """How the learning rate changes over the epochs k."""

    CONSTANT = ("constant", say("constant"), "α(k) = α", say("The same learning rate all the time."))
    STEP = ("step", say("steps"), "α(k) = α · f^⌊k/T⌋", say("Every T epochs the rate is multiplied by f."))
    EXPONENTIAL = (
        "exponential",
        say("exponential"),
        "α(k) = α · f^(k/T)",
        say("Falls evenly: by the factor f in T epochs."),
    )
    COSINE = (
        "cosine",
        say("cosine"),
        "α(k) = ½ α (1 + cos(π k/T))",
        say("Glides to zero in T epochs, slowly at both ends."),
    )
    WARM_UP = (
        "warm_up",
        say("warm-up"),
        "α(k) = α · min(1, k/T)",
        say("Rises from zero to the full rate in T epochs: a gentle start."),
    )
