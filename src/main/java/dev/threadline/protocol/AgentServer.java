package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Agent Server of one deployment (protocol, sections 1 to 3).
///
/// Every method blocks and throws a [ServerFailure]; call them on virtual or background threads. Safe for any thread.
/// Secrets of the deployment's headers are masked in everything that comes back.
public final class AgentServer implements AutoCloseable {
    private static final Words WORDS = Words.of(AgentServer.class);
    private static final int PAGE = 100;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Deployment deployment;
    private final ServerConnection connection;
    private volatile @Nullable ServerInfo known;

    /// A client for this deployment; connects with the first question.
    public AgentServer(Deployment deployment) {
        this.deployment = deployment;
        this.connection = new ServerConnection(deployment);
    }

    /// The deployment this is the client of.
    public Deployment deployment() {
        return deployment;
    }

    /// Checks that an Agent Server answers.
    public void ok() throws ServerFailure {
        identify(Question.get(WORDS.text("aim.there"), "ok"), answer -> {
            if (!Fields.of(answer, WORDS.text("part.answer")).flag("ok")) {
                throw new JsonFailure(WORDS.text("part.not-ok", "{\"ok\":true}"), 1, 1);
            }
            return answer;
        });
    }

    /// Which server answers, and its versions.
    public ServerInfo info() throws ServerFailure {
        ServerInfo info = identify(Question.get(WORDS.text("aim.version"), "info"), ServerInfo::read);
        known = info;
        return info;
    }

    private <T> T identify(Question question, Fields.Reader<T> reader) throws ServerFailure {
        try {
            return connection.ask(question, reader);
        } catch (ServerFailure.NotFound | ServerFailure.BadAnswer e) {
            Failures failures = connection.failures();
            throw failures.notAnAgentServer(e.answer(), failures.otherServer());
        }
    }

    /// All assistants, newest first as the server sorts them.
    public List<Assistant> searchAssistants() throws ServerFailure {
        return searchAssistants(new JsonObject(Map.of()));
    }

    /// The assistants that fit a filter: `graph_id`, `name`, `metadata`, all optional.
    public List<Assistant> searchAssistants(JsonObject filter) throws ServerFailure {
        List<Assistant> all = new ArrayList<>();
        List<Assistant> page;
        do {
            JsonObject body = with(filter, "limit", number(PAGE), "offset", number(all.size()));
            page = connection.ask(
                    Question.post(WORDS.text("aim.assistants"), body, "assistants", "search")
                            .repeatable(),
                    answer -> Fields.list(answer, WORDS.text("part.assistants"), Assistant::read));
            all.addAll(page);
        } while (page.size() >= PAGE);
        return List.copyOf(all);
    }

    /// One assistant by its id or its graph's name; a name stands for the assistant the server made for the graph.
    public Assistant assistant(String id) throws ServerFailure {
        return onAssistant(WORDS.text("aim.assistant"), id, Assistant::read);
    }

    /// The schemas of an assistant.
    public Schemas schemas(String id) throws ServerFailure {
        return onAssistant(WORDS.text("aim.schemas", id), id, Schemas::read, "schemas");
    }

    /// The graph of an assistant; `xray` unfolds its subgraphs.
    public AssistantGraph graph(String id, boolean xray) throws ServerFailure {
        return connection.ask(
                onAssistant(WORDS.text("aim.graph", id), id, "graph").with("xray", xray ? true : null),
                AssistantGraph::read);
    }

    /// Schemas of an assistant's subgraphs by name, as on the wire; `recurse` adds those inside, names joined by `|`.
    public JsonObject subgraphs(String id, boolean recurse) throws ServerFailure {
        return connection.ask(
                onAssistant(WORDS.text("aim.subgraphs", id), id, "subgraphs").with("recurse", recurse ? true : null),
                answer -> Fields.of(answer, WORDS.text("part.subgraphs")).object());
    }

    private <T> T onAssistant(String aim, String id, Fields.Reader<T> reader, String... below) throws ServerFailure {
        return connection.ask(onAssistant(aim, id, below), reader);
    }

    private Question onAssistant(String aim, String id, String... below) throws ServerFailure {
        List<String> path = new ArrayList<>(List.of("assistants", resolved(id)));
        path.addAll(List.of(below));
        return Question.get(aim, path.toArray(String[]::new)).about(WORDS.text("subject.assistant", id));
    }

    /// The Python server takes a graph's name for an assistant only where a run is started, the JS server everywhere.
    private String resolved(String id) throws ServerFailure {
        if (UUID.matcher(id).matches() || kind() == ServerInfo.Kind.JS) {
            return id;
        }
        // The Python server answers 404 to a search for a graph that it doesn't have.
        JsonObject filter = new JsonObject(Map.of("graph_id", new JsonString(id), "limit", number(PAGE)));
        Question search = Question.post(WORDS.text("aim.assistants"), filter, "assistants", "search")
                .about(WORDS.text("subject.assistant", id))
                .repeatable();
        List<Assistant> ofGraph =
                connection.ask(search, answer -> Fields.list(answer, WORDS.text("part.assistants"), Assistant::read));
        return ofGraph.stream()
                .filter(Assistant::byDefault)
                .findFirst()
                .or(() -> ofGraph.stream().findFirst())
                .map(Assistant::id)
                .orElse(id);
    }

