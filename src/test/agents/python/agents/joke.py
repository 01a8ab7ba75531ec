"""joke: refine_topic -> generate_joke. The smallest graph with token streaming."""

from enum import Enum
from typing import Literal

from langchain_core.messages import HumanMessage
from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from pydantic import BaseModel, Field

from agents.lib.scripted_model import ScriptedChatModel


class Tone(str, Enum):
    """How the joke sounds."""

    dry = "dry"
    silly = "silly"
    pun = "pun"


class Audience(BaseModel):
    """Who will read the joke."""

    language: Literal["en", "de", "fr"] = Field("en", description="Language code.")
    age: int | None = Field(None, ge=4, le=120, description="Typical age of the audience.")
    interests: list[str] = Field([], max_length=5, description="Up to five interests.")


class JokeInput(BaseModel):
    topic: str = Field("ice cream", min_length=1, max_length=80, description="What the joke is about.")
    tone: Tone = Field(Tone.silly, description="Style of the joke.")
    max_words: int = Field(30, ge=3, le=60, description="Upper bound on the length of the joke, in words.")
    family_friendly: bool = Field(True, description="Keep it suitable for all ages.")
    audience: Audience | None = Field(None, description="Who will read the joke.")


class JokeState(JokeInput):
    joke: str | None = Field(None, description="The finished joke.")


class JokeOutput(BaseModel):
    topic: str
    joke: str | None = None


class JokeContext(BaseModel):
    token_delay_ms: int = Field(15, ge=0, le=2000, description="Pause before every streamed token.")
    model_name: Literal["scripted-1", "scripted-2"] = Field(
        "scripted-1", description="Name reported by the fake model."
    )


PUNCHLINES = {
    "dry": "I bought {0}. It was fine. That is the whole joke.",
    "silly": "Why did the {0} go to school? Because it wanted to get a little smarter!",
    "pun": "I told my {0} a secret and it had a total melt down.",
}


async def refine_topic(state: JokeState) -> dict:
    return {"topic": f"{state.topic} and cats"}


async def generate_joke(state: JokeState, runtime: Runtime[JokeContext]) -> dict:
    if isinstance(state, dict):  # the argument of a Send (command.goto) arrives as it was sent
        state = JokeState(**state)
    context = runtime.context or JokeContext()
    if isinstance(context, dict):
        context = JokeContext(**context)
    text = " ".join(PUNCHLINES[state.tone.value].format(state.topic).split(" ")[: state.max_words])
    model = ScriptedChatModel(
        text=text, delay_ms=context.token_delay_ms, model_name=context.model_name, tags=["joke-writer"]
    )
    reply = await model.ainvoke([HumanMessage(f"Generate a joke about {state.topic}")])
    return {"joke": str(reply.text)}


graph = (
    StateGraph(JokeState, input_schema=JokeInput, output_schema=JokeOutput, context_schema=JokeContext)
    .add_node("refine_topic", refine_topic)
    .add_node("generate_joke", generate_joke)
    .add_edge(START, "refine_topic")
    .add_edge("refine_topic", "generate_joke")
    .add_edge("generate_joke", END)
    .compile(name="joke")
)
