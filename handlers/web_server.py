"""The web server of one process: uvicorn inside our own loop, on a socket of our own, stopped by the house and by nothing else."""

import contextlib
import socket
from collections.abc import Callable, Generator

import uvicorn
from starlette.applications import Starlette

GRACE = 5
"""Seconds for requests that are being answered when the server is told to stop."""


class AddressTaken(Exception):
    """The message names the settings: somebody else listens there, or the address is not ours."""


class _Quiet(uvicorn.Server):
    """Leaves signals alone: the house has one place for them."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


class WebServer:
    """Serves one app. `closing` is called when it is told to stop, so that held requests end.

    `proxies`: balancers whose word for whom they ask is taken, so that limits count people and not the balancer; nobody else's is.
    """

    name = "web"

    def __init__(self, app: Starlette, host: str, port: int, closing: Callable[[], None], *, proxies: str) -> None:
        self._socket = listening(host, port)
        self._closing = closing
        # No access log: addresses of sign-in pages carry a token, and who asked when is nobody's business.
        config = uvicorn.Config(
            app, log_config=None, access_log=False, server_header=False, date_header=True, lifespan="off",
            timeout_graceful_shutdown=GRACE, timeout_keep_alive=40, proxy_headers=True, forwarded_allow_ips=proxies,
        )  # fmt: skip
        self._server = _Quiet(config)

    @property
    def port(self) -> int:
        """The port it listens on, also when a free one was asked for."""
        return int(self._socket.getsockname()[1])

    @property
    def ready(self) -> bool:
        """Whether it answers."""
        return self._server.started

    async def run(self) -> None:
        """Serve until `stop`."""
        await self._server.serve(sockets=[self._socket])

    def stop(self) -> None:
        """Take no new requests; `run` ends when the present ones are answered."""
        self._server.should_exit = True
        self._closing()


def listening(host: str, port: int) -> socket.socket:
    """A socket on this address. Raises AddressTaken with one sentence that names the settings."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise AddressTaken(
            f"The web page cannot listen on {host}:{port} ({error.strerror}). Set FARO_HOST or FARO_PORT."
        ) from error
    listener.setblocking(False)
    return listener
