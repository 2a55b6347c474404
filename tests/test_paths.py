"""The page's files are found, in a checkout and in an installed package."""

from glassbox import paths


def test_a_checkout_has_the_page_beside_the_package():
    assert (paths.static_folder() / "main.js").is_file()
    assert list(paths.template_folder().glob("*.html"))


def test_what_the_package_carries_counts_before_what_lies_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "package")
    assert paths.static_folder() == tmp_path / "static"
    (tmp_path / "package" / "static").mkdir(parents=True)
    assert paths.static_folder() == tmp_path / "package" / "static"
    assert paths.template_folder() == tmp_path / "templates"
