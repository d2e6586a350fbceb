"""Run the imitation as its own process: python -m tests.telegram_server --port 8081 --token 100:test"""

import argparse
import asyncio

from .server import TelegramServer


async def serve(token: str, port: int, seed: int) -> None:
    async with TelegramServer.running(token, port=port, seed=seed) as server:
        print("listening on", server.url, flush=True)
        await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.telegram_server", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="100:test")
    parser.add_argument("--seed", type=int, default=0)
    asyncio.run(serve(**vars(parser.parse_args())))


if __name__ == "__main__":
    main()
