"""`/metrics` for Prometheus: numbers that say how the service fares. Only with the secret, and without any word, name or id."""

import hmac
from collections.abc import Iterable, Iterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from faro.engine.engine import Engine
from faro.storage import views
from faro.storage.views import Gauges

Sample = tuple[str, float]
"""Labels as they are written (`{severity="high"}` or empty), and the value."""


def route(engine: Engine, token: str) -> Route:
    """The route; whoever has not the secret learns nothing, not even that there is one."""
    expected = f"Bearer {token}".encode()

    async def metrics(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("Authorization", "").encode(), expected):
            return Response(status_code=404)
        try:
            found = await engine.view(views.gauges, now=engine.clock())
        except Exception:
            # Whatever the driver raises means the same here. The engine's own loops log why.
            return Response(status_code=503)
        learned = engine.library.learned is not None
        since = engine.stuck
        stuck = 0.0 if since is None else (engine.clock() - since).total_seconds()
        return PlainTextResponse(written(found, learned=learned, stuck=stuck), media_type="text/plain; version=0.0.4")

    return Route("/metrics", metrics, methods=["GET"])


def written(found: Gauges, *, learned: bool, stuck: float) -> str:
    """In Prometheus' text format. `stuck`: for how many seconds the database has taken nothing."""
    lines = (*_lines(found, learned), *_gauge("faro_storage_stuck_seconds", "How long nothing can be stored", [("", stuck)]))
    return "".join(lines)


def _lines(found: Gauges, learned: bool) -> Iterator[str]:
    by = [(f'{{severity="{one.severity}"}}', one) for one in found.queue]
    yield from _gauge("faro_queue_open", "Cases that nobody has taken", [(label, one.open) for label, one in by])
    yield from _gauge("faro_queue_oldest_seconds", "Age of the oldest of them", [(label, one.oldest) for label, one in by])
    yield from _gauge("faro_clocks_missed", "Live cases whose clock ran out", [(label, one.clocks_missed) for label, one in by])
    yield from _gauge("faro_inbox_waiting", "Deliveries that wait", [("", found.inbox_waiting)])
    yield from _gauge("faro_inbox_oldest_seconds", "Age of the oldest of them", [("", found.inbox_oldest)])
    yield from _gauge("faro_inbox_parked", "Deliveries that could not be worked on", [("", found.inbox_parked)])
    yield from _gauge("faro_outbox_waiting", "Messages that wait to be sent", [("", found.outbox_waiting)])
    yield from _gauge("faro_outbox_oldest_seconds", "Age of the oldest of them", [("", found.outbox_oldest)])
    yield from _gauge("faro_outbox_held", "Messages held until writing is safe or a topic stands", [("", found.outbox_held)])
    yield from _gauge("faro_outbox_dead", "Messages that could not be sent", [("", found.outbox_dead)])
    yield from _gauge("faro_questions_today", "Questions asked today", [("", found.asked_today)])
    share = found.unanswered_today / found.asked_today if found.asked_today else 0.0
    yield from _gauge("faro_unanswered_share", "Share of them that nothing was found for", [("", share)])
    speeds = (('{quantile="0.5"}', found.answer_p50), ('{quantile="0.99"}', found.answer_p99))
    spent = [(label, value) for label, value in speeds if value is not None]
    yield from _gauge("faro_answer_seconds", "From delivery to the first answer, of the last 500", spent)
    pulses = (('{name="heartbeat"}', found.heartbeat_age), ('{name="drill"}', found.drill_age))
    yield from _gauge(
        "faro_pulse_age_seconds", "Since the last sign", [(label, value) for label, value in pulses if value is not None]
    )
    yield from _gauge(
        "faro_channel_away", "Platforms that do not answer", [(f'{{channel="{name}"}}', 1) for name, _ in found.away]
    )
    missing = [(f'{{what="{gap.what}"}}', gap.count or 1) for gap in found.gaps]
    yield from _gauge("faro_missing", "What somebody must mend: nobody, no-coordinator, nobody-may, drill", missing)
    yield from _gauge("faro_learned", "Whether the learned arrays are loaded", [("", float(learned))])


def _gauge(name: str, told: str, samples: Iterable[Sample]) -> Iterator[str]:
    yield f"# HELP {name} {told}.\n# TYPE {name} gauge\n"
    for labels, value in samples:
        yield f"{name}{labels} {value:g}\n"