    /// A new thread.
    public ThreadInfo createThread() throws ServerFailure {
        return createThread(new JsonObject(Map.of()));
    }

    /// A new thread with `thread_id`, `metadata`, `if_exists`, `supersteps` or `ttl`, all optional.
    public ThreadInfo createThread(JsonObject body) throws ServerFailure {
        return connection.ask(Question.post(WORDS.text("aim.new-thread"), body, "threads"), ThreadInfo::read);
    }

    /// One thread.
    public ThreadInfo thread(String threadId) throws ServerFailure {
        return connection.ask(
                Question.get(WORDS.text("aim.thread"), "threads", threadId)
                        .about(WORDS.text("subject.thread", threadId)),
                ThreadInfo::read);
    }

    /// One page of the threads that fit a query: `metadata`, `values`, `status`, `limit`, `offset`, `sort_by`, ….
    public List<ThreadInfo> searchThreads(JsonObject query) throws ServerFailure {
        return connection.ask(
                Question.post(WORDS.text("aim.threads"), query, "threads", "search")
                        .repeatable(),
                answer -> Fields.list(answer, WORDS.text("part.threads"), ThreadInfo::read));
    }

    /// The newest state of a thread; `subgraphs` adds the states of pending subgraphs to their tasks.
    public ThreadState state(String threadId, boolean subgraphs) throws ServerFailure {
        return connection.ask(
                Question.get(WORDS.text("aim.state"), "threads", threadId, "state")
                        .about(WORDS.text("subject.thread", threadId))
                        .with("subgraphs", subgraphs ? true : null),
                ThreadState::read);
    }

    /// The state of a thread at a checkpoint.
    public ThreadState stateAt(String threadId, String checkpointId, boolean subgraphs) throws ServerFailure {
        return connection.ask(
                Question.get(WORDS.text("aim.state"), "threads", threadId, "state", checkpointId)
                        .about(WORDS.text("subject.checkpoint", checkpointId, threadId))
                        .with("subgraphs", subgraphs ? true : null),
                ThreadState::read);
    }

    /// States of a thread, newest first.
    ///
    /// @param limit at most this many
    /// @param before id of the checkpoint to begin below, or null for the newest
    public List<ThreadState> history(String threadId, int limit, @Nullable String before) throws ServerFailure {
        return connection.ask(
                Question.get(WORDS.text("aim.history"), "threads", threadId, "history")
                        .about(WORDS.text("subject.thread", threadId))
                        .with("limit", limit)
                        .with("before", before),
                answer -> Fields.list(answer, WORDS.text("part.history"), ThreadState::read));
    }

    /// States of one subgraph of a thread, newest first.
    ///
    /// @param namespace its checkpoint namespace
    public List<ThreadState> historyOf(String threadId, String namespace, int limit) throws ServerFailure {
        JsonObject checkpoint = new JsonObject(Map.of("checkpoint_ns", new JsonString(namespace)));
        JsonObject body = new JsonObject(Map.of("limit", number(limit), "checkpoint", checkpoint));
        return connection.ask(
                Question.post(WORDS.text("aim.history"), body, "threads", threadId, "history")
                        .about(WORDS.text("subject.thread", threadId))
                        .repeatable(),
                answer -> Fields.list(answer, WORDS.text("part.history"), ThreadState::read));
    }

    /// Writes into a thread's state as if a node had.
    ///
    /// @param values what the node would have returned
    /// @param asNode the node, or null to leave it to the server
    /// @param checkpointId an older checkpoint starts a branch; null means the newest
    /// @return the checkpoint that was written
    public Checkpoint updateState(
            String threadId, JsonValue values, @Nullable String asNode, @Nullable String checkpointId)
            throws ServerFailure {
        Map<String, JsonValue> body = new LinkedHashMap<>();
        body.put("values", values);
        if (asNode != null) {
            body.put("as_node", new JsonString(asNode));
        }
        if (checkpointId != null) {
            body.put("checkpoint_id", new JsonString(checkpointId));
        }
        Question question = Question.post(WORDS.text("aim.change"), new JsonObject(body), "threads", threadId, "state")
                .about(WORDS.text("subject.thread", threadId));
        return connection.ask(question, answer -> {
            Checkpoint written =
                    Checkpoint.read(Fields.of(answer, WORDS.text("part.answer")).value("checkpoint"));
            if (written == null) {
                throw new JsonFailure(WORDS.text("part.no-checkpoint"), 1, 1);
            }
            return written;
        });
    }

    /// Starts a run in the background; without a thread where `threadId` is null.
    public RunInfo createRun(@Nullable String threadId, RunRequest request) throws ServerFailure {
        return connection.ask(start(threadId, request), RunInfo::read);
    }

