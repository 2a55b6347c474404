"""All that can be done with the database, each thing in one transaction: in each database, and in none."""

import pytest

from glassbox.labbook import words
from glassbox.labbook.archive import Archive
from glassbox.labbook.book import LabBookUnavailable, Limits, SortBy, new_run_key
from glassbox.labbook.database import Database
from glassbox.labbook.location import FILE
from glassbox.settings import Settings
from tests.labbook.conftest import SOON, ACheckpoint, a_network, a_record, an_owner

ME, YOU = an_owner(), an_owner()
KEY = new_run_key()


@pytest.fixture
def archive(tmp_path, url):
    archive = Archive(tmp_path, url, Limits(), SOON)
    yield archive
    archive.close()


def test_what_is_recorded_is_listed_opened_named_and_removed_by_its_owner(archive):
    entry = a_record(steps=7, checkpoint=ACheckpoint(b"weights"))
    archive.record([(ME, entry), (YOU, a_record())])
    listing = archive.listing(ME, SortBy.UPDATED, True, 0, 10)
    assert (listing.total, [row.key for row in listing.rows]) == (1, [entry.key])
    row, packed = archive.to_open(ME, entry.key)
    assert (row.steps, row.is_kept, packed) == (7, True, b"weights")
    assert archive.rename(ME, entry.key, "my own") and archive.row(ME, entry.key).name == "my own"
    assert "my own" in archive.table(ME) and "my own" not in archive.table(YOU)
    assert not archive.remove(YOU, entry.key)
    assert archive.remove(ME, entry.key) and archive.row(ME, entry.key) is None


def test_a_network_for_a_link_comes_back_for_everybody(archive):
    share_id = archive.share(ME, a_network(bytes(8), Settings(seed=5), 12.5))
    found = archive.shared(share_id)
    assert (found.weights, found.created, found.settings["seed"]) == (bytes(8), 12.5, 5)
    assert archive.shared("2" * 10) is None


def test_a_batch_is_written_as_a_whole_or_not_at_all(archive):
    first = a_record()
    archive.record([(ME, first)])
    with pytest.raises(AttributeError):
        archive.record([(ME, a_record()), (None, a_record())])  # nobody owns the second
    assert archive.listing(ME, SortBy.UPDATED, True, 0, 10).total == 1


def test_checkpoints_are_packed_before_the_database_is_kept_from_others(archive, monkeypatch):
    order = []

    class Noting(ACheckpoint):
        def packed(self):
            order.append("packed")
            return super().packed()

    def write(database, work):
        order.append("in a transaction")

    monkeypatch.setattr(Database, "write", write)
    archive.record([(ME, a_record()), (ME, a_record(checkpoint=Noting(b"weights")))])
    assert order == ["packed", "in a transaction"]


def test_nothing_is_opened_before_it_is_used(tmp_path):
    archive = Archive(tmp_path / "data", "", Limits(), SOON)
    assert not (tmp_path / "data").exists()
    assert archive.row(ME, KEY) is None
    assert (tmp_path / "data" / FILE).exists()
    archive.close()


def test_it_tells_what_became_of_a_damaged_file(tmp_path):
    (tmp_path / FILE).write_bytes(b"no database at all " * 500)
    archive = Archive(tmp_path, "", Limits(), SOON)
    assert archive.notice == "" and archive.row(ME, KEY) is None
    (aside,) = tmp_path.glob("*damaged*")
    assert archive.notice == words.SET_ASIDE.format(name=aside.name)
    archive.close()


@pytest.mark.parametrize(
    "ask",
    [
        lambda archive: archive.record([(ME, a_record())]),
        lambda archive: archive.listing(ME, SortBy.UPDATED, True, 0, 10),
        lambda archive: archive.row(ME, KEY),
        lambda archive: archive.to_open(ME, KEY),
        lambda archive: archive.table(ME),
        lambda archive: archive.rename(ME, KEY, "name"),
        lambda archive: archive.remove(ME, KEY),
        lambda archive: archive.share(ME, a_network(b"", Settings(), 1.0)),
        lambda archive: archive.shared("2" * 10),
    ],
    ids=["record", "listing", "row", "to_open", "table", "rename", "remove", "share", "shared"],
)
def test_without_a_database_everything_is_refused_in_one_sentence(ask):
    with pytest.raises(LabBookUnavailable) as caught:
        ask(Archive(None, "", Limits(), SOON))
    assert caught.value.text == words.NO_FOLDER
