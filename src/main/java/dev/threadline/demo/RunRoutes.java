package dev.threadline.demo;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs, on a thread and without one (protocol, sections 2.4 and 2.5).
final class RunRoutes {
    private final Threads threads;
    private final Runs runs;
    private final OrderReading orders;

    RunRoutes(Threads threads, Runs runs, OrderReading orders) {
        this.threads = threads;
        this.runs = runs;
        this.orders = orders;
    }

    Reply ofThread(Request request) throws ApiFailure {
        List<String> path = request.path();
        String threadId = request.id(1, "thread");
        if (path.size() == 3 && request.method().equals("GET")) {
            return list(request, threads.get(threadId));
        }
        if (path.size() == 3) {
            Routes.only(request, 3, "POST");
            GraphRun run = start(request, threadId);
            return new Reply.Body(200, run.asCreated(), headers(run, ""));
        }
        String what = path.get(3);
        if (path.size() == 4 && (what.equals("stream") || what.equals("wait"))) {
            Routes.only(request, 4, "POST");
            GraphRun run = start(request, threadId);
            return what.equals("stream")
                    ? stream(run, headers(run, "/stream"))
                    : new Reply.Wait(run, run.order.cancelOnDisconnect(), headers(run, "/join"));
        }
        return one(request, threads.get(threadId));
    }

    private GraphRun start(Request request, String threadId) throws ApiFailure {
        JsonObject body = request.required();
        RunOrder order = orders.read(body);
        GraphThread thread = threads.find(threadId);
        if (thread == null) {
            if (!Request.text(body, "if_not_exists", "reject").equals("create")) {
                throw new ApiFailure(404, "Thread or assistant not found.");
            }
            threads.add(new GraphThread(threadId, Plain.object()));
            thread = threads.get(threadId);
        }
        String checkpoint = order.checkpointId();
        if (checkpoint != null && thread.checkpoint(checkpoint) == null) {
            throw new ApiFailure(404, "Checkpoint " + checkpoint + " not found");
        }
        return runs.start(thread, order);
    }

    private static Map<String, String> headers(GraphRun run, String again) {
        return headers(run.thread.id, run.id, again);
    }

    private static Map<String, String> headers(String thread, String run, String again) {
        String place = "/threads/" + thread + "/runs/" + run;
        return again.isEmpty()
                ? Map.of("Content-Location", place)
                : Map.of("Content-Location", place, "Location", place + again);
    }

    private static Reply list(Request request, GraphThread thread) throws ApiFailure {
        String status = request.query().get("status");
        List<GraphRun> found = thread.runs().stream()
                .filter(run -> status == null || status.equals(run.status().word()))
                .toList();
        int limit = number(request, "limit", 10, 1_000);
        int offset = number(request, "offset", 0, Integer.MAX_VALUE);
        int from = Math.min(offset, found.size());
        return Reply.of(Runs.json(found.subList(from, Math.min(found.size(), from + limit))));
    }

