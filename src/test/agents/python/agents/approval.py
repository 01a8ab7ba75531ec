"""approval: human in the loop.

variant "single":   draft -> human_review (one interrupt) -> finalize
variant "parallel": draft -> legal_review + finance_review (two interrupts pending in the
                    same superstep) -> finalize
variant "two_step": draft -> two_step_review (two interrupts, one after the other, inside
                    one node) -> finalize
"""

import operator
from typing import Annotated, Any, Literal

from langgraph.graph import END, START, StateGraph
from langgraph.types import interrupt
from pydantic import BaseModel, Field


class Item(BaseModel):
    sku: str = Field(description="Article number.")
    quantity: int = Field(1, ge=1, description="How many.")
    unit_price: float = Field(ge=0, description="Price of one.")


class Purchase(BaseModel):
    """The purchase request."""

    title: str = Field("Team snacks", description="Short title of the purchase.")
    currency: Literal["EUR", "USD", "JPY"] = Field("EUR", description="Currency of all prices.")
    items: list[Item] = Field(
        default=[Item(sku="COOKIE-7", quantity=12, unit_price=1.5)], min_length=1, description="What to buy."
    )


class ApprovalInput(BaseModel):
    variant: Literal["single", "parallel", "two_step"] = Field("single", description="How the review is done.")
    request: Purchase | None = Field(None, description="The purchase request.")
    auto_approve_below: float = Field(0, ge=0, description="Totals below this need no review.")


class Decision(BaseModel):
    reviewer: str
    approved: bool
    comment: str = ""


class ApprovalState(ApprovalInput):
    total: float | None = None
    decisions: Annotated[list[Decision], operator.add] = Field(default_factory=list)
    status: Literal["draft", "approved", "rejected"] | None = None


async def draft(state: ApprovalState) -> dict:
    request = state.request or Purchase()
    total = sum(i.quantity * i.unit_price for i in request.items)
    return {"request": request.model_dump(), "total": total, "status": "draft"}


def to_decision(reviewer: str, answer: Any) -> dict:
    """A resume value may be true/false, "yes"/"no", or {approved, comment}."""
    if isinstance(answer, dict):
        return {
            "reviewer": reviewer,
            "approved": bool(answer.get("approved")),
            "comment": str(answer.get("comment") or ""),
        }
    yes = answer is True or str(answer).lower() in ("yes", "y", "approve", "approved")
    return {"reviewer": reviewer, "approved": yes, "comment": ""}


def ask(reviewer: str, state: ApprovalState) -> Any:
    request = state.request or Purchase()
    return interrupt(
        {
            "kind": "approval",
            "reviewer": reviewer,
            "question": f'{reviewer}: approve "{request.title}" for {state.total:g} {request.currency}?',
            "choices": ["approve", "reject"],
            "request": request.model_dump(),
            "total": state.total,
        }
    )


async def human_review(state: ApprovalState) -> dict:
    return {"decisions": [to_decision("human", ask("human", state))]}


async def legal_review(state: ApprovalState) -> dict:
    return {"decisions": [to_decision("legal", ask("legal", state))]}


async def finance_review(state: ApprovalState) -> dict:
    return {"decisions": [to_decision("finance", ask("finance", state))]}


async def two_step_review(state: ApprovalState) -> dict:
    first = to_decision("first", ask("first", state))
    second = to_decision("second", ask("second", state))
    return {"decisions": [first, second]}


async def finalize(state: ApprovalState) -> dict:
    rejected = any(not d.approved for d in state.decisions)
    return {"status": "rejected" if rejected else "approved"}


def route(state: ApprovalState) -> str | list[str]:
    if (state.total or 0) < state.auto_approve_below:
        return "finalize"
    if state.variant == "parallel":
        return ["legal_review", "finance_review"]
    if state.variant == "two_step":
        return "two_step_review"
    return "human_review"


graph = (
    StateGraph(ApprovalState, input_schema=ApprovalInput)
    .add_node("draft", draft)
    .add_node("human_review", human_review)
    .add_node("legal_review", legal_review)
    .add_node("finance_review", finance_review)
    .add_node("two_step_review", two_step_review)
    .add_node("finalize", finalize)
    .add_edge(START, "draft")
    .add_conditional_edges(
        "draft", route, ["human_review", "legal_review", "finance_review", "two_step_review", "finalize"]
    )
    .add_edge("human_review", "finalize")
    .add_edge("legal_review", "finalize")
    .add_edge("finance_review", "finalize")
    .add_edge("two_step_review", "finalize")
    .add_edge("finalize", END)
    .compile(name="approval")
)
