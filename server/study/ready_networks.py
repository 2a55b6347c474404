"""Networks with weights by hand that the page can begin with, by the name that an address has for them.

What a person could set weight by weight, to see what a network can be; whether training finds it is another matter.
"""

from glassbox.engine.choices import Activation, Loss, Optimizer
from glassbox.engine.data_choices import Dataset, Feature
from glassbox.engine.tent_map import tent_map
from glassbox.protocol.refusals import Refusal, echo_text
from glassbox.run import words
from glassbox.run.orders import OpenNetwork
from glassbox.settings import Layer, Settings

TENTS = {"tent3": (3, Dataset.TRIANGLE4), "tent5": (5, Dataset.TRIANGLE16)}  # layers, and the wave that they are
CAREFUL = 1e-4  # so steep a valley is left at once with a learning rate that is usual elsewhere


def ready_network(name: str) -> OpenNetwork:
    """The network of this name.

    Raises:
        Refusal: there is none.
    """
    if name not in TENTS:
        raise Refusal(words.NO_SUCH_READY_NETWORK.format(name=echo_text(name), names=", ".join(TENTS)))
    layers, dataset = TENTS[name]
    settings = Settings(
        dataset=dataset,
        features=(Feature.X1,),
        hidden=(Layer(units=2),) * layers,
        activation=Activation.RELU,
        loss=Loss.SQUARED_ERROR,
        optimizer=Optimizer.ADAM,
        learning_rate=CAREFUL,
    )
    parameters, pieces = tent_map(layers), 2**layers
    note = words.TENT_NOTE.format(
        layers=layers, pieces=pieces, parameters=parameters.size, units=pieces - 1, wide=3 * pieces - 2
    )
    return OpenNetwork(settings, words.TENT, parameters, note=note)
