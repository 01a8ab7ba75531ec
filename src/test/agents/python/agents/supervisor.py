"""supervisor: subgraphs nested two levels deep.

supervisor -> research_team [ search -> analyze_team [ extract -> score ] ]
           -> writing_team  [ outline -> write ] -> supervisor -> END

The supervisor routes with Command(goto). writing_team is called from inside a node
function; research_team is added as a node itself.
"""

import asyncio
import operator
from typing import Annotated, Literal, TypedDict

from langchain_core.messages import HumanMessage
from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from langgraph.types import Command, interrupt
from pydantic import BaseModel, Field

from agents.lib.scripted_model import ScriptedChatModel


class Section(BaseModel):
    title: str
    words: int = Field(50, ge=5, le=500)


class Style(BaseModel):
    """How the writing team should write."""

    format: Literal["memo", "article", "bullets"] = Field("memo", description="Form of the result.")
    sections: list[Section] = Field([], description="Sections, in order.")


class SupervisorInput(BaseModel):
    task: str = Field("the history of tea", description="What the teams should work on.")
    teams: list[Literal["research", "writing"]] = Field(
        ["research", "writing"], min_length=1, description="Teams to call, in this order."
    )
    style: Style | None = Field(None, description="How the writing team should write.")
    step_delay_ms: int = Field(40, ge=0, le=10000, description="Pause inside every leaf node.")
    confirm_score: bool = Field(False, description="Pause for a human inside the innermost subgraph.")


class SupervisorState(SupervisorInput):
    notes: Annotated[list[str], operator.add] = Field(default_factory=list)
    finished: Annotated[list[str], operator.add] = Field(default_factory=list)
    text: str | None = None
    next_index: int = 0


class Shared(BaseModel):
    """State of the research teams: part of the supervisor's own."""

    task: str = "the history of tea"
    step_delay_ms: int = 40
    confirm_score: bool = False
    notes: Annotated[list[str], operator.add] = Field(default_factory=list)


# Level 2
async def extract(state: Shared) -> dict:
    await asyncio.sleep(state.step_delay_ms / 1000)
    return {"notes": [f"extracted facts about {state.task}"]}


async def score(state: Shared, runtime: Runtime) -> dict:
    if state.confirm_score:
        answer = interrupt({"kind": "confirm", "question": f"Score the facts about {state.task}?"})
        if answer is False or answer == "no":
            return {"notes": ["scoring skipped"]}
    model = ScriptedChatModel(text=f"The facts about {state.task} score nine of ten.", delay_ms=10)
    reply = await model.ainvoke([HumanMessage("Score the facts.")])
    runtime.stream_writer({"type": "score", "value": 9})
    return {"notes": [str(reply.text)]}


analyze_team = (
    StateGraph(Shared)
    .add_node("extract", extract)
    .add_node("score", score)
    .add_edge(START, "extract")
    .add_edge("extract", "score")
    .add_edge("score", END)
    .compile(name="analyze_team")
)


# Level 1
async def search(state: Shared, runtime: Runtime) -> dict:
    runtime.stream_writer({"type": "query", "text": state.task})
    await asyncio.sleep(state.step_delay_ms / 1000)
    return {"notes": [f"searched for {state.task}"]}


research_team = (
    StateGraph(Shared)
    .add_node("search", search)
    .add_node("analyze_team", analyze_team)
    .add_edge(START, "search")
    .add_edge("search", "analyze_team")
    .add_edge("analyze_team", END)
    .compile(name="research_team")
)


class Writing(TypedDict, total=False):
    task: str
    step_delay_ms: int
    format: str
    parts: list[str]
    text: str


async def outline(state: Writing) -> dict:
    await asyncio.sleep(state.get("step_delay_ms", 40) / 1000)
    return {"parts": ["intro", "body", "end"]}


async def write(state: Writing) -> dict:
    model = ScriptedChatModel(
        text=f"A {state['format']} on {state['task']} in {len(state['parts'])} parts.", delay_ms=10
    )
    reply = await model.ainvoke([HumanMessage("Write it.")])
    return {"text": str(reply.text)}


writing_team = (
    StateGraph(Writing)
    .add_node("outline", outline)
    .add_node("write", write)
    .add_edge(START, "outline")
    .add_edge("outline", "write")
    .add_edge("write", END)
    .compile(name="writing_team")
)


# Level 0
async def supervisor(state: SupervisorState) -> Command[Literal["research_team", "writing_team", "__end__"]]:
    index = state.next_index
    if index >= len(state.teams):
        return Command(goto=END, update={"finished": ["supervisor"]})
    return Command(
        goto="research_team" if state.teams[index] == "research" else "writing_team",
        update={"next_index": index + 1},
    )


async def call_writing_team(state: SupervisorState) -> dict:
    out = await writing_team.ainvoke(
        {
            "task": state.task,
            "step_delay_ms": state.step_delay_ms,
            "format": state.style.format if state.style else "memo",
        }
    )
    return {"text": out["text"]}


graph = (
    StateGraph(SupervisorState, input_schema=SupervisorInput)
    .add_node("supervisor", supervisor)
    .add_node("research_team", research_team)
    .add_node("writing_team", call_writing_team)
    .add_edge(START, "supervisor")
    .add_edge("research_team", "supervisor")
    .add_edge("writing_team", "supervisor")
    .compile(name="supervisor")
)
