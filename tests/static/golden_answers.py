"""Writes every answer of tests/golden/answers.json, the report of an experiment and lessons, as JavaScript that claims
the page's type for it, for the type checker.
"""

import json
from pathlib import Path

from tests.static.packages import HERE

GOLDEN = HERE.parent / "golden" / "answers.json"
LESSON = HERE.parent / "golden" / "lesson.json"
REPORT = HERE.parent / "golden" / "experiment_report.json"
CLAIMED = HERE / "golden_answers.js"  # git-ignored: it is written anew for each check
TYPES = "../../static/protocol/answers.js"
OF_LESSONS = "../../static/protocol/lessons.js"


def write_claims(file: Path = CLAIMED):
    """A literal must have all that its type has, and nothing else."""
    entries = enumerate(json.loads(GOLDEN.read_text("utf-8")))
    asked = (
        (f"{part}{at}", entry[f"{part}_type"], entry[part]) for at, entry in entries for part in ("question", "answer")
    )
    claims = [claim(*each) for each in asked if each[2] is not None]
    claims.append(claim("report", "ExperimentReport", json.loads(REPORT.read_text("utf-8"))))
    claims += lessons(json.loads(LESSON.read_text("utf-8")))
    file.write_text("\n".join(claims) + "\n", "utf-8")


def lessons(golden):
    """The list of lessons, each lesson, and what is said of answers."""
    parts = (("Lessons", [golden["list"]]), ("Lesson", golden["lessons"]), ("Verdict", [*golden["verdicts"].values()]))
    return [claim(f"{kind}{at}", kind, each, OF_LESSONS) for kind, some in parts for at, each in enumerate(some)]


def claim(name, kind, value, types=TYPES):
    return f'/** @type {{import("{types}").{kind}}} */\nexport const {name} = {json.dumps(value, ensure_ascii=False)};'