    private static int number(Request request, String name, int otherwise, int most) throws ApiFailure {
        String text = request.query().get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
            throw Request.wrong(name, "integer");
        }
        return Integer.parseInt(text);
    }

    private Reply one(Request request, GraphThread thread) throws ApiFailure {
        String id = request.id(3, "run");
        GraphRun run = thread.run(id);
        String what = request.path().size() == 4 ? "" : request.path().get(4);
        if (request.path().size() > 5) {
            throw ApiFailure.notFound();
        }
        return switch (what) {
            case "" -> itself(request, thread, run);
            case "cancel" -> cancel(request, run);
            case "join" -> {
                Routes.only(request, 5, "GET");
                yield run == null
                        ? new Reply.Body(
                                200,
                                Plain.object("__error__", notFound()),
                                headers(request.id(1, "thread"), id, "/join"))
                        : new Reply.Wait(run, request.flag("cancel_on_disconnect"), headers(run, "/join"));
            }
            case "stream" -> {
                Routes.only(request, 5, "GET");
                yield join(request, run);
            }
            default -> throw ApiFailure.notFound();
        };
    }

    private static Reply itself(Request request, GraphThread thread, @Nullable GraphRun run) throws ApiFailure {
        if (request.method().equals("DELETE")) {
            if (run == null) {
                throw new ApiFailure(404, "Run not found");
            }
            run.cancel();
            thread.remove(run);
            return new Reply.Empty(204);
        }
        Routes.only(request, 4, "GET");
        if (run == null) {
            throw ApiFailure.notFound();
        }
        return Reply.of(run.json());
    }

    private static Reply cancel(Request request, @Nullable GraphRun run) throws ApiFailure {
        Routes.only(request, 5, "POST");
        String action = request.query().getOrDefault("action", "interrupt");
        if (!action.equals("interrupt") && !action.equals("rollback")) {
            throw ApiFailure.unprocessable("\"" + action + "\" is not one of [interrupt, rollback]");
        }
        if (run == null || run.status().ended()) {
            throw new ApiFailure(404, "No runs found to cancel.");
        }
        run.cancel();
        if (request.flag("wait") || action.equals("rollback")) {
            run.ended.join();
        }
        if (action.equals("rollback")) {
            run.thread.remove(run);
        }
        return request.flag("wait") ? new Reply.Body(200, Plain.object(), headers(run, "/join")) : new Reply.Empty(202);
    }

    private static Reply stream(GraphRun run, Map<String, String> headers) {
        RunOrder order = run.order;
        return new Reply.Stream(
                run.events, 0, order.resumable(), order.cancelOnDisconnect() ? run::cancel : () -> {}, headers);
    }

    private static JsonObject notFound() {
        return Plain.object("error", "HTTPException", "message", "404: Run not found");
    }

    private static Reply join(Request request, @Nullable GraphRun run) throws ApiFailure {
        boolean cancel = request.flag("cancel_on_disconnect");
        if (run == null) {
            RunEvents events = new RunEvents();
            events.add("error", Json.write(notFound()));
            events.close();
            Map<String, String> headers = headers(request.id(1, "thread"), request.id(3, "run"), "/stream");
            return new Reply.Stream(events, 0, false, () -> {}, headers);
        }
        String last = request.lastEventId();
        int from = run.events.size();
        if (run.order.resumable() && last != null) {
            from = known(last) ? run.events.after(last) : 0;
        }
        return new Reply.Stream(
                run.events, from, run.order.resumable(), cancel ? run::cancel : () -> {}, headers(run, "/stream"));
    }

    /// `-1`, `-` and `0` mean from the start.
    private static boolean known(String last) {
        return !List.of("-1", "-", "0").contains(last);
    }

    /// `/runs`: on a thread that is forgotten afterwards.
    Reply stateless(Request request) throws ApiFailure {
        List<String> path = request.path();
        String what = path.size() == 1 ? "" : path.get(1);
        if (what.equals("crons") || what.equals("batch") || what.equals("cancel")) {
            throw ApiFailure.unavailable("/runs/" + what);
        }
        if (path.size() > 2 || !(what.isEmpty() || what.equals("stream") || what.equals("wait"))) {
            throw ApiFailure.notFound();
        }
        Routes.only(request, path.size(), "POST");
        RunOrder order = orders.read(request.required());
        GraphThread thread = new GraphThread(Ids.ofRun(), Plain.object());
        thread.temporary = !order.keep();
        threads.add(thread);
        GraphRun run = runs.start(thread, order);
        if (!order.keep()) {
            var _ = run.ended.thenRun(() -> threads.remove(thread.id));
        }
        String place = "/runs/" + run.id;
        return switch (what) {
            case "stream" -> stream(run, Map.of("Content-Location", place, "Location", place + "/stream"));
            case "wait" -> new Reply.Wait(run, order.cancelOnDisconnect(), headers(run, "/join"));
            default -> new Reply.Body(200, run.asCreated(), Map.of("Content-Location", place));
        };
    }
}
