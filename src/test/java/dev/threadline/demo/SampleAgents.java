package dev.threadline.demo;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncEdgeAction;
import org.bsc.langgraph4j.action.AsyncNodeActionWithConfig;
import org.bsc.langgraph4j.action.InterruptableAction;
import org.bsc.langgraph4j.action.InterruptionMetadata;
import org.bsc.langgraph4j.state.Channel;
import org.bsc.langgraph4j.state.Channels;

/// Four of the sample agents in `src/test/agents`, written for langgraph4j with the same nodes, channels and
/// texts: so that what differs on the wire is the server's doing.
public final class SampleAgents {
    private SampleAgents() {}

    /// A demo server with the agents, at a free port.
    public static GraphServer start() throws Exception {
        return GraphServer.start(0, 1, List.of(joke(), approval(), supervisor(), flaky()));
    }

    /// What the agent `flaky` fails with.
    static final class FatalError extends RuntimeException {
        FatalError(String message) {
            super(message);
        }
    }

    /// What the agent `flaky` fails with when that may pass.
    static final class TransientError extends RuntimeException {
        TransientError(String message) {
            super(message);
        }
    }

    private static ServedGraph served(
            String name, StateGraph<DemoState> graph, Map<String, ServedGraph> subgraphs, String... channels) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String channel : channels) {
            properties.put(channel, Map.of());
        }
        JsonObject schema = Plain.object("type", "object", "properties", properties);
        return new ServedGraph(name, "", graph, schema, null, subgraphs, false);
    }

    private static ServedGraph joke() throws GraphStateException {
        StateGraph<DemoState> graph = DemoGraph.graph(Map.of());
        graph.addNode(
                "refine_topic",
                DemoGraph.node((state, stream, config) -> Map.of("topic", state.text("topic", "") + " and cats")));
        graph.addNode("generate_joke", DemoGraph.node((state, stream, config) -> {
            Map<String, Object> context =
                    DemoState.copy(config.metadata(RunWork.CONTEXT).orElse(null));
            long delay = context.get("token_delay_ms") instanceof Number given ? given.longValue() : 15;
            String topic = state.text("topic", "");
            ScriptedMessage message = stream.message("scripted-1");
            message.say("Why did the " + topic + " go to school? Because it wanted to get a little smarter!", delay);
            return Map.of("joke", String.valueOf(message.end(8).get("content")));
        }));
        graph.addEdge(START, "refine_topic");
        graph.addEdge("refine_topic", "generate_joke");
        graph.addEdge("generate_joke", END);
        ServedGraph served =
                served("joke", graph, Map.of(), "topic", "tone", "max_words", "family_friendly", "audience", "joke");
        JsonObject context = Plain.object("type", "object");
        return new ServedGraph("joke", "", graph, served.input(), context, Map.of(), false);
    }

    private static ServedGraph approval() throws GraphStateException {
        StateGraph<DemoState> graph = DemoGraph.graph(Map.of("decisions", appender()));
        graph.addNode("draft", DemoGraph.node((state, stream, config) -> {
            Map<String, Object> wrote = new LinkedHashMap<>();
            wrote.put("request", state.map("request"));
            wrote.put("total", 18.0);
            wrote.put("status", "draft");
            return wrote;
        }));
        graph.addNode("human_review", new Review());
        graph.addNode("finalize", DemoGraph.node((state, stream, config) -> Map.of("status", "approved")));
        graph.addEdge(START, "draft");
        graph.addEdge("draft", "human_review");
        graph.addEdge("human_review", "finalize");
        graph.addEdge("finalize", END);
        return served(
                "approval",
                graph,
                Map.of(),
                "variant",
                "request",
                "auto_approve_below",
                "total",
                "decisions",
                "status");
    }

    private static final class Review implements AsyncNodeActionWithConfig<DemoState>, InterruptableAction<DemoState> {
        @Override
        public Optional<InterruptionMetadata<DemoState>> interrupt(
                String node, DemoState state, RunnableConfig config) {
            Map<String, Object> question = new LinkedHashMap<>();
            question.put("kind", "approval");
            question.put("reviewer", "human");
            question.put("question", "human: approve \"Team snacks\" for 18 EUR?");
            question.put("choices", List.of("approve", "reject"));
            question.put("request", state.map("request"));
            question.put("total", 18.0);
            return Interrupt.ask(node, state, config, question);
        }

        @Override
        public CompletableFuture<Map<String, Object>> apply(DemoState state, RunnableConfig config) {
            Map<String, Object> decision = new LinkedHashMap<>();
            decision.put("reviewer", "human");
            decision.putAll(DemoState.copy(Interrupt.answer(config)));
            return CompletableFuture.completedFuture(Map.of("decisions", List.of(decision)));
        }
    }

    private static ServedGraph supervisor() throws GraphStateException {
        StateGraph<DemoState> analyze = DemoGraph.graph(Map.of("notes", appender()));
        analyze.addNode("extract", DemoGraph.node((state, stream, config) -> {
            stream.pause(state.whole("step_delay_ms", 40));
            return Map.of("notes", List.of("extracted facts about " + state.text("task", "")));
        }));
        analyze.addNode("score", new Score());
        analyze.addEdge(START, "extract");
        analyze.addEdge("extract", "score");
        analyze.addEdge("score", END);

        StateGraph<DemoState> research = DemoGraph.graph(Map.of("notes", appender()));
        research.addNode("search", DemoGraph.node((state, stream, config) -> {
            Map<String, Object> query = new LinkedHashMap<>();
            query.put("type", "query");
            query.put("text", state.text("task", ""));
            stream.custom(query);
            stream.pause(state.whole("step_delay_ms", 40));
            return Map.of("notes", List.of("searched for " + state.text("task", "")));
        }));
        DemoGraph.subgraph(research, "analyze_team", analyze);
        research.addEdge(START, "search");
        research.addEdge("search", "analyze_team");
        research.addEdge("analyze_team", END);

        // No conversation comes here: langgraph4j has no call of a graph from inside a node.
        StateGraph<DemoState> writing = DemoGraph.graph(Map.of());
        writing.addNode("outline", DemoGraph.node((state, stream, config) -> Map.of("parts", List.of())));
        writing.addNode("write", DemoGraph.node((state, stream, config) -> Map.of("text", "")));
        writing.addEdge(START, "outline");
        writing.addEdge("outline", "write");
        writing.addEdge("write", END);

        StateGraph<DemoState> graph = DemoGraph.graph(Map.of("notes", appender(), "finished", appender()));
        graph.addNode("supervisor", DemoGraph.node((state, stream, config) -> {
            int index = state.whole("next_index", 0);
            return index >= state.list("teams").size()
                    ? Map.of("finished", List.of("supervisor"))
                    : Map.of("next_index", index + 1);
        }));
        DemoGraph.subgraph(graph, "research_team", research);
        DemoGraph.subgraph(graph, "writing_team", writing);
        graph.addEdge(START, "supervisor");
        AsyncEdgeAction<DemoState> next =
                AsyncEdgeAction.edge_async(state -> state.list("finished").isEmpty() ? "research_team" : "__end__");
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("__end__", END);
        ways.put("research_team", "research_team");
        ways.put("writing_team", "writing_team");
        graph.addConditionalEdges("supervisor", next, ways);
        graph.addEdge("research_team", "supervisor");
        graph.addEdge("writing_team", "supervisor");

        String[] shared = {"task", "step_delay_ms", "confirm_score", "notes"};
        ServedGraph analyzing = served("analyze_team", analyze, Map.of(), shared);
        ServedGraph researching = served("research_team", research, Map.of("analyze_team", analyzing), shared);
        Map<String, ServedGraph> teams = new LinkedHashMap<>();
        teams.put("research_team", researching);
        teams.put("writing_team", served("writing_team", writing, Map.of()));
        return served(
                "supervisor",
                graph,
                teams,
                "task",
                "teams",
                "style",
                "step_delay_ms",
                "confirm_score",
                "notes",
                "finished",
                "text",
                "next_index");
    }

    private static final class Score implements AsyncNodeActionWithConfig<DemoState>, InterruptableAction<DemoState> {
        private final AsyncNodeActionWithConfig<DemoState> work = DemoGraph.node((state, stream, config) -> {
            ScriptedMessage message = stream.message("scripted-1");
            message.say("The facts about " + state.text("task", "") + " score nine of ten.", 10);
            String text = String.valueOf(message.end(3).get("content"));
            Map<String, Object> score = new LinkedHashMap<>();
            score.put("type", "score");
            score.put("value", 9);
            stream.custom(score);
            return Map.of("notes", List.of(text));
        });

        @Override
        public Optional<InterruptionMetadata<DemoState>> interrupt(
                String node, DemoState state, RunnableConfig config) {
            if (!state.flag("confirm_score", false)) {
                return Optional.empty();
            }
            Map<String, Object> question = new LinkedHashMap<>();
            question.put("kind", "confirm");
            question.put("question", "Score the facts about " + state.text("task", "") + "?");
            return Interrupt.ask(node, state, config, question);
        }

        @Override
        public CompletableFuture<Map<String, Object>> apply(DemoState state, RunnableConfig config) {
            return work.apply(state, config);
        }
    }

    private static ServedGraph flaky() throws GraphStateException {
        StateGraph<DemoState> graph = DemoGraph.graph(Map.of("log", appender()));
        graph.addNode("lookup", DemoGraph.node((state, stream, config) -> {
            Map<String, Object> cached = state.map("cached");
            Map<String, Object> wrote = new LinkedHashMap<>();
            wrote.put("lookup_result", "value of " + cached.get("key"));
            wrote.put("log", List.of("lookup done"));
            return wrote;
        }));
        graph.addNode("unstable", DemoGraph.node((state, stream, config) -> {
            Map<String, Object> attempt = new LinkedHashMap<>();
            attempt.put("type", "attempt");
            attempt.put("node", "unstable");
            attempt.put("attempt", 1);
            stream.custom(attempt);
            throw state.text("error_kind", "").equals("fatal")
                    ? new FatalError("unstable broke for good on attempt 1")
                    : new TransientError("unstable failed on attempt 1");
        }));
        graph.addNode("finish", DemoGraph.node((state, stream, config) -> Map.of("log", List.of("finished"))));
        graph.addEdge(START, "lookup");
        graph.addEdge("lookup", "unstable");
        graph.addEdge("unstable", "finish");
        graph.addEdge("finish", END);
        return served(
                "flaky", graph, Map.of(), "fail_times", "fail_forever", "error_kind", "cached", "lookup_result", "log");
    }

    private static Channel<?> appender() {
        return Channels.appenderWithDuplicate(ArrayList::new);
    }
}
