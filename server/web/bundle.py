"""What the build packed the page into (static/build_steps/bundle.mjs), for the document that names the files."""

import json
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Bundle:
    """Names of files under /static, two of them for the projector's document; and `early`: the script that runs before
    the first paint, as it stands in the page.
    """

    script: str
    sheet: str
    projector_script: str
    projector_sheet: str
    icon: str
    early: str


def read_bundle(folder: Path) -> Bundle | None:
    """The bundle in the folder of the page's files; None for a checkout, which has the plain files."""
    if not (folder / MANIFEST).is_file():
        return None
    told = json.loads((folder / MANIFEST).read_text("utf-8"))
    return Bundle(
        script=told["script"], sheet=told["sheet"],
        projector_script=told["projector"]["script"], projector_sheet=told["projector"]["sheet"],
        icon=told["icon"], early=(folder / told["early"]).read_text("utf-8"),
    )  # fmt: skip
