"""Networks to take home, and networks that come back: downloads, files that open here again,
links that hold weights.
"""

from collections.abc import Callable

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from glassbox.exports import take_home as exports
from glassbox.exports.formats import Download, Format
from glassbox.exports.history_csv import history_csv
from glassbox.exports.reading import read_network as read_file
from glassbox.labbook.book import DamagedShare, LabBook, Owner
from glassbox.labbook.records import SharedNetwork
from glassbox.protocol.refusals import Refusal
from glassbox.run.orders import LineUp, OpenNetwork, Resume, flattened
from glassbox.run.snapshot import Snapshot
from glassbox.session.registry import Registry
from glassbox.study.copying import network_copy
from glassbox.study.opening import from_file, from_link
from glassbox.study.ready_networks import ready_network
from glassbox.web import words
from glassbox.web.background import Background
from glassbox.web.bodies import read_bytes
from glassbox.web.guesses import NotThere
from glassbox.web.json_answer import JSONAnswer
from glassbox.web.rate_limit import RateLimit

LARGEST_FILE = 5_000_000  # bytes; the reader tells the same limit in a sentence of its own
FORMATS = {each.value: each for each in Format}

Make = Callable[[Snapshot], Download]


def take_home(registry: Registry, background: Background, book: LabBook, files: RateLimit) -> APIRouter:
    """The routes under /api/sessions/{session}."""
    router = APIRouter(prefix="/api/sessions/{session}")

    async def download(session: str, make: Make) -> Response:
        snapshot = await registry.snapshot(session)
        return attachment(await background.run(lambda: make(snapshot)))

    @router.get("/network/{chosen}")
    async def read_network(session: str, chosen: str) -> Response:
        if chosen not in FORMATS:
            raise Refusal(words.NO_SUCH_FORMAT.format(formats=", ".join(FORMATS)))
        return await download(session, lambda snapshot: exports.take_home(network_copy(snapshot), FORMATS[chosen]))

    @router.get("/history")
    async def read_history(session: str) -> Response:
        return await download(session, _history)

    @router.get("/by-hand")
    async def read_by_hand(session: str) -> JSONAnswer:
        return JSONAnswer({"weights": await registry.ask(session, "by_hand")})

    @router.post("/network", dependencies=[Depends(files)])
    async def open_network(session: str, request: Request) -> JSONAnswer:
        content = await read_bytes(request, LARGEST_FILE)
        copy = await background.run(lambda: read_file(content))
        on_show = await registry.ask(session, "dataset")
        given = registry.own_data_store.given(copy.settings)
        return put_in(registry, session, await background.run(lambda: from_file(copy, given, on_show)))

    @router.post("/share")
    async def share(session: str) -> JSONAnswer:
        owner = owner_of(registry, session)
        snapshot = await registry.snapshot(session)
        state = snapshot.state
        weights = await background.run(lambda: flattened(state.parameters, state.statistics))
        network = SharedNetwork(
            settings=snapshot.settings.model_dump(mode="json"),
            weights=weights,
            epochs=snapshot.epoch,
            samples=snapshot.samples,
            steps=snapshot.step,
        )
        return JSONAnswer({"id": await book.share(owner, network)})

    @router.post("/shared/{share_id}")
    async def open_shared(session: str, share_id: str) -> JSONAnswer:
        try:
            found = await book.shared(share_id)
        except DamagedShare:
            raise Refusal(words.DAMAGED_SHARE) from None
        if found is None:
            raise NotThere(words.NO_SUCH_SHARE)
        settings = registry.own_data_store.given(found.settings)
        age = found.epochs, found.samples, found.steps
        order = await background.run(lambda: from_link(settings, found.weights, age, found.version))
        return put_in(registry, session, order)

    @router.post("/ready/{name}")
    async def open_ready(session: str, name: str) -> JSONAnswer:
        registry.owner(session)
        return put_in(registry, session, await background.run(lambda: ready_network(name)))

    return router


def owner_of(registry: Registry, session: str) -> Owner:
    """Whose browser watches a session."""
    return Owner.of(registry.owner(session))


def put_in(registry: Registry, session: str, order: OpenNetwork | Resume | LineUp) -> JSONAnswer:
    """Put a network into the session; its messages then tell the page. The answer is what there is to note,
    if anything.
    """
    registry.put_in(session, order)
    return JSONAnswer({"note": order.note})


def attachment(download: Download) -> Response:
    """A file that the browser saves under its own name."""
    headers = {"Content-Disposition": f'attachment; filename="{download.name}"'}
    return Response(download.content, media_type=download.media_type, headers=headers)


def _history(snapshot: Snapshot) -> Download:
    curves, marks = snapshot.curves.columns, snapshot.curves.marks
    return history_csv(
        curves["x"], curves["train_loss"], curves["test_loss"], curves["train_score"], curves["test_score"],
        (curves["validation_loss"], curves["validation_score"]), [(mark.x, mark.text) for mark in marks],
    )  # fmt: skip
