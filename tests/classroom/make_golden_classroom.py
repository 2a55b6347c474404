"""Writes tests/golden/classroom.json: what pages and a class's room say to each other, for both sides' tests.

Run it from the repository when these messages have changed on purpose: python -m tests.classroom.make_golden_classroom
"""

import json
from pathlib import Path

from glassbox.classroom import names, told, words
from glassbox.classroom.codes import is_code

GOLDEN = Path(__file__).parents[1] / "golden" / "classroom.json"

KEY = "abcdefghijklmnopqrst-_"
CURVE = [0, 0.25, 1]
PACE = {"mode": "steps", "lesson": "xor", "first": 2, "last": 4}
CHOICE = {"kind": "choice", "text": "What happens to the <b>loss</b>?", "options": ["It falls", "It rises"]}
SKETCH = {
    "kind": "curve", "text": "Sketch the test loss.", "options": [], "least": None, "most": None, "unit": "",
    "axis": {"measure": "test_loss", "epochs": 100, "low": 0.001, "high": 1, "is_log": True},
    "lesson": {"name": "xor", "step": 2, "number": 1, "language": "zh-Hans"},
}  # fmt: skip
GOAL = {"goal": {"measure": "test_loss", "at": 0.177}, "by": "parameters", "locked": ["data", "data_seed"]}
BEGUN = {**GOAL, "begins_anew": True}
STAGE = {"what": "wall", "names": False, "tiles": [3, 1]}

# the function of static/protocol/classroom.js, its arguments, the message
CALLS = [
    ("enter", ["member", KEY, "small"], {"type": "enter", "role": "member", "token": KEY, "size": "small"}),
    ("enter", ["desk", KEY, "large"], {"type": "enter", "role": "desk", "token": KEY, "size": "large"}),
    ("lookOn", [KEY, 3], {"type": "enter", "role": "onlooker", "token": KEY, "size": "large", "member": 3}),
    ("answer", ["a1", 2, 1, 0], {"type": "answer", "id": "a1", "question": 2, "round": 1, "value": 0}),
    ("answer", ["a2", 3, 2, CURVE], {"type": "answer", "id": "a2", "question": 3, "round": 2, "value": CURVE}),
    ("lookAt", ["own"], {"type": "look_at", "source": "own"}),
    ("resumeWord", [], {"type": "resume_word"}),
    ("rename", ["Jo"], {"type": "rename", "name": "Jo"}),
    ("rename", [None], {"type": "rename", "name": None}),
    ("drawn", [12], {"type": "drawn", "frame": 12}),
    ("show", [1, KEY], {"type": "show", "counter": 1, "session": KEY}),
    ("show", [1, None], {"type": "show", "counter": 1, "session": None}),
    ("pace", [1, PACE], {"type": "pace", "counter": 1, **PACE}),
    ("pace", [1, {"mode": "own"}], {"type": "pace", "counter": 1, "mode": "own"}),
    ("freeNames", [1, True], {"type": "free_names", "counter": 1, "on": True}),
    ("ask", [1, CHOICE], {"type": "ask", "counter": 1, "question": CHOICE}),
    ("ask", [1, SKETCH], {"type": "ask", "counter": 1, "question": SKETCH}),
    ("lock", [1], {"type": "lock", "counter": 1}),
    ("reveal", [1, CURVE], {"type": "reveal", "counter": 1, "truth": CURVE}),
    ("reveal", [1, None], {"type": "reveal", "counter": 1, "truth": None}),
    ("again", [1], {"type": "again", "counter": 1}),
    ("done", [1], {"type": "done", "counter": 1}),
    ("stage", [1, STAGE], {"type": "stage", "counter": 1, **STAGE}),
    ("floor", [1, 3], {"type": "floor", "counter": 1, "member": 3}),
    ("floor", [1, None], {"type": "floor", "counter": 1, "member": None}),
    ("wall", [1, True, None], {"type": "wall", "counter": 1, "on": True, "close": None}),
    ("wall", [1, True, 3], {"type": "wall", "counter": 1, "on": True, "close": 3}),
    ("challenge", [1, BEGUN], {"type": "challenge", "counter": 1, **BEGUN}),
    ("closeChallenge", [1], {"type": "close_challenge", "counter": 1}),
    ("showTop", [1, True], {"type": "show_top", "counter": 1, "on": True}),
    ("handOver", [1], {"type": "hand_over", "counter": 1}),
    ("remove", [1, 3], {"type": "remove", "counter": 1, "member": 3}),
    ("end", [1], {"type": "end", "counter": 1}),
    ("takeBack", [], {"type": "take_back"}),
]  # fmt: skip


