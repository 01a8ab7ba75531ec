package dev.threadline.panel.timeline;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an `updates` event wrote, in a few words: `notes +1, status`.
final class Writes {
    private static final Words WORDS = Words.of(Writes.class);
    private static final int SHOWN = 3;

    private Writes() {}

    /// The channels that a node wrote.
    ///
    /// @throws JsonFailure where the payload is not JSON
    static String words(String update, String node) throws JsonFailure {
        JsonValue written = Json.parse(update) instanceof JsonObject nodes ? nodes.get(node) : null;
        if (!(written instanceof JsonObject channels) || channels.members().isEmpty()) {
            return WORDS.text("writes.nothing");
        }
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, JsonValue> channel : channels.members().entrySet()) {
            if (words.size() < SHOWN) {
                boolean list = channel.getValue() instanceof JsonArray;
                words.add(channel.getKey()
                        + (list
                                ? " +"
                                        + ((JsonArray) channel.getValue())
                                                .items()
                                                .size()
                                : ""));
            }
        }
        int more = channels.members().size() - words.size();
        String names = String.join(", ", words);
        return more > 0 ? WORDS.text("writes.more", names, Integer.toString(more)) : names;
    }
}
