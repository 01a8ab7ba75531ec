package dev.threadline.conformance;

import dev.threadline.server.DeliveredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Exchanges that belong together: ids that they share keep their names from one to the next.
///
/// @param words what is said; every server hears the same
record Conversation(String name, Words words) {
    private static final List<String> MODES = List.of(
            "values", "updates", "messages", "messages-tuple", "custom", "debug", "tasks", "checkpoints", "events");
    private static final String JOKE = "{\"topic\":\"ice cream\",\"tone\":\"silly\",\"max_words\":30,"
            + "\"family_friendly\":true,\"audience\":{\"language\":\"en\",\"age\":12,\"interests\":[\"cats\"]}}";
    private static final String APPROVAL = "{\"variant\":\"single\",\"request\":{\"title\":\"Team snacks\","
            + "\"currency\":\"EUR\",\"items\":[{\"sku\":\"COOKIE-7\",\"quantity\":12,\"unit_price\":1.5}]},"
            + "\"auto_approve_below\":0.5}";
    private static final String NESTED =
            "{\"task\":\"the history of tea\",\"teams\":[\"research\"],\"style\":{\"format\":\"memo\",\"sections\":[]},"
                    + "\"step_delay_ms\":20,\"confirm_score\":%s}";
    private static final String FAILURE = "{\"fail_times\":5,\"fail_forever\":true,\"error_kind\":\"fatal\","
            + "\"cached\":{\"key\":\"%s\",\"cost_ms\":20}}";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000007";

    /// What a client says in a conversation.
    interface Words {
        /// Sends the requests.
        void say(Client client) throws Exception;
    }

    /// All, each independent of the others.
    static List<Conversation> all() {
        List<Conversation> all = new ArrayList<>();
        all.add(new Conversation("system", Conversation::system));
        all.add(new Conversation("assistants", Conversation::assistants));
        all.add(new Conversation("threads", Conversation::threads));
        all.add(new Conversation("history", Conversation::history));
        all.add(new Conversation("runs", Conversation::runs));
        all.add(new Conversation("resumed", Conversation::resumed));
        all.add(new Conversation("cancel", Conversation::cancel));
        all.add(new Conversation("busy", Conversation::busy));
        all.add(new Conversation("stateless", Conversation::stateless));
        all.add(new Conversation("interrupt", Conversation::interrupt));
        all.add(new Conversation("nested-interrupt", Conversation::nestedInterrupt));
        all.add(new Conversation("breakpoint", Conversation::breakpoint));
        all.add(new Conversation("failure", Conversation::failure));
        all.add(new Conversation("refusals", Conversation::refusals));
        all.add(new Conversation("fan-out", Conversation::fanOut));
        all.add(new Conversation("beyond", Conversation::beyond));
        all.add(new Conversation(
                "stream-default",
                client -> fresh(client, "stream-default", "joke", JOKE, "\"if_not_exists\":\"create\"")));
        for (String mode : MODES) {
            String asked = "\"stream_mode\":[\"" + mode + "\"]";
            all.add(new Conversation("stream-" + mode, client -> fresh(client, "stream-" + mode, "joke", JOKE, asked)));
            all.add(new Conversation(
                    "nested-" + mode,
                    client -> fresh(
                            client,
                            "nested-" + mode,
                            "supervisor",
                            NESTED.formatted(false),
                            asked + ",\"stream_subgraphs\":true")));
        }
        for (String mode : List.of("values", "tasks", "debug", "events")) {
            String asked = "\"stream_mode\":[\"" + mode + "\"]";
            all.add(new Conversation("interrupt-" + mode, client -> {
                String thread = thread(client);
                String path = "/threads/" + thread + "/runs/stream";
                client.post("interrupt-" + mode, path, order(client, "approval", APPROVAL, asked));
                client.post("interrupt-" + mode + "-resumed", path, command(client, "approval", asked));
            }));
            all.add(new Conversation(
                    "failure-" + mode,
                    client -> fresh(client, "failure-" + mode, "flaky", FAILURE.formatted(UUID.randomUUID()), asked)));
        }
        return all;
    }

