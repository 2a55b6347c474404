"""For whoever runs the server: /health for balancers, and /metrics in Prometheus' text format.

Neither names anybody: there are counts and times in them, no addresses, no sessions, no codes of rooms.
"""

from collections.abc import Callable, Iterable
from typing import Literal

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from glassbox.session.registry import Registry
from glassbox.web.this_machine import is_here

Standing = Literal["starting", "ready", "ending"]
WhoReads = Literal["here", "anyone", "nobody"]


def operating(
    registry: Registry,
    standing: Callable[[], Standing],
    counted: Callable[[], dict[str, int]],
    who: WhoReads,
) -> list[BaseRoute]:
    """The routes.

    Args:
        counted: what the rest of the server counts: `rooms`, `members`, `experiments`, `trials`.
        who: may read the metrics: only this machine, without a proxy between; anyone; nobody.
    """
    metrics = CollectorRegistry()
    metrics.register(_Counts(registry, standing, counted))
    ProcessCollector(registry=metrics)

    async def health(request: Request) -> Response:
        now = standing()
        return JSONResponse({"status": now}, 200 if now == "ready" else 503)

    async def read(request: Request) -> Response:
        if who == "nobody" or (who == "here" and not is_here(request)):
            raise HTTPException(404)
        return Response(generate_latest(metrics), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    return [Route("/health", health, methods=["GET"]), Route("/metrics", read, methods=["GET"])]


class _Counts(Collector):
    """Reads what the server knows of itself when it is asked: nothing is counted for this alone."""

    def __init__(
        self, registry: Registry, standing: Callable[[], Standing], counted: Callable[[], dict[str, int]]
    ) -> None:
        self._registry, self._standing, self._counted = registry, standing, counted

    def collect(self) -> Iterable[Metric]:
        """All of it, as it stands."""
        load, counted = self._registry.load(), self._counted()
        yield _gauge("ready", "Whether the kernels are compiled and networks can train.", self._standing() == "ready")
        sessions = GaugeMetricFamily(
            "glassbox_sessions", "Networks on this server, by whether somebody watches them.", labels=["watched"]
        )
        sessions.add_metric(["yes"], load.watched)
        sessions.add_metric(["no"], load.sessions - load.watched)
        yield sessions
        yield _gauge("sessions_playing", "Networks that train until told otherwise.", load.playing)
        yield _gauge("sessions_limit", "Networks that this server takes.", load.most)
        yield CounterMetricFamily("glassbox_frames", "Pictures handed to pages since the start.", load.frames)
        yield _gauge(
            "frame_age_seconds", "The longest that a watched network which trains has gone without a picture.",
            load.oldest_frame,
        )  # fmt: skip
        yield _gauge("slices_waiting", "Turns of networks that wait for a thread that trains.", load.waiting)
        yield _gauge("hosts", "Processes beside the server's own that carry networks.", load.hosts)
        yield _gauge("rooms", "Rooms of classes that are open.", counted["rooms"])
        yield _gauge("members", "Members of all rooms.", counted["members"])
        yield _gauge("experiments", "Experiments that are not finished.", counted["experiments"])
        yield CounterMetricFamily("glassbox_trials", "Trainings of experiments since the start.", counted["trials"])


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"glassbox_{name}", about, float(value))
