"""Writes tests/golden/messages.json: the texts on the wire, for the tests in Python and in JavaScript.

Commands say which function of static/protocol/messages.js makes them, of what;
the messages are what Python writes.
Run it from the repository when the protocol has changed on purpose: python -m tests.protocol.make_golden_messages
"""

import json
from pathlib import Path

import msgspec

from glassbox.protocol import server_messages
from glassbox.protocol.messages import write
from glassbox.protocol.server_messages import Change, Mark, Stop
from glassbox.run.past.curves import Curves
from glassbox.settings import Settings

GOLDEN = Path(__file__).parents[1] / "golden" / "messages.json"

VIEW = {
    "windows": [[0, 2], [3, 12]], "map_size": 100, "unit_size": 24, "unit": None, "axes": [0, 1], "held": [],
    "wrong": False, "hidden": False,
}  # fmt: skip
HOVERING = {**VIEW, "unit": [1, 3]}
SLICED = {**VIEW, "axes": [3, 0], "held": [0.5, -1, 0, 2.25], "guessed": [250, 4, 1796]}
HIDDEN = {**VIEW, "windows": [], "hidden": True}
OWNER = "abcdefghijklmnopqrst-_"
LAYERS = [
    {"units": 4, "activation": None},
    {"units": 2, "activation": "relu", "dropout": 0.25, "normalization": "batch"},
]
MARK = Mark(12.25, ("learning_rate", "optimizer"), "Learning rate 0.1, Optimizer Adam")
RATE = Change(
    number=7, kind="configure", lane=1, run=3, before={"learning_rate": 0.03}, after={"learning_rate": 0.1}, details={},
    since=12.25, ahead=0.0, alone=True,
)  # fmt: skip
WEIGHT = Change(
    number=8, kind="set_weight", lane=2, run=4, before={}, after={},
    details={"layer": 1, "unit": 0, "source": 1, "value": -0.5, "before": 0.25}, since=3.0, ahead=40.5, alone=False,
)  # fmt: skip
STOP = Stop("not_finite", "Training stopped at step 1,204: the next numbers were no longer finite.")

COMMANDS = [
    # the function, its arguments, the fields of the message
    (
        "open",
        [None, {}, VIEW, None, None],
        {"type": "open", "session": None, "settings": {}, "view": VIEW, "owner": None, "kept": None},
    ),
    (
        "open",
        ["abc-DEF_123", {"learning_rate": 0.1, "hidden": LAYERS}, HIDDEN, OWNER, "k" * 22],
        {
            "type": "open",
            "session": "abc-DEF_123",
            "settings": {"learning_rate": 0.1, "hidden": LAYERS},
            "view": HIDDEN,
            "owner": OWNER,
            "kept": "k" * 22,
        },
    ),
    ("configure", [{"learning_rate": 1e-05}], {"type": "configure", "changes": {"learning_rate": 1e-05}}),
    ("configure", [{"noise": 12.5}, 1204], {"type": "configure", "changes": {"noise": 12.5}, "gesture": 1204}),
    ("configure", [{"features": ["x1"]}], {"type": "configure", "changes": {"features": ["x1"]}}),
    ("configure", [{"hidden": LAYERS}], {"type": "configure", "changes": {"hidden": LAYERS}}),
    ("play", [], {"type": "play"}),
    ("pause", [], {"type": "pause"}),
    ("step", ["batch"], {"type": "step", "unit": "batch"}),
    ("step", ["epoch"], {"type": "step", "unit": "epoch"}),
    ("reset", [], {"type": "reset"}),
    ("restoreBest", [], {"type": "restore_best"}),
    ("newSeed", ["weights"], {"type": "new_seed", "of": "weights"}),
    ("newSeed", ["data"], {"type": "new_seed", "of": "data"}),
    ("setWeight", [1, 0, 1, -0.5], {"type": "set_weight", "layer": 1, "unit": 0, "source": 1, "value": -0.5}),
    (
        "setWeight",
        [1, 0, 1, 0.5, 7],
        {"type": "set_weight", "layer": 1, "unit": 0, "source": 1, "value": 0.5, "gesture": 7},
    ),
    (
        "setBias",
        [1, 0, -0.5, 1204],
        {"type": "set_bias", "layer": 1, "unit": 0, "value": -0.5, "gesture": 1204},
    ),
    ("setBias", [3, 0, 2], {"type": "set_bias", "layer": 3, "unit": 0, "value": 2}),
    ("solveLastLayer", [], {"type": "solve_last_layer"}),
    (
        "hold",
        ["freeze", 1, None, None, True],
        {"type": "hold", "action": "freeze", "layer": 1, "unit": None, "source": None, "on": True},
    ),
    (
        "hold",
        ["disable", 2, 3, 0, False],
        {"type": "hold", "action": "disable", "layer": 2, "unit": 3, "source": 0, "on": False},
    ),
    ("editNetwork", ["add_layer", 9, None], {"type": "edit_network", "action": "add_layer", "layer": 9, "unit": None}),
    ("editNetwork", ["remove_unit", 1, 2], {"type": "edit_network", "action": "remove_unit", "layer": 1, "unit": 2}),
    ("editNetwork", ["add_unit", 2, None], {"type": "edit_network", "action": "add_unit", "layer": 2, "unit": None}),
    ("editNetwork", ["remove_layer", 1, None],
    {"type": "edit_network", "action": "remove_layer", "layer": 1, "unit": None}),
    ("switchBranch", [2], {"type": "switch_branch", "branch": 2}),
    ("undo", [False], {"type": "undo", "only_setting": False}),
    ("undo", [True], {"type": "undo", "only_setting": True}),
    ("redo", [], {"type": "redo"}),
    (
        "setUp",
        [{"dataset": "xor"}, [[1, 0, None, 0.5], [1, 0, 1, -2]], {"penalty_rate": 0.3}],
        {
            "type": "set_up",
            "settings": {"dataset": "xor"},
            "weights": [[1, 0, None, 0.5], [1, 0, 1, -2]],
            "beside": {"penalty_rate": 0.3},
        },
    ),
    ("setUp", [{}, [], None], {"type": "set_up", "settings": {}, "weights": [], "beside": None}),
    ("fork", [], {"type": "fork"}),
    ("takeLane", [2], {"type": "take_lane", "lane": 2}),
    ("removeLane", [4], {"type": "remove_lane", "lane": 4}),
    ("rewind", [1204, "nearest"], {"type": "rewind", "step": 1204, "towards": "nearest"}),
    ("rewind", [0, "after"], {"type": "rewind", "step": 0, "towards": "after"}),
    ("rewind", [None, "nearest"], {"type": "rewind", "step": None, "towards": "nearest"}),
    ("view", [VIEW], {"type": "view", **VIEW}),
    ("view", [SLICED], {"type": "view", **SLICED}),
    ("view", [HOVERING], {"type": "view", **HOVERING}),
    ("acknowledge", [7], {"type": "ack", "frame": 7}),
]  # fmt: skip


