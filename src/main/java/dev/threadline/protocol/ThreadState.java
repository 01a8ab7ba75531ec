package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of a thread at one checkpoint (protocol, section 2.3).
///
/// @param values the channels
/// @param next names of the nodes to run next, one name possibly several times; empty when done
/// @param tasks the tasks that belong to it
/// @param checkpoint its name, null for a fresh thread
/// @param parent the checkpoint before, null for the first
/// @param createdAt the server's clock, ISO 8601 as on the wire, empty where missing
/// @param metadata `source`, `step`, `run_id` and more; empty where missing
/// @param json the whole answer
public record ThreadState(
        JsonValue values,
        List<String> next,
        List<Task> tasks,
        @Nullable Checkpoint checkpoint,
        @Nullable Checkpoint parent,
        String createdAt,
        JsonObject metadata,
        JsonObject json) {
    private static final Words WORDS = Words.of(ThreadState.class);

    /// A task of a state.
    ///
    /// @param id the task's id
    /// @param name its node
    /// @param error what went wrong, as on the wire, or null
    /// @param interrupts what it asked, as on the wire
    /// @param result what it wrote, or null while it has not
    /// @param state state of its subgraph where that was asked for and there is one
    public record Task(
            String id,
            String name,
            @Nullable JsonValue error,
            List<JsonValue> interrupts,
            @Nullable JsonValue result,
            @Nullable ThreadState state) {
        /// Whether it waits for an answer: it asked and has no result (protocol, section 3.4).
        public boolean waiting() {
            return !interrupts.isEmpty() && result == null;
        }

        private static Task read(JsonValue value) throws JsonFailure {
            Fields fields = Fields.of(value, WORDS.text("part.task"));
            JsonValue state = fields.value("state");
            return new Task(
                    fields.text("id"),
                    fields.text("name"),
                    fields.value("error"),
                    fields.items("interrupts"),
                    fields.value("result"),
                    state instanceof JsonObject nested && nested.members().containsKey("values")
                            ? ThreadState.read(nested)
                            : null);
        }
    }

    static ThreadState read(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.state"));
        JsonValue values = fields.value("values");
        JsonValue tasks = fields.value("tasks");
        return new ThreadState(
                values == null ? new JsonObject(Map.of()) : values,
                fields.texts("next"),
                tasks == null ? List.of() : Fields.list(tasks, WORDS.text("part.tasks"), Task::read),
                Checkpoint.read(fields.value("checkpoint")),
                Checkpoint.read(fields.value("parent_checkpoint")),
                fields.text("created_at"),
                fields.child("metadata"),
                fields.object());
    }
}
