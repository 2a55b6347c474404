"""What users have from earlier versions opens: the same settings, network, curves and next steps as it had there.

What was stored comes back to the bit. What is computed from it anew (steps that follow, a loss) has the same bits on a
processor and a Numba like those that made the samples; elsewhere rounding differs, and it is compared to a tolerance.
"""

import base64
import csv
import io
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from glassbox.catalogue import catalogue
from glassbox.engine.scheme import FIRST_SCHEME
from glassbox.run.past.curves import COLUMNS
from glassbox.run.words import AGE_NOT_KNOWN, OF_OLD_SCHEME
from tests.old_files import samples

HERE = Path(__file__).parent
VERSIONS = sorted(folder.name for folder in HERE.iterdir() if (folder / samples.OPENED).is_file())
KINDS = {
    version: [kind for kind in json.loads((HERE / version / samples.OPENED).read_text("utf-8")) if kind != "machine"]
    for version in VERSIONS
}
OF_EACH = [(version, kind) for version in VERSIONS for kind in KINDS[version]]
OF_A_SEED = ("again", "link")  # begin anew: of another scheme, a seed gives other weights
STORED = ("where it was", "file", "short link")


def told(version, file=samples.OPENED):
    return json.loads((HERE / version / file).read_text("utf-8"))


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    """For each earlier version, a server of today with the data folder and a lab book's rows as they were left."""
    running = {}
    for version in VERSIONS:
        folder = shutil.copytree(HERE / version, tmp_path_factory.mktemp("old") / version)
        serving = samples.serving(folder)
        server = serving.__enter__()
        running[version] = (serving, server, folder, samples.read_book(server))
    yield running
    for serving, *_ in running.values():
        serving.__exit__(None, None, None)


def holds(value, expected):
    """Today's value says all that was said then; of an object it may say more."""
    if isinstance(expected, dict):
        return all(name in value and holds(value[name], expected[name]) for name in expected)
    return value == expected


def lines_of(text):
    """The numbers of a history file; today's may end with what was changed, in words."""
    head, *lines = csv.reader(io.StringIO(text))
    count = len(head) - ("changed" in head)
    return [line[:count] for line in (head, *lines)]


def curves(text):
    head, *lines = lines_of(text)
    return head, np.array([[float(cell or "nan") for cell in line] for line in lines])


def has_curves(standing, expected):
    """Every point of then; the record of today has more."""
    known = lines_of(standing["curves"])
    return all(line in known for line in lines_of(expected["curves"]))


def as_of_its_weights(expected, epoch):
    """What was said to stand where it had come to, over the weights of its best epoch, stands at that epoch today, and
    goes on from there; what came after it is an earlier curve.
    """
    then, history = expected["then"], expected["history"]
    count = history["x"].index(epoch) + 1
    kept = {name: each[:count] if name in COLUMNS else each for name, each in history.items()}
    return {
        "note": expected["note"].replace("33 epochs, at step 825", f"{epoch} epochs, at step {25 * epoch}"),
        "settings": expected["settings"],
        "history": {name: each for name, each in kept.items() if name not in ("branch", "branches")},
        "then": then | {"epochs": epoch, "curves": "\n".join(then["curves"].splitlines()[: count + 1])},
    }


def is_as_computed(standing, expected):
    """To the tolerance of another processor's rounding."""
    numbers, old = (np.frombuffer(base64.b64decode(each["numbers"]), "<f4") for each in (standing, expected))
    np.testing.assert_allclose(numbers, old, rtol=1e-2, atol=1e-4)
    (head, values), (old_head, old_values) = curves(standing["curves"]), curves(expected["curves"])
    assert (head, standing["epochs"]) == (old_head, expected["epochs"])
    known = values[np.isclose(values[:, None, 0], old_values[None, :, 0], rtol=1e-5, atol=0).any(axis=1)]
    np.testing.assert_allclose(known, old_values, rtol=1e-2, atol=1e-2)  # scores jump by whole points


def other_rule(settings):
    """Whether it trains on by another rule than it did: λ of L1 was weaker under all but plain gradient descent."""
    return settings["penalty"] == "l1" and settings["optimizer"] != "sgd"


@pytest.mark.parametrize("way", samples.WAYS)
@pytest.mark.parametrize("version, kind", OF_EACH)
def test_it_opens_as_it_did(servers, version, kind, way):
    _, server, folder, rows = servers[version]
    expected = {name: said for name, said in told(version)[kind][way].items() if said is not None}
    if (kind, way) == ("stopped early", "where it was"):
        expected = as_of_its_weights(expected, 31)
    opened = samples.nameless(samples.WAYS[way](server, folder, rows[kind], told(version, "links.json")[kind]))
    computed = {moment: expected.pop(moment) for moment in ("then", "later") if moment in expected}
    if "note" in expected:
        age = AGE_NOT_KNOWN if way in ("file", "short link") else ""
        expected["note"] = " ".join(filter(None, (expected["note"], age, OF_OLD_SCHEME)))
    assert holds(opened, expected)
    if way in OF_A_SEED:
        return
    if computed and other_rule(expected["settings"]):
        computed.pop("later", None)
    for moment, standing in computed.items():
        is_as_computed(opened[moment], standing)
    if samples.machine() == told(version)["machine"]:
        for moment, standing in computed.items():
            assert has_curves(opened[moment], standing) and holds(
                opened[moment], {**standing, "curves": opened[moment]["curves"]}
            )
    if way in STORED and computed:
        saved = json.loads(samples.file_of(folder, rows[kind]).read_bytes())
        assert opened["then"]["numbers"] == samples.packed(saved)


@pytest.mark.parametrize("version, kind", OF_EACH)
def test_its_row_says_what_it_said(servers, version, kind):
    *_, rows = servers[version]
    assert holds(samples.nameless(rows[kind]), told(version)[kind]["row"])


@pytest.mark.parametrize("version", VERSIONS)
def test_its_link_asks_for_what_it_asked(version):
    """With the page's modules of today, in Node."""
    links = list(told(version, "links.json").values())
    read = samples.in_node(HERE.parents[1], catalogue(), [{"address": link["address"]} for link in links])
    assert read == [link | {"scheme": FIRST_SCHEME, "lock": [], "start": None} for link in links]


def test_there_are_samples_of_every_kind():
    """Of the version that was the last before the package was called glassbox, all; none may go."""
    assert VERSIONS and KINDS[VERSIONS[0]] == list(samples.KINDS)
