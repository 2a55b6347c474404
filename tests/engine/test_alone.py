"""Tests that the engine needs NumPy and Numba and nothing else: in a notebook it works as in the server."""

import subprocess
import sys

import pytest

from tests.engine.cold import may_compile
from tests.engine.test_jit import ENGINE, ROOT

pytestmark = may_compile

OTHERS = {
    "annotated_types", "fastapi", "jinja2", "msgspec", "pydantic", "rich", "starlette", "typer", "uvicorn",
    "websockets",
}  # fmt: skip

NOTEBOOK = f"""
import sys

class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {OTHERS!r}:
            raise ImportError(name + " is not installed here")

sys.meta_path.insert(0, Nothing())
import numpy as np
from glassbox.engine.choices import *
from glassbox.engine.network import Architecture
from glassbox.engine.recipe import Recipe
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData

recipe = Recipe(
    architecture=Architecture((2, 4, 1), (Activation.TANH,), OutputActivation.SIGMOID), problem=Problem.BINARY,
    loss=Loss.CROSS_ENTROPY, optimizer=Optimizer.SGD, learning_rate=0.1, momentum=0.0, rmsprop_decay=0.0, beta1=0.0,
    beta2=0.0,
    epsilon=1e-8, penalty=Penalty.NONE, penalty_rate=0.0, batch_size=10, initialization=Initialization.HE, gain=1.0,
    seed=0,
)
x = np.random.default_rng(0).normal(size=(2, 100)).astype(np.float32)
t = (x[0] > 0).astype(np.float32)
trainer = Trainer(recipe, TrainingData(x, t, x, t))
trainer.run(300)
assert trainer.evaluate().train.accuracy > 0.9
assert not {OTHERS!r} & sys.modules.keys() and "asyncio" not in sys.modules and "glassbox.settings" not in sys.modules
"""


def test_a_trainer_works_without_any_of_the_servers_libraries():
    done = subprocess.run([sys.executable, "-c", NOTEBOOK], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("module", sorted(path.stem for path in ENGINE.glob("*.py")))
def test_every_file_of_the_engine_says_what_it_is_for(module):
    first = (ENGINE / f"{module}.py").read_text("utf-8").splitlines()[0]
    assert first.startswith('"""') and len(first) > 20
