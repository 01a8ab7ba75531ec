package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.GraphInput;
import org.bsc.langgraph4j.GraphPath;
import org.bsc.langgraph4j.GraphResult;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.InterruptionMetadata;
import org.bsc.langgraph4j.state.AgentState;
import org.bsc.langgraph4j.streaming.StreamingOutput;
import org.jspecify.annotations.Nullable;

/// The work of one run, from its first event to its last, on a thread of its own.
final class RunWork {
    /// Where a run's config holds its context, as plain Java.
    static final String CONTEXT = "threadline.context";

    /// A node's failure is the run's and is told to its readers; on the console it would look like a fault of ours.
    private static final Logger QUIET = Logger.getLogger("org.bsc.langgraph4j");

    static {
        QUIET.setLevel(Level.OFF);
    }

    private final GraphRun run;
    private final RunTelling telling;
    private final RunCheckpoints checkpoints;
    private final RunTasks tasks;
    private final double speed;

    RunWork(GraphRun run, Ids ids, double speed) {
        this.run = run;
        this.speed = speed;
        telling = new RunTelling(run);
        checkpoints = new RunCheckpoints(run, telling, ids);
        tasks = new RunTasks(checkpoints, telling);
    }

    /// Works until the run has ended; never throws.
    void work() {
        Thread here = Thread.currentThread();
        run.begin(here::interrupt);
        run.thread.graph(run.order.assistant().graph());
        telling.started();
        try {
            JsonValue result = follow(run.order.assistant().graph().graph());
            telling.callbacks().graphEnded(values());
            run.end(run.cancelled() ? RunStatus.INTERRUPTED : RunStatus.SUCCESS, result, null);
        } catch (Throwable failure) {
            Throwable cause = RunTasks.cause(failure);
            if (run.cancelled() || cause instanceof InterruptedException) {
                tasks.allCancelled();
                run.end(RunStatus.INTERRUPTED, values(), null);
                return;
            }
            tasks.allFailed(failure);
            JsonObject error = RunTasks.error(cause);
            telling.failed(error);
            run.end(RunStatus.ERROR, Plain.object("__error__", error), error);
        }
    }

