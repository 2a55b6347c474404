"""A network that was trained on a table of texts, dates and numbers as people write them."""

from glassbox.data import Own
from glassbox.run.answers import take_snapshot
from glassbox.study.copying import network_copy
from glassbox.tables.chosen import make_points
from glassbox.tables.reading import read_table
from tests.run.tools import run_of, train_epochs

HEADER = ["Sex", "Port", "Born", "Fare", "Height", "Survived"]
ROWS = [
    [
        ["male", "female"][n % 2],
        ["S", "C", "Q \\ \"quoted\""][n % 3],
        f"{n % 28 + 1:02}.03.2024",
        f"{n % 7 + 1}.{n % 9}00,50 €",
        f"{150 + n % 40},{n % 10}",
        ["no", "yes"][n % 2],
    ]
    for n in range(60)
]  # fmt: skip
TARGET = HEADER.index("Survived")


def trained_on_a_table(epochs=60):
    """A copy of the network, its run's observations as the network is given them, and the logits' twin's input rows."""
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [HEADER, *ROWS])
    own = make_points(read_table(text.encode()), TARGET, range(TARGET))
    run = run_of(dataset=Own("A" * 22, own.observations), learning_rate=0.1)
    train_epochs(run, epochs)
    return network_copy(take_snapshot(run)), own.observations
