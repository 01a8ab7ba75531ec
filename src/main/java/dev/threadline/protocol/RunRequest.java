package dev.threadline.protocol;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of a request that starts a run (RunCreate; protocol, section 2.7), ready to be sent.
///
/// @param body the JSON object that is sent, members in the order they were set
public record RunRequest(JsonObject body) {
    private static final Words WORDS = Words.of(RunRequest.class);

    /// The stream modes that are asked for unless the user picks others.
    public static final List<String> DEFAULT_MODES = List.of("debug", "updates", "values", "messages-tuple", "custom");

    /// A request for a run of this assistant (id or graph name) with the defaults of an inspector.
    ///
    /// They are: [#DEFAULT_MODES], events kept for replay, subgraphs included, `enqueue` on a busy thread.
    public static Builder of(String assistant) {
        return new Builder(Map.of())
                .assistant(assistant)
                .modes(DEFAULT_MODES)
                .subgraphs(true)
                .resumable(true)
                .multitask("enqueue");
    }

    /// Reads a request that was kept as JSON text.
    ///
    /// @throws JsonFailure where the text is not a JSON object
    public static RunRequest fromJson(String text) throws JsonFailure {
        if (Json.parse(text) instanceof JsonObject object) {
            return new RunRequest(object);
        }
        throw new JsonFailure(WORDS.text("part.request"), 1, 1);
    }

    /// The body as it is sent.
    public String toJson() {
        return Json.write(body);
    }

    /// The assistant's id or graph name, empty where none was set.
    public String assistant() {
        return body.get("assistant_id") instanceof JsonString id ? id.value() : "";
    }

    /// The stream modes, in the order asked for.
    public List<String> modes() {
        return switch (body.get("stream_mode")) {
            case JsonString one -> List.of(one.value());
            case JsonArray many ->
                many.items().stream()
                        .filter(JsonString.class::isInstance)
                        .map(mode -> ((JsonString) mode).value())
                        .toList();
            case null, default -> List.of("values");
        };
    }

    /// A builder that begins with this request's fields.
    public Builder change() {
        return new Builder(body.members());
    }

    /// Collects the fields of a request; a field that is never set is not sent.
    public static final class Builder {
        private final Map<String, JsonValue> fields;

        private Builder(Map<String, JsonValue> fields) {
            this.fields = new LinkedHashMap<>(fields);
        }

        /// Id or graph name of the assistant.
        public Builder assistant(String assistant) {
            return field("assistant_id", new JsonString(assistant));
        }

        /// What the graph starts with; `null` goes on from the checkpoint.
        public Builder input(JsonValue input) {
            fields.remove("command");
            return field("input", input);
        }

        /// `{resume?, update?, goto?}`, sent instead of an input.
        public Builder command(JsonObject command) {
            fields.remove("input");
            return field("command", command);
        }

        /// `{checkpoint_id, checkpoint_ns?, checkpoint_map?}` to start from.
        public Builder checkpoint(JsonObject checkpoint) {
            return field("checkpoint", checkpoint);
        }

        /// Id of the checkpoint to start from, the short form.
        public Builder checkpointId(String checkpointId) {
            return field("checkpoint_id", new JsonString(checkpointId));
        }

        /// `{tags, recursion_limit, configurable}`.
        public Builder config(JsonObject config) {
            return field("config", config);
        }

        /// Runtime context, merged over the assistant's.
        public Builder context(JsonValue context) {
            return field("context", context);
        }

        /// Ends up in the run, the thread and its events.
        public Builder metadata(JsonObject metadata) {
            return field("metadata", metadata);
        }

        /// The stream modes.
        public Builder modes(Collection<String> modes) {
            return field("stream_mode", texts(modes));
        }

        /// Whether events of subgraphs come too.
        public Builder subgraphs(boolean subgraphs) {
            return field("stream_subgraphs", new JsonBoolean(subgraphs));
        }

        /// Whether the server keeps the events for a later join.
        public Builder resumable(boolean resumable) {
            return field("stream_resumable", new JsonBoolean(resumable));
        }

        /// Nodes to stop before; `*` alone means all.
        public Builder interruptBefore(Collection<String> nodes) {
            return field("interrupt_before", nodes(nodes));
        }

        /// Nodes to stop after; `*` alone means all.
        public Builder interruptAfter(Collection<String> nodes) {
            return field("interrupt_after", nodes(nodes));
        }

        /// `reject`, `enqueue`, `interrupt` or `rollback`: what to do when the thread is busy.
        public Builder multitask(String strategy) {
            return field("multitask_strategy", new JsonString(strategy));
        }

        /// `reject` or `create`: what to do when the thread does not exist.
        public Builder ifNotExists(String what) {
            return field("if_not_exists", new JsonString(what));
        }

        /// `continue` or `cancel`: what to do when the reader goes away.
        public Builder onDisconnect(String what) {
            return field("on_disconnect", new JsonString(what));
        }

        /// `delete` or `keep`: what becomes of the thread of a stateless run.
        public Builder onCompletion(String what) {
            return field("on_completion", new JsonString(what));
        }

        /// Seconds to wait before the run starts.
        public Builder afterSeconds(double seconds) {
            String literal = seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
            return field("after_seconds", new JsonNumber(literal));
        }

        /// Address that the server calls at the end.
        public Builder webhook(String address) {
            return field("webhook", new JsonString(address));
        }

        /// Keys that a last `feedback` event brings signed addresses for.
        public Builder feedbackKeys(Collection<String> keys) {
            return field("feedback_keys", texts(keys));
        }

        /// `sync`, `async` or `exit`: when checkpoints are written.
        public Builder durability(String durability) {
            return field("durability", new JsonString(durability));
        }

        /// The old form of [#durability].
        public Builder checkpointDuring(boolean during) {
            return field("checkpoint_during", new JsonBoolean(during));
        }

        /// `{project_name?, example_id?}`.
        public Builder langsmithTracer(JsonObject tracer) {
            return field("langsmith_tracer", tracer);
        }

        /// Any field by its name on the wire; null takes it out.
        public Builder field(String name, @Nullable JsonValue value) {
            if (value == null) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
            return this;
        }

        /// The request; without input and command it sends `"input": null`.
        public RunRequest build() {
            if (!fields.containsKey("input") && !fields.containsKey("command")) {
                fields.put("input", JsonValue.JsonNull.NULL);
            }
            return new RunRequest(new JsonObject(Collections.unmodifiableMap(new LinkedHashMap<>(fields))));
        }

        private static JsonValue nodes(Collection<String> nodes) {
            return nodes.size() == 1 && nodes.contains("*") ? new JsonString("*") : texts(nodes);
        }

        private static JsonArray texts(Collection<String> texts) {
            return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
        }
    }
}
