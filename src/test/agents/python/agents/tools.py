"""tools: agent <-> tools loop with the prebuilt ToolNode.

Turn 1 asks for two tools at once, turn 2 for one that fails, turn 3 answers.
The state is a TypedDict here (the other graphs use Pydantic models), so that both forms of
schema can be seen.
"""

import asyncio
from typing import Annotated, Literal

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage
from langchain_core.tools import tool
from langgraph.config import get_stream_writer
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages
from langgraph.prebuilt import ToolNode
from pydantic import BaseModel, Field
from typing_extensions import NotRequired, TypedDict

from agents.lib.scripted_model import ScriptedChatModel


@tool
async def get_weather(city: str, unit: Literal["C", "F"] = "C") -> dict:
    """Current weather in a city."""
    get_stream_writer()({"type": "tool_progress", "tool": "get_weather", "city": city, "percent": 50})
    await asyncio.sleep(0.15)
    return {"city": city, "unit": unit, "temperature": 21, "sky": "clear"}


@tool
async def calculator(a: float, b: float, op: Literal["add", "mul", "sub"]) -> str:
    """Arithmetic on two numbers."""
    await asyncio.sleep(0.03)
    return f"{({'add': a + b, 'mul': a * b, 'sub': a - b}[op]):g}"


@tool
async def broken_search(query: str) -> str:
    """A tool that always fails."""
    raise RuntimeError(f"search backend is down (query: {query})")


TOOLS = [get_weather, calculator, broken_search]


class ToolOptions(BaseModel):
    """Knobs for the scripted model."""

    use_broken_tool: bool = Field(True, description="Call the failing tool in turn two.")
    token_delay_ms: int = Field(10, ge=0, le=1000, description="Pause before every token.")
    city: Literal["Paris", "Oslo", "Lima"] = Field("Paris", description="City to ask about.")


class ToolState(TypedDict):
    messages: Annotated[list[AnyMessage], add_messages]
    options: NotRequired[Annotated[ToolOptions, Field(description="Knobs for the scripted model.")]]


async def agent(state: ToolState) -> dict:
    options = state.get("options") or {}
    if isinstance(options, dict):
        options = ToolOptions(**options)
    messages = state["messages"]
    last_human = max((i for i, m in enumerate(messages) if isinstance(m, HumanMessage)), default=-1)
    turn = sum(isinstance(m, AIMessage) for m in messages[last_human + 1 :])

    script = [
        {
            "text": "Let me look that up.",
            "tool_calls": [
                {
                    "id": f"call_{last_human}_weather",
                    "name": "get_weather",
                    "args": {"city": options.city, "unit": "C"},
                },
                {"id": f"call_{last_human}_sum", "name": "calculator", "args": {"a": 19, "b": 23, "op": "add"}},
            ],
        }
    ]
    if options.use_broken_tool:
        script.append(
            {
                "text": "",
                "tool_calls": [
                    {
                        "id": f"call_{last_human}_search",
                        "name": "broken_search",
                        "args": {"query": f"{options.city} events"},
                    }
                ],
            }
        )
    script.append({"text": f"It is 21 degrees and clear in {options.city}, and the sum is 42.", "tool_calls": []})
    model = ScriptedChatModel(**script[min(turn, len(script) - 1)], delay_ms=options.token_delay_ms)
    return {"messages": [await model.bind_tools(TOOLS).ainvoke(messages)]}


def route(state: ToolState) -> str:
    return "tools" if getattr(state["messages"][-1], "tool_calls", None) else END


graph = (
    StateGraph(ToolState)
    .add_node("agent", agent)
    .add_node("tools", ToolNode(TOOLS, handle_tool_errors=True))
    .add_edge(START, "agent")
    .add_conditional_edges("agent", route, ["tools", END])
    .add_edge("tools", "agent")
    .compile(name="tools")
)
