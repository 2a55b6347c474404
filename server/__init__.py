"""Glassbox: a playground where a neural network trains live and one looks into it. In a notebook: `glassbox.show()`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glassbox.notebook import close, show

__all__ = ["close", "show"]


def __getattr__(name: str) -> Any:
    """What a notebook needs brings the whole server along, which nobody else waits for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from glassbox import notebook

    return getattr(notebook, name)
