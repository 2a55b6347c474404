"""Imported first of all by the command: from here on a signal to end is obeyed at once, without a traceback.

The large libraries take a second to import, and Ctrl-C in the middle of it would show where. While the server runs it
takes the signals over (`serving.py`), and ends politely.
"""

import os
import signal
from types import FrameType


def _end(number: int, frame: FrameType | None) -> None:
    os._exit(0)  # nothing has begun yet, or all has ended


for _signal in (signal.SIGINT, signal.SIGTERM):
    signal.signal(_signal, _end)