    private static String assistant(Client client, String graph) throws Exception {
        String body = "{\"graph_id\":\"" + graph + "\",\"metadata\":{\"created_by\":\"system\"}}";
        return client.post("", "/assistants/search", body)
                .text()
                .replaceFirst("(?s).*?\"assistant_id\":\"([^\"]*)\".*", "$1");
    }

    /// The text of a run's request.
    private static String order(Client client, String graph, String input, String more) throws Exception {
        return "{\"assistant_id\":\"" + assistant(client, graph) + "\",\"input\":" + input + "," + more + "}";
    }

    private static String command(Client client, String graph, String more) throws Exception {
        return "{\"assistant_id\":\"" + assistant(client, graph)
                + "\",\"command\":{\"resume\":{\"approved\":true,\"comment\":\"fine\"}}," + more + "}";
    }

    private static String thread(Client client) throws Exception {
        return client.post("", "/threads", "{}").member("thread_id");
    }

    private static Exchange fresh(Client client, String name, String graph, String input, String more)
            throws Exception {
        return client.post(name, "/threads/" + thread(client) + "/runs/stream", order(client, graph, input, more));
    }

    private static void system(Client client) throws Exception {
        client.get("ok", "/ok");
        client.get("info", "/info");
    }

    private static void assistants(Client client) throws Exception {
        String system = "{\"graph_id\":\"joke\",\"metadata\":{\"created_by\":\"system\"}";
        client.post("assistants-search", "/assistants/search", system + "}");
        client.post("assistants-search-page", "/assistants/search", system + ",\"limit\":1}");
        client.post("assistants-count", "/assistants/count", system + "}");
        String joke = "/assistants/" + assistant(client, "joke");
        client.get("assistants-get", joke);
        client.get("assistants-schemas", joke + "/schemas");
        client.get("assistants-graph", joke + "/graph");
        client.get("assistants-subgraphs-none", joke + "/subgraphs");
        String supervisor = "/assistants/" + assistant(client, "supervisor");
        client.get("assistants-graph-nested", supervisor + "/graph");
        client.get("assistants-graph-xray", supervisor + "/graph?xray=true");
        client.get("assistants-subgraphs", supervisor + "/subgraphs");
        client.get("assistants-subgraphs-deep", supervisor + "/subgraphs?recurse=true");
    }

    private static void threads(Client client) throws Exception {
        String mark = "{\"metadata\":{\"suite\":\"conformance\",\"mark\":\"" + UUID.randomUUID() + "\"}";
        String id = client.post("threads-create", "/threads", mark + "}").member("thread_id");
        client.post("threads-create-again", "/threads", "{\"thread_id\":\"" + id + "\"}");
        client.post("threads-create-once", "/threads", "{\"thread_id\":\"" + id + "\",\"if_exists\":\"do_nothing\"}");
        client.get("threads-get", "/threads/" + id);
        client.get("threads-state-fresh", "/threads/" + id + "/state");
        client.get("threads-history-fresh", "/threads/" + id + "/history");
        client.send("threads-patch", "PATCH", "/threads/" + id, "{\"metadata\":{\"more\":1}}");
        client.post("threads-search", "/threads/search", mark + "}");
        client.post("threads-search-none", "/threads/search", mark + ",\"status\":\"busy\"}");
        client.post("threads-count", "/threads/count", mark + "}");
        client.send("threads-delete", "DELETE", "/threads/" + id, "");
        client.get("threads-get-deleted", "/threads/" + id);
    }

    private static void history(Client client) throws Exception {
        String id = thread(client);
        String thread = "/threads/" + id;
        client.post("", thread + "/runs/wait", order(client, "joke", JOKE, "\"metadata\":{\"mark\":7}"));
        client.get("history-thread", thread);
        client.get("history-state", thread + "/state");
        client.get("history-all", thread + "/history?limit=10");
        client.post("history-two", thread + "/history", "{\"limit\":2}");
        Exchange newest = client.post("", thread + "/history", "{\"limit\":3}");
        String oldest = newest.text().replaceFirst("(?s).*\"parent_checkpoint_id\":\"([^\"]*)\".*", "$1");
        if (!oldest.equals(newest.text())) {
            client.get("history-state-at", thread + "/state/" + oldest);
        }
        client.post(
                "history-update", thread + "/state", "{\"values\":{\"topic\":\"tea\"},\"as_node\":\"refine_topic\"}");
        client.get("history-state-updated", thread + "/state");
        String copy = client.post("history-copy", thread + "/copy", "").member("thread_id");
        client.get("history-copy-state", "/threads/" + copy + "/state");
        client.post(
                "history-run-on",
                thread + "/runs/stream",
                order(client, "joke", "null", "\"stream_mode\":[\"updates\"]"));
    }