def written_messages():
    """One message of each kind, and each variant of it."""
    settings = Settings().model_dump(mode="json")
    empty = Curves().plain(1)
    left = {
        "x": [1.0, 2.0], "train_loss": [0.1, 0.05], "test_loss": [0.2, None], "train_score": [1.0, 1.0],
        "test_score": [0.5, 0.5],
        "validation_loss": [None, None], "validation_score": [None, None], "learning_rate": [0.1, 0.1],
    }  # fmt: skip
    long = {
        "run": 3, "lane": 1, "x": [0.0, 0.5, 1.0], "train_loss": [0.7, None, 0.1], "test_loss": [0.71, 0.5, 1.5e-07],
        "train_score": [0.5, 0.75, 1.0], "test_score": [0.5, None, 0.984],
        "validation_loss": [None, 0.5, 1.25], "validation_score": [None, 0.5, 0.75], "learning_rate": [0.1, 0.1, 0.05],
        "marks": [MARK], "branch": 2, "branches": [left],
    }  # fmt: skip
    one = {"run": 1, "number": 1, "kept": []}
    three = {"run": 3, "number": 2, "kept": [{"number": 1, "epochs": 480.5}, {"number": 3, "epochs": 77.0}]}
    return [
        server_messages.Welcome(
            build="0123456789abcdef", session="abc-DEF_123", resumed=False, settings=settings,
            notes=("A note with “quotes” and −1.",),
            playing=False, stop=None, best=None, ready=False, history=empty,
            branches=one,
        ),
        server_messages.Welcome(
            build="0123456789abcdef", session="abc-DEF_123", resumed=True, settings=settings, notes=(), playing=True,
            stop=STOP, best=12,
            ready=True, history=long, branches=three,
        ),
        server_messages.Warming(2, 3, "maps"),
        server_messages.Ready(),
        server_messages.Configured(settings, ("learning_rate", "optimizer"), MARK, 4),
        server_messages.Configured(settings, ("speed",), None, 5),
        server_messages.Lane(lane=2, settings=settings, playing=False, stop=STOP, best=None, history=long,
        branches=one),
        server_messages.Curves(long),
        server_messages.Branched(12.25, 3, three),
        server_messages.State(playing=True, stop=None, best=None),
        server_messages.State(playing=False, stop=STOP, best=None),
        server_messages.State(playing=False, stop=None, best=12),
        server_messages.Changes(None, None, 0, 0, 50),
        server_messages.Changes(RATE, WEIGHT, 7, 1, 50),
        server_messages.Note("Lane 2: Stopped after 50 epochs, as set under After epochs. Press play to go on."),
        server_messages.Kept(3, "k" * 22),
        server_messages.Refused("A layer needs at least one unit; remove the layer instead.", "edit_network"),
        server_messages.Refused("Expected a message in JSON.", None),
        server_messages.Slowed(True),
        server_messages.Slowed(False),
        server_messages.Alive(),
        server_messages.Bye("taken_over", "This network was opened in another tab, which now shows it."),
    ]  # fmt: skip


def golden():
    """The whole file as data: `text` is what goes over the wire."""
    return {
        "commands": [
            {"call": call, "arguments": arguments, "text": write(message)} for call, arguments, message in COMMANDS
        ],
        "messages": [
            {"text": write(message), "message": msgspec.to_builtins(message)} for message in written_messages()
        ],
    }


def main():
    """Write the file."""
    GOLDEN.write_text(json.dumps(golden(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
