"""The document learns from the build's manifest what the page was packed into."""

import json

from glassbox.web.bundle import Bundle, read_bundle

PROJECTOR = {"script": "projector-6.js", "sheet": "projector-7.css"}
TOLD = {
    "script": "chunk-1.js", "sheet": "page-2.css", "projector": PROJECTOR, "icon": "icon-3.svg", "early": "early-4.js",
    "sources": "5",
}  # fmt: skip


def test_a_packed_page_has_its_first_script_in_the_document(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps(TOLD))
    (tmp_path / "early-4.js").write_text("(()=>{})();")
    assert read_bundle(tmp_path) == Bundle(
        script="chunk-1.js", sheet="page-2.css", projector_script="projector-6.js", projector_sheet="projector-7.css",
        icon="icon-3.svg", early="(()=>{})();",
    )  # fmt: skip


def test_a_checkout_has_plain_files(tmp_path):
    assert read_bundle(tmp_path) is None