    private static void runs(Client client) throws Exception {
        String runs = "/threads/" + thread(client) + "/runs";
        client.get("runs-none", runs);
        client.post("runs-wait", runs + "/wait", order(client, "joke", JOKE, "\"metadata\":{\"mark\":7}"));
        String run = client.post(
                        "runs-create",
                        runs,
                        order(client, "joke", JOKE, "\"stream_resumable\":true,\"stream_mode\":[\"updates\"]"))
                .member("run_id");
        client.get("runs-join", runs + "/" + run + "/join");
        client.get("runs-get", runs + "/" + run);
        client.get("runs-list", runs);
        client.send("runs-cancel-ended", "POST", runs + "/" + run + "/cancel", "");
        client.send("runs-delete", "DELETE", runs + "/" + run, "");
        client.get("runs-get-deleted", runs + "/" + run);
    }

    private static void resumed(Client client) throws Exception {
        String thread = thread(client);
        String more = "\"stream_mode\":[\"messages-tuple\"],\"stream_resumable\":true,"
                + "\"context\":{\"token_delay_ms\":40,\"model_name\":\"scripted-1\"}";
        Exchange whole =
                client.post("resumed-whole", "/threads/" + thread + "/runs/stream", order(client, "joke", JOKE, more));
        String stream = "/threads/" + thread + "/runs/" + whole.run() + "/stream";
        // Tokens lie 40 ms apart, so that no other event has the id of the fourth.
        DeliveredEvent fourth = whole.events().get(4);
        client.join("resumed-rest", stream, String.valueOf(fourth.id()));
        client.join("resumed-all", stream, "-1");
        client.join(
                "resumed-nothing",
                stream,
                String.valueOf(whole.events().getLast().id()));
    }

    private static void cancel(Client client) throws Exception {
        String runs = "/threads/" + thread(client) + "/runs";
        String slow = order(
                client,
                "joke",
                JOKE,
                "\"stream_mode\":[\"updates\",\"messages-tuple\"],\"context\":{\"token_delay_ms\":1500}");
        Exchange stream = client.during("cancel-stream", runs + "/stream", slow, "\"Why\"", () -> {
            String run = newest(client, runs);
            client.send("cancel-wait", "POST", runs + "/" + run + "/cancel?wait=true", "");
        });
        client.get("cancel-run", runs + "/" + stream.run());
        client.get("cancel-state", runs.replace("/runs", "/state"));
        client.get("cancel-thread", runs.replace("/runs", ""));
    }

    private static String newest(Client client, String runs) throws Exception {
        return client.get("", runs + "?limit=1").text().replaceFirst("(?s).*?\"run_id\":\"([^\"]*)\".*", "$1");
    }

    private static void busy(Client client) throws Exception {
        String thread = "/threads/" + thread(client);
        String slow = order(
                client,
                "joke",
                JOKE,
                "\"stream_mode\":[\"updates\",\"messages-tuple\"],\"context\":{\"token_delay_ms\":1500}");
        String second = order(client, "joke", JOKE, "\"multitask_strategy\":\"reject\"");
        client.during("", thread + "/runs/stream", slow, "\"Why\"", () -> {
            client.get("busy-thread", thread);
            client.get("busy-run", thread + "/runs/" + newest(client, thread + "/runs"));
            client.post("busy-reject", thread + "/runs/stream", second);
            client.post("busy-update", thread + "/state", "{\"values\":{\"topic\":\"tea\"}}");
            client.post("", thread + "/runs/" + newest(client, thread + "/runs") + "/cancel?wait=true", "");
        });
    }

