"""What one slice of work on a run brings, for the front desk to hand out: plain values."""

from dataclasses import dataclass, field
from typing import Any

from glassbox.run.inbox import Question


@dataclass
class SliceResult:
    """What a slice brought.

    Attributes:
        answers: to questions about the run, each a value or an exception.
        messages: texts, each with the number of the viewer who is to get it.
        frame: the same of a picture: the viewer, the frame's number, its bytes.
        playing: whether the network trains until told otherwise.
        again: when there is something to do, if nothing comes before; None: not until then.
        is_watched: whether a page that can be seen shows the network; if not, its training is in no hurry.
        is_held_back: whether a frame waits for its viewer to acknowledge earlier ones.
        is_news: whether whoever looks into the network may see something new; a slice that only answers brings none,
            else those who ask whenever there is news would never rest.
    """

    answers: list[tuple[Question, Any]] = field(default_factory=list)
    messages: list[tuple[int, str]] = field(default_factory=list)
    frame: tuple[int, int, bytes] | None = None
    playing: bool = False
    again: float | None = None
    is_watched: bool = False
    is_held_back: bool = False
    is_news: bool = False
