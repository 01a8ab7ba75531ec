package dev.threadline.conformance;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.server.DeliveredEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A request and the whole answer to it.
///
/// @param name by which the golden text is found
/// @param request such as `GET /info`
/// @param sent the request's headers of interest
/// @param body of the request, empty where there is none
/// @param status of the answer
/// @param headers of the answer, in lower case
/// @param text the answer's body, the heartbeats of a stream with it
record Exchange(
        String name,
        String request,
        Map<String, String> sent,
        String body,
        int status,
        Map<String, String> headers,
        String text) {
    /// The headers that clients read; `Location` and `Content-Location` say where a run is.
    private static final List<String> READ =
            List.of("content-type", "content-location", "location", "x-pagination-next", "x-pagination-total");

    Exchange {
        headers = new TreeMap<>(headers);
        headers.keySet().retainAll(READ);
    }

    boolean isStream() {
        return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    }

    List<DeliveredEvent> events() {
        return DeliveredEvent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The answer, read as JSON; line feeds that kept the connection alive may stand before it.
    JsonValue json() {
        try {
            return Json.parse(text);
        } catch (JsonFailure e) {
            throw new IllegalStateException(request + " was answered with " + status + " and no JSON: " + text, e);
        }
    }

    /// A text member of the answer.
    String member(String name) {
        if (json() instanceof JsonObject object && object.get(name) instanceof JsonString text) {
            return text.value();
        }
        throw new IllegalStateException(request + " was answered without " + name + ": " + text);
    }

    /// The id of the run that the answer's `Content-Location` names.
    String run() {
        String place = headers.getOrDefault("content-location", "");
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /// How an event is written: the ends of its lines and the order of its fields, once for each form that
    /// occurs.
    List<String> framing() {
        List<String> forms = new ArrayList<>();
        String ends = text.contains("\r\n") ? "CRLF" : "LF";
        for (String block : text.split("\r?\n\r?\n")) {
            if (!block.startsWith(":")) {
                List<String> fields =
                        block.lines().map(line -> line.replaceFirst(":.*", "")).toList();
                String form = ends + " " + String.join(" ", fields);
                if (!block.isBlank() && !forms.contains(form)) {
                    forms.add(form);
                }
            }
        }
        return forms;
    }
}
