"""Whether a setting has a meaning beside the others, by what is said of it (`about.py`): the page's `applies`, here.

`tests/golden/meaning.json` holds the page's rule to this one.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glassbox.settings.model import Settings


def missing(name: str, settings: "Settings") -> tuple[str, tuple[str, ...]] | None:
    """The first setting without which the one of this name has no meaning, and the values that would give it one.

    No values: any but 0. None: it has a meaning.
    """
    about = _about(settings, name)
    for other, values in about["when"].items():
        value = getattr(settings, other)
        if getattr(value, "value", value) not in values:
            return other, tuple(values)
    needs = about["needs"]
    return (needs, ()) if needs and getattr(settings, needs) == 0 else None


def _about(settings: "Settings", name: str) -> dict[str, Any]:
    about = type(settings).model_fields[name].json_schema_extra
    assert isinstance(about, dict)
    return dict(about)
