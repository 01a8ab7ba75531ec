package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.GraphPath;
import org.bsc.langgraph4j.GraphRunnerException;
import org.jspecify.annotations.Nullable;

/// The tasks of one run that have begun: told as they start, end, fail or wait. Branches call it side by side.
final class RunTasks {
    /// A task that has begun.
    private record Open(GraphPath path, String namespace, int step, TaskState task, Map<String, Object> state) {}

    private final RunCheckpoints checkpoints;
    private final RunTelling telling;
    private final List<Open> open = new ArrayList<>();
    private @Nullable String answered;
    private @Nullable Object answer;

    RunTasks(RunCheckpoints checkpoints, RunTelling telling) {
        this.checkpoints = checkpoints;
        this.telling = telling;
    }

    /// The answer to the question of a task.
    void answer(String taskId, @Nullable Object value) {
        answered = taskId;
        answer = value;
    }

    RunTelling telling() {
        return telling;
    }

    /// The namespace in which the graph at a path runs.
    String namespace(GraphPath path) {
        return checkpoints.namespace(path);
    }

    synchronized void started(GraphPath path, String node, Map<String, Object> state) {
        String namespace = checkpoints.namespace(path);
        checkpoints.open(namespace);
        GraphCheckpoint head = checkpoints.head(namespace);
        TaskState task = head == null ? null : head.task(node);
        if (head == null || task == null) {
            // A graph without checkpoints of its own: its tasks are known when they begin.
            int step = head == null ? 0 : head.step();
            String base = head == null ? namespace : head.id();
            task = new TaskState(Ids.ofTask(base, namespace + "#" + open.size() + step, node), node);
        }
        int step = head == null ? 1 : head.step() + 1;
        Open begun = new Open(path, namespace, step, task, state);
        open.add(begun);
        ServedGraph inside = checkpoints.graph(namespace).subgraphs().get(node);
        if (inside != null) {
            task.subgraph = true;
            checkpoints.enter(
                    path.append(node), (namespace.isEmpty() ? "" : namespace + "|") + node + ":" + task.id, inside);
        }
        telling.taskStarted(namespace, begun.step, task, checkpoints.values(namespace, state));
    }

    synchronized void done(GraphPath path, String node, Map<String, Object> result) {
        Open ended = take(path, node);
        if (ended == null) {
            return;
        }
        Map<String, Object> update = new HashMap<>(result);
        update.values().removeIf(value -> value instanceof AsyncGenerator<?>);
        JsonObject json = checkpoints.values(ended.namespace, update);
        ended.task.result = json;
        ended.task.error = null;
        telling.taskDone(ended.namespace, ended.step, ended.task, json);
    }

    synchronized void failed(GraphPath path, String node, Throwable failure) {
        Open ended = take(path, node);
        if (ended != null) {
            fail(ended, failure);
        }
    }

    private void fail(Open ended, Throwable failure) {
        Throwable cause = cause(failure);
        ended.task.error = cause.getClass().getSimpleName() + "('" + cause.getMessage() + "')";
        telling.taskFailed(ended.namespace, ended.step, ended.task, error(cause));
    }

    /// The run failed: the innermost open task did, and with it those around it.
    synchronized void allFailed(Throwable failure) {
        for (Open each : List.copyOf(open).reversed()) {
            fail(each, failure);
        }
        open.clear();
    }

    /// The run was cancelled: its readers are told nothing, its state is.
    synchronized void allCancelled() {
        open.forEach(each -> each.task.error = TaskState.CANCELLED);
        open.clear();
    }

    /// The run stopped at a question: the innermost open task asked it, those around it wait with it.
    ///
    /// @return the question, or null where no task is open: it stopped before or after a node
    synchronized @Nullable List<JsonObject> waits(Object value) {
        if (open.isEmpty()) {
            return null;
        }
        Open asking = open.getLast();
        String place =
                (asking.namespace.isEmpty() ? "" : asking.namespace + "|") + asking.task.node + ":" + asking.task.id;
        JsonObject question = Plain.object("value", value, "id", Ids.ofInterrupt(place), "response_schema", null);
        List<JsonObject> questions = List.of(question);
        for (Open each : List.copyOf(open).reversed()) {
            each.task.interrupts = questions;
            telling.taskWaits(
                    each.namespace, each.step, each.task, questions, checkpoints.values(each.namespace, each.state));
        }
        open.clear();
        return questions;
    }

    /// The answer that the task of a node was given, or null where it has none.
    synchronized @Nullable Object answerFor(GraphPath path, String node) {
        Open asking = find(path, node);
        return asking != null && asking.task.id.equals(answered) ? answer : null;
    }

    /// Whether the task of a node was given an answer; it may be null.
    synchronized boolean hasAnswer(GraphPath path, String node) {
        Open asking = find(path, node);
        return asking != null && asking.task.id.equals(answered);
    }

    /// The task of a node that has begun: its id and step.
    synchronized @Nullable TaskPlace place(GraphPath path, String node) {
        Open found = find(path, node);
        return found == null ? null : new TaskPlace(found.namespace, found.task.id, found.step);
    }

    /// Where a task stands.
    record TaskPlace(String namespace, String task, int step) {}

    private @Nullable Open find(GraphPath path, String node) {
        for (Open each : open) {
            if (each.path.equals(path) && each.task.node.equals(node)) {
                return each;
            }
        }
        return null;
    }

    private @Nullable Open take(GraphPath path, String node) {
        Open found = find(path, node);
        open.remove(found);
        return found;
    }

    /// What went wrong, without what langgraph4j wrapped around it.
    static Throwable cause(Throwable failure) {
        Throwable here = failure;
        while ((here instanceof CompletionException
                        || here instanceof ExecutionException
                        || here instanceof GraphRunnerException)
                && here.getCause() != null) {
            here = here.getCause();
        }
        return here;
    }

    static JsonObject error(Throwable cause) {
        return Plain.object("error", cause.getClass().getSimpleName(), "message", String.valueOf(cause.getMessage()));
    }
}
