package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;

/// Which request goes where (protocol, section 2).
final class Routes {
    private final Assistants assistants;
    private final AssistantRoutes assistantRoutes;
    private final ThreadRoutes threads;
    private final RunRoutes runs;

    Routes(Assistants assistants, Threads threads, Runs runs, Ids ids) {
        this.assistants = assistants;
        assistantRoutes = new AssistantRoutes(assistants);
        this.threads = new ThreadRoutes(threads, assistants, ids);
        this.runs = new RunRoutes(threads, runs, new OrderReading(assistants));
    }

    Reply answer(Request request) throws ApiFailure {
        List<String> path = request.path();
        String first = path.isEmpty() ? "" : path.getFirst();
        return switch (first) {
            case "ok" -> get(request, Plain.object("ok", true));
            case "info" -> get(request, info());
            case "assistants" -> assistantRoutes.answer(request);
            case "threads" ->
                path.size() > 2 && path.get(2).equals("runs") ? runs.ofThread(request) : threads.answer(request);
            case "runs" -> runs.stateless(request);
            case "store" -> throw ApiFailure.unavailable("The store");
            default -> throw ApiFailure.notFound();
        };
    }

    private static Reply get(Request request, JsonValue value) throws ApiFailure {
        only(request, 1, "GET");
        return Reply.of(value);
    }

    private JsonObject info() {
        return Plain.object(
                "version",
                "0.1.0",
                "langgraph4j_version",
                "1.8.17",
                "flags",
                Plain.object("assistants", true, "crons", false, "langsmith", false),
                "host",
                Plain.object("kind", "threadline-demo"),
                "graphs",
                assistants.names());
    }

    /// Refuses longer paths and other methods.
    static void only(Request request, int segments, String method) throws ApiFailure {
        if (request.path().size() != segments) {
            throw ApiFailure.notFound();
        }
        if (!request.method().equals(method)) {
            throw new ApiFailure(405, "Method Not Allowed");
        }
    }

    /// A page of a list; the next offset stands in a header where more follows.
    static Reply page(List<JsonObject> all, JsonObject body) throws ApiFailure {
        int limit = Request.whole(body, "limit", 10, 1, 1_000);
        int offset = Request.whole(body, "offset", 0, 0, Integer.MAX_VALUE);
        int from = Math.min(offset, all.size());
        int to = Math.min(all.size(), from + limit);
        Map<String, String> headers = to < all.size()
                ? Map.of("X-Pagination-Next", Integer.toString(to), "X-Pagination-Total", Integer.toString(to + 1))
                : Map.of("X-Pagination-Total", Integer.toString(to));
        return new Reply.Body(200, Plain.array(all.subList(from, to)), headers);
    }
}
