"""flaky: a cached node, a node with a retry policy, and a deliberate failure.

lookup (cached per key) -> unstable (3 attempts) -> finish
"""

import asyncio
import operator
from typing import Annotated, Literal

from langgraph.cache.memory import InMemoryCache
from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from langgraph.types import CachePolicy, RetryPolicy
from pydantic import BaseModel, Field


class TransientError(Exception):
    """The server hides the message of such an exception from its clients."""


class FatalError(RuntimeError):
    """Of the exceptions of Python's own kinds the server sends the message too."""


class CachedStep(BaseModel):
    """The cached step."""

    key: str = Field(
        "a", description="Key of the cached lookup; the same key is served from the cache next time."
    )
    cost_ms: int = Field(150, ge=0, le=10000, description="How long an uncached lookup takes.")


class FlakyInput(BaseModel):
    fail_times: int = Field(
        2, ge=0, le=5, description="How often `unstable` fails before it works (3 attempts in all)."
    )
    fail_forever: bool = Field(False, description="Make `unstable` fail on every attempt.")
    error_kind: Literal["transient", "fatal"] = Field("transient", description="transient is retried; fatal is not.")
    cached: CachedStep | None = Field(None, description="The cached step.")


class FlakyState(FlakyInput):
    lookup_result: str | None = None
    log: Annotated[list[str], operator.add] = Field(default_factory=list)


async def lookup(state: FlakyState) -> dict:
    step = state.cached or CachedStep()
    await asyncio.sleep(step.cost_ms / 1000)
    return {"lookup_result": f"value of {step.key}", "log": ["lookup done"]}


def cache_key(state: FlakyState | dict) -> str:
    # The server also calls this with an empty dict, when it draws the graph.
    cached = state.get("cached") if isinstance(state, dict) else state.cached
    return (cached or CachedStep()).model_dump_json()


async def unstable(state: FlakyState, runtime: Runtime) -> dict:
    attempt = runtime.execution_info.node_attempt if runtime.execution_info else 1
    runtime.stream_writer({"type": "attempt", "node": "unstable", "attempt": attempt})
    await asyncio.sleep(0.08)
    if state.fail_forever or attempt <= state.fail_times:
        if state.error_kind == "fatal":
            raise FatalError(f"unstable broke for good on attempt {attempt}")
        raise TransientError(f"unstable failed on attempt {attempt}")
    return {"log": [f"unstable worked on attempt {attempt}"]}


async def finish(state: FlakyState) -> dict:
    return {"log": ["finished"]}


graph = (
    StateGraph(FlakyState, input_schema=FlakyInput)
    .add_node("lookup", lookup, cache_policy=CachePolicy(ttl=3600, key_func=cache_key))
    .add_node(
        "unstable",
        unstable,
        retry_policy=RetryPolicy(
            max_attempts=3, initial_interval=0.2, backoff_factor=2, jitter=False, retry_on=TransientError
        ),
    )
    .add_node("finish", finish)
    .add_edge(START, "lookup")
    .add_edge("lookup", "unstable")
    .add_edge("unstable", "finish")
    .add_edge("finish", END)
    .compile(name="flaky", cache=InMemoryCache())
)
