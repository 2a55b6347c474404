"""Runs of many kinds as a user makes them, and all the ways to open again what one has of them, told as plain values.

Among the tests of an older version it makes the samples (README.md here says how); test_old_files.py opens them today.
Only what crosses the wire is named here, so that nothing that is renamed inside changes what is compared.
"""

import base64
import json
import re
import shutil
import struct
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2 as httpx
import numba
from llvmlite.binding import get_host_cpu_name

from tests.node import node
from tests.web.conftest import Config, really_running
from tests.web.conversations import conversation

OWNER = "old-files-of-a-browser"
LINKS = Path(__file__).with_name("links.mjs")
OPENED = "opened.json"
ON = 2  # epochs that a run goes on for once it is opened
OWN_NAME = re.compile(r"own\.[\w-]+")  # drawn by lot
TREES = "width;height;rings;kind;age\n" + "".join(
    f"{5 + k % 7};{k % 3},5;{k % 4};{'ash' if k % 2 else 'oak'};{k}\n" for k in range(24)
)  # fmt: skip
CURVE = {"classes": 0, "points": [[k / 4 - 3, k % 3 - 1, k % 5 / 2] for k in range(24)], "numbers": list(range(24))}


def hidden(*layers):
    return [{"units": units, **own} for units, own in layers]


def hold(page):
    for message in (
        dict(action="freeze", layer=2, unit=1),
        dict(action="disable", layer=1, unit=2),
        dict(action="disable", layer=1, unit=0, source=1),
    ):
        page.carry(type="hold", on=True, **message)


def change(page):
    page.carry(type="configure", changes={"learning_rate": 0.3, "optimizer": "adam"})
    page.carry(type="set_weight", layer=1, unit=0, source=1, value=0.75)
    page.carry(type="edit_network", action="add_unit", layer=2)


def go_back(page):
    page.send(type="rewind", step=0, towards="nearest")
    page.look(lambda frame: frame.step == 0)


def stop(page):
    page.play()
    page.look(lambda frame: not frame.playing)


def from_table(page, http):
    table = http.post("/api/own/tables", content=TREES.encode()).json()["table"]
    answer = http.post(f"/api/own/tables/{table}", json={"target": 3, "inputs": [0, 1, 2]})
    page.carry(type="configure", changes={"dataset": answer.json()["dataset"]})


def from_drawing(page, http):
    answer = http.post("/api/own/points", json=CURVE)
    page.carry(type="configure", changes={"dataset": answer.json()["dataset"]})


# Settings, and what is done after a few epochs.
KINDS = {
    "two classes": ({"seed": 11, "noise": 0.3}, None),
    "three classes": ({"dataset": "spiral3", "optimizer": "adam", "batch_size": 7, "activation": "relu"}, None),
    "numbers": ({"dataset": "multi_gauss", "loss": "huber", "optimizer": "rmsprop", "penalty": "l1"}, None),
    "digits": ({"dataset": "digits", "samples": 200, "hidden": hidden((5, {"dropout": 0.2}))}, None),
    "penguins": ({"dataset": "penguins", "hidden": []}, None),
    "normalization": (
        {
            "optimizer": "nesterov",
            "schedule": "cosine",
            "validation_share": 20,
            "hidden": hidden((4, {"normalization": "batch"}), (3, {"normalization": "layer", "activation": "elu"})),
        },
        None,
    ),
    "dropout": ({"optimizer": "momentum", "dropout": 0.3, "input_noise": 0.2, "dataset": "spiral"}, None),
    "held units": ({"hidden": hidden((4, {}), (3, {})), "normalization": "batch"}, hold),
    "changed on the way": ({"features": ["x1", "x2", "sin_x1"]}, change),
    "two branches": ({"dataset": "xor"}, go_back),
    "stopped early": ({"patience": 2, "min_improvement": 50.0, "optimizer": "adam", "dataset": "gauss"}, stop),
    "own table": ({}, from_table),
    "own drawing": ({"hidden": hidden((3, {}))}, from_drawing),
}


def write(folder):
    """What a user has after training one run of each kind: a lab book, files of networks, and links."""
    with serving(folder) as server:
        for kind, (settings, act) in KINDS.items():
            with conversation(server, owner=OWNER, **settings) as talk:
                begin(talk, act)
                save(file_of(folder, {"name": kind}), talk.get("network/json").content)
                shared = talk.post("share").json()["id"]
                (row,) = [row for row in rows(talk) if row["name"] == ""]
                talk.post(f"lab-book/{row['key']}/name", json={"name": kind})
                yield kind, row["settings"], shared


def begin(talk, act):
    own = act in (from_table, from_drawing)
    if own:
        act(talk.page, talk.http)
    talk.train(4)
    if act and not own:
        act(talk.page)
    if act is not stop:
        talk.train(1)
        for _ in range(3):
            talk.page.step()


