"""Tests of the warm-up: it tells how far it is, and after it nothing that a session does needs compiling."""

import logging
import sys

import pytest

from glassbox.engine import warm_up
from tests.engine.cold import may_compile
from tests.engine.test_jit import run

pytestmark = may_compile

PARTS = ["training", "maps", "measures", "pictures"]

EVERYTHING = """
import gc
from dataclasses import replace
import numpy as np
from numba.core.dispatcher import Dispatcher
from glassbox.engine import maps, pictures, surface
from glassbox.engine.choices import Activation, Normalization, Optimizer, Penalty, Schedule
from glassbox.engine.features import compute_features
from glassbox.engine.network import Architecture
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from glassbox.engine.warm_up import warm_up
from tests.engine.networks import ENDS, problem_of, recipe_of

def compiled():
    kernels = [thing for thing in gc.get_objects() if isinstance(thing, Dispatcher)]
    return {kernel.py_func.__qualname__: len(kernel.signatures) for kernel in kernels}

def play(output, loss, units, activation, optimizer, penalty, kind, schedule):
    architecture = Architecture((2, 5, 4, units), (activation, activation), output, (kind, kind))
    points = np.random.default_rng(1).normal(size=(99, 2)).astype(np.float32)
    x, t = compute_features(points, ("x1", "x2")), np.zeros(99, np.float32)
    methods = dict(dropout=(0, 0.5), input_noise=0.1, clip_norm=1.0, schedule=schedule, penalty=penalty)
    methods["optimizer"] = optimizer
    trainer = Trainer(recipe_of(architecture, loss, **methods), TrainingData(x, t, x, t))
    trainer.hold(np.array([1, 2]))
    trainer.run(12)
    trainer.evaluate()
    trainer.restore(trainer.state())
    assert trainer.learning_rate > 0 and len(trainer.dropped(2)) == 4
    inputs = compute_features(surface.grid(24), ("x1", "x2"))
    windows = ((0, 2), (1, 3), (0, 4), (0, units))
    network = architecture, trainer.parameters.copy()
    values = surface.unit_maps(*network, inputs, windows, trainer.statistics.copy())
    if units == 3:
        surface.class_map(*network, inputs, trainer.statistics.copy())
    else:
        values = surface.output_map(problem_of(architecture), *network, inputs, trainer.statistics.copy())[None, :]
    last = ((0, 0), (0, 0), (0, 0), (0, units))
    request = maps.MapRequest(inputs, 24, last, as_classes=units == 3)
    maps.render(*network, request, maps.MapRequest(inputs, 24, windows), trainer.statistics.copy())
    pictures.pack(pictures.quantise(values, pictures.map_scales(values)).reshape(-1, 24, 24))

warm_up(lambda done, total, what: None)
before = compiled()
for end, activation in zip(ENDS * 3, Activation):
    for optimizer, penalty, kind, schedule in zip(Optimizer, list(Penalty) * 2, list(Normalization) * 2, Schedule):
        play(*end, activation, optimizer, penalty, kind, schedule)
assert len(before) > 20
print({name for name, count in compiled().items() if count > before.get(name, 0)})
"""


def test_it_tells_how_far_it_is_before_each_part_and_after_the_last():
    told = []
    warm_up.warm_up(lambda *progress: told.append(progress))
    assert told == [*((done, len(PARTS), name) for done, name in enumerate(PARTS)), (len(PARTS), len(PARTS), "done")]


def test_after_it_nothing_needs_compiling():
    assert run(EVERYTHING) == "set()"


def test_a_part_that_fails_is_tried_once_more_with_an_empty_cache(monkeypatch, caplog):
    calls = []
    monkeypatch.setattr(warm_up, "clear_cache", lambda: calls.append("clear"))

    def broken_once():
        calls.append("part")
        if len(calls) == 1:
            raise EOFError("Ran out of input")

    with caplog.at_level(logging.WARNING):
        warm_up._despite_broken_cache(broken_once)
    assert calls == ["part", "clear", "part"]
    assert "compiling anew" in caplog.text


SCARCE = """
import resource, signal, subprocess, tempfile

def not_allowed(*_, **__):
    raise BlockingIOError(11, "no more processes")

subprocess.Popen.__init__ = not_allowed
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # as on a full disk: folders can be made, files stay empty
tempfile._candidate_tempdir_list = lambda: {temporary}
from glassbox.engine import _jit
{before}
from glassbox.engine import warm_up
warm_up.PARTS = {{"pictures": warm_up.PARTS["pictures"]}}  # the quickest to compile
warm_up.warm_up(lambda *_: None)
print(_jit.cache_folder())
"""
FULL_MEANWHILE = "_jit._is_usable = lambda folder: folder.mkdir(parents=True, exist_ok=True) is None"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
@pytest.mark.parametrize("disk", ["full", "filled while compiling"])
def test_without_a_second_process_and_with_no_folder_to_write_in_it_only_takes_longer(tmp_path, disk):
    before = FULL_MEANWHILE if disk != "full" else ""
    folder = run(SCARCE.format(temporary=[], before=before), GLASSBOX_CACHE=str(tmp_path))
    kept = [path for path in tmp_path.rglob("*.nb?") if path.stat().st_size]
    assert (folder == "None") == (disk == "full") and not kept


def test_what_fails_with_an_empty_cache_too_is_told(monkeypatch):
    monkeypatch.setattr(warm_up, "clear_cache", lambda: None)

    def broken():
        raise TypeError("no such kernel")

    with pytest.raises(TypeError, match="no such kernel"):
        warm_up._despite_broken_cache(broken)
