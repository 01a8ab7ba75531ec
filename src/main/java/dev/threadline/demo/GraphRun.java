package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A run of a thread: what was asked, how it stands, what it told. Safe for any thread.
final class GraphRun {
    final String id;
    final GraphThread thread;
    final RunOrder order;
    final OffsetDateTime createdAt = Timestamps.now();
    final RunEvents events = new RunEvents();
    final CompletableFuture<RunStatus> ended = new CompletableFuture<>();
    private volatile RunStatus status = RunStatus.PENDING;
    private volatile OffsetDateTime updatedAt = createdAt;
    private volatile @Nullable JsonObject failure;
    private volatile @Nullable Runnable stop;
    private volatile boolean cancelled;
    private volatile JsonValue result = Plain.object();

    GraphRun(String id, GraphThread thread, RunOrder order) {
        this.id = id;
        this.thread = thread;
        this.order = order;
    }

    RunStatus status() {
        return status;
    }

    /// What was wrong, as `{error, message}`, or null.
    @Nullable
    JsonObject failure() {
        return failure;
    }

    /// The last values, or the questions it stopped at.
    JsonValue result() {
        return result;
    }

    boolean cancelled() {
        return cancelled;
    }

    void begin(Runnable stopper) {
        status = RunStatus.RUNNING;
        updatedAt = Timestamps.now();
        stop = stopper;
        if (cancelled) {
            stopper.run();
        }
    }

    void end(RunStatus how, JsonValue last, @Nullable JsonObject why) {
        result = last;
        failure = why;
        updatedAt = Timestamps.now();
        status = how;
        events.close();
        ended.complete(how);
    }

    /// Asks the run to stop; it has ended when [#ended] completes.
    void cancel() {
        cancelled = true;
        Runnable stopper = stop;
        if (stopper != null) {
            stopper.run();
        }
    }

    JsonObject json() {
        return json(status, metadata());
    }

    /// The run as its creation is answered, whether or not it has begun meanwhile.
    JsonObject asCreated() {
        return json(RunStatus.PENDING, own());
    }

    private JsonObject json(RunStatus now, JsonObject told) {
        return Plain.object(
                "run_id",
                id,
                "thread_id",
                thread.id,
                "assistant_id",
                order.assistant().id(),
                "metadata",
                own(),
                "status",
                now.word(),
                "kwargs",
                new RunWords(this, told).kwargs(),
                "multitask_strategy",
                order.multitask(),
                "created_at",
                Timestamps.text(createdAt),
                "updated_at",
                Timestamps.text(updatedAt),
                "langsmith_session_name",
                null);
    }

    /// What stands in the metadata of its tasks and messages too.
    JsonObject metadata() {
        return Plain.with(own(), "run_attempt", 1);
    }

    private JsonObject own() {
        JsonObject system = Plain.object(
                "created_by", "system",
                "graph_id", order.assistant().graph().name(),
                "assistant_id", order.assistant().id());
        return Plain.merged(system, order.metadata());
    }
}
