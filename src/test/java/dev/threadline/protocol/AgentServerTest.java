package dev.threadline.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.server.ServerKind;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every endpoint against the real servers.
@ExtendWith(RealServers.class)
class AgentServerTest {
    private static JsonObject object(String json) throws Exception {
        return (JsonObject) Json.parse(json);
    }

    private static RunRequest joke(String input) throws Exception {
        return RunRequest.of("joke")
                .input(Json.parse(input))
                .context(object("{\"token_delay_ms\":0}"))
                .build();
    }

    @Test
    void javaScriptAnswersEveryQuestion(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            answersAll(server, ServerInfo.Kind.JS);
        }
    }

    @Test
    void pythonAnswersEveryQuestion(@Python RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            answersAll(server, ServerInfo.Kind.PYTHON);
        }
    }

    private static void answersAll(AgentServer server, ServerInfo.Kind kind) throws Exception {
        server.ok();
        ServerInfo info = server.info();
        assertThat(info.kind()).isEqualTo(kind);
        assertThat(info.version()).isNotEmpty();
        assertThat(info.langgraphVersion()).isNotEmpty();
        assistants(server);
        threadsAndRuns(server);
        timeTravel(server);
        cancel(server);
    }

    private static void assistants(AgentServer server) throws Exception {
        List<Assistant> all = server.searchAssistants();
        assertThat(all).extracting(Assistant::graphId).contains("joke", "research", "approval", "supervisor");
        Assistant joke = server.assistant("joke");
        assertThat(joke.graphId()).isEqualTo("joke");
        assertThat(joke.byDefault()).isTrue();
        assertThat(all).extracting(Assistant::id).contains(joke.id());
        assertThat(server.searchAssistants(object("{\"graph_id\":\"joke\"}")))
                .extracting(Assistant::id)
                .contains(joke.id());
        assertThat(Json.write(server.schemas(joke.id()).input())).contains("topic", "max_words");
        AssistantGraph graph = server.graph("joke", false);
        assertThat(graph.nodes())
                .extracting(AssistantGraph.Node::id)
                .contains("__start__", "refine_topic", "generate_joke", "__end__");
        assertThat(graph.edges()).extracting(AssistantGraph.Edge::source).contains("refine_topic");
        assertThat(server.graph("supervisor", true).nodes().size())
                .isGreaterThan(server.graph("supervisor", false).nodes().size());
        assertThat(server.subgraphs("supervisor", false).members()).containsKey("research_team");
        assertThat(server.subgraphs("supervisor", true).members().keySet())
                .anyMatch(name -> name.startsWith("research_team|"));
    }

    private static void threadsAndRuns(AgentServer server) throws Exception {
        String mark = UUID.randomUUID().toString();
        ThreadInfo thread = server.createThread(object("{\"metadata\":{\"mark\":\"" + mark + "\"}}"));
        assertThat(thread.status()).isEqualTo("idle");
        assertThat(server.thread(thread.threadId()).metadata()).isEqualTo(thread.metadata());
        assertThat(server.searchThreads(object("{\"metadata\":{\"mark\":\"" + mark + "\"},\"limit\":5}")))
                .extracting(ThreadInfo::threadId)
                .containsExactly(thread.threadId());
        assertThat(server.state(thread.threadId(), false).next()).isEmpty();

        RunResult result = server.waitRun(thread.threadId(), joke("{\"topic\":\"tea\"}"));
        assertThat(result.error()).isNull();
        assertThat(Json.write(result.values())).contains("tea and cats");
        RunInfo run = server.runs(thread.threadId(), 10).getFirst();
        assertThat(run.status()).isEqualTo("success");
        assertThat(server.run(thread.threadId(), run.runId()).runId()).isEqualTo(run.runId());

        ThreadState state = server.state(thread.threadId(), true);
        assertThat(Json.write(state.values())).contains("tea and cats");
        assertThat(state.checkpoint()).isNotNull();
        assertThat(Json.write(server.waitRun(null, joke("{\"topic\":\"rain\"}")).values()))
                .contains("rain and cats");
        RunResult failed = server.waitRun(
                thread.threadId(),
                RunRequest.of("flaky")
                        .input(object("{\"error_kind\":\"fatal\"}"))
                        .build());
        assertThat(failed.error()).isNotEmpty();
    }

    private static void timeTravel(AgentServer server) throws Exception {
        String thread = server.createThread().threadId();
        server.waitRun(thread, joke("{\"topic\":\"tea\"}"));
        List<ThreadState> history = server.history(thread, 10, null);
        assertThat(history).hasSizeGreaterThanOrEqualTo(3);
        Checkpoint second = history.get(1).checkpoint();
        assertThat(server.history(thread, 1, second.checkpointId()).getFirst().checkpoint())
                .isEqualTo(history.get(2).checkpoint());
        assertThat(server.stateAt(thread, second.checkpointId(), false).values())
                .isEqualTo(history.get(1).values());
        assertThat(history.getFirst().parent().checkpointId()).isEqualTo(second.checkpointId());
        assertThat(server.historyOf(thread, "", 2)).hasSize(2);
        Checkpoint written =
                server.updateState(thread, object("{\"topic\":\"rain\"}"), "refine_topic", second.checkpointId());
        ThreadState branch = server.state(thread, false);
        assertThat(branch.checkpoint().checkpointId()).isEqualTo(written.checkpointId());
        assertThat(branch.next()).containsExactly("generate_joke");
        assertThat(Json.write(branch.values())).contains("rain");
    }

    private static void cancel(AgentServer server) throws Exception {
        String thread = server.createThread().threadId();
        RunRequest slow = RunRequest.of("joke")
                .input(object("{\"topic\":\"tea\"}"))
                .context(object("{\"token_delay_ms\":1000}"))
                .build();
        RunInfo run = server.createRun(thread, slow);
        assertThat(run.active()).isTrue();
        Hearing hearing = new Hearing();
        try (EventStream stream = server.join(thread, run.runId(), "-1", hearing)) {
            hearing.first();
            server.cancel(thread, run.runId(), "interrupt", true);
            assertThat(server.run(thread, run.runId()).active()).isFalse();
            assertThat(hearing.opened().runId()).isEqualTo(run.runId());
            stream.await();
        }
        RunInfo other = server.createRun(thread, slow);
        server.cancel(thread, other.runId(), "interrupt", false);
    }

    @Test
    void javaScriptsRefusalsEndInSentences(@Js RealServer real) throws Exception {
        refusals(new AgentServer(real.deployment()));
    }

    @Test
    void pythonsRefusalsEndInSentences(@Python RealServer real) throws Exception {
        refusals(new AgentServer(real.deployment()));
    }

    private static void refusals(AgentServer server) throws Exception {
        String nobody = UUID.randomUUID().toString();
        assertThat(failure(ServerFailure.NotFound.class, () -> server.assistant(nobody))
                        .sentence())
                .isEqualTo("local dev has no assistant " + nobody + ".");
        assertThat(failure(ServerFailure.NotFound.class, () -> server.schemas("no-graph"))
                        .sentence())
                .isEqualTo("local dev has no assistant no-graph.");
        assertThat(failure(ServerFailure.NotFound.class, () -> server.thread(nobody))
                        .sentence())
                .isEqualTo("local dev has no thread " + nobody + ".");
        String thread = server.createThread().threadId();
        assertThat(failure(ServerFailure.NotFound.class, () -> server.run(thread, nobody))
                        .sentence())
                .isEqualTo("local dev has no run " + nobody + ".");
        ServerFailure noMode = failure(
                ServerFailure.Refused.class,
                () -> server.stream(
                        thread, RunRequest.of("joke").modes(List.of("sideways")).build(), new Hearing()));
        assertThat(noMode.serverWords().orElseThrow()).contains("sideways");
        ServerFailure exists = failure(
                ServerFailure.Refused.class, () -> server.createThread(object("{\"thread_id\":\"" + thread + "\"}")));
        assertThat(exists.status()).isEqualTo(409);
        failure(
                ServerFailure.NotFound.class,
                () -> server.stream(thread, RunRequest.of(nobody).build(), new Hearing()));
        server.close();
    }

    @Test
    void javaScriptAsksForAKey(@Js(auth = true) RealServer real) throws Exception {
        keys(real);
    }

    @Test
    void pythonAsksForAKey(@Python(auth = true) RealServer real) throws Exception {
        keys(real);
    }

    private static void keys(RealServer real) throws Exception {
        try (AgentServer none = new AgentServer(real.deployment());
                AgentServer wrong = new AgentServer(real.deployment(key("wrong-key")));
                AgentServer reader = new AgentServer(real.deployment(key("reader-key")));
                AgentServer full = new AgentServer(real.deployment(key("demo-key")))) {
            assertThat(failure(ServerFailure.KeyRefused.class, none::searchAssistants)
                            .sentence())
                    .isEqualTo("local dev asks for an API key.");
            assertThat(failure(ServerFailure.KeyRefused.class, wrong::searchAssistants)
                            .sentence())
                    .isEqualTo("local dev refuses the API key.");
            String thread = reader.createThread().threadId();
            ServerFailure forbidden =
                    failure(ServerFailure.Forbidden.class, () -> reader.stream(thread, joke("{}"), new Hearing()));
            assertThat(forbidden.sentence()).isEqualTo("local dev does not let this key start a run.");
            assertThat(forbidden.details()).doesNotContain("reader-key");
            assertThat(full.waitRun(null, joke("{}")).error()).isNull();
        }
    }

    private static Header key(String value) {
        return new Header("x-api-key", value, true);
    }

    @Test
    void aPortWithNoServerIsSaid(@Js RealServer real) throws Exception {
        try (RealServer gone = real.another()) {
            assertThat(gone.kind()).isEqualTo(ServerKind.JS);
            gone.kill();
            AgentServer server = new AgentServer(gone.deployment());
            assertThat(failure(ServerFailure.Unreachable.class, server::ok).sentence())
                    .isEqualTo("Nothing answers at 127.0.0.1:" + gone.port() + ".");
        }
        AgentServer localhost =
                new AgentServer(new Deployment("local dev", URI.create("http://localhost:" + real.port()), List.of()));
        localhost.ok();
    }

    /// A request that ends in a failure.
    interface Request {
        void send() throws Exception;
    }

    private static <T extends ServerFailure> T failure(Class<T> type, Request request) {
        T failure = catchThrowableOfType(type, request::send);
        assertThat(failure).isNotNull();
        return failure;
    }
}
