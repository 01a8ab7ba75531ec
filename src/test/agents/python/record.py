"""Records the exchanges in src/test/recordings/python from a real Python Agent Server.

    <venv>/bin/python record.py OUT_DIR [only this folder ...]

Copies the agents to a temporary folder, starts `langgraph dev` there (from the Python that runs this
script), plays every scenario and writes NAME.sse / NAME.body.json / NAME.txt with
NAME.meta.json beside it. Needs nothing but the standard library.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
UNKNOWN = "00000000-0000-0000-0000-000000000007"
ALL = ["values", "updates", "messages-tuple", "custom", "debug", "tasks", "checkpoints", "events"]
SINGLE = ["values", "updates", "messages", "messages-tuple", "custom", "debug", "tasks", "checkpoints", "events"]
FLOW = ["values", "updates", "tasks", "debug", "checkpoints"]

JOKE = {"topic": "ice cream", "tone": "silly", "audience": {"language": "en", "interests": ["cats"]}}
INPUTS = {
    "joke": JOKE,
    "research": {
        "question": "Which jar holds the most cookies?",
        "sources": [
            {"name": "alpha", "kind": "web", "duration_ms": 400, "weight": 0.9},
            {"name": "beta", "kind": "paper", "duration_ms": 120, "weight": 0.7},
            {"name": "gamma", "kind": "database", "duration_ms": 250, "weight": 0.4},
            {"name": "delta", "kind": "interview", "duration_ms": 60, "weight": 0.2},
        ],
        "options": {"progress_steps": 3, "order": "by_weight"},
    },
    "approval": {
        "variant": "single",
        "request": {
            "title": "Team snacks",
            "currency": "EUR",
            "items": [{"sku": "COOKIE-7", "quantity": 12, "unit_price": 1.5}],
        },
    },
    "supervisor": {
        "task": "the history of tea",
        "teams": ["research", "writing"],
        "style": {"format": "memo"},
        "step_delay_ms": 40,
    },
    "tools": {
        "messages": [{"role": "user", "content": "What is the weather in Paris, and what is 19 plus 23?"}],
        "options": {"use_broken_tool": True, "token_delay_ms": 10, "city": "Paris"},
    },
    "flaky": {"fail_times": 2, "error_kind": "transient", "cached": {"key": "values", "cost_ms": 150}},
}
SLOW = {
    "sources": [
        {"name": "alpha", "kind": "web", "duration_ms": 3000, "weight": 0.5},
        {"name": "beta", "kind": "web", "duration_ms": 1500, "weight": 0.5},
        {"name": "gamma", "kind": "web", "duration_ms": 600, "weight": 0.5},
    ],
    "options": {"progress_steps": 6, "order": "by_name"},
}
SOLO = {"sources": [{"name": "solo", "kind": "web", "duration_ms": 100, "weight": 1}]}

SECTIONS = {
    "joke": "Graph `joke`: one recording per stream mode, and all modes together.",
    "research": "Graph `research` (parallel workers through Send).",
    "approval": "Graph `approval`, run until the interrupt.",
    "supervisor": "Graph `supervisor` (two levels of subgraphs), with and without `stream_subgraphs`.",
    "tools": "Graph `tools` (tool calls, one of which fails).",
    "flaky": "Graph `flaky` (cached node, two failed attempts, success).",
    "approval-flows": "Interrupt, resume, static breakpoints, goto, nested interrupts. "
    "Numbered files of one prefix belong to one thread.",
    "errors": "Failing runs, retries, cache, and every HTTP error we met.",
    "control": "Cancel, disconnect, join, Last-Event-ID, two readers, multitask strategies, after_seconds, silence.",
    "stateless": "Runs without a thread.",
    "time-travel": "History, state at a checkpoint, fork, replay, copy, supersteps, subgraph history.",
    "thread-stream": "`GET /threads/{t}/stream`: one stream over all runs of a thread.",
    "objects": "Plain JSON endpoints: info, assistants, schemas, graphs, threads, runs, store.",
    "auth": "The server started with `langgraph.auth.json`.",
    "v2": "Protocol v2: thread-scoped commands and events over SSE + HTTP.",
}


class Reply:
    def __init__(self, name: str):
        self.name, self.status, self.headers, self.body = name, 0, [], b""

    def json(self):
        return json.loads(self.body)

    def header(self, name: str) -> str | None:
        return next((v for k, v in self.headers if k.lower() == name), None)

    def run_id(self) -> str:
        return (self.header("content-location") or "").rsplit("/", 1)[-1]

    def event_ids(self) -> list[str]:
        return [i.decode() for i in re.findall(rb"^id: (\S+)", self.body, re.M)]


class Recorder:
    def __init__(self, port: int, out: Path, hide: dict[bytes, bytes], only: list[str]):
        self.port, self.out, self.hide, self.only = port, out, hide, only
        self.rows: list[dict] = []

    def clean(self, data: bytes) -> bytes:
        for old, new in self.hide.items():
            data = data.replace(old, new)
        return data

    def send(
        self, name, method, path, body=None, *, raw=None, headers=None, note="", stop=None, max_s=60.0, started=None
    ) -> Reply:
        """One exchange, recorded under `name` (None: not recorded).

        stop(body) -> True closes the connection; `started` is set when the headers are there.
        """
        reply = Reply(name)
        payload = raw if raw is not None else (json.dumps(body).encode() if body is not None else None)
        send_headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if payload is not None:
            send_headers["Content-Type"] = "application/json"
        for key, value in (headers or {}).items():
            if value is None:
                send_headers.pop(key, None)
            else:
                send_headers[key] = value
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        head += [f"{k}: {v}" for k, v in send_headers.items()]
        if payload is not None:
            head.append(f"Content-Length: {len(payload)}")
        started_at = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        sock = socket.create_connection(("127.0.0.1", self.port))
        sock.settimeout(max_s)
        t0 = time.perf_counter()

        def now() -> float:
            return round((time.perf_counter() - t0) * 1000, 1)

        sock.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + (payload or b""))
        buffer = b""
        while b"\r\n\r\n" not in buffer:
            piece = sock.recv(65536)
            if not piece:
                break
            buffer += piece
        headers_at = now()
        top, _, buffer = buffer.partition(b"\r\n\r\n")
        lines = top.decode("latin-1").split("\r\n")
        reply.status = int(lines[0].split(" ")[1])
        reply.headers = [line.split(": ", 1) if ": " in line else [line.rstrip(":"), ""] for line in lines[1:]]
        if started:
            started.set()
        chunked = (reply.header("transfer-encoding") or "") == "chunked"
        length = reply.header("content-length")
        left = int(length) if length is not None else (0 if reply.status == 204 else None)
        chunks, ended = [], "server closed the body"

        def take(data: bytes) -> None:
            if data:
                chunks.append([now(), len(reply.body), len(data)])
                reply.body += data

        want = -1  # bytes left of the current HTTP chunk; -1: its size comes next
        done = False
        while not done:
            if chunked:
                while True:
                    if want < 0:
                        line, sep, rest = buffer.partition(b"\r\n")
                        if not sep:
                            break
                        if line == b"":  # the line end after a chunk's data
                            buffer = rest
                            continue
                        want, buffer = int(line.split(b";")[0], 16), rest
                        if want == 0:
                            done = True
                            break
                    if not buffer:
                        break
                    data, buffer = buffer[:want], buffer[want:]
                    take(data)
                    want -= len(data)
                    if want == 0:
                        want = -1
                    else:
                        break
            elif left is not None:
                take(buffer[:left])
                left -= len(buffer[:left])
                buffer = b""
                done = left <= 0
            else:
                take(buffer)
                buffer = b""
            if done:
                break
            if stop and stop(reply.body):
                ended = "client closed"
                break
            try:
                piece = sock.recv(65536)
            except TimeoutError:
                ended = "client closed after a timeout"
                break
            if not piece:
                ended = "connection closed before the end" if chunked or left else ended
                break
            buffer += piece
        ended_at = now()
        sock.close()
        reply.body = self.clean(reply.body)
        if name:
            self.write(reply, name, note, method, path, send_headers, body, raw, started_at, headers_at, ended_at, ended, chunks)
        return reply

    def write(self, reply, name, note, method, path, headers, body, raw, started_at, headers_at, ended_at, ended, chunks):
        kind = reply.header("content-type") or ""
        suffix = ".sse" if "event-stream" in kind else ".body.json" if "json" in kind else ".txt"
        target = self.out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        for old in (".sse", ".body.json", ".txt", ".meta.json"):
            target.with_name(target.name + old).unlink(missing_ok=True)
        meta = {
            "name": name,
            "note": note,
            "request": {"method": method, "path": path, "headers": headers},
            "response": {"status": reply.status, "headers": reply.headers},
            "started_at": started_at,
            "headers_at_ms": headers_at,
            "ended_at_ms": ended_at,
            "ended": ended,
        }
        if raw is not None:
            meta["request"]["raw_body"] = raw.decode()
        elif body is not None:
            meta["request"]["body"] = body
        if reply.body:
            target.with_name(target.name + suffix).write_bytes(reply.body)
            meta["body_file"] = target.name + suffix
        meta["body_bytes"] = len(reply.body)
        meta["chunks_ms_offset_length"] = "@"
        rows = ",\n  ".join(json.dumps(c) for c in chunks)
        text = json.dumps(meta, indent=1, ensure_ascii=False)
        text = text.replace('"@"', f"[\n  {rows}\n ]" if chunks else "[]")
        target.with_name(target.name + ".meta.json").write_bytes(self.clean(text.encode()) + b"\n")

    # short forms
    def thread(self, **body) -> str:
        return self.send(None, "POST", "/threads", body).json()["thread_id"]

    def stream(self, name, graph, input=None, modes=FLOW, thread=None, note="", **more) -> Reply:
        own = {k: more.pop(k) for k in ("headers", "stop", "max_s", "started") if k in more}
        body = {"assistant_id": graph}
        if "command" not in more:
            body["input"] = input
        if modes is not None:
            body["stream_mode"] = modes
        body.update(more)
        thread = thread or self.thread()
        return self.send(name, "POST", f"/threads/{thread}/runs/stream", body, note=note, **own)

    def after(self, name, thread, note="afterwards"):
        state = self.send(f"{name}-state", "GET", f"/threads/{thread}/state?subgraphs=true", note=f"{note}: state")
        self.send(f"{name}-thread", "GET", f"/threads/{thread}", note=f"{note}: thread")
        return state

    def assistant(self, graph) -> str:
        found = self.send(None, "POST", "/assistants/search", {"graph_id": graph, "metadata": {"created_by": "system"}})
        return found.json()[0]["assistant_id"]


# --- scenarios -------------------------------------------------------------------------------


def graph_modes(r: Recorder, graph: str) -> None:
    def one(mode, subgraphs=False):
        input = INPUTS[graph]
        if graph == "flaky":
            input = {**input, "cached": {"key": f"{mode}-{subgraphs}", "cost_ms": 150}}
        tail = "-subgraphs" if subgraphs else ""
        note = f"{graph}, single stream mode {mode}, " + ("stream_subgraphs true" if subgraphs else "fresh thread")
        more = {"stream_subgraphs": True} if subgraphs else {}
        r.stream(f"{graph}/mode-{mode}{tail}", graph, input, [mode], note=note, **more)

    with ThreadPoolExecutor(3) as pool:
        jobs = [pool.submit(one, mode) for mode in SINGLE]
        if graph == "supervisor":
            jobs += [pool.submit(one, mode, True) for mode in SINGLE]
        for job in jobs:
            job.result()
    input = INPUTS[graph]
    if graph == "flaky":
        input = {**input, "cached": {"key": "all", "cost_ms": 150}}
    r.stream(f"{graph}/mode-default", graph, input, None, note="stream_mode omitted: the server uses values")
    r.stream(
        f"{graph}/all-modes-subgraphs",
        graph,
        input,
        ALL,
        stream_subgraphs=True,
        stream_resumable=True,
        note=f"{graph}, eight modes at once, stream_subgraphs true, resumable (so id: lines)",
    )
    if graph == "supervisor":
        r.stream(f"{graph}/all-modes-no-subgraphs", graph, input, ALL, note="supervisor, eight modes, stream_subgraphs false")
    if graph == "joke":
        r.stream(
            "joke/recommended-modes",
            graph,
            input,
            ["debug", "updates", "values", "messages-tuple", "custom"],
            stream_subgraphs=True,
            stream_resumable=True,
            context={"token_delay_ms": 40},
            note="the modes Threadline asks for, with a context",
        )


def pending(reply: Reply) -> dict[str, str]:
    """Task name -> interrupt id of a state."""
    return {t["name"]: i["id"] for t in reply.json()["tasks"] for i in t["interrupts"] if not t.get("result")}


def approval_flows(r: Recorder) -> None:
    p = "approval-flows/"
    t = r.thread()
    run = r.stream(p + "single-1-run", "approval", INPUTS["approval"], thread=t, note="runs until interrupt()")
    r.send(p + "single-2-run", "GET", f"/threads/{t}/runs/{run.run_id()}", note="the run's own status while the thread waits")
    r.after(p + "single-2", t, "while interrupted")
    r.send(p + "single-2-wait-again", "GET", f"/threads/{t}/runs/{run.run_id()}/join", note="/join of the interrupted run")
    r.stream(p + "single-3-resume", "approval", thread=t, command={"resume": {"approved": True, "comment": "ok"}}, note="command.resume with an object")
    r.after(p + "single-4", t, "after the resume")
    r.send(p + "single-5-history", "POST", f"/threads/{t}/history", {"limit": 20}, note="history after the resume")

    t = r.thread()
    r.stream(p + "parallel-1-run", "approval", {"variant": "parallel"}, thread=t, note="two interrupts pending in one superstep")
    ids = pending(r.after(p + "parallel-2", t, "two pending interrupts"))
    r.stream(p + "parallel-3-resume-one-by-id", "approval", thread=t, command={"resume": {ids["legal_review"]: "approve"}}, note="resume map with one of two ids")
    r.after(p + "parallel-4", t, "after one of two")
    r.stream(p + "parallel-5-resume-rest", "approval", thread=t, command={"resume": {ids["finance_review"]: "approve"}}, note="resume map with the other id")
    r.after(p + "parallel-6", t, "after both")

    t = r.thread()
    r.stream(None, "approval", {"variant": "parallel"}, thread=t)
    ids = pending(r.send(None, "GET", f"/threads/{t}/state"))
    r.stream(p + "parallel-both-by-id", "approval", thread=t, command={"resume": {i: "approve" for i in ids.values()}}, note="resume map with both ids in one command")

    t = r.thread()
    r.stream(None, "approval", {"variant": "parallel"}, thread=t)
    bad = r.stream(p + "parallel-scalar-resume", "approval", thread=t, command={"resume": "approve"}, note="a bare resume value although two interrupts are pending")
    if bad.run_id():
        r.send(p + "parallel-scalar-resume-after-run", "GET", f"/threads/{t}/runs/{bad.run_id()}", note="run")
    r.after(p + "parallel-scalar-resume-after", t)

    t = r.thread()
    r.stream(None, "approval", {"variant": "single"}, thread=t)
    r.stream(p + "resume-unknown-id", "approval", thread=t, command={"resume": {"0" * 32: "approve"}}, note="resume by an id that is not pending: 32 hex digits, so taken for a map")
    r.after(p + "resume-unknown-id-after", t)

    t = r.thread()
    r.stream(p + "two-step-1-run", "approval", {"variant": "two_step"}, thread=t, note="two interrupts one after the other in one node")
    r.stream(p + "two-step-2-resume-first", "approval", thread=t, command={"resume": "approve"}, note="answers the first; the node restarts and stops at the second")
    r.after(p + "two-step-2-after", t)
    r.stream(p + "two-step-3-resume-second", "approval", thread=t, command={"resume": False}, note="answers the second with false")

    t = r.thread()
    r.stream(None, "approval", {"variant": "single"}, thread=t)
    r.stream(p + "resume-with-update", "approval", thread=t, command={"resume": True, "update": {"auto_approve_below": 5}}, note="command.resume and command.update together")

    t = r.thread()
    r.stream(None, "approval", {"variant": "single"}, thread=t)
    r.stream(p + "new-input-while-waiting", "approval", {"variant": "single"}, thread=t, note="new input although an interrupt is pending: starts over")
    r.after(p + "new-input-while-waiting-after", t)

    t = r.thread()
    r.stream(None, "approval", {"variant": "single"}, thread=t)
    r.stream(
        p + "goto",
        "approval",
        thread=t,
        command={"goto": "finalize", "update": {"decisions": [{"reviewer": "operator", "approved": True, "comment": "skipped"}]}},
        note="command.goto and command.update while an interrupt is pending",
    )
    r.after(p + "goto-after", t)
    t = r.thread()
    r.stream(None, "approval", {"variant": "single"}, thread=t)
    r.stream(p + "goto-2-no-update", "approval", thread=t, command={"goto": "finalize"}, note="command.goto alone, interrupt pending")
    r.after(p + "goto-2-no-update-after", t)
    t = r.thread()
    r.stream(None, "joke", {}, thread=t)
    r.stream(
        p + "goto-3-send",
        "joke",
        thread=t,
        command={"goto": {"node": "generate_joke", "input": {"topic": "socks", "tone": "pun", "max_words": 9}}},
        note="command.goto with a Send (node and input) on a finished thread",
    )
    t = r.thread()
    r.stream(None, "joke", {}, thread=t)
    r.stream(p + "resume-nothing-pending", "joke", thread=t, modes=["values", "updates"], command={"resume": 1}, note="command.resume on a finished thread")

    t = r.thread()
    nested = [*FLOW, "messages-tuple", "custom"]
    r.stream(p + "nested-1-run", "supervisor", {"confirm_score": True, "step_delay_ms": 20}, nested, t, stream_subgraphs=True, note="interrupt() two subgraph levels down, stream_subgraphs true")
    r.send(p + "nested-2-state-subgraphs", "GET", f"/threads/{t}/state?subgraphs=true", note="state with subgraphs: tasks[].state nests")
    r.send(p + "nested-2-state", "GET", f"/threads/{t}/state", note="state without subgraphs")
    r.send(p + "nested-2-thread", "GET", f"/threads/{t}")
    r.stream(p + "nested-3-resume", "supervisor", None, nested, t, stream_subgraphs=True, command={"resume": "yes"}, note="resume of the nested interrupt")
    r.stream(p + "nested-no-subgraphs", "supervisor", {"confirm_score": True, "step_delay_ms": 20}, note="the same with stream_subgraphs false")

    t = r.thread()
    run = r.stream(p + "interrupt-before-1-run", "joke", JOKE, thread=t, interrupt_before=["generate_joke"], note="static breakpoint: no __interrupt__ value")
    r.send(p + "interrupt-before-2-run", "GET", f"/threads/{t}/runs/{run.run_id()}", note="run")
    r.after(p + "interrupt-before-2", t)
    r.stream(p + "interrupt-before-3-resume-null-input", "joke", None, thread=t, note="resume from a static breakpoint: input null, no command")
    r.stream(p + "interrupt-after-1-run", "joke", JOKE, interrupt_after="*", note="interrupt_after *")

    t = r.thread()
    r.send(p + "wait-1-interrupted", "POST", f"/threads/{t}/runs/wait", {"assistant_id": "approval", "input": {"variant": "parallel"}}, note="/runs/wait on a run that stops at two interrupts")


def errors(r: Recorder) -> None:
    p = "errors/"
    modes = ["values", "updates", "tasks", "debug", "custom", "events"]

    def flaky(name, thread=None, note="", **input):
        return r.stream(name, "flaky", input, modes, thread, note)

    t = r.thread()
    run = flaky(p + "node-fails-for-good", t, "3 attempts, then the run fails", fail_forever=True, cached={"key": "e1"})
    r.send(p + "node-fails-for-good-after-run", "GET", f"/threads/{t}/runs/{run.run_id()}")
    r.after(p + "node-fails-for-good-after", t)
    r.send(p + "node-fails-for-good-join", "GET", f"/threads/{t}/runs/{run.run_id()}/join", note="join of a failed run")
    r.send(p + "node-fails-for-good-join-stream", "GET", f"/threads/{t}/runs/{run.run_id()}/stream", note="stream of a failed run, joined later")
    r.stream(p + "rerun-after-failure", "flaky", None, modes, t, "input null on the failed thread: the failed step runs again")
    t = r.thread()
    flaky(p + "fatal-not-retried", t, "error type outside the retry policy", error_kind="fatal", cached={"key": "e2"})
    flaky(None, fail_times=0, cached={"key": "e3"})
    flaky(p + "retry-then-success", note="two failed attempts inside one task; lookup served from the cache", fail_times=2, cached={"key": "e3"})
    flaky(p + "cached-node", note="lookup comes from the cache", fail_times=0, cached={"key": "e3"})
    t = r.thread()
    bad = r.stream(p + "invalid-input", "joke", {"tone": "sarcastic", "max_words": "many"}, ["values", "updates", "debug"], t, "input rejected by the graph's schema")
    r.send(p + "invalid-input-after-run", "GET", f"/threads/{t}/runs/{bad.run_id()}")
    r.stream(p + "invalid-input-type", "joke", "just text", ["values", "updates", "debug"], note="input is a text, not an object")
    t = r.thread()
    r.stream(p + "recursion-limit", "supervisor", {}, ["updates", "values"], t, "config.recursion_limit 2", config={"recursion_limit": 2})
    r.after(p + "recursion-limit-after", t)
    r.send(p + "wait-failing-run", "POST", f"/threads/{r.thread()}/runs/wait", {"assistant_id": "flaky", "input": {"error_kind": "fatal", "cached": {"key": "e2"}}}, note="/runs/wait on a failing run")
    r.send(p + "wait-failing-run-raise-false", "POST", f"/threads/{r.thread()}/runs/wait", {"assistant_id": "flaky", "input": {"fail_forever": True, "cached": {"key": "e2"}}}, note="the same, three attempts")

    t = r.thread()
    path = f"/threads/{t}/runs/stream"
    r.send(p + "422-bad-stream-mode", "POST", path, {"assistant_id": "joke", "input": {}, "stream_mode": ["sideways"]}, note="unknown stream mode")
    r.send(p + "tools-stream-mode", "POST", path, {"assistant_id": "joke", "input": {}, "stream_mode": ["tools"]}, note="the mode that only the JS server has")
    r.send(p + "malformed-json", "POST", path, raw=b'{"assistant_id": "joke", "input": {', note="malformed JSON")
    r.send(p + "empty-body", "POST", path, raw=b"", note="no body at all")
    r.send(p + "missing-assistant", "POST", path, {"input": {}}, note="assistant_id missing")
    r.send(p + "unknown-field", "POST", path, {"assistant_id": "joke", "input": {}, "nonsense": 1, "stream_mode": ["updates"]}, note="unknown field in the request")
    r.send(p + "wrong-type", "POST", path, {"assistant_id": "joke", "input": {}, "stream_subgraphs": "yes", "config": {"recursion_limit": "many"}}, note="fields of the wrong type")
    r.send(p + "unknown-assistant", "POST", path, {"assistant_id": "nope", "input": {}})
    r.send(p + "unknown-assistant-uuid-run", "POST", path, {"assistant_id": UNKNOWN, "input": {}})
    r.send(p + "unknown-assistant-uuid", "GET", f"/assistants/{UNKNOWN}")
    r.send(p + "unknown-assistant-uuid-schemas", "GET", f"/assistants/{UNKNOWN}/schemas")
    r.send(p + "graph-name-as-assistant-id", "GET", "/assistants/joke", note="a graph's name in a path is refused here")
    r.send(p + "graph-name-schemas", "GET", "/assistants/joke/schemas", note="same for schemas")
    r.send(p + "unknown-route", "GET", "/no/such/route")
    r.send(p + "wrong-method", "DELETE", "/threads", note="known path, wrong method")
    r.send(p + "thread-id-not-a-uuid", "GET", "/threads/not-a-uuid")
    r.send(p + "thread-id-not-a-uuid-run", "POST", "/threads/not-a-uuid/runs/stream", {"assistant_id": "joke", "input": {}})
    r.send(p + "unknown-thread", "GET", f"/threads/{UNKNOWN}")
    r.send(p + "unknown-thread-state", "GET", f"/threads/{UNKNOWN}/state")
    r.send(p + "unknown-thread-history", "GET", f"/threads/{UNKNOWN}/history")
    r.send(p + "unknown-thread-runs", "GET", f"/threads/{UNKNOWN}/runs")
    r.send(p + "unknown-thread-copy", "POST", f"/threads/{UNKNOWN}/copy", {})
    r.send(p + "unknown-thread-delete", "DELETE", f"/threads/{UNKNOWN}")
    r.send(p + "unknown-thread-run-stream", "POST", f"/threads/{UNKNOWN}/runs/stream", {"assistant_id": "joke", "input": {}, "stream_mode": ["updates"]}, note="thread does not exist, if_not_exists left at reject")
    fresh = "00000000-0000-4000-8000-%012x" % int(time.time() * 1000)
    r.send(p + "unknown-thread-run-stream-create", "POST", f"/threads/{fresh}/runs/stream", {"assistant_id": "joke", "input": {}, "stream_mode": ["updates"], "if_not_exists": "create"}, note="if_not_exists create")
    r.send(p + "unknown-run", "GET", f"/threads/{t}/runs/{UNKNOWN}")
    r.send(p + "unknown-run-stream", "GET", f"/threads/{t}/runs/{UNKNOWN}/stream", note="join of a run that does not exist")
    r.send(p + "unknown-run-join", "GET", f"/threads/{t}/runs/{UNKNOWN}/join")
    r.send(p + "unknown-run-cancel", "POST", f"/threads/{t}/runs/{UNKNOWN}/cancel")
    r.send(p + "unknown-run-delete", "DELETE", f"/threads/{t}/runs/{UNKNOWN}")
    r.send(p + "409-thread-exists", "POST", "/threads", {"thread_id": t})
    r.send(p + "thread-exists-do-nothing", "POST", "/threads", {"thread_id": t, "if_exists": "do_nothing"})
    fresh_thread = r.thread()
    r.send(p + "state-of-fresh-thread", "GET", f"/threads/{fresh_thread}/state", note="empty snapshot")
    r.send(p + "history-of-fresh-thread", "GET", f"/threads/{fresh_thread}/history")
    r.send(p + "update-state-without-graph", "POST", f"/threads/{fresh_thread}/state", {"values": {"topic": "x"}}, note="the thread never ran, so it has no graph")
    r.send(p + "update-state-unknown-node", "POST", f"/threads/{t}/state", {"values": {"topic": "x"}, "as_node": "nope"}, note="as_node does not exist")
    r.send(p + "state-unknown-checkpoint", "GET", f"/threads/{t}/state/{UNKNOWN}", note="checkpoint does not exist")
    r.send(p + "assistant-for-unknown-graph", "POST", "/assistants", {"graph_id": "nope"})
    r.send(p + "get-schemas-with-content-type", "GET", f"/assistants/{r.assistant('joke')}/schemas", headers={"Content-Type": "application/json"}, note="GET without a body but with a JSON content type: works here")
    r.send(p + "h2c-upgrade-get", "GET", "/info", headers={"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA"}, note="what java.net.http.HttpClient sends by default on http")
    r.send(p + "h2c-upgrade-post", "POST", "/assistants/search", {"limit": 1}, headers={"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA"}, note="the same with POST")
    r.send(p + "no-content-type", "POST", f"/threads/{t}/runs/stream", raw=b'{"assistant_id":"joke","input":{},"stream_mode":"updates"}', headers={"Content-Type": "text/plain"}, note="text/plain body")
    r.send(
        p + "number-literals",
        "POST",
        f"/threads/{r.thread()}/runs/stream",
        raw=b'{"assistant_id":"flaky","stream_mode":["values","updates"],"input":{"fail_times":0,"cached":{"key":"numbers",'
        b'"n":[9007199254740993,18446744073709551615,1.0,-0.0,1e5,1E-7,0.1000,123456789.123456789]}}}',
        note="number literals on their way through the server",
    )
    r.send(
        p + "number-too-large",
        "POST",
        f"/threads/{r.thread()}/runs/stream",
        raw=b'{"assistant_id":"joke","stream_mode":["values"],"input":{"audience":{"language":"en","interests":[],"n":[1e400,18446744073709551616]}}}',
        note="numbers that do not fit a double or 64 bits",
    )
    r.send(p + "nan-literal", "POST", f"/threads/{r.thread()}/runs/stream", raw=b'{"assistant_id":"joke","stream_mode":["values"],"input":{"audience":{"n":NaN}}}', note="NaN in the request is not JSON")
    r.stream(p + "infinite-total", "approval", {"request": {"items": [{"sku": "X", "quantity": 100, "unit_price": 1e308}]}}, ["values", "updates"], note="a node computes infinity")
    r.stream(
        p + "odd-text",
        "flaky",
        {"fail_times": 0, "cached": {"key": "a\u2028b\u0085c\ufeffd \U0001f366 \"q\" \\ \t", "": 1, "a.b/c~d": 2, "__proto__": 3}},
        ["values", "updates"],
        note="line separators, BOM, emoji, odd keys",
    )
    r.send(p + "lone-surrogate", "POST", f"/threads/{r.thread()}/runs/stream", raw=b'{"assistant_id":"joke","stream_mode":["values","updates"],"input":{"topic":"half \\ud83c"}}', note="half a surrogate pair in the request")


def run_bg(r, t, graph="research", input=SLOW, name=None, note="", modes=("updates", "custom"), **more):
    body = {"assistant_id": graph, "input": input, "stream_mode": list(modes), **more}
    return r.send(name, "POST", f"/threads/{t}/runs", body, note=note).json()


def events_at_least(n: int):
    return lambda body: body.count(b"\r\nevent: ") + body.startswith(b"event: ") >= n


def control(r: Recorder) -> None:
    p = "control/"
    deb = ["updates", "custom", "tasks", "debug"]

    # cancel with an open stream
    for action in ("interrupt", "rollback"):
        t = r.thread()
        with ThreadPoolExecutor(1) as pool:
            stream = pool.submit(r.stream, p + f"cancel-{action}-1-stream", "research", SLOW, deb, t, "stream of the run that is cancelled", stream_resumable=True)
            time.sleep(2.2)
            run_id = r.send(None, "GET", f"/threads/{t}/runs").json()[0]["run_id"]
            r.send(p + f"cancel-{action}-2-cancel", "POST", f"/threads/{t}/runs/{run_id}/cancel?wait=true&action={action}", note="cancel while the stream is open")
            stream.result()
        r.send(p + f"cancel-{action}-3-run", "GET", f"/threads/{t}/runs/{run_id}", note="run afterwards")
        r.after(p + f"cancel-{action}-4", t)
        r.send(p + f"cancel-{action}-5-history", "GET", f"/threads/{t}/history?limit=5", note="history afterwards")
        if action == "interrupt":
            r.send(p + "cancel-interrupt-6-cancel-again", "POST", f"/threads/{t}/runs/{run_id}/cancel", note="cancel of a run that was cancelled")
            r.send(p + "cancel-interrupt-7-join-from-start", "GET", f"/threads/{t}/runs/{run_id}/stream", headers={"Last-Event-ID": "-1"}, note="replay of the cancelled run")
            r.stream(p + "cancel-interrupt-8-go-on", "research", None, ["updates", "custom", "tasks"], t, "input null after the cancel: goes on from the last checkpoint")
    for wait in ("0", "false", "true", None):
        t = r.thread()
        run = run_bg(r, t, name=p + "cancel-nowait-1-create" if wait is None else None)
        time.sleep(1.2)
        query = "?action=interrupt" + (f"&wait={wait}" if wait else "")
        label = f"wait-{wait}" if wait else "nowait"
        r.send(p + f"cancel-{label}-2-cancel", "POST", f"/threads/{t}/runs/{run['run_id']}/cancel{query}", note=f"wait={wait}" if wait else "wait left out")
    t = r.thread()
    done = r.stream(None, "joke", {}, ["updates"], t)
    r.send(p + "cancel-finished", "POST", f"/threads/{t}/runs/{done.run_id()}/cancel", note="cancel of a run that has ended")
    t = r.thread()
    run = run_bg(r, t)
    time.sleep(1)
    r.send(p + "bulk-cancel", "POST", "/runs/cancel?action=interrupt", {"thread_id": t, "run_ids": [run["run_id"]]}, note="POST /runs/cancel")
    time.sleep(1)
    r.send(p + "bulk-cancel-run", "GET", f"/threads/{t}/runs/{run['run_id']}", note="run afterwards")
    r.send(p + "bulk-cancel-nothing", "POST", "/runs/cancel?action=interrupt", {"thread_id": t, "run_ids": [run["run_id"]]}, note="again: nothing to cancel")

    # a cancelled run with token streaming, in the middle of a message
    t = r.thread()
    with ThreadPoolExecutor(1) as pool:
        stream = pool.submit(r.stream, p + "cancel-tokens-1-stream", "joke", JOKE, ["messages-tuple", "debug"], t, "cancelled between two tokens", context={"token_delay_ms": 200})
        time.sleep(2)
        run_id = r.send(None, "GET", f"/threads/{t}/runs").json()[0]["run_id"]
        r.send(p + "cancel-tokens-2-cancel", "POST", f"/threads/{t}/runs/{run_id}/cancel?wait=true&action=interrupt")
        stream.result()

    # disconnect
    for what in ("cancel", "continue"):
        t = r.thread()
        first = r.stream(p + f"disconnect-{what}-1-stream", "research", SLOW, ["custom"], t, f"on_disconnect {what}; the client closes after three events", on_disconnect=what, stop=events_at_least(3))
        time.sleep(1.5)
        r.send(p + f"disconnect-{what}-2-run", "GET", f"/threads/{t}/runs/{first.run_id()}", note="1.5 s later")
        if what == "cancel":
            r.after(p + "disconnect-cancel-3", t)

    # joins
    for kind, resumable in (("resumable", True), ("plain", False)):
        t = r.thread()
        first = r.stream(p + f"join-{kind}-1-first-part", "research", SLOW, ["updates", "custom", "tasks"], t, f"stream_resumable {resumable}; the client drops the connection after six events", stream_resumable=resumable, stop=events_at_least(6))
        ids = first.event_ids()
        path = f"/threads/{t}/runs/{first.run_id()}"
        r.send(p + f"join-{kind}-2-rest", "GET", f"{path}/stream", headers={"Last-Event-ID": ids[-1] if ids else "-1"}, note="join with the last id seen" if ids else "join with Last-Event-ID -1 (there were no ids)")
        r.send(p + f"join-{kind}-3-after-end-from-start", "GET", f"{path}/stream", headers={"Last-Event-ID": "-1"}, note="after the end, Last-Event-ID -1")
        r.send(p + f"join-{kind}-4-after-end-no-id", "GET", f"{path}/stream", note="after the end, no Last-Event-ID")
        r.send(p + f"join-{kind}-5-join-http", "GET", f"{path}/join", note="/join after the run ended")
        if resumable:
            mine = ids[-1]
            ms = int(mine.split("-")[0])
            r.send(p + "join-resumable-6-id-minus-1ms", "GET", f"{path}/stream", headers={"Last-Event-ID": f"{ms - 1}-0"}, note="the last id of the first part, one millisecond less: repeats events of that millisecond, loses none")
            r.send(p + "join-resumable-7-id-0", "GET", f"{path}/stream", headers={"Last-Event-ID": "0"}, note="Last-Event-ID 0")
            r.send(p + "join-resumable-8-id-nonsense", "GET", f"{path}/stream", headers={"Last-Event-ID": "abc"}, note="Last-Event-ID abc")
            r.send(p + "join-resumable-9-id-dash", "GET", f"{path}/stream", headers={"Last-Event-ID": "-"}, note="Last-Event-ID -")
    # debug has many events in one millisecond: what does a join from the last id lose?
    t = r.thread()
    run = r.stream(p + "join-same-ms-1-all", "supervisor", {"step_delay_ms": 0}, ["debug", "updates", "values"], t, "resumable, all events", stream_subgraphs=True, stream_resumable=True)
    path = f"/threads/{t}/runs/{run.run_id()}/stream"
    ids = run.event_ids()
    twice = next((i for i in ids if ids.count(i) > 1), ids[len(ids) // 2])
    r.send(p + "join-same-ms-2-from-a-repeated-id", "GET", path, headers={"Last-Event-ID": twice}, note=f"join from {twice}, an id that {ids.count(twice)} events carry: none of them comes again, so a reader that had only the first has lost the rest")
    r.send(p + "join-query-mode", "GET", f"{path}?stream_mode=updates", headers={"Last-Event-ID": "-1"}, note="stream_mode=updates in the query")
    r.send(p + "join-query-modes", "GET", f"{path}?stream_mode=%5B%22updates%22%2C%22debug%22%5D", headers={"Last-Event-ID": "-1"}, note='stream_mode=["updates","debug"] in the query')
    r.send(p + "join-query-mode-twice", "GET", f"{path}?stream_mode=updates&stream_mode=debug", headers={"Last-Event-ID": "-1"}, note="stream_mode given twice")
    r.send(p + "join-query-subgraphs", "GET", f"{path}?stream_subgraphs=true&nonsense=1", headers={"Last-Event-ID": "-1"}, note="stream_subgraphs=true and an unknown key in the query")
    r.send(p + "join-query-mode-and-subgraphs", "GET", f"{path}?stream_subgraphs=true&stream_mode=updates", headers={"Last-Event-ID": "-1"}, note="both in the query")
    t = r.thread()
    run = r.stream(None, "joke", JOKE, ["messages-tuple", "updates"], t, stream_resumable=True)
    path = f"/threads/{t}/runs/{run.run_id()}/stream"
    r.send(p + "join-query-messages-tuple", "GET", f"{path}?stream_mode=messages-tuple", headers={"Last-Event-ID": "-1"}, note="stream_mode=messages-tuple in the query; the events are named messages")

    # background runs joined late
    t = r.thread()
    run = run_bg(r, t, name=p + "background-1-create", note="background run, not resumable")
    time.sleep(1.6)
    r.send(p + "background-2-join-late", "GET", f"/threads/{t}/runs/{run['run_id']}/stream", note="join of a plain background run after 1.6 s")
    t = r.thread()
    run = run_bg(r, t, name=p + "background-resumable-1-create", stream_resumable=True)
    time.sleep(1.6)
    path = f"/threads/{t}/runs/{run['run_id']}/stream"
    with ThreadPoolExecutor(2) as pool:
        a = pool.submit(r.send, p + "background-resumable-2-join-no-id", "GET", path, note="resumable, joined after 1.6 s without Last-Event-ID")
        b = pool.submit(r.send, p + "background-resumable-3-join-from-start", "GET", path, headers={"Last-Event-ID": "-1"}, note="resumable, joined after 1.6 s with -1")
        a.result(), b.result()

    # two readers
    for label, more, headers in (("", {}, {}), ("-resumable", {"stream_resumable": True}, {"Last-Event-ID": "-1"})):
        t = r.thread()
        run = run_bg(r, t, **more)
        path = f"/threads/{t}/runs/{run['run_id']}/stream"
        with ThreadPoolExecutor(2) as pool:
            jobs = [pool.submit(r.send, p + f"two-readers{label}-{n}", "GET", path, headers=headers, note=f"one of two readers of the same {'resumable' if label else 'plain'} run") for n in (1, 2)]
            [j.result() for j in jobs]
    # two readers, one drops away
    t = r.thread()
    run = run_bg(r, t)
    path = f"/threads/{t}/runs/{run['run_id']}/stream"
    r.send(None, "GET", path, stop=events_at_least(2))
    r.send(p + "two-readers-after-dead-one", "GET", path, note="plain run, a first reader went away; this one came after it")

    # multitask
    for strategy in ("reject", "enqueue", "interrupt", "rollback", None):
        label = strategy or "default"
        t = r.thread()
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(r.stream, p + f"multitask-{label}-1-first", "research", SLOW, ["updates", "custom"], t, "first run")
            time.sleep(1.6)
            if strategy == "reject":
                r.send(p + "busy-thread", "GET", f"/threads/{t}")
                r.send(p + "409-update-state-busy", "POST", f"/threads/{t}/state", {"values": {"question": "x"}}, note="state update while a run is active")
                r.send(p + "busy-state", "GET", f"/threads/{t}/state", note="state while a run is active")
                r.send(p + "busy-history", "GET", f"/threads/{t}/history", note="history while a run is active")
                r.send(p + "busy-copy", "POST", f"/threads/{t}/copy", {}, note="copy while a run is active")
            more = {"multitask_strategy": strategy} if strategy else {}
            r.stream(p + f"multitask-{label}-2-second", "research", SOLO, ["updates", "custom"], t, f"second run on the busy thread, multitask_strategy {strategy or 'left out'}", **more)
            first.result()
        r.send(p + f"multitask-{label}-3-runs", "GET", f"/threads/{t}/runs")
        r.send(p + f"multitask-{label}-4-thread", "GET", f"/threads/{t}")

    # later
    t = r.thread()
    run = r.send(p + "after-seconds-1-create", "POST", f"/threads/{t}/runs", {"assistant_id": "joke", "input": JOKE, "after_seconds": 3}, note="after_seconds 3").json()
    r.send(p + "after-seconds-2-run", "GET", f"/threads/{t}/runs/{run['run_id']}")
    r.send(p + "after-seconds-3-delete", "DELETE", f"/threads/{t}/runs/{run['run_id']}", note="delete of a pending run")
    t = r.thread()
    run = run_bg(r, t)
    time.sleep(1)
    r.send(p + "delete-running-run", "DELETE", f"/threads/{t}/runs/{run['run_id']}", note="delete of a running run")
    t = r.thread()
    run = run_bg(r, t)
    time.sleep(1)
    r.send(p + "delete-busy-thread", "DELETE", f"/threads/{t}", note="delete of a thread with a running run")
    r.send(p + "run-list", "GET", f"/threads/{t}/runs?limit=5")
    t = r.thread()
    quiet = {"sources": [{"name": "slow", "kind": "web", "duration_ms": 20000, "weight": 1}], "options": {"progress_steps": 0, "order": "by_name"}}
    r.stream(p + "silent-20s", "research", quiet, ["updates", "tasks"], t, "20 s without an event: what is sent meanwhile?", stream_resumable=True)
    t = r.thread()
    r.send(p + "silent-wait-12s", "POST", f"/threads/{t}/runs/wait", {"assistant_id": "research", "input": {**quiet, "sources": [{"name": "slow", "duration_ms": 12000}]}}, note="/runs/wait over 12 s: line feeds")


def stateless(r: Recorder) -> None:
    p = "stateless/"
    r.send(p + "stream", "POST", "/runs/stream", {"assistant_id": "joke", "input": JOKE, "stream_mode": ALL, "stream_subgraphs": True}, note="POST /runs/stream, eight modes")
    one = r.send(p + "stream-resumable", "POST", "/runs/stream", {"assistant_id": "joke", "input": JOKE, "stream_mode": ["updates", "debug"], "stream_resumable": True}, note="stateless and resumable")
    r.send(p + "stream-resumable-join", "GET", f"/runs/{one.run_id()}/stream", headers={"Last-Event-ID": "-1"}, note="the path of the Location header")
    kept = r.send(p + "stream-keep", "POST", "/runs/stream", {"assistant_id": "joke", "input": JOKE, "stream_mode": ["updates", "debug"], "on_completion": "keep"}, note="on_completion keep: the thread stays")
    r.send(p + "wait", "POST", "/runs/wait", {"assistant_id": "supervisor", "input": INPUTS["supervisor"]}, note="POST /runs/wait")
    r.send(p + "wait-keep", "POST", "/runs/wait", {"assistant_id": "joke", "input": JOKE, "on_completion": "keep"}, note="POST /runs/wait, on_completion keep")
    made = r.send(p + "create", "POST", "/runs", {"assistant_id": "joke", "input": JOKE, "stream_mode": ["updates"]}, note="POST /runs (background)")
    r.send(p + "join-stream", "GET", f"/runs/{made.json()['run_id']}/stream", note="GET /runs/{run_id}/stream")
    r.send(p + "batch", "POST", "/runs/batch", [{"assistant_id": "joke", "input": {}}, {"assistant_id": "joke", "input": {"topic": "tea"}}], note="POST /runs/batch")
    r.send(p + "interrupting-run", "POST", "/runs/stream", {"assistant_id": "approval", "input": {}, "stream_mode": ["updates", "values", "tasks"]}, note="interrupt() without a thread")
    r.send(p + "unknown-assistant", "POST", "/runs/stream", {"assistant_id": "nope", "input": {}})
    r.send(p + "failing", "POST", "/runs/stream", {"assistant_id": "flaky", "input": {"error_kind": "fatal"}, "stream_mode": ["updates"]}, note="a failing run")


def time_travel(r: Recorder) -> None:
    p = "time-travel/"
    t = r.thread()
    r.send(p + "1-wait", "POST", f"/threads/{t}/runs/wait", {"assistant_id": "joke", "input": JOKE}, note="/runs/wait on a thread")
    history = r.send(p + "2-history", "GET", f"/threads/{t}/history?limit=10", note="newest first").json()
    old = next(s for s in history if s["next"] == ["generate_joke"])
    cp = old["checkpoint"]
    r.send(p + "3-history-before", "POST", f"/threads/{t}/history", {"limit": 2, "before": cp}, note="before as a checkpoint object")
    r.send(p + "3-history-before-id", "POST", f"/threads/{t}/history", {"limit": 2, "before": cp["checkpoint_id"]}, note="before as an id")
    r.send(p + "3-history-before-config", "POST", f"/threads/{t}/history", {"limit": 2, "before": {"configurable": {"checkpoint_id": cp["checkpoint_id"]}}}, note="before as a config")
    r.send(p + "3-history-get-before", "GET", f"/threads/{t}/history?limit=2&before={cp['checkpoint_id']}", note="before in the query")
    r.send(p + "3-history-post-default", "POST", f"/threads/{t}/history", {}, note="POST without a limit: how many come?")
    r.send(p + "4-state-at-checkpoint", "GET", f"/threads/{t}/state/{cp['checkpoint_id']}")
    r.send(p + "5-state-at-checkpoint-post", "POST", f"/threads/{t}/state/checkpoint", {"checkpoint": cp}, note="POST form")
    r.send(p + "5-state-at-checkpoint-post-subgraphs", "POST", f"/threads/{t}/state/checkpoint", {"checkpoint": cp, "subgraphs": True}, note="POST form, subgraphs as a JSON boolean")
    fork = r.send(p + "6-update-state", "POST", f"/threads/{t}/state", {"values": {"topic": "umbrellas"}, "as_node": "refine_topic", "checkpoint": cp}, note="fork: update as refine_topic at an old checkpoint").json()
    r.stream(p + "7-run-from-fork", "joke", None, ["values", "updates", "debug"], t, "run from the fork: input null and checkpoint", checkpoint={"checkpoint_id": fork["checkpoint"]["checkpoint_id"], "checkpoint_ns": ""})
    r.stream(p + "8-replay-old-checkpoint", "joke", None, ["updates", "debug"], t, "replay from an old checkpoint with checkpoint_id", checkpoint_id=cp["checkpoint_id"])
    r.send(p + "9-history-after", "GET", f"/threads/{t}/history?limit=20", note="the fork shows as a second branch (parent_checkpoint)")
    r.send(p + "10-thread", "GET", f"/threads/{t}")
    copy = r.send(p + "11-copy", "POST", f"/threads/{t}/copy", {}).json()
    r.send(p + "11-copy-history", "GET", f"/threads/{copy['thread_id']}/history?limit=20", note="history of the copy")
    made = r.send(p + "12-thread-from-supersteps", "POST", "/threads", {"metadata": {"graph_id": "joke"}, "supersteps": [{"updates": [{"values": {"topic": "tea"}, "as_node": "__input__"}]}, {"updates": [{"values": {"topic": "tea and cats"}, "as_node": "refine_topic"}]}]}, note="thread created with a made-up past")
    if made.status == 200:
        r.send(p + "13-thread-from-supersteps-history", "GET", f"/threads/{made.json()['thread_id']}/history")
    r.send(p + "14-update-no-node", "POST", f"/threads/{t}/state", {"values": {"topic": "hats"}}, note="update without as_node")
    t = r.thread()
    r.stream(None, "supervisor", INPUTS["supervisor"], ["updates"], t)
    nested = r.send(p + "nested-1-history", "GET", f"/threads/{t}/history?limit=50").json()
    spaces = [k["checkpoint"]["checkpoint_ns"] for s in nested for k in s["tasks"] if k.get("checkpoint")]
    ns = spaces[0] if spaces else None
    if ns is None:
        task = next(k for s in nested for k in s["tasks"] if k["name"] == "research_team")
        ns = f"research_team:{task['id']}"
    r.send(p + "nested-2-subgraph-history", "POST", f"/threads/{t}/history", {"limit": 20, "checkpoint": {"checkpoint_ns": ns}}, note="history of a subgraph by checkpoint_ns")
    for durability in ("sync", "async", "exit"):
        t = r.thread()
        r.stream(p + f"durability-{durability}-1-run", "joke", JOKE, ["debug"], t, f"durability {durability}", durability=durability)
        r.send(p + f"durability-{durability}-2-history", "GET", f"/threads/{t}/history?limit=10", note="checkpoints that were kept")


def thread_stream(r: Recorder) -> None:
    p = "thread-stream/"
    for modes in ("run_modes", "lifecycle", "state_update", "default"):
        t = r.thread()
        query = "" if modes == "default" else f"?stream_modes={modes}"
        started = threading.Event()
        with ThreadPoolExecutor(1) as pool:
            stream = pool.submit(r.send, p + f"{modes}-1-stream", "GET", f"/threads/{t}/stream{query}", note="two runs and a state update while it is open; the client closes after 7 s", max_s=6, stop=lambda b: b.count(b": heartbeat") >= 2, started=started)
            started.wait(3)
            time.sleep(0.5)
            r.stream(None, "joke", JOKE, ["updates", "values"], t)
            r.send(None, "POST", f"/threads/{t}/state", {"values": {"topic": "hats"}, "as_node": "refine_topic"})
            r.stream(None, "joke", JOKE, ["updates"], t, stream_resumable=True)
            stream.result()
        r.send(p + f"{modes}-2-replay", "GET", f"/threads/{t}/stream{query}", headers={"Last-Event-ID": "-"}, note="Last-Event-ID -: replay from the start", stop=lambda b: b.count(b": heartbeat") >= 1, max_s=7)
    r.send(p + "unknown-mode", "GET", f"/threads/{t}/stream?stream_modes=sideways", note="unknown mode", max_s=4)
    r.send(p + "unknown-thread", "GET", f"/threads/{UNKNOWN}/stream", max_s=4, stop=lambda b: b.count(b": heartbeat") >= 1)


def objects(r: Recorder) -> None:
    p = "objects/"
    r.send(p + "info", "GET", "/info")
    r.send(p + "ok", "GET", "/ok")
    r.send(p + "get-metrics", "GET", "/metrics", note="Prometheus text")
    r.send(p + "get-metrics-json", "GET", "/metrics?format=json")
    r.send(p + "ok-check-db", "GET", "/ok?check_db=1")
    r.send(p + "options-cors", "OPTIONS", "/threads", headers={"Origin": "http://localhost:3000", "Access-Control-Request-Method": "POST"})
    for graph in INPUTS:
        a = r.assistant(graph)
        r.send(p + f"{graph}-schemas", "GET", f"/assistants/{a}/schemas")
        r.send(p + f"{graph}-graph", "GET", f"/assistants/{a}/graph")
        r.send(p + f"{graph}-graph-xray", "GET", f"/assistants/{a}/graph?xray=true")
        r.send(p + f"{graph}-subgraphs", "GET", f"/assistants/{a}/subgraphs?recurse=true")
    s = r.assistant("supervisor")
    for depth in (0, 1, 2):
        r.send(p + f"supervisor-graph-xray-{depth}", "GET", f"/assistants/{s}/graph?xray={depth}")
    r.send(p + "supervisor-subgraphs-flat", "GET", f"/assistants/{s}/subgraphs")
    r.send(p + "supervisor-subgraphs-namespace", "GET", f"/assistants/{s}/subgraphs/research_team")
    r.send(p + "assistants-search", "POST", "/assistants/search", {"limit": 100})
    r.send(p + "assistants-search-limit-3", "POST", "/assistants/search", {"limit": 3}, note="limit below the total")
    r.send(p + "assistants-search-limit-6", "POST", "/assistants/search", {"limit": 6}, note="limit equal to the total")
    r.send(p + "assistants-search-offset-4", "POST", "/assistants/search", {"limit": 3, "offset": 4}, note="last page")
    r.send(p + "assistants-search-sorted", "POST", "/assistants/search", {"limit": 10, "sort_by": "name", "sort_order": "asc", "select": ["assistant_id", "name"]})
    r.send(p + "assistants-search-graph", "POST", "/assistants/search", {"graph_id": "joke"})
    r.send(p + "assistants-count", "POST", "/assistants/count", {})
    j = r.assistant("joke")
    r.send(p + "assistant-get", "GET", f"/assistants/{j}")
    made = r.send(p + "assistant-create", "POST", "/assistants", {"graph_id": "joke", "name": "Slow joker", "description": "types slowly", "context": {"token_delay_ms": 40}, "metadata": {"owner": "demo"}})
    a = made.json()["assistant_id"]
    r.send(p + "assistant-create-config-and-context", "POST", "/assistants", {"graph_id": "joke", "config": {"tags": ["demo"], "recursion_limit": 9, "configurable": {"a": 1}}, "context": {"token_delay_ms": 40}}, note="config.configurable and context together")
    r.send(p + "assistant-patch", "PATCH", f"/assistants/{a}", {"name": "Very slow joker", "context": {"token_delay_ms": 80}})
    r.send(p + "assistant-versions", "POST", f"/assistants/{a}/versions", {})
    r.send(p + "assistant-latest", "POST", f"/assistants/{a}/latest", {"version": 1})
    t = r.send(p + "thread-create", "POST", "/threads", {"metadata": {"owner": "demo"}}).json()["thread_id"]
    r.stream(p + "assistant-run", a, JOKE, ["updates"], t, "run of an assistant of our own")
    body = {
        "assistant_id": a,
        "input": JOKE,
        "metadata": {"ticket": 7},
        "config": {"tags": ["t1"]},
        "context": {"token_delay_ms": 0},
        "stream_mode": ["updates", "messages-tuple"],
        "stream_subgraphs": True,
        "multitask_strategy": "enqueue",
        "durability": "async",
    }
    keys = {"x-api-key": "secret-1", "x-custom-thing": "seven", "User-Agent": "threadline-recorder", "Authorization": "Bearer abc"}
    run = r.send(p + "run-create", "POST", f"/threads/{t}/runs", body, headers=keys, note="background run with headers: none of them comes back by default").json()
    r.send(p + "run-get", "GET", f"/threads/{t}/runs/{run['run_id']}")
    r.send(p + "run-join", "GET", f"/threads/{t}/runs/{run['run_id']}/join", note="blocks until the run ends, then the last values")
    r.send(p + "run-get-after", "GET", f"/threads/{t}/runs/{run['run_id']}")
    r.send(p + "run-config-and-context", "POST", f"/threads/{t}/runs/wait", {"assistant_id": "joke", "input": JOKE, "config": {"configurable": {"token_delay_ms": 1}}, "context": {"token_delay_ms": 2}}, note="config.configurable and context together")
    r.stream(p + "run-config-configurable", "joke", JOKE, ["debug"], note="config.configurable comes back in the debug events, headers do not", config={"configurable": {"token_delay_ms": 1, "foo": "bar"}}, headers=keys)
    r.send(p + "runs-list", "GET", f"/threads/{t}/runs")
    r.send(p + "runs-list-status", "GET", f"/threads/{t}/runs?status=success&limit=1&offset=0")
    r.send(p + "runs-list-offset", "GET", f"/threads/{t}/runs?limit=2&offset=1")
    r.send(p + "runs-list-select", "GET", f"/threads/{t}/runs?select=run_id&select=status")
    r.send(p + "run-delete", "DELETE", f"/threads/{t}/runs/{run['run_id']}")
    r.send(p + "thread-get", "GET", f"/threads/{t}")
    r.send(p + "thread-state", "GET", f"/threads/{t}/state")
    r.send(p + "thread-patch", "PATCH", f"/threads/{t}", {"metadata": {"color": "red"}})
    r.thread(metadata={"owner": "demo"})
    r.thread(metadata={"owner": "demo"})
    r.send(p + "threads-search", "POST", "/threads/search", {"metadata": {"owner": "demo"}, "limit": 2, "sort_by": "created_at", "sort_order": "desc"}, note="page of two out of three")
    r.send(p + "threads-search-page-2", "POST", "/threads/search", {"metadata": {"owner": "demo"}, "limit": 2, "offset": 2}, note="last page")
    r.send(p + "threads-search-select", "POST", "/threads/search", {"metadata": {"owner": "demo"}, "limit": 2, "select": ["thread_id", "status"]})
    w = r.thread()
    r.stream(None, "approval", {"variant": "single"}, thread=w)
    r.send(p + "threads-search-interrupted", "POST", "/threads/search", {"status": "interrupted", "limit": 1, "ids": [w]})
    e = r.thread()
    r.stream(None, "flaky", {"error_kind": "fatal"}, thread=e)
    r.send(p + "threads-search-error", "POST", "/threads/search", {"status": "error", "limit": 1, "ids": [e]})
    r.send(p + "threads-count", "POST", "/threads/count", {})
    r.send(p + "thread-storage", "GET", f"/threads/{t}/storage")
    r.send(p + "threads-prune", "POST", "/threads/prune", {"thread_ids": [w], "strategy": "keep_latest"})
    r.send(p + "thread-delete", "DELETE", f"/threads/{t}")
    r.send(p + "thread-delete-again", "DELETE", f"/threads/{t}")
    r.send(p + "assistant-delete", "DELETE", f"/assistants/{a}")
    r.send(p + "store-put", "PUT", "/store/items", {"namespace": ["demo", "notes"], "key": "k1", "value": {"text": "hello"}})
    r.send(p + "store-get", "GET", "/store/items?namespace=demo.notes&key=k1")
    r.send(p + "store-get-missing", "GET", "/store/items?namespace=demo.notes&key=k2")
    r.send(p + "store-search", "POST", "/store/items/search", {"namespace_prefix": ["demo"]})
    r.send(p + "store-namespaces", "POST", "/store/namespaces", {})
    r.send(p + "store-delete", "DELETE", "/store/items", {"namespace": ["demo", "notes"], "key": "k1"})
    r.send(p + "crons-search", "POST", "/runs/crons/search", {})


def auth(r: Recorder) -> None:
    p = "auth/"
    demo, reader = {"x-api-key": "demo-key"}, {"x-api-key": "reader-key"}
    r.send(p + "info-no-key", "GET", "/info", note="/info needs no key")
    r.send(p + "ok-no-key", "GET", "/ok", note="/ok needs none either")
    r.send(p + "docs-no-key", "GET", "/openapi.json", stop=lambda b: len(b) > 10, note="/openapi.json (cut off)")
    r.send(p + "401-no-key", "POST", "/assistants/search", {})
    r.send(p + "401-wrong-key", "POST", "/assistants/search", {}, headers={"x-api-key": "nope"})
    r.send(p + "key", "POST", "/assistants/search", {"limit": 1}, headers=demo)
    r.send(p + "bearer", "POST", "/assistants/search", {"limit": 1}, headers={"Authorization": "Bearer demo-key"})
    r.send(p + "x-auth-scheme-langsmith", "POST", "/assistants/search", {"limit": 1}, headers={"x-auth-scheme": "langsmith"}, note="x-auth-scheme: langsmith instead of a key")
    t = r.send(None, "POST", "/threads", {}, headers=demo).json()["thread_id"]
    body = {"assistant_id": "joke", "input": JOKE, "stream_mode": ["updates", "debug"]}
    r.send(p + "401-stream-no-key", "POST", f"/threads/{t}/runs/stream", body)
    r.send(p + "403-reader-starts-run", "POST", f"/threads/{t}/runs/stream", body, headers=reader)
    run = r.send(p + "stream-with-key", "POST", f"/threads/{t}/runs/stream", body, headers=demo)
    r.send(p + "run-get", "GET", f"/threads/{t}/runs/{run.run_id()}", headers=demo, note="langgraph_auth_user in kwargs.config.configurable")
    r.send(p + "reader-reads-state", "GET", f"/threads/{t}/state", headers=reader)
    # langgraph.auth.json names x-echo-* as headers to be copied into the configuration
    echo = {**demo, "x-echo-tenant": "tenant-secret-1234", "x-other": "other-5678"}
    run = r.send(p + "echoed-header-stream", "POST", f"/threads/{t}/runs/stream", body, headers=echo, note="the deployment copies x-echo-* headers: the value is in the events")
    r.send(p + "echoed-header-run", "GET", f"/threads/{t}/runs/{run.run_id()}", headers=demo, note="and in the run object")
    r.send(p + "echoed-header-state", "GET", f"/threads/{t}/state", headers=demo, note="and in the state's metadata?")
    r.send(p + "401-join-no-key", "GET", f"/threads/{t}/runs/{run.run_id()}/stream")


def v2(r: Recorder) -> None:
    p = "v2/"

    def scenario(name, graph, input, then=None, quiet=4.0):
        t = r.thread()
        started = threading.Event()
        with ThreadPoolExecutor(1) as pool:
            channels = ["lifecycle", "values", "updates", "checkpoints", "tasks", "messages", "tools", "input", "custom"]
            stream = pool.submit(r.send, p + f"{name}-1-stream", "POST", f"/threads/{t}/stream/events", {"channels": channels}, note="all channels", max_s=quiet, started=started, stop=lambda b: b.count(b": heartbeat") >= 1 and b.count(b'"completed"') >= 1)
            started.wait(3)
            time.sleep(0.3)
            r.send(p + f"{name}-2-run-start", "POST", f"/threads/{t}/commands", {"id": 1, "method": "run.start", "params": {"assistant_id": graph, "input": input}})
            if then:
                time.sleep(2)
                then(t)
            stream.result()
        return t

    t = scenario("joke", "joke", JOKE)
    r.send(p + "joke-3-state-get", "POST", f"/threads/{t}/commands", {"id": 2, "method": "state.get", "params": {"namespace": []}})
    r.send(p + "joke-4-get-tree", "POST", f"/threads/{t}/commands", {"id": 3, "method": "agent.getTree", "params": {}})
    r.send(p + "joke-5-replay", "POST", f"/threads/{t}/stream/events", {"channels": ["lifecycle", "values", "messages"]}, note="second stream after the end", max_s=3)
    r.send(p + "joke-6-unknown-command", "POST", f"/threads/{t}/commands", {"id": 4, "method": "nonsense", "params": {}})
    r.send(p + "joke-7-bad-envelope", "POST", f"/threads/{t}/commands", {"nonsense": 1})
    r.send(p + "joke-8-bad-filter", "POST", f"/threads/{t}/stream/events", {"channels": ["lifecycle"], "nonsense": 1}, max_s=3)
    scenario("supervisor", "supervisor", INPUTS["supervisor"])
    scenario("tools", "tools", INPUTS["tools"])
    scenario("flaky-failing", "flaky", {"error_kind": "fatal"})

    def answer(t):
        state = r.send(None, "GET", f"/threads/{t}/state")
        ids = list(pending(state).values())
        r.send(p + "approval-3-respond", "POST", f"/threads/{t}/commands", {"id": 5, "method": "input.respond", "params": {"namespace": [], "interrupt_id": ids[0] if ids else "none", "response": "approve"}})

    scenario("approval", "approval", {"variant": "single"}, answer)


# --- the servers -----------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, config: str):
        self.folder = Path(tempfile.mkdtemp(prefix="agents-")).resolve()
        shutil.copytree(HERE, self.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".langgraph_api", "__pycache__", ".venv"))
        self.port = free_port()
        keep = {k: v for k, v in os.environ.items() if not k.startswith(("LANGSMITH_", "LANGCHAIN_", "LANGGRAPH_"))}
        keep["LANGGRAPH_CLI_NO_ANALYTICS"] = "1"
        self.log = open(self.folder / "server.log", "wb")
        self.process = subprocess.Popen(
            [str(Path(sys.executable).parent / "langgraph"), "dev", "--config", config, "--no-browser", "--no-reload",
             "--host", "127.0.0.1", "--port", str(self.port), "--n-jobs-per-worker", "10"],
            cwd=self.folder, env=keep, stdout=self.log, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"no server; see {self.folder}/server.log")

    def hide(self) -> dict[bytes, bytes]:
        """Folders of this machine -> made-up ones of the same length."""
        found = {str(self.folder): "/srv/agents", sys.prefix: "/opt/venv", sys.base_prefix: "/opt/py"}
        return {
            old.encode(): (new + "-" * len(old))[: len(old)].encode()
            for old, new in sorted(found.items(), key=lambda kv: -len(kv[0]))
            if len(old) > 4
        }

    def stop(self) -> None:
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(15)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def readme(out: Path) -> None:
    """Writes the list of recordings below the marker line of README.md."""
    parts = []
    for folder, text in SECTIONS.items():
        metas = [json.loads(f.read_text()) for f in sorted((out / folder).glob("*.meta.json"))]
        if not metas:
            continue
        parts.append(f"## {folder}/\n\n{text}\n\n| file | request | status | bytes | note |\n|---|---|---|---|---|")
        for m in metas:
            name = m.get("body_file") or m["name"].split("/")[-1] + ".meta.json"
            path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", m["request"]["path"])
            note = m["note"].replace("|", "\\|")
            parts.append(f"| {name} | {m['request']['method']} `{path}` | {m['response']['status']} | {m['body_bytes']} | {note} |")
        parts.append("")
    file = out / "README.md"
    marker = "<!-- list -->"
    head = file.read_text().split(marker)[0] if file.exists() else "# Recordings\n\n"
    file.write_text(head + marker + "\n\n" + "\n".join(parts))


def main() -> None:
    out, only = Path(sys.argv[1]).resolve(), sys.argv[2:]
    scenarios = {
        **{g: (lambda r, g=g: graph_modes(r, g)) for g in INPUTS},
        "approval-flows": approval_flows,
        "errors": errors,
        "stateless": stateless,
        "time-travel": time_travel,
        "thread-stream": thread_stream,
        "objects": objects,
        "v2": v2,
        "control": control,
        "auth": auth,
    }
    wanted = [n for n in scenarios if not only or n in only]
    for config, names in (("langgraph.json", [n for n in wanted if n != "auth"]), ("langgraph.auth.json", [n for n in wanted if n == "auth"])):
        if not names:
            continue
        server = Server(config)
        try:
            recorder = Recorder(server.port, out, server.hide(), only)
            time.sleep(1)
            for name in names:
                t0 = time.time()
                try:
                    scenarios[name](recorder)
                except Exception as error:  # go on with the next folder, but say so
                    print(f"{name}: {type(error).__name__}: {error}", flush=True)
                    if os.environ.get("TRACE"):
                        raise
                print(f"{name}: {time.time() - t0:.1f} s", flush=True)
        finally:
            server.stop()
    readme(out)


if __name__ == "__main__":
    main()
