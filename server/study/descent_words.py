"""What the study of descent says when it cannot draw what is asked for. One clear sentence each."""

NO_PATH = "The two main directions are those of the path so far, and it has {points}; train for a few more steps."
STRAIGHT_PATH = (
    "The path so far is a straight line, which has one direction only; train on, or choose random directions."
)
SAME_WEIGHT = "Expected two different weights, one for each direction; choose another for one of them."
NO_SUCH_WEIGHT = (
    "There is no weight into layer {layer}, unit {unit} from {source}: choose again, the network has changed."
)
TOO_LARGE = (
    "Drawing {size} × {size} losses of this network would take too long: {parameters:,} parameters on {samples:,} samples. "
    "Take fewer units or fewer samples."
)
