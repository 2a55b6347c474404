"""What is said of a setting beside its bounds: its words, its manners on the form, and what a change of it does."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from glassbox.engine.choices import Optimizer


class Effect(IntEnum):
    """What a changed setting does to the running network, from mildest to strongest."""

    NOTHING = 0
    LIVE = 1  # acts on the running weights at once
    DATA = 2  # makes new data; the weights stay
    RESHAPE = 3  # adds or removes units; the other weights stay
    REBUILD = 4  # starts the network anew from initial weights


def about(
    effect: Effect,
    group: str,
    label: str,
    help: str,  # noqa: A002 - the word every form library uses
    *,
    unit: str = "",
    scale: str = "linear",
    step: float | None = None,
    when: Mapping[str, list[str]] | None = None,
    zero: str = "",
    needs: str = "",
) -> dict[str, Any]:
    """The words and manners of a field, kept beside its bounds; `catalogue` hands them to the page.

    Args:
        when: the options of other settings with which it has a meaning.
        zero: the word that the page shows in place of 0, where 0 switches something off.
        needs: a setting that must not be 0, or this one has no meaning.
    """
    return {
        "effect": effect.name.lower(),
        "group": group,
        "label": label,
        "help": help,
        "unit": unit,
        "scale": scale,
        "step": step,
        "when": dict(when or {}),
        "zero": zero,
        "needs": needs,
    }


def used_by_optimizers(name: str) -> dict[str, list[str]]:
    """Where a coefficient matters: with the optimizers that read the setting of this name."""
    return {"optimizer": [optimizer.value for optimizer in Optimizer if name in optimizer.uses]}
