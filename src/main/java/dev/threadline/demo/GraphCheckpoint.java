package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.bsc.langgraph4j.checkpoint.Checkpoint;
import org.jspecify.annotations.Nullable;

/// A state of a thread, or of a subgraph in it, that a run can go on from.
///
/// @param namespace `""` for the thread itself, else `node:task|node:task`
/// @param parent id of the checkpoint before it in its namespace, or null
/// @param source `input`, `loop`, `update` or `fork`
/// @param values the channels, plain Java
/// @param from langgraph4j's name of the node that made it
/// @param to langgraph4j's name of the node that follows
/// @param tasks those that follow, one for each node
/// @param parents ids of the enclosing namespaces' checkpoints, by namespace
/// @param input what the run was given, on a checkpoint of source `input`
record GraphCheckpoint(
        String id,
        String namespace,
        @Nullable String parent,
        String source,
        int step,
        Map<String, Object> values,
        String from,
        String to,
        List<TaskState> tasks,
        Map<String, String> parents,
        String run,
        JsonObject metadata,
        OffsetDateTime createdAt,
        @Nullable Map<String, Object> input) {
    /// As langgraph4j knows it.
    Checkpoint checkpoint() {
        return Checkpoint.builder()
                .id(id)
                .state(values)
                .nodeId(from)
                .nextNodeId(to)
                .build();
    }

    List<String> next() {
        return tasks.stream().map(task -> task.node).toList();
    }

    @Nullable
    TaskState task(String node) {
        return tasks.stream().filter(task -> task.node.equals(node)).findFirst().orElse(null);
    }
}
