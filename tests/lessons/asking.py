"""What the tests of lessons share: small files, and lessons read from them."""

from glassbox.lessons.reading import read_lesson

HEAD = '+++\ntitle = "A lesson"\nidea = "An idea."\nminutes = 5\n+++\n\n'


def block(kind, inside):
    return f"```{kind}\n{inside}\n```\n"


def faults_of(text):
    """What is wrong, as (line, sentence)."""
    lesson, found = read_lesson(text, "lesson", is_own=True)
    assert (lesson is None) == bool(found)
    return found


def fault_of(text):
    """The only thing that is wrong."""
    (fault,) = faults_of(text)
    return fault


def fault_in(kind, inside):
    """The only thing that is wrong in a block, whose first inner line is number 1 here."""
    line, text = fault_of(f"{HEAD}## Step\n{block(kind, inside)}")
    return line - 8, text


def lesson_of(body):
    lesson, found = read_lesson(f"{HEAD}{body}", "lesson", is_own=True)
    assert found == []
    return lesson


def part_of(kind, inside):
    """A block as it is read."""
    return lesson_of(f"## Step\n{block(kind, inside)}").steps[0].parts[0]
