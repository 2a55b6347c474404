"""Where the page's files lie, for the web room: in the repository when run from a checkout, else inside the package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def static_folder() -> Path:
    """The folder served at /static."""
    return _folder("static")


def template_folder() -> Path:
    """The folder of the page templates."""
    return _folder("templates")


def _folder(name: str) -> Path:
    """A wheel carries the folder inside the package; a checkout or editable install has it beside the package."""
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
