package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonString;
import java.util.List;
import java.util.Set;

/// Knows the schema of a chat message as Python servers write it: a large `anyOf` or `oneOf` of message classes.
final class MessageShapes {
    private static final Set<String> TYPES = Set.of("ai", "human", "system", "tool", "function", "chat", "remove");

    private MessageShapes() {}

    /// Whether at least two of a node's alternatives, and half of them, are message classes.
    static boolean isMessage(SchemaNode item) {
        List<JsonValue> alternatives = item.alternatives();
        long messages = alternatives.stream()
                .filter(each -> isMessageClass(item.below(each)))
                .count();
        return messages >= 2 && messages * 2 >= alternatives.size();
    }

    private static boolean isMessageClass(SchemaNode node) {
        var properties = node.map("properties");
        JsonValue type = properties.get("type");
        return type != null
                && properties.containsKey("content")
                && node.below(type).get("const") instanceof JsonString(String name)
                && (TYPES.contains(name) || name.endsWith("MessageChunk"));
    }
}