    private static void stateless(Client client) throws Exception {
        client.post("stateless-stream", "/runs/stream", order(client, "joke", JOKE, "\"stream_mode\":[\"updates\"]"));
        client.post("stateless-wait", "/runs/wait", order(client, "joke", JOKE, "\"stream_mode\":[\"values\"]"));
        client.post("stateless-create", "/runs", order(client, "joke", JOKE, "\"stream_mode\":[\"values\"]"));
    }

    private static void interrupt(Client client) throws Exception {
        String thread = "/threads/" + thread(client);
        String updates = "\"stream_mode\":[\"updates\"]";
        Exchange first =
                client.post("interrupt-updates", thread + "/runs/stream", order(client, "approval", APPROVAL, updates));
        client.get("interrupt-run", thread + "/runs/" + first.run());
        client.get("interrupt-thread", thread);
        client.get("interrupt-state", thread + "/state");
        client.post("interrupt-updates-resumed", thread + "/runs/stream", command(client, "approval", updates));
        client.get("interrupt-state-resumed", thread + "/state");
        client.get("interrupt-thread-resumed", thread);
        client.get("interrupt-history", thread + "/history?limit=10");
        String waiting = "/threads/" + thread(client);
        client.post("interrupt-wait", waiting + "/runs/wait", order(client, "approval", APPROVAL, updates));
        client.post("interrupt-wait-resumed", waiting + "/runs/wait", command(client, "approval", updates));
    }

    private static void nestedInterrupt(Client client) throws Exception {
        String thread = "/threads/" + thread(client);
        String updates = "\"stream_mode\":[\"updates\"],\"stream_subgraphs\":true";
        String order = order(client, "supervisor", NESTED.formatted(true), updates);
        client.post("nested-interrupt", thread + "/runs/stream", order);
        client.get("nested-interrupt-state", thread + "/state");
        client.get("nested-interrupt-state-deep", thread + "/state?subgraphs=true");
        client.post("nested-interrupt-resumed", thread + "/runs/stream", command(client, "supervisor", updates));
    }

    private static void breakpoint(Client client) throws Exception {
        String thread = "/threads/" + thread(client);
        String updates = "\"stream_mode\":[\"updates\",\"tasks\"]";
        String before = updates + ",\"interrupt_before\":[\"generate_joke\"]";
        client.post("breakpoint-before", thread + "/runs/stream", order(client, "joke", JOKE, before));
        client.get("breakpoint-thread", thread);
        client.get("breakpoint-state", thread + "/state");
        client.post("breakpoint-on", thread + "/runs/stream", order(client, "joke", "null", updates));
        String after = updates + ",\"interrupt_after\":[\"refine_topic\"]";
        fresh(client, "breakpoint-after", "joke", JOKE, after);
    }

    private static void failure(Client client) throws Exception {
        String thread = "/threads/" + thread(client);
        String input = FAILURE.formatted(UUID.randomUUID());
        Exchange stream = client.post(
                "failure-updates",
                thread + "/runs/stream",
                order(client, "flaky", input, "\"stream_mode\":[\"updates\",\"custom\"]"));
        client.get("failure-run", thread + "/runs/" + stream.run());
        client.get("failure-thread", thread);
        client.get("failure-state", thread + "/state");
        fresh(
                client,
                "failure-unknown",
                "flaky",
                FAILURE.formatted(UUID.randomUUID()).replace("fatal", "transient"),
                "\"stream_mode\":[\"updates\"]");
        client.get("failure-join", thread + "/runs/" + stream.run() + "/join");
        client.post(
                "failure-wait",
                "/threads/" + thread(client) + "/runs/wait",
                order(client, "flaky", input, "\"stream_mode\":\"values\""));
    }

