"""Everything a menu, a slider or a link may offer, derived from the settings and the engine's vocabularies.

The page gets it as JSON: no list of activations or data sets is written down a second time.
"""

from functools import cache
from typing import Any, get_args

from annotated_types import Ge, Le

from glassbox.engine.choices import Loss, Problem
from glassbox.engine.data_choices import Dataset
from glassbox.engine.generators import describe
from glassbox.engine.network import fitting_loss
from glassbox.engine.objectives import Objective
from glassbox.engine.scheme import SCHEME
from glassbox.engine.vocabulary import Choice
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_TABLE_BYTES, MOST_UNITS, Settings, Watched

PROTOCOL = 1
PICTURED = 3  # inputs, of which a few points on the plane still show what a data set is like


@cache
def catalogue() -> dict[str, Any]:
    """The whole catalogue as plain data: `protocol`, `scheme` (of random numbers and rules), `fields` by name,
    `objectives` (the test functions), `limits`.
    """
    return {
        "protocol": PROTOCOL,
        "scheme": SCHEME,
        "fields": {name: _field(name) for name in Settings.model_fields},
        "objectives": [_option(objective) for objective in Objective],
        "limits": {"hidden_layers": MOST_HIDDEN_LAYERS, "units": MOST_UNITS, "table_bytes": MOST_TABLE_BYTES},
    }


def _field(name: str) -> dict[str, Any]:
    info = Settings.model_fields[name]
    about = info.json_schema_extra
    assert isinstance(about, dict)
    bounds = {type(bound): bound for bound in info.metadata}
    lowest, highest = bounds.get(Ge), bounds.get(Le)
    default = Settings().model_dump(mode="json")[name]
    return {
        "name": name,
        "kind": _kind(name, info.annotation),
        "default": default,
        "minimum": lowest.ge if isinstance(lowest, Ge) else None,
        "maximum": highest.le if isinstance(highest, Le) else None,
        "options": [_option(choice) for choice in _vocabulary(info.annotation)],
        **about,
    }


def _kind(name: str, annotation: Any) -> str:
    if name == "hidden":
        return "layers"
    if annotation is int:
        return "integer"
    if annotation is float:
        return "number"
    return "features" if name == "features" else "choice"


def _vocabulary(annotation: Any) -> list[Choice]:
    """The members of the enum in `X`, `Annotated[X, …]` or a tuple of either."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return list(annotation)
    return next(filter(None, map(_vocabulary, get_args(annotation))), [])


def _option(choice: Choice) -> dict[str, Any]:
    option: dict[str, Any] = {
        "value": choice.value,
        "label": choice.label,
        "formula": choice.formula,
        "note": choice.note,
    }
    if isinstance(choice, Dataset):
        about = describe(choice)
        option |= {"problem": about.problem.value, "classes": about.classes, "inputs": len(about.inputs)}
        option |= {"available": about.available, "pictured": bool(about.side) or len(about.inputs) <= PICTURED}
    if isinstance(choice, Loss):
        option["problems"] = [problem.value for problem in Problem if fitting_loss(problem, choice) is choice]
    if choice is Watched.VALIDATION:
        option["needs"] = "validation_share"
    return option