    /// One run.
    public RunInfo run(String threadId, String runId) throws ServerFailure {
        return connection.ask(
                Question.get(WORDS.text("aim.run"), "threads", threadId, "runs", runId)
                        .about(WORDS.text("subject.run", runId)),
                RunInfo::read);
    }

    /// The newest runs of a thread.
    public List<RunInfo> runs(String threadId, int limit) throws ServerFailure {
        return connection.ask(
                Question.get(WORDS.text("aim.runs"), "threads", threadId, "runs")
                        .about(WORDS.text("subject.thread", threadId))
                        .with("limit", limit),
                answer -> Fields.list(answer, WORDS.text("part.runs"), RunInfo::read));
    }

    /// The runs that wait or work at this moment, on all threads that the server lists as busy, newest thread
    /// first; for a list of runs to join. One question for the threads, and one for each of them.
    public List<RunInfo> activeRuns() throws ServerFailure {
        JsonObject busy = with(new JsonObject(Map.of()), "status", new JsonString("busy"), "limit", number(PAGE));
        List<RunInfo> active = new ArrayList<>();
        for (ThreadInfo thread : searchThreads(busy)) {
            runs(thread.threadId(), PAGE).stream().filter(RunInfo::active).forEach(active::add);
        }
        return List.copyOf(active);
    }

    /// Starts a run and waits for its end, for as long as it takes.
    public RunResult waitRun(@Nullable String threadId, RunRequest request) throws ServerFailure {
        return connection.await(start(threadId, request, "wait"), RunResult::read);
    }

    /// Asks the server to stop a run.
    ///
    /// @param action `interrupt` or `rollback`
    /// @param wait whether to wait until it has stopped
    public void cancel(String threadId, String runId, String action, boolean wait) throws ServerFailure {
        // On the JS server any value of `wait` means true; old Python servers fail without one.
        String waitValue = wait ? "true" : kind() == ServerInfo.Kind.PYTHON ? "false" : null;
        Question question = new Question(
                "POST",
                List.of("threads", threadId, "runs", runId, "cancel"),
                Map.of("action", action),
                null,
                WORDS.text("aim.cancel"),
                WORDS.text("subject.run", runId),
                false);
        connection.tell(question.with("wait", waitValue), wait);
    }

    private ServerInfo.Kind kind() {
        ServerInfo info = known;
        try {
            return info == null ? info().kind() : info.kind();
        } catch (ServerFailure e) {
            return ServerInfo.Kind.UNKNOWN;
        }
    }

    /// Starts a run and streams its events; without a thread where `threadId` is null.
    ///
    /// Returns when the response's headers are there; interrupting the waiting thread gives the request up. The
    /// events are heard on a virtual thread of the stream's own, without a read timeout.
    public EventStream stream(@Nullable String threadId, RunRequest request, StreamListener listener)
            throws ServerFailure {
        return RunStream.open(connection, start(threadId, request, "stream"), listener);
    }

    /// Streams the events of a run that exists already.
    ///
    /// @param threadId null for a stateless run (JS only)
    /// @param lastEventId the events after this one, `-1` for all, null for those from now on
    public EventStream join(
            @Nullable String threadId, String runId, @Nullable String lastEventId, StreamListener listener)
            throws ServerFailure {
        return join(threadId, runId, null, lastEventId, listener);
    }

    /// The same at the address that an earlier stream of the run named ([StreamOpened#location]); an address
    /// that does
    /// not lie below the deployment's own is not asked, for it would get our credentials.
    public EventStream join(
            @Nullable String threadId,
            String runId,
            @Nullable String location,
            @Nullable String lastEventId,
            StreamListener listener)
            throws ServerFailure {
        List<String> path = threadId == null
                ? List.of("runs", runId, "stream")
                : List.of("threads", threadId, "runs", runId, "stream");
        // Python leaves out subgraphs' events without the query; JS doesn't know it and doesn't mind.
        Question question = new Question(
                "GET",
                path,
                Map.of("stream_subgraphs", "true"),
                null,
                WORDS.text("aim.join"),
                WORDS.text("subject.run", runId),
                true);
        return RunStream.join(connection, question, location, lastEventId, listener);
    }

    private static Question start(@Nullable String threadId, RunRequest request, String... how) {
        List<String> path = new ArrayList<>();
        if (threadId != null) {
            path.addAll(List.of("threads", threadId));
        }
        path.add("runs");
        path.addAll(List.of(how));
        String subject = threadId == null
                ? WORDS.text("subject.assistant", request.assistant())
                : WORDS.text("subject.assistant-or-thread", request.assistant(), threadId);
        return new Question("POST", path, Map.of(), request.body(), WORDS.text("aim.start"), subject, false);
    }

    private static JsonNumber number(int value) {
        return new JsonNumber(Integer.toString(value));
    }

    private static JsonObject with(JsonObject object, String a, JsonValue first, String b, JsonValue second) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put(a, first);
        members.put(b, second);
        return new JsonObject(Collections.unmodifiableMap(members));
    }

    /// Gives up everything in flight; streams end as closed by us.
    @Override
    public void close() {
        connection.close();
    }

    /// The deployment.
    @Override
    public String toString() {
        return deployment.toString();
    }
}
