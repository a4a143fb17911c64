"""Ask Datasette for pages of a file, in its own process: ``datasette_pages.py FILE METADATA ADDRESS...``; JSON on standard output."""

import asyncio
import json
import sys

from datasette.app import Datasette


async def answers(file: str, metadata: str, addresses: list[str]) -> list[tuple[str, int, str]]:
    datasette = Datasette([file], metadata=json.loads(metadata))
    await datasette.invoke_startup()
    found = [(address, await datasette.client.get(address)) for address in addresses]
    return [(address, answer.status_code, answer.text) for address, answer in found]


if __name__ == "__main__":
    said, told, *wanted = sys.argv[1:]
    with open(told, encoding="utf-8") as opened:  # noqa: PTH123
        json.dump(asyncio.run(answers(said, opened.read(), wanted)), sys.stdout)
