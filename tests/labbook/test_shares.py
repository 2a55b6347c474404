"""Shared networks, in each database: settings and weights under a short id."""

import numpy as np
import pytest

from glassbox.labbook import shares
from glassbox.labbook.archive import Archive
from glassbox.labbook.book import Limits, NotTaken
from glassbox.labbook.records import MOST_WEIGHT_BYTES, Limit
from glassbox.settings import Settings
from tests.labbook.conftest import SOON, a_network, an_owner, now

ME, YOU = an_owner(), an_owner()


def test_what_is_shared_comes_back_bit_by_bit(book, open_book):
    settings, weights = Settings(seed=5), np.linspace(-3, 3, 1001, dtype="<f4").tobytes()
    name = now(book.share(ME, a_network(weights, settings, epochs=12, samples=30, steps=303)))
    found = now(open_book().shared(name))
    assert len(name) == 10
    assert (found.weights, found.created, found.version) == (weights, 1000.0, 2)
    assert Settings.salvaged(found.settings) == (settings, {})
    assert (found.epochs, found.samples, found.steps) == (12, 30, 303)


def test_the_largest_network_fits_and_a_larger_one_is_refused(book):
    assert now(book.shared(now(book.share(ME, a_network(bytes(MOST_WEIGHT_BYTES)))))) is not None
    with pytest.raises(NotTaken, match=r"has 262,145 weights; at most 262,144"):
        now(book.share(ME, a_network(bytes(MOST_WEIGHT_BYTES + 4))))
    with pytest.raises(NotTaken, match="7 bytes"):
        now(book.share(ME, a_network(bytes(7))))


@pytest.mark.parametrize("name", ["", "../../x", "\0" * 10, "2" * 10, "2" * 10**6])
def test_an_unknown_id_finds_nothing(book, name):
    assert now(book.shared(name)) is None


def archive_drawing(names, tmp_path, url):
    return Archive(tmp_path, url, Limits(), SOON, iter(names).__next__)


def test_an_id_that_is_taken_is_drawn_again(tmp_path, url):
    archive = archive_drawing(["a" * 10, "a" * 10, "a" * 10, "b" * 10], tmp_path, url)
    assert archive.share(ME, a_network(bytes(4), Settings(), 1.0)) == "a" * 10
    assert archive.share(YOU, a_network(bytes(8), Settings(), 2.0)) == "b" * 10
    assert [len(archive.shared(name * 10).weights) for name in "ab"] == [4, 8]
    archive.close()


def test_it_does_not_draw_for_ever(tmp_path, url):
    archive = archive_drawing(["a" * 10] * (1 + shares.MOST_DRAWS), tmp_path, url)
    archive.share(ME, a_network(bytes(4), Settings(), 1.0))
    with pytest.raises(RuntimeError, match="chance"):
        archive.share(ME, a_network(bytes(4), Settings(), 2.0))
    archive.close()


def test_the_oldest_go_when_an_owner_or_all_share_too_much(open_book):
    book = open_book(limits=Limits(shares_of_owner=Limit(2, 10**9), shares=Limit(100, 40_000)))
    mine = [now(book.share(ME, a_network(bytes(4)))) for _ in range(3)]
    assert [now(book.shared(name)) is not None for name in mine] == [False, True, True]
    large = now(book.share(YOU, a_network(bytes(32_000))))
    larger = now(book.share(YOU, a_network(bytes(32_000))))
    assert now(book.shared(large)) is None and now(book.shared(larger)) is not None
    assert now(book.shared(mine[2])) is None
