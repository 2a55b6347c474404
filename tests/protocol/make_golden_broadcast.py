"""Writes tests/golden/broadcast.json: what followers are sent as bytes, with what it holds, for Python and JavaScript.

Run it from the repository when the protocol has changed on purpose: python -m tests.protocol.make_golden_broadcast
"""

import base64
import json
from pathlib import Path

import msgspec
import numpy as np

from glassbox.protocol import broadcast, frames
from glassbox.protocol.server_messages import Mark, Stop

GOLDEN = Path(__file__).parents[1] / "golden" / "broadcast.json"


def floats(*values, kind="<f4"):
    """As bytes."""
    return np.array(values, kind).tobytes()


def plain_frame():
    """As nearly every frame is."""
    return broadcast.Frame(
        frame=3,
        whole=1,
        revision=2,
        step=2**33,
        epoch=12,
        progress=0.25,
        lane_count=1,
        playing=True,
        measures=floats(0.123456, 0.95, 0.2, 0.9, 0.0, 0.03, 1500.5),
        parameters=floats(0.1, -0.2, 0.3),
        first=7,
        points=floats(11.5, 12.0, kind="<f8") + floats(*(0.03 * at for at in range(10)), *([np.nan] * 4)),
    )


def full_frame():
    """With everything that is rare."""
    return msgspec.structs.replace(
        plain_frame(),
        points=b"",
        playing=False,
        first_mark=1,
        marks=(Mark(2.5, ("learning_rate",), "learning rate 0.1"),),
        changed={"learning_rate": 0.1},
        stop=Stop("criterion", "It is enough."),
        best=9,
        present=frames.Present(2**34, 20, 0.5),
        goal=frames.Goal(0.0, 0.9, frames.Reached(3, 0.95, 25, by_hand=False), None, ""),
        held=frames.Held(b"\x00\x01", b"\x01", floats(0.5), (0, 1)),
        dropped=b"\x00\x01",
        parameters=b"",
        lanes=(a_lane(),),
        maps=broadcast.Maps(
            windows=((0, 2), (1, 1)),
            map=frames.Map(2, None, "signed", 1.0, b"\x66", None),
            units=frames.Units(2, floats(1.0), b"\x66"),
            weights=floats(1.0, -0.5, 6e-8, 65504.0, kind="<f2"),
            biases=floats(0.25, kind="<f2"),
            wrong=b"\x05",
        ),
    )


def a_lane():
    """One of several that are compared."""
    measures = frames.Measures(0.5, 0.75, None, None)
    return frames.Lane(
        lane=2, step=10, epochs=0.5, parameters=3, differs="ReLU", stopped="", reached=None, train=measures,
        test=measures, sizes=(2, 1), weights=floats(1.0, 2.0), biases=floats(0.5),
        map=frames.Map(2, None, "signed", 1.0, bytes([0x66, 0x66]), None),
    )  # fmt: skip


CASES = {"plain": plain_frame, "full": full_frame}


def golden():
    """Each frame as bytes, and read by its names."""
    return {
        name: {
            "bytes": base64.b64encode(broadcast.encode_frame(make())).decode("ascii"),
            "fields": {field: _plain(getattr(make(), field)) for field in broadcast.Frame.__struct_fields__},
        }
        for name, make in CASES.items()
    }


def _plain(value):
    """JSON-ready; bytes as a list."""
    if isinstance(value, bytes):
        return list(value)
    if isinstance(value, broadcast.Maps):
        return {name: _plain(getattr(value, name)) for name in broadcast.Maps.__struct_fields__}
    if isinstance(value, msgspec.Struct):
        return {name: _plain(each) for name, each in msgspec.structs.asdict(value).items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def main():
    """Write the file."""
    lines = [f"{json.dumps(name)}: {json.dumps(each)}" for name, each in golden().items()]
    GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
