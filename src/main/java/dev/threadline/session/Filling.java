package dev.threadline.session;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.protocol.ThreadState;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventLog;
import dev.threadline.run.HistoryShapes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a thread's history tells of the events of a run that were missed (decision 5): the root's checkpoints
/// since the last one that is known, and what the tasks between them wrote.
///
/// Blocks, on the thread that found the gap: what comes after is waiting in the socket meanwhile.
final class Filling {
    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int PAGE = 20;
    private static final int MOST = 500;

    /// A part of the history, as if it had been an event.
    ///
    /// @param event named `history/checkpoint` or `history/task`, without an id; its data is the server's JSON
    /// @param serverTime of a checkpoint when it was made, of a task when its step was over, or
    ///     [EventFacts#NO_TIME]: microseconds on the server's clock
    record Found(WireEvent event, long serverTime) {}

    private final AgentServer server;
    private final Recording recording;
    private final int run;
    private final Duration pause;
    private long lookedAt;

    /// A source for a run's recording.
    ///
    /// @param pause how long after one look none is taken
    Filling(AgentServer server, Recording recording, int run, Duration pause) {
        this.server = server;
        this.recording = recording;
        this.run = run;
        this.pause = pause;
    }

    /// What is known of the run and did not come by its streams so far, oldest first; empty where the server
    /// doesn't say.
    ///
    /// @param atOnce whether to look even where it was just looked
    List<Found> missing(String threadId, String runId, boolean atOnce) {
        long now = Clock.now();
        if (!atOnce && now - lookedAt < pause.toNanos() / 1_000) {
            return List.of();
        }
        lookedAt = now;
        Set<String> known = new HashSet<>();
        Set<String> told = new HashSet<>();
        heard(known, told);
        try {
            return found(newest(server, threadId, runId, known), known, told);
        } catch (ServerFailure e) {
            LOG.debug("No history of thread {}: {}", threadId, e.sentence());
            return List.of();
        }
    }

    /// Which checkpoints of the root and whose results are recorded.
    private void heard(Set<String> checkpoints, Set<String> tasks) {
        EventLog log = recording.log();
        for (int i = log.size() - 1; i >= 0 && log.run(i) == run; i--) {
            String of = log.kind(i) == EventKind.CHECKPOINT ? log.ref(i) : log.task(i);
            if (log.namespace(i).isEmpty() && of != null) {
                if (log.kind(i) == EventKind.CHECKPOINT) {
                    checkpoints.add(of);
                } else if (log.kind(i) == EventKind.TASK_RESULT) {
                    tasks.add(of);
                }
            }
        }
    }

    /// The states of this run from the newest down to the first that is known, that one too.
    private static List<ThreadState> newest(AgentServer server, String threadId, String runId, Set<String> known)
            throws ServerFailure {
        List<ThreadState> states = new ArrayList<>();
        String before = null;
        List<ThreadState> page;
        do {
            page = server.history(threadId, PAGE, before);
            for (ThreadState state : page) {
                if (state.checkpoint() == null || !belongs(state, runId)) {
                    return states;
                }
                states.add(state);
                before = state.checkpoint().checkpointId();
                if (known.contains(before)) {
                    return states;
                }
            }
        } while (page.size() == PAGE && states.size() < MOST);
        return states;
    }

    private static boolean belongs(ThreadState state, String runId) {
        return !(state.metadata().get("run_id") instanceof JsonString id)
                || id.value().equals(runId);
    }

    private static List<Found> found(List<ThreadState> newestFirst, Set<String> known, Set<String> told) {
        long now = Clock.now();
        List<Found> found = new ArrayList<>();
        long after = EventFacts.NO_TIME;
        for (ThreadState state : newestFirst) {
            List<Found> here = new ArrayList<>();
            long at = HistoryShapes.micros(state.createdAt());
            if (state.checkpoint() != null && !known.contains(state.checkpoint().checkpointId())) {
                here.add(new Found(event(now, HistoryShapes.CHECKPOINT, state.json()), at));
            }
            if (state.json().get("tasks") instanceof JsonArray tasks) {
                for (JsonValue task : tasks.items()) {
                    if (task instanceof JsonObject object && ended(object) && !told.contains(id(object))) {
                        here.add(new Found(event(now, HistoryShapes.TASK, object), after));
                    }
                }
            }
            Collections.reverse(here);
            found.addAll(here);
            after = at;
        }
        Collections.reverse(found);
        return found;
    }

    private static boolean ended(JsonObject task) {
        return says(task.get("result")) || says(task.get("error"));
    }

    private static boolean says(@Nullable JsonValue value) {
        return value != null && value != JsonNull.NULL;
    }

    private static String id(JsonObject task) {
        return task.get("id") instanceof JsonString id ? id.value() : "";
    }

    private static WireEvent event(long now, String name, JsonObject data) {
        return new WireEvent(now, null, name, Json.write(data), false);
    }
}
