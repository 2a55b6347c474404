"""How much a class may be: rooms, members, and the lengths of what they write."""

from dataclasses import dataclass

LONGEST_NAME = 24  # characters, of a name that a member chose …
LONGEST_DRAWN_NAME = 60  # … and of a drawn one, in any language
LONGEST_SENTENCE = 200  # of the teacher's sentence over all screens
LONGEST_QUESTION = 300
LONGEST_OPTION = 80
MOST_OPTIONS = 6
MOST_POINTS = 64  # of a curve that was drawn
LONGEST_KEY = 64  # of any secret that comes along
LONGEST_LESSON = 80  # a lesson's name
LONGEST_LANGUAGE = 35  # its tag, such as zh-Hans
MOST_QUESTIONS = 200  # of one room
MOST_SPINS = 3  # a drawn name may be drawn anew so often
LONGEST_UNIT = 20
MOST_LOCKED = 40  # parts and settings that a challenge locks
MOST_CHALLENGES = 100  # of one room

COMES_WITHIN = 30.0  # seconds; who was let in and has not come makes room in a full room
DAY = 24 * 3600.0  # seconds; a room nobody is in is let go after one


@dataclass(frozen=True)
class Limits:
    """What the operator chooses."""

    rooms: int = 50
    members: int = 300  # of one room
