"""Runs the official Python SDK against a demo server and prints a line for each check that holds.

    <venv>/bin/python demo.py http://127.0.0.1:PORT

Ends with status 1 and a sentence at the first that does not.
"""

import re
import sys
import traceback

from langgraph_sdk import get_sync_client

MODES = [
    "values",
    "updates",
    "messages",
    "messages-tuple",
    "custom",
    "debug",
    "tasks",
    "checkpoints",
    "events",
]
TRIP = {"destination": "Oslo", "days": 1}
PURCHASE = {"title": "Team snacks"}


def hold(what, name: str) -> None:
    if not what:
        raise AssertionError(f"{name} does not hold.")
    print(f"ok {name}", flush=True)


def told(events: list, mode: str) -> list:
    name = "messages" if mode == "messages-tuple" else mode
    return [event for event in events if re.split(r"[|/]", event.event)[0] == name]


def modes(client) -> None:
    for mode in MODES:
        thread = client.threads.create()["thread_id"]
        events = list(client.runs.stream(thread, "trip_planner", input=TRIP, stream_mode=[mode]))
        hold(
            events[0].event == "metadata" and events[0].data["run_id"] and told(events, mode),
            f"stream {mode}",
        )


def interrupts(client) -> None:
    thread = client.threads.create()["thread_id"]
    first = list(
        client.runs.stream(thread, "purchase_approval", input=PURCHASE, stream_mode=["updates"])
    )
    question = first[-1].data["__interrupt__"][0]
    hold(question["id"] and question["value"]["kind"] == "approval", "interrupt")
    waiting = client.threads.get_state(thread)
    hold(
        waiting["next"] == ["approval"]
        and waiting["tasks"][0]["interrupts"][0]["id"] == question["id"],
        "interrupt in the state",
    )
    answer = {"resume": {question["id"]: {"approved": True}}}
    second = list(
        client.runs.stream(thread, "purchase_approval", command=answer, stream_mode=["updates"])
    )
    state = client.threads.get_state(thread)
    hold(
        any("order" in event.data for event in second)
        and state["values"]["status"] == "ordered"
        and state["next"] == [],
        "resume",
    )
    history = client.threads.get_history(thread, limit=20)
    ids = [each["checkpoint"]["checkpoint_id"] for each in history]
    parents = [(each["parent_checkpoint"] or {}).get("checkpoint_id") for each in history]
    hold(
        len(history) > 3
        and ids[0] == state["checkpoint"]["checkpoint_id"]
        and parents == ids[1:] + [None],
        "history",
    )


def joins(client) -> None:
    thread = client.threads.create()["thread_id"]
    run = client.runs.create(
        thread, "trip_planner", input=TRIP, stream_mode=["updates"], stream_resumable=True
    )["run_id"]
    values = client.runs.join(thread, run)
    hold(values["plan"] and client.runs.get(thread, run)["status"] == "success", "join")
    events = list(client.runs.join_stream(thread, run, last_event_id="-1"))
    hold(len(told(events, "updates")) > 2 and all(event.id for event in events), "join stream")
    rest = list(client.runs.join_stream(thread, run, last_event_id=events[1].id))
    hold(
        len(rest) == len(events) - 2 and rest[0].id == events[2].id, "join stream after an event"
    )


def main() -> None:
    client = get_sync_client(url=sys.argv[1], api_key=None)
    thread = client.threads.create(metadata={"by": "sdk"})
    known = client.threads.get(thread["thread_id"])
    hold(known["status"] == "idle" and known["metadata"]["by"] == "sdk", "thread")
    modes(client)
    interrupts(client)
    joins(client)


try:
    main()
except Exception:
    print("The demo and the Python SDK don't agree: " + traceback.format_exc(), file=sys.stderr)
    sys.exit(1)
