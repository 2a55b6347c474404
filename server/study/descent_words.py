"""What the study of descent says when it cannot draw what is asked for. One clear sentence each."""

from glassbox.words.sentence import say, say_many

NO_PATH = say_many(
    "The two main directions are those of the path so far, and it has one moment only; train for a few more steps.",
    "The two main directions are those of the path so far, and it has {n} moments only; train for a few more steps.",
)
STRAIGHT_PATH = say(
    "The path so far is a straight line, which has one direction only; train on, or choose random directions."
)
SAME_WEIGHT = say("Expected two different weights, one for each direction; choose another for one of them.")
NO_SUCH_WEIGHT = say(
    "There is no weight into layer {layer}, unit {unit} from {source}: choose again, the network has changed."
)
NO_SUCH_BIAS = say(
    "There is no weight into layer {layer}, unit {unit} from its bias: choose again, the network has changed."
)
TOO_LARGE = say(
    "Drawing {size} × {size} losses of this network would take too long: {parameters:,} parameters on {samples:,} samples. "
    "Take fewer units or fewer samples."
)
