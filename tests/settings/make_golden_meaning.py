"""Writes tests/golden/meaning.json: which settings have no meaning beside which others, for the page's own rule.

Run it from the repository when settings have changed on purpose: python -m tests.settings.make_golden_meaning
"""

import json
from pathlib import Path

from glassbox.settings import Settings
from glassbox.settings.meaning import missing

GOLDEN = Path(__file__).parents[1] / "golden" / "meaning.json"


def cases():
    """The defaults, and for each setting that asks for others what it asks for, one at a time."""
    changes = [{}]
    for field in Settings.model_fields.values():
        about = field.json_schema_extra
        changes += [{other: value} for other, values in about["when"].items() for value in values]
        changes += [{about["needs"]: 0.1}] if about["needs"] else []
    return [each for at, each in enumerate(changes) if each not in changes[:at]]


def told():
    """Each case, with the names that have no meaning there; and what is said of those that ever lack one."""
    made = [(changes, Settings().changed(changes)) for changes in cases()]
    names = Settings.model_fields
    rules = {name: {key: field.json_schema_extra[key] for key in ("when", "needs")} for name, field in names.items()}
    return {
        "defaults": Settings().model_dump(mode="json"),
        "rules": {name: rule for name, rule in rules.items() if rule["when"] or rule["needs"]},
        "cases": [
            {"changes": changes, "without_meaning": [name for name in names if missing(name, settings)]}
            for changes, settings in made
        ],
    }


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(told(), indent=1, ensure_ascii=False) + "\n", "utf-8")