    private <S extends AgentState> JsonValue follow(StateGraph<S> graph) throws Exception {
        GraphInput input = start();
        Topology topology = checkpoints.topology("");
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            RunnableConfig.Builder config = RunnableConfig.builder()
                    .threadId(run.thread.id)
                    .putMetadata(TaskHooks.TASKS, tasks)
                    .putMetadata(NodeStream.SPEED, speed)
                    .putMetadata(CONTEXT, Plain.map(run.order.context()));
            for (String branches : topology.branches()) {
                config.putMetadata(branches, side);
            }
            try {
                AsyncGenerator.Cancellable<NodeOutput<S>> outputs =
                        graph.compile(compile(topology)).stream(input, config.build());
                for (NodeOutput<S> output : outputs) {
                    if (output instanceof StreamingOutput<S> chunk && chunk.chunk() != null) {
                        new NodeStream(tasks, GraphPath.empty(), chunk.node(), speed).chunk(chunk.chunk());
                    }
                }
                GraphResult result = GraphResult.from(outputs);
                if (result.isInterruptionMetadata()) {
                    return stopped(result.asInterruptionMetadata());
                }
            } finally {
                side.shutdownNow();
            }
        }
        return values();
    }

    private CompileConfig compile(Topology topology) {
        return CompileConfig.builder()
                .checkpointSaver(checkpoints)
                .recursionLimit(run.order.recursionLimit())
                .interruptsBefore(named(run.order.before(), topology))
                .interruptsAfter(named(run.order.after(), topology))
                .build();
    }

    private static List<String> named(Set<String> asked, Topology topology) {
        return topology.nodes().stream()
                .filter(node -> asked.contains("*") || asked.contains(node))
                .map(topology::joined)
                .distinct()
                .toList();
    }

    /// Where the run begins: with its input, or at the checkpoint it goes on from.
    private GraphInput start() {
        RunOrder order = run.order;
        String wanted = order.checkpointId();
        GraphCheckpoint from = wanted == null ? checkpoints.head("") : run.thread.checkpoint(wanted);
        if (wanted != null && from != null) {
            run.thread.rewind(from);
        }
        JsonObject given = order.input();
        if (given != null) {
            Map<String, Object> values = new HashMap<>(Plain.map(given));
            values.values().removeIf(value -> value == null);
            checkpoints.input(values);
            return GraphInput.args(values);
        }
        if (from == null) {
            throw new IllegalStateException("The thread has no checkpoint to go on from, and the run has no input.");
        }
        if (wanted != null) {
            from = checkpoints.write("", "fork", from.values(), from.from(), from.to(), from.next());
        }
        if (order.update() != null || !order.gotos().isEmpty()) {
            from = moved(from, order);
        }
        if (from.source().equals("input")) {
            Map<String, Object> input = from.input() == null ? Map.of() : from.input();
            return GraphInput.args(input);
        }
        if (from.tasks().isEmpty()) {
            throw new IllegalStateException("The thread has ended: there is nothing to go on with.");
        }
        return resume(from, order.resume());
    }

    /// A checkpoint with what the command writes, or with another node to follow.
    private GraphCheckpoint moved(GraphCheckpoint from, RunOrder order) {
        Map<String, Object> state = new LinkedHashMap<>(from.values());
        JsonObject update = order.update();
        if (update != null) {
            state = new LinkedHashMap<>(merge(checkpoints.graph("").graph(), state, Plain.map(update)));
        }
        String to = order.gotos().isEmpty() ? from.to() : order.gotos().getFirst();
        return checkpoints.write(
                "", "update", state, from.from(), to, checkpoints.topology("").next(to));
    }

    static Map<String, Object> merge(
            StateGraph<? extends AgentState> graph, Map<String, Object> state, Map<String, @Nullable Object> update) {
        return AgentState.updateState(state, new HashMap<>(update), graph.getChannels());
    }

    private GraphInput resume(GraphCheckpoint from, @Nullable JsonValue resume) {
        checkpoints.open("");
        if (resume == null) {
            return GraphInput.resume();
        }
        TaskState asking = asking(from);
        JsonValue answer = asking == null ? resume : answerOf(asking, resume);
        if (asking != null) {
            tasks.answer(asking.id, Plain.java(answer));
        }
        boolean intoState = run.order.assistant().graph().resumesIntoState();
        return intoState && answer instanceof JsonObject values
                ? GraphInput.resume(new HashMap<>(Plain.map(values)))
                : GraphInput.resume();
    }

    /// An answer may name the question by its id.
    private static JsonValue answerOf(TaskState asking, JsonValue resume) {
        if (resume instanceof JsonObject byId && !asking.interrupts.isEmpty()) {
            JsonValue id = asking.interrupts.getFirst().get("id");
            JsonValue own = id instanceof JsonString text ? byId.get(text.value()) : null;
            return own == null ? resume : own;
        }
        return resume;
    }

    /// The innermost task that waits.
    private @Nullable TaskState asking(GraphCheckpoint from) {
        for (TaskState task : from.tasks()) {
            if (task.waits()) {
                String namespace =
                        (from.namespace().isEmpty() ? "" : from.namespace() + "|") + task.node + ":" + task.id;
                GraphCheckpoint inside = run.thread.head(namespace);
                TaskState deeper = inside == null ? null : asking(inside);
                return deeper == null ? task : deeper;
            }
        }
        return null;
    }

    private JsonValue stopped(InterruptionMetadata<?> interruption) {
        Object value = interruption.metadata(Interrupt.VALUE).orElse(null);
        if (value == null && !interruption.metadataKeys().isEmpty()) {
            Map<String, Object> told = new LinkedHashMap<>();
            interruption
                    .metadataKeys()
                    .forEach(key -> told.put(key, interruption.metadata(key).orElse("")));
            value = told;
        }
        List<JsonObject> questions = tasks.waits(value == null ? Map.of("node", interruption.nodeId()) : value);
        if (questions == null) {
            telling.stopped();
        }
        return Plain.object("__interrupt__", new JsonArray(questions == null ? List.of() : List.copyOf(questions)));
    }

    private JsonObject values() {
        GraphCheckpoint head = checkpoints.head("");
        return head == null ? Plain.object() : checkpoints.values(head);
    }
}
