"""research: plan -> N x fetch_source in parallel (Send) -> synthesize.

The workers take different times, so their results arrive out of order.
"""

import asyncio
import operator
from typing import Annotated, Any, Literal, TypedDict

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from langgraph.types import Send
from pydantic import BaseModel, Field


class Source(BaseModel):
    name: str = Field(description="Label of the source.")
    kind: Literal["web", "paper", "database", "interview"] = Field("web", description="Kind of source.")
    duration_ms: int = Field(200, ge=0, le=60000, description="How long the worker takes.")
    weight: float = Field(0.5, ge=0, le=1, description="Weight in the summary.")


DEFAULT_SOURCES = [
    {"name": "alpha", "kind": "web", "duration_ms": 400, "weight": 0.9},
    {"name": "beta", "kind": "paper", "duration_ms": 120, "weight": 0.7},
    {"name": "gamma", "kind": "database", "duration_ms": 250, "weight": 0.4},
    {"name": "delta", "kind": "interview", "duration_ms": 60, "weight": 0.2},
]


class Options(BaseModel):
    """Report options."""

    progress_steps: int = Field(3, ge=0, le=100, description="Custom progress events per worker.")
    order: Literal["by_weight", "by_name", "as_received"] = Field("by_weight", description="Order of the report.")


class Finding(BaseModel):
    name: str
    kind: str
    weight: float
    text: str


class ResearchInput(BaseModel):
    question: str = Field("Which jar holds the most cookies?", description="The research question.")
    sources: list[Source] = Field(
        [],
        max_length=200,
        description="Sources to query in parallel. Empty: four built-in ones.",
    )
    options: Options | None = Field(None, description="Report options.")


class ResearchState(ResearchInput):
    queries: list[Source] = Field(default_factory=list)
    findings: Annotated[list[Finding], operator.add] = Field(default_factory=list)
    report: str | None = None


class ResearchOutput(BaseModel):
    findings: list[Finding] = Field(default_factory=list)
    report: str | None = None


class Job(TypedDict):
    """What one worker gets; the argument of Send, not the state."""

    source: dict[str, Any]
    index: int
    question: str
    options: dict[str, Any] | None


async def plan(state: ResearchState) -> dict:
    return {"queries": [s.model_dump() for s in state.sources] or DEFAULT_SOURCES}


def fan_out(state: ResearchState) -> list[Send]:
    options = state.options.model_dump() if state.options else None
    return [
        Send(
            "fetch_source",
            {"source": s.model_dump(), "index": i, "question": state.question, "options": options},
        )
        for i, s in enumerate(state.queries)
    ]


async def fetch_source(job: Job, runtime: Runtime) -> dict:
    source, index = job["source"], job["index"]
    steps = (job.get("options") or {}).get("progress_steps", 3)
    slice_s = source["duration_ms"] / max(steps, 1) / 1000
    for done in range(1, steps + 1):
        await asyncio.sleep(slice_s)
        runtime.stream_writer(
            {"type": "progress", "source": source["name"], "index": index, "done": done, "total": steps}
        )
    if not steps:
        await asyncio.sleep(source["duration_ms"] / 1000)
    return {
        "findings": [
            {
                "name": source["name"],
                "kind": source["kind"],
                "weight": source["weight"],
                "text": f"Source {source['name']} says: forty-two.",
            }
        ]
    }


async def synthesize(state: ResearchState) -> dict:
    order = state.options.order if state.options else "by_weight"
    rows = list(state.findings)
    if order == "by_weight":
        rows.sort(key=lambda r: -r.weight)
    if order == "by_name":
        rows.sort(key=lambda r: r.name)
    return {"report": "\n".join(f"{r.name} ({r.kind}): {r.text}" for r in rows)}


graph = (
    StateGraph(ResearchState, input_schema=ResearchInput, output_schema=ResearchOutput)
    .add_node("plan", plan)
    .add_node("fetch_source", fetch_source)
    .add_node("synthesize", synthesize)
    .add_edge(START, "plan")
    .add_conditional_edges("plan", fan_out, ["fetch_source"])
    .add_edge("fetch_source", "synthesize")
    .add_edge("synthesize", END)
    .compile(name="research")
)