    private static void refusals(Client client) throws Exception {
        String thread = "/threads/" + thread(client);
        String unknown = "/threads/" + UNKNOWN;
        String order = order(client, "joke", JOKE, "\"stream_mode\":[\"values\"]");
        client.get("refused-route", "/nowhere");
        client.send("refused-method", "PUT", "/threads/search", "{}");
        client.get("refused-thread-id", "/threads/no-uuid");
        client.get("refused-thread", unknown);
        client.get("refused-state", unknown + "/state");
        client.get("refused-history", unknown + "/history");
        client.send("refused-delete", "DELETE", unknown, "");
        client.get("refused-assistant", "/assistants/" + UNKNOWN);
        client.get("refused-run", thread + "/runs/" + UNKNOWN);
        client.send("refused-cancel", "POST", thread + "/runs/" + UNKNOWN + "/cancel", "");
        client.get("refused-join", thread + "/runs/" + UNKNOWN + "/join");
        client.get("refused-join-stream", thread + "/runs/" + UNKNOWN + "/stream");
        client.post("refused-run-on-unknown-thread", unknown + "/runs/stream", order);
        client.post(
                "refused-run-of-unknown",
                thread + "/runs/stream",
                "{\"assistant_id\":\"" + UNKNOWN + "\",\"input\":{}}");
        client.post("refused-run-of-no-graph", thread + "/runs/stream", "{\"assistant_id\":\"nobody\",\"input\":{}}");
        client.post("refused-run-of-none", thread + "/runs/stream", "{\"input\":{}}");
        client.post("refused-mode", thread + "/runs/stream", order.replace("\"values\"", "\"colours\""));
        client.post("refused-json", thread + "/runs/stream", "{\"assistant_id\":");
        client.post("refused-limit", "/threads/search", "{\"limit\":-1}");
        client.post("refused-update", thread + "/state", "{\"values\":{\"topic\":\"tea\"}}");
    }

    private static void fanOut(Client client) throws Exception {
        String sources = "{\"question\":\"Which jar?\",\"sources\":[" + source("alpha", 30) + "," + source("beta", 10)
                + "," + source("gamma", 20) + "],\"options\":{\"progress_steps\":1,\"order\":\"by_name\"}}";
        for (String mode : List.of("tasks", "updates", "custom")) {
            fresh(client, "fan-out-" + mode, "research", sources, "\"stream_mode\":[\"" + mode + "\"]");
        }
        String both = APPROVAL.replace("single", "parallel");
        fresh(client, "fan-out-interrupts", "approval", both, "\"stream_mode\":[\"updates\"]");
    }

    /// What a deployment may do without.
    private static void beyond(Client client) throws Exception {
        String joke = assistant(client, "joke");
        client.post("beyond-store", "/store/items/search", "{\"namespace_prefix\":[\"conformance\"]}");
        client.post("beyond-crons", "/runs/crons/search", "{\"limit\":1}");
        client.post(
                "beyond-batch", "/runs/batch", "[" + order(client, "joke", JOKE, "\"stream_mode\":[\"values\"]") + "]");
        client.post("beyond-versions", "/assistants/" + joke + "/versions", "{}");
        String made = UUID.randomUUID().toString();
        client.post("beyond-assistant", "/assistants", "{\"graph_id\":\"joke\",\"assistant_id\":\"" + made + "\"}");
        client.send("beyond-assistant-delete", "DELETE", "/assistants/" + made, "");
        String past = "\"supersteps\":[{\"updates\":[{\"values\":{\"topic\":\"tea\"},\"as_node\":\"__input__\"}]}]";
        client.post("beyond-supersteps", "/threads", "{\"metadata\":{\"graph_id\":\"joke\"}," + past + "}");
        String thread = "/threads/" + thread(client);
        client.post("", thread + "/runs/wait", order(client, "joke", JOKE, "\"stream_mode\":[\"values\"]"));
        client.post(
                "beyond-goto",
                thread + "/runs/stream",
                "{\"assistant_id\":\"" + joke + "\",\"stream_mode\":[\"updates\"],\"command\":{\"goto\":"
                        + "[{\"node\":\"refine_topic\",\"input\":" + JOKE + "}]}}");
        client.post("beyond-commands", thread + "/commands", "{\"id\":1,\"method\":\"nothing\",\"params\":{}}");
    }

    private static String source(String name, int millis) {
        return "{\"name\":\"" + name + "\",\"kind\":\"web\",\"duration_ms\":" + millis + ",\"weight\":0.5}";
    }
}
