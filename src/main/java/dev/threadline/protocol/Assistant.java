package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;

/// An assistant: a graph with a configuration, as a deployment offers it (protocol, section 2.2).
///
/// @param id the assistant's id
/// @param graphId name of its graph
/// @param name name for people, empty where it has none
/// @param description likewise
/// @param version counts its changes, from 1; 0 where the server says none
/// @param byDefault whether the server made it for the graph, rather than a user
/// @param json the whole answer
public record Assistant(
        String id, String graphId, String name, String description, int version, boolean byDefault, JsonObject json) {
    private static final Words WORDS = Words.of(Assistant.class);

    static Assistant read(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.assistant"));
        boolean system = fields.child("metadata").get("created_by") instanceof JsonString by
                && by.value().equals("system");
        return new Assistant(
                fields.needed("assistant_id"),
                fields.text("graph_id"),
                fields.text("name"),
                fields.text("description"),
                fields.number("version", 0),
                system,
                fields.object());
    }
}
