"""The class's file as a page to print: each network's map with its settings, then the answers; nothing in it runs."""

from base64 import b64encode
from enum import Enum
from hashlib import sha256
from typing import Any

from glassbox.labbook.csv_table import setting_text
from glassbox.settings import Settings
from glassbox.web.classroom.class_file import ClassFile, Row
from glassbox.web.classroom.words import NO_VALUE
from glassbox.web.documents import documents
from glassbox.words.current import spoken

POLICY = "default-src 'none'; img-src data:; style-src '{style}'; base-uri 'none'; form-action 'none'"


def class_page(made: ClassFile) -> str:
    """The document; texts of people in it are shown, and never obeyed. Its own policy lets nothing run."""
    environment = documents(spoken())
    style = environment.get_template("class_file.css").render()
    policy = POLICY.format(style=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}")
    return environment.get_template("class_file.html").render(
        made=made, style=style, policy=policy, picture=_picture, number=_number, differing=_differing,
        shared=_shared(made),
    )  # fmt: skip


def _picture(row: Row) -> str:
    """Imported when first needed: Numba must not keep the server from starting."""
    from glassbox.study.map_picture import map_picture

    assert row.network is not None
    return map_picture(row.network.tile.map, row.network.tile.classes)


def _number(value: float | None) -> str:
    return NO_VALUE if value is None else f"{value:.3g}".replace("-", "−")


def _differing(made: ClassFile, row: Row) -> list[tuple[str, str]]:
    """What of this network's settings is not the same for all: each by its label, and so is what is chosen."""
    assert row.network is not None
    return [(_label(name), _value(name, row.network.settings[name])) for name in made.differing]


def _shared(made: ClassFile) -> list[tuple[str, str]]:
    return [(_label(name), _value(name, value)) for name, value in made.shared.items()]


def _value(name: str, value: Any) -> str:
    kind = Settings.model_fields[name].annotation
    choices: Any = kind if isinstance(kind, type) and issubclass(kind, Enum) else ()
    told: str = next((choice.label for choice in choices if choice.value == value), setting_text(value))
    return told


def _label(name: str) -> str:
    about = Settings.model_fields[name].json_schema_extra
    assert isinstance(about, dict)
    label = about["label"]
    assert isinstance(label, str)
    return label
