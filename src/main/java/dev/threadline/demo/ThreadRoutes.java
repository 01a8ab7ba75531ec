package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/threads` without their runs (protocol, section 2.3).
final class ThreadRoutes {
    private final Threads threads;
    private final Assistants assistants;
    private final Ids ids;

    ThreadRoutes(Threads threads, Assistants assistants, Ids ids) {
        this.threads = threads;
        this.assistants = assistants;
        this.ids = ids;
    }

    Reply answer(Request request) throws ApiFailure {
        List<String> path = request.path();
        if (path.size() == 1) {
            Routes.only(request, 1, "POST");
            return create(request.object());
        }
        return switch (path.get(1)) {
            case "search" -> {
                Routes.only(request, 2, "POST");
                JsonObject body = request.object();
                yield Routes.page(search(body), body);
            }
            case "count" -> {
                Routes.only(request, 2, "POST");
                yield Reply.of(Plain.json(search(request.object()).size()));
            }
            case "prune" -> throw ApiFailure.unavailable("Pruning threads");
            default -> {
                GraphThread thread = threads.get(request.id(1, "thread"));
                yield path.size() == 2 ? one(request, thread) : part(request, thread);
            }
        };
    }

    private Reply create(JsonObject body) throws ApiFailure {
        if (Request.value(body, "supersteps") != null) {
            throw ApiFailure.unavailable("Making a thread with a past");
        }
        String wanted = Request.text(body, "thread_id");
        if (wanted != null && Request.uuid(wanted).isEmpty()) {
            throw ApiFailure.unprocessable("Invalid thread ID: must be a UUID");
        }
        JsonObject metadata = Request.member(body, "metadata");
        GraphThread thread = new GraphThread(wanted == null ? Ids.ofRun() : wanted, metadata);
        if (!threads.add(thread)) {
            if (!Request.text(body, "if_exists", "raise").equals("do_nothing")) {
                throw new ApiFailure(409, "Thread with ID " + wanted + " already exists");
            }
            thread = threads.get(thread.id);
        }
        return Reply.of(ThreadWords.thread(thread));
    }

    private List<JsonObject> search(JsonObject body) throws ApiFailure {
        JsonObject metadata = Request.member(body, "metadata");
        JsonObject values = Request.member(body, "values");
        String status = Request.text(body, "status");
        List<String> wanted = Request.texts(body, "ids");
        String by = Request.text(body, "sort_by", "created_at");
        boolean up = Request.text(body, "sort_order", "desc").equals("asc");
        List<String> select = Request.texts(body, "select");
        Comparator<JsonObject> order = Comparator.comparing(thread -> AssistantRoutes.text(thread, by));
        Stream<JsonObject> found = threads.all().stream()
                .map(ThreadWords::thread)
                .filter(thread -> AssistantRoutes.holds(thread.get("metadata"), metadata))
                .filter(thread -> AssistantRoutes.holds(thread.get("values"), values))
                .filter(thread -> status == null || status.equals(AssistantRoutes.text(thread, "status")))
                .filter(thread -> wanted.isEmpty() || wanted.contains(AssistantRoutes.text(thread, "thread_id")))
                .sorted(up ? order : order.reversed());
        return found.map(thread -> selected(thread, select)).toList();
    }

    private static JsonObject selected(JsonObject thread, List<String> select) {
        if (select.isEmpty()) {
            return thread;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(thread.members());
        members.keySet().retainAll(select);
        return new JsonObject(members);
    }

    private Reply one(Request request, GraphThread thread) throws ApiFailure {
        return switch (request.method()) {
            case "GET" -> Reply.of(ThreadWords.thread(thread));
            case "PATCH" -> {
                thread.merge(Request.member(request.required(), "metadata"));
                yield Reply.of(ThreadWords.thread(thread));
            }
            case "DELETE" -> {
                thread.active().forEach(GraphRun::cancel);
                threads.remove(thread.id);
                yield new Reply.Empty(204);
            }
            default -> throw new ApiFailure(405, "Method Not Allowed");
        };
    }

    private Reply part(Request request, GraphThread thread) throws ApiFailure {
        return switch (request.path().get(2)) {
            case "copy" -> {
                Routes.only(request, 3, "POST");
                GraphThread copy = thread.copy(Ids.ofRun());
                threads.add(copy);
                yield Reply.of(ThreadWords.copied(copy));
            }
            case "state" -> state(request, thread);
            case "history" -> history(request, thread);
            case "stream" -> throw ApiFailure.unavailable("The stream of a whole thread");
            case "storage" -> throw ApiFailure.unavailable("The size of a thread");
            case "commands" -> throw ApiFailure.unavailable("Protocol v2");
            default -> throw ApiFailure.notFound();
        };
    }

    private Reply state(Request request, GraphThread thread) throws ApiFailure {
        boolean subgraphs = request.flag("subgraphs");
        if (request.path().size() == 3) {
            return switch (request.method()) {
                case "GET" -> Reply.of(ThreadWords.state(thread, thread.head(""), subgraphs));
                case "POST" -> update(request.required(), thread);
                default -> throw new ApiFailure(405, "Method Not Allowed");
            };
        }
        if (request.path().get(3).equals("checkpoint")) {
            Routes.only(request, 4, "POST");
            JsonObject body = request.required();
            JsonObject place = Request.member(body, "checkpoint");
            String namespace = Request.text(place, "checkpoint_ns", "");
            String id = Request.text(place, "checkpoint_id");
            GraphCheckpoint at = id == null ? thread.head(namespace) : thread.checkpoint(id);
            return Reply.of(ThreadWords.state(thread, at, Request.bool(body, "subgraphs")));
        }
        Routes.only(request, 4, "GET");
        return Reply.of(
                ThreadWords.state(thread, thread.checkpoint(request.path().get(3)), subgraphs));
    }

    private static Reply history(Request request, GraphThread thread) throws ApiFailure {
        JsonObject body;
        if (request.method().equals("GET")) {
            Routes.only(request, 3, "GET");
            String limit = request.query().getOrDefault("limit", "10");
            body = Plain.object(
                    "limit",
                    limit.matches("\\d{1,6}") ? Long.parseLong(limit) : limit,
                    "before",
                    request.query().get("before"));
        } else {
            Routes.only(request, 3, "POST");
            body = request.object();
        }
        int limit = Request.whole(body, "limit", 1, 1, 1_000);
        JsonObject place = Request.member(body, "checkpoint");
        List<GraphCheckpoint> all = thread.history(Request.text(place, "checkpoint_ns", ""));
        String before = before(Request.value(body, "before"));
        int from = 0;
        for (int i = 0; before != null && i < all.size(); i++) {
            from = all.get(i).id().equals(before) ? i + 1 : from;
        }
        return Reply.of(Plain.array(all.subList(from, Math.min(all.size(), from + limit)).stream()
                .map(checkpoint -> ThreadWords.state(thread, checkpoint, false))
                .toList()));
    }

    private static @Nullable String before(@Nullable JsonValue told) throws ApiFailure {
        return switch (told) {
            case null -> null;
            case JsonString id -> id.value();
            case JsonObject place ->
                place.get("configurable") instanceof JsonObject config
                        ? Request.text(config, "checkpoint_id")
                        : Request.text(place, "checkpoint_id");
            default -> throw Request.wrong("before", "string or object");
        };
    }

    private Reply update(JsonObject body, GraphThread thread) throws ApiFailure {
        if (!thread.active().isEmpty()) {
            throw new ApiFailure(409, "Thread is busy with a running job. Cannot update state.");
        }
        ServedGraph graph = thread.graph();
        if (graph == null) {
            throw new ApiFailure(
                    400, "Thread '" + thread.id + "' has no assigned graph ID: no run has been made on it yet.");
        }
        JsonValue values = Request.value(body, "values");
        if (values instanceof JsonArray) {
            throw ApiFailure.unavailable("An update by several nodes");
        }
        Assistant assistant = assistants.find(graph.name());
        if (assistant == null) {
            throw ApiFailure.notFound();
        }
        GraphCheckpoint written = new StateUpdate(thread, assistant, ids).write(body, Request.member(body, "values"));
        JsonObject place = ThreadWords.place(thread, written);
        return Reply.of(Plain.object("checkpoint", place, "configurable", place, "checkpoint_id", written.id()));
    }
}