def open_all(folder, links):
    """What this version makes of the samples: by kind, and by way of opening."""
    with serving(folder) as server:
        for kind, row in read_book(server).items():
            opened = {way: opens(server, folder, row, links[kind]) for way, opens in WAYS.items()}
            yield kind, {"row": row} | opened


def read_book(server):
    """The rows, by their names."""
    with conversation(server, owner=OWNER) as talk:
        return {row["name"]: row for row in rows(talk)}


WAYS = {
    "where it was": lambda server, folder, row, link: gone_on(server, f"lab-book/{row['key']}/open"),
    "again": lambda server, folder, row, link: gone_on(server, f"lab-book/{row['key']}/again"),
    "file": lambda server, folder, row, link: gone_on(server, "network", content=file_of(folder, row).read_bytes()),
    "short link": lambda server, folder, row, link: gone_on(server, f"shared/{link['share']}"),
    "link": lambda server, folder, row, link: welcomed(server, link["settings"]),
}


def file_of(folder, row):
    return folder / "networks" / f"{row['name'].replace(' ', '_')}.json"


def gone_on(server, route, **content):
    """A network that is opened by a request: what the page hears, and the network, then and some epochs later."""
    with conversation(server, owner=OWNER, dataset="moons", hidden=hidden((1, {}))) as talk:
        answer = talk.post(route, **content)
        if answer.status_code != 200:
            return {"refused": answer.text}
        message = talk.page.hear("lane")
        seen = {"note": answer.json()["note"], "settings": message["settings"], "history": message.get("history")}
        talk.page.look(lambda frame: frame.run > 1)
        seen["then"] = standing(talk)
        talk.train(ON)
        return seen | {"later": standing(talk)}


def welcomed(server, settings):
    """A page whose address asks for these settings: what it hears, and its untrained network."""
    with conversation(server, owner=OWNER, **settings) as talk:
        heard = {name: talk.page.welcome[name] for name in ("settings", "notes")}
        return heard | {"then": standing(talk)}


def standing(talk):
    """The network's numbers, in the order of its file, and its curves as a file."""
    network = json.loads(talk.get("network/json").content)
    return {"epochs": network["epochs"], "numbers": packed(network), "curves": talk.get("history").text}


def packed(network):
    """The float32 of a network file, little-endian, in base64."""
    layers = [*network["hidden"], network["output"]]
    numbers = [number for layer in layers for part in layer.values() for number in flat(part)]
    return base64.b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode()


def flat(part):
    """The numbers in a matrix, in a vector, or in a word (none)."""
    if isinstance(part, list):
        return [number for each in part for number in flat(each)]
    return [part] if isinstance(part, float | int) else []


def rows(talk):
    return talk.get("lab-book?by=created&descending=false").json()["rows"]


def serving(folder):
    return really_running(replace(Config(), data_folder=folder))


def nameless(value):
    """The same without the names of own data, which every server draws anew."""
    return json.loads(OWN_NAME.sub("own.*", json.dumps(value)))


def in_node(root, catalogue, links):
    """What the page's modules under `root` make of links: of settings and a share's id, or of an address."""
    given = json.dumps({"catalogue": catalogue, "links": links})
    loader = (root / "tests/static/import_map.mjs").as_uri()
    result = node("--import", loader, LINKS, root, input=given, cwd=root, stderr=None)
    assert result.returncode == 0, result.stdout
    return json.loads(result.stdout)


def save(file, content):
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)


def record(folder):
    """All samples, by the version in the current folder, and what that version itself makes of them."""
    folder.mkdir()
    told = list(write(folder))
    given = [{"settings": settings, "share": share} for _, settings, share in told]
    links = in_node(Path.cwd(), catalogue_of(folder), given)
    links = {kind: link for (kind, *_), link in zip(told, links, strict=True)}
    save(folder / "links.json", plain(links))
    with TemporaryDirectory() as copy:
        opened = dict(open_all(Path(shutil.copytree(folder, copy, dirs_exist_ok=True)), links))
    save(folder / OPENED, plain({"machine": machine()} | nameless(opened)))


def catalogue_of(folder):
    """As the page has it."""
    with serving(folder) as server:
        page = httpx.get(f"http://127.0.0.1:{server.port}/").text
    return json.loads(re.search(r'id="catalogue">(.*?)</script>', page, re.DOTALL)[1])


def machine():
    """What decides the last bits of training."""
    return {"processor": get_host_cpu_name(), "numba": numba.__version__}


def plain(values):
    """JSON with each value of an object on a line of its own."""
    lines = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


if __name__ == "__main__":
    record(Path(sys.argv[1]).resolve())
