package dev.threadline.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event as a plain reading of the standard finds it in bytes: the measure for the application's own reading.
///
/// @param id the id in its own block, or null
/// @param name the event's name, `message` where it has none
/// @param data the data lines joined by line feeds
public record DeliveredEvent(@Nullable String id, String name, String data) {
    /// All whole events of a body.
    public static List<DeliveredEvent> of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        List<DeliveredEvent> events = new ArrayList<>();
        List<String> block = new ArrayList<>();
        // The last part has no line end, so it is no line.
        String[] lines = bare.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                read(block, events);
                block.clear();
            } else {
                block.add(lines[i]);
            }
        }
        return events;
    }

    private static void read(List<String> block, List<DeliveredEvent> events) {
        String id = null;
        String name = "";
        List<String> data = new ArrayList<>();
        for (String line : block) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "data" -> data.add(value);
                case "event" -> name = value;
                case "id" -> id = value;
                default -> {}
            }
        }
        if (!data.isEmpty()) {
            events.add(new DeliveredEvent(id, name.isEmpty() ? "message" : name, String.join("\n", data)));
        }
    }
}
