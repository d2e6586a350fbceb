"""From the update at Telegram to the reply at Telegram: Faro beside bare echo bots of python-telegram-bot and aiogram, in one run.

    python -m benchmarks.reply_time --data FOLDER --messages 300 --rate 20

All poll the same imitation of the Bot API (its own process); 40 people write `rate` messages a second. Printed: median and 99th
percentile in milliseconds, and Faro's ratio to each echo bot (aiogram's where it is installed). `--data` is a data folder whose
arrays `python bot.py build` has learned; the flow begins when Faro says that it is ready.
"""

import argparse
import asyncio
import importlib.util
import os
import statistics
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from tests.telegram_server import control

TOKEN = "100:test"
ROOT = Path(__file__).resolve().parents[1]
PEOPLE = 40
READY = b"encoder has joined"
TEXTS = (
    "puedo ir a la escuela sin papeles?",
    "dónde hay comida",
    "can I see a doctor",
    "kote m ka dòmi",
    "gracias",
    "tengo derecho a un abogado?",
)


async def measured(
    program: list[str], environment: dict[str, str], messages: int, rate: float, ready: bytes = b""
) -> list[float]:
    """Milliseconds from each injected update to the first sendMessage to that person; `ready` is what the program says before."""
    async with control.process(TOKEN) as remote:
        for number in range(PEOPLE):
            await remote.act("add_user", name=f"P{number}", id=1000 + number, language="es")
        given = (
            os.environ | environment | {"FARO_TELEGRAM_TOKEN": TOKEN, "FARO_TELEGRAM_API": remote.url, "PTB_TIMEDELTA": "true"}
        )
        child = await asyncio.create_subprocess_exec(*program, env=given, stdout=asyncio.subprocess.PIPE)
        assert child.stdout is not None
        try:
            while ready and ready not in await child.stdout.readline():
                pass
            await remote.act("say", user=1000, text="hola")
            await remote.see("calls", method="sendMessage", at_least=1, timeout=60)
            await asyncio.sleep(3)
            return await flow(remote, messages, rate)
        finally:
            child.terminate()
            await child.wait()


async def flow(remote: control.Remote, messages: int, rate: float) -> list[float]:
    """Milliseconds of each of so many messages, `rate` a second, by the people added."""
    before = len(await remote.see("calls", method="sendMessage"))
    asked: list[tuple[int, float]] = []
    start = time.time()
    for number in range(messages):
        await asyncio.sleep(max(0, start + number / rate - time.time()))
        user = 1001 + number % (PEOPLE - 1)
        asked.append((user, time.time()))
        await remote.act("say", user=user, text=TEXTS[number % len(TEXTS)])
    await remote.see("calls", method="sendMessage", at_least=before + messages, timeout=60)
    calls = (await remote.see("calls", method="sendMessage"))[before:]
    return _matched(asked, calls)


def _matched(asked: list[tuple[int, float]], calls: list[dict[str, object]]) -> list[float]:
    """Each question with the first reply to the same person after it that no earlier question has taken."""
    replies: dict[int, list[float]] = {}
    for call in calls:
        arguments = call["arguments"]
        replies.setdefault(int(arguments["chat_id"]), []).append(datetime.fromisoformat(str(call["at"])).timestamp())  # type: ignore[index]
    took = []
    for user, at in asked:
        later = [reply for reply in replies.get(user, []) if reply >= at]
        if later:
            took.append((later[0] - at) * 1000)
    return took


def told(name: str, took: list[float]) -> tuple[float, float]:
    """Print one line; (median, 99th percentile)."""
    median, high = statistics.median(took), statistics.quantiles(took, n=100)[98]
    print(f"{name:12} n={len(took):4}  p50 {median:6.1f} ms  p99 {high:6.1f} ms")
    return median, high


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=300)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--data", type=Path, required=True, help="a data folder with learned arrays")
    options = parser.parse_args()
    echoes = ["echo_bot"] + ["echo_aiogram"] * bool(importlib.util.find_spec("aiogram"))
    programs = {name: [sys.executable, "-m", f"benchmarks.{name}"] for name in echoes}
    plain = {name: told(name, await measured(made, {}, options.messages, options.rate)) for name, made in programs.items()}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "learned").symlink_to((options.data / "learned").absolute())
        environment = {"FARO_DATA": folder, "FARO_PORT": "0"}
        program = [sys.executable, str(ROOT / "bot.py"), "run"]
        faro = told("Faro", await measured(program, environment, options.messages, options.rate, READY))
    for name, echo in plain.items():
        print(f"ratio to {name:12}  p50 {faro[0] / echo[0]:.1f}  p99 {faro[1] / echo[1]:.1f}")


if __name__ == "__main__":
    asyncio.run(main())
