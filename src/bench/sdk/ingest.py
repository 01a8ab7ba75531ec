"""Hears event streams with the official Python SDK, one for each address that a line of the input names, and
answers each with the seconds it took and the events it heard.

    <venv>/bin/python ingest.py async|sync
"""

import asyncio
import sys
import time

from langgraph_sdk import get_client, get_sync_client

RUN = {"input": {}, "stream_mode": ["values", "messages-tuple"]}


async def hear(address: str) -> int:
    events = 0
    async for _ in get_client(url=address, api_key=None).runs.stream("t", "bench", **RUN):
        events += 1
    return events


def hear_sync(address: str) -> int:
    events = 0
    for _ in get_sync_client(url=address, api_key=None).runs.stream("t", "bench", **RUN):
        events += 1
    return events


for line in sys.stdin:
    before = time.perf_counter()
    heard = asyncio.run(hear(line.strip())) if sys.argv[1] == "async" else hear_sync(line.strip())
    print(time.perf_counter() - before, heard, flush=True)
