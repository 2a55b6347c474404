"""The four paces of a class: what each needs to be one."""

from glassbox.classroom import said, told
from glassbox.classroom.refused import Refused


def read_pace(wish: said.Pace) -> told.Pace:
    """The pace that the lead wishes; what another mode would need is left out.

    Raises:
        Refused: steps without a lesson, or in the wrong order.
    """
    if wish.mode == "steps":
        if not wish.lesson or not 1 <= wish.first <= wish.last:
            raise Refused("steps_need_a_lesson")
        return told.Pace(mode="steps", lesson=wish.lesson, first=wish.first, last=wish.last)
    if wish.mode == "eyes_up":
        return told.Pace(mode="eyes_up", text=" ".join(wish.text.split()), trains=wish.trains)
    return told.Pace(mode=wish.mode)
