"""After the warm-up nothing that a session does compiles anything: a kernel compiled late would stop all sessions."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

SCRIPT = """
import gc
from numba.core.dispatcher import Dispatcher
from glassbox.engine.warm_up import warm_up
from glassbox.protocol.messages import View
from tests.run.tools import Desk, say

def compiled():
    kernels = [thing for thing in gc.get_objects() if isinstance(thing, Dispatcher)]
    return {kernel.py_func.__qualname__: len(kernel.signatures) for kernel in kernels}

def live(**settings):
    desk = Desk(**settings)
    desk.work(say("play"))
    desk.inbox.extend([
        View(unit=(1, 0), windows=((0, 1), (1, 2), (0, 1), (0, 1))),
        say("edit_network", action="add_layer", layer=1),
        say("configure", changes={"features": ["x2", "sin_x1"], "noise": 0.3, "samples": 33}),
        say("set_weight", layer=1, unit=0, source=0, value=1),
        say("solve_last_layer"),
        say("reset"),
    ])
    assert desk.watch(0.3)

warm_up(lambda done, total, what: None)
before = compiled()
for changes in (
    {}, {"dataset": "blobs", "optimizer": "adam", "validation_share": 20},
    {"dataset": "plane", "penalty": "l1", "hidden": []},
    {"dataset": "multi_gauss", "learning_rate": 10.0, "activation": "relu", "gain": 5.0, "penalty": "l2"},
    {"loss": "squared_error", "batch_size": 5000, "optimizer": "nesterov", "hidden": [{"units": 70}]},
):
    live(**changes)
print({name for name, count in compiled().items() if count > before.get(name, 0)})
"""


def test_sessions_compile_nothing():
    result = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.stdout.strip() == "set()", result.stdout + result.stderr
