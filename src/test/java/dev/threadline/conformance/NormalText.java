package dev.threadline.conformance;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.server.DeliveredEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes exchanges so that two runs of a conversation give the same text. Everything that is made equal stands
/// here:
///
/// - ids (UUIDs, 32 hex digits) become names in the order in which they occur, such as `<thread-1>`;
/// - times become their form (`<time .6+00:00>` has six digits after the second), milliseconds since 1970
///   `<ms>`, also where the Python server tells a refusal in Python's notation;
/// - version numbers become `<version>`, the server's address `<server>`;
/// - heartbeats and the line feeds before a result are left out: how many there are depends on time;
/// - of tasks side by side (`fan-out-…`) the events are sorted and their ids left out: their order is not
///   promised.
///
/// All else stays as it came: order of keys, arrays and events, numbers' literals, texts. The Python server is
/// started with a fixed hash seed (`RealServer`), as some keys of metadata stand in the order of a set.
final class NormalText {
    private static final Pattern ID = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f-])[0-9a-f]{32}(?![0-9a-f-])");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    /// What a refused update of the Python server's state tells of the moment.
    private static final Pattern PYTHON_MOMENT =
            Pattern.compile("datetime\\.datetime\\([^)]*\\)|at 0x[0-9a-f]+|'\\d+\\.\\d+\\.\\d+'|\\b1\\d{12}\\b");
    private static final Pattern EVENT_ID = Pattern.compile("1\\d{12}-(\\d+)");
    private static final Pattern PLACE = Pattern.compile("(thread|run|assistant)s/$");
    private static final Map<String, String> KINDS = Map.of(
            "thread_id", "thread",
            "run_id", "run",
            "assistant_id", "assistant",
            "checkpoint_id", "checkpoint",
            "parent_checkpoint_id", "checkpoint");

    private final String server;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    NormalText(URI server) {
        this.server = server.toString();
    }

    String of(Exchange exchange) {
        StringBuilder text = new StringBuilder(plain("", exchange.request())).append('\n');
        exchange.sent()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(eventId(value)).append('\n'));
        if (!exchange.body().isEmpty()) {
            text.append(sent(exchange.body())).append('\n');
        }
        text.append('\n').append(exchange.status()).append('\n');
        exchange.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(plain("", value)).append('\n'));
        text.append('\n');
        if (exchange.isStream()) {
            text.append("framing: ")
                    .append(String.join(", ", exchange.framing()))
                    .append("\n\n");
            text.append(String.join("\n", events(exchange)));
        } else if (exchange.headers().getOrDefault("content-type", "").startsWith("application/json")
                && !exchange.text().isBlank()) {
            text.append(Json.pretty(value("", exchange.json()))).append('\n');
        } else {
            text.append(plain("", exchange.text().strip())).append('\n');
        }
        return text.toString();
    }

    private String sent(String body) {
        try {
            return Json.write(value("", Json.parse(body)));
        } catch (JsonFailure e) {
            return body;
        }
    }

    private List<String> events(Exchange exchange) {
        List<DeliveredEvent> events = new ArrayList<>(exchange.events());
        boolean ordered = !exchange.name().startsWith("fan-out-");
        if (!ordered) {
            events.sort(Comparator.comparing(
                    event -> ID.matcher(event.name() + event.data()).replaceAll("")));
        }
        return events.stream().map(event -> event(event, ordered)).toList();
    }

    private String event(DeliveredEvent event, boolean ordered) {
        String id = event.id();
        String shown = id == null ? "" : "  id " + (ordered ? eventId(id) : "");
        String first = plain("", event.name()) + shown.stripTrailing();
        try {
            return first + "\n" + Json.write(value("", Json.parse(event.data()))) + "\n";
        } catch (JsonFailure e) {
            return first + "\nno JSON: " + plain("", event.data()) + "\n";
        }
    }

    /// `<ms>-0`, or as many digits as there are.
    static String eventId(String id) {
        Matcher matcher = EVENT_ID.matcher(id);
        return matcher.matches() ? "<ms>-" + "0".repeat(matcher.group(1).length()) : id;
    }

    private JsonValue value(String key, JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(plain("", name), value(name, member)));
                yield new JsonObject(Collections.unmodifiableMap(members));
            }
            case JsonArray array ->
                new JsonArray(
                        array.items().stream().map(item -> value(key, item)).toList());
            case JsonString text -> new JsonString(plain(key, text.value()));
            case JsonNumber number -> isMillis(number.literal()) ? new JsonString("<ms>") : number;
            default -> value;
        };
    }

    static boolean isMillis(String literal) {
        return literal.matches("1\\d{12}(\\.\\d+)?");
    }

    /// The form of a time, or null where the text is none.
    static @Nullable String time(String text) {
        Matcher matcher = TIME.matcher(text);
        return matcher.matches() ? timeForm(matcher) : null;
    }

    private static String timeForm(Matcher time) {
        String fraction = time.group(1);
        return "<time " + (fraction == null ? "" : "." + (fraction.length() - 1)) + time.group(2) + ">";
    }

    static boolean isVersion(String key, String text) {
        return key.toLowerCase(Locale.ROOT).contains("version") && text.matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private String plain(String key, String text) {
        if (isVersion(key, text)) {
            return "<version>";
        }
        String timed = PYTHON_MOMENT.matcher(text.replace(server, "<server>")).replaceAll("<moment>");
        String timeless = TIME.matcher(timed).replaceAll(found -> timeForm(found(found, text)));
        return ID.matcher(timeless).replaceAll(found -> name(key, timeless, found.group(), found.start()));
    }

    private static Matcher found(java.util.regex.MatchResult found, String text) {
        Matcher again = TIME.matcher(found.group());
        if (!again.matches()) {
            throw new IllegalStateException(text);
        }
        return again;
    }

    /// The text with ids and times as their forms.
    static String unnamed(String text) {
        String placeless = text.replaceAll("http://127\\.0\\.0\\.1:\\d+", "<server>");
        String moment = PYTHON_MOMENT.matcher(placeless).replaceAll("<moment>");
        String timeless = TIME.matcher(moment).replaceAll(found -> timeForm(found(found, text)));
        return ID.matcher(timeless).replaceAll(found -> found.group().length() == 32 ? "<hex>" : "<uuid>");
    }

    private String name(String key, String text, String id, int at) {
        return names.computeIfAbsent(id, fresh -> {
            Matcher place = PLACE.matcher(text.substring(0, at));
            String kind = id.length() == 32 ? "hex" : place.find() ? place.group(1) : KINDS.getOrDefault(key, "id");
            return "<" + kind + "-" + counts.merge(kind, 1, Integer::sum) + ">";
        });
    }
}