def _text(message):
    return json.dumps(message, separators=(",", ":"), ensure_ascii=False)


SAID = [{"call": call, "arguments": arguments, "text": _text(message)} for call, arguments, message in CALLS]

ASKED = told.Question(
    number=2, kind="choice", text="Which is first?", options=("a", "b"), least=None, most=None, unit="", axis=None,
    lesson=None, round=2, phase="shown", answered=23, truth=1,
    clouds=(told.Cloud(counts=(20, 3)), told.Cloud(counts=(3, 20))),
)  # fmt: skip
SKETCHED = told.Question(
    number=3, kind="curve", text="Sketch it.", options=(), least=None, most=None, unit="",
    axis=told.Axis(measure="test_loss", epochs=100, low=0.0, high=0.75),
    lesson=told.OfLesson(name="xor", step=2, number=1, language="zh-Hans"), round=1, phase="open", answered=0,
    truth=None, clouds=(None, None),
)  # fmt: skip
CHALLENGE = told.Challenge(
    number=1, goal=told.Goal(measure="test_loss", at=0.177), by="parameters", locked=("dataset",), phase="closed",
    reached=23, of=28, best=17, top=(((3, 4), 17.0), ("Jo <b>", 21.0)),
)  # fmt: skip


def _room(**changes):
    usual = dict(
        version=7, code="k7px", members=28, here=27, pace=told.Pace(), free_names=False, floor=None, is_led=True,
        shown=True, question=None, challenge=None, stage=told.Stage(), further="4h2m",
    )  # fmt: skip
    return told.Room(**usual | changes)


def told_messages():
    """One message of each kind, and variants."""
    return [
        _room(),
        _room(floor=(3, 4), question=ASKED, pace=told.Pace(mode="eyes_up", text="Look", trains=False)),
        _room(floor="Jo", question=SKETCHED, challenge=CHALLENGE, stage=told.Stage(what="wall", tiles=(3,))),
        told.Me(
            version=8, number=3, name=(3, 4), spins=3, source="shown", session=None, owner=KEY, answers=(),
            standing=None, on_trial=False, resume=None,
        ),
        told.Me(
            version=9, number=4, name="Jo <b>", spins=0, source="own", session=KEY, owner=KEY,
            answers=(told.Answer(question=2, round=1, value=0), told.Answer(question=3, round=1, value=(0.0, 0.5))),
            standing=told.Standing(place=2, of=28, value=17), on_trial=True,
            resume=told.ResumeWord(word="amber river", seconds=119.5),
        ),
        told.Member(number=3, name=(3, 4), here=True, source="own", network="awake"),
        told.Desk(
            version=9, counter=1, leads=True,
            members=(told.MemberRow(number=3, name=(3, 4), here=True, source="own", answered=True, seen=1.5),),
            answers=(told.AnswerRow(member=3, value=2.5),),
            records=(told.RecordRow(member=3, value=17.0, reached=7, tried=10),),
            hand_over=told.HandOver(secret=KEY, seconds=599.0),
            projector=KEY, look=KEY, limits=told.RoomLimits(members=300),
        ),
        told.Answered(id="a1"),
        told.Refused(id="room_is_full", values={"most": 300}, about=None),
        told.Refused(id="not_leading", values={}, about="pace"),
        told.Alive(),
        told.Bye(code="ended"),
        told.Bye(code="elsewhere", front=2),
    ]  # fmt: skip


CODES = ["k7px", "K7PX", "m2nd", "", "k7p", "k7pxx", "k7p0", "lead", "api"]


def golden():
    """The whole file as data: `text` is what goes over the wire."""
    return {
        "said": SAID,
        "told": [told.write(message) for message in told_messages()],
        "codes": {code: is_code(code) for code in CODES},
        "names": [names.ADJECTIVES, names.ANIMALS],
        "refusals": {name: list(values) for name, values in words.REFUSALS.items()},
        "byes": list(words.BYES),
    }


def main():
    """Write the file."""
    GOLDEN.write_text(json.dumps(golden(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
