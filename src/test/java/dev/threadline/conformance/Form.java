package dev.threadline.conformance;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.server.DeliveredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// What an exchange says about the wire, without what is of one moment: places, such as `values $.topic`, and
/// what stands there: the values that occur, with ids and times as their forms.
final class Form {
    private static final String ABSENT = "absent";
    private static final Set<String> IDS =
            Set.of("thread_id", "run_id", "assistant_id", "checkpoint_id", "parent_checkpoint_id");

    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Map<String, Integer> objects = new HashMap<>();
    private final Map<String, Map<String, Integer>> members = new HashMap<>();

    private final List<String> order = new ArrayList<>();

    private Form() {}

    static Form of(Exchange exchange) {
        Form form = new Form();
        form.fact("status", Integer.toString(exchange.status()));
        exchange.headers().forEach((name, value) -> form.fact("header " + name, shape("", value)));
        if (exchange.isStream()) {
            form.events(exchange);
        } else if (exchange.headers().getOrDefault("content-type", "").startsWith("application/json")) {
            form.value("$", "", exchange.json());
        } else {
            form.fact("text", shape("", exchange.text()));
        }
        form.members.forEach((object, counts) -> counts.forEach((member, count) -> {
            if (count < form.objects.getOrDefault(object, 0)) {
                form.fact(object + "." + member, ABSENT);
            }
        }));
        return form;
    }

    /// The places where two forms differ; of an object that one of them lacks, the object only, and of another
    /// status the status only.
    static List<Difference> differences(String exchange, Form python, Form demo) {
        if (!python.at("status").equals(demo.at("status"))) {
            return List.of(new Difference(exchange, "status", python.at("status"), demo.at("status")));
        }
        Set<String> all = new TreeSet<>(python.places.keySet());
        all.addAll(demo.places.keySet());
        Set<String> lacking = new HashSet<>();
        List<Difference> found = order(exchange, python, demo);
        for (String place : all) {
            String there = python.at(place);
            String here = demo.at(place);
            boolean inside = lacking.stream()
                    .anyMatch(outer -> place.startsWith(outer + ".")
                            || place.startsWith(outer + "[")
                            || place.startsWith(outer + " "));
            if (!there.equals(here) && !inside) {
                found.add(new Difference(exchange, place, there, here));
                if (there.equals(ABSENT) || here.equals(ABSENT) || there.equals("null") || here.equals("null")) {
                    lacking.add(place);
                }
            }
        }
        return found;
    }

    /// The first place where the kinds of events that both tell come in another order.
    private static List<Difference> order(String exchange, Form python, Form demo) {
        List<String> there = shared(python.order, demo.order);
        List<String> here = shared(demo.order, python.order);
        int same = 0;
        while (same < there.size() && same < here.size() && there.get(same).equals(here.get(same))) {
            same++;
        }
        List<Difference> found = new ArrayList<>();
        if (same < there.size() || same < here.size()) {
            found.add(new Difference(exchange, "order after " + same, at(there, same), at(here, same)));
        }
        return found;
    }

    private static String at(List<String> kinds, int place) {
        return place < kinds.size() ? kinds.get(place) : "end";
    }

    /// The kinds that the other tells too, one where several of a kind come together.
    private static List<String> shared(List<String> kinds, List<String> others) {
        List<String> shared = new ArrayList<>();
        for (String kind : kinds) {
            if (others.contains(kind) && (shared.isEmpty() || !shared.getLast().equals(kind))) {
                shared.add(kind);
            }
        }
        return shared;
    }

    private String at(String place) {
        Set<String> values = places.get(place);
        return values == null ? ABSENT : String.join(" or ", values);
    }

    private void fact(String place, String value) {
        places.computeIfAbsent(place, key -> new TreeSet<>()).add(value);
    }

    private void events(Exchange exchange) {
        exchange.framing().forEach(form -> fact("framing", form));
        for (DeliveredEvent event : exchange.events()) {
            String id = event.id();
            fact("event id", id == null ? ABSENT : NormalText.eventId(id));
            JsonValue data = parsed(event.data());
            String kind = kind(shape("", event.name()), data);
            fact(kind, "event");
            value(kind + " $", "", data);
            order.add(kind);
        }
    }

    private static JsonValue parsed(String data) {
        try {
            return Json.parse(data);
        } catch (JsonFailure e) {
            throw new IllegalStateException("An event holds no JSON: " + data, e);
        }
    }

    /// An event's name, and what its data says it is.
    private static String kind(String name, JsonValue data) {
        if (!(data instanceof JsonObject object)) {
            return name;
        }
        String mode = name.replaceFirst("\\|.*", "");
        return switch (mode) {
            case "debug" -> name + "/" + text(object, "type");
            case "tasks" -> name + (object.get("input") == null ? "/result" : "/start");
            case "events" -> name + "/" + text(object, "event") + "/" + text(object, "name");
            default -> name;
        };
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.value() : "";
    }

    private void value(String place, String key, JsonValue value) {
        switch (value) {
            // What a schema says is the graph's own.
            case JsonObject schema when key.endsWith("_schema") -> fact(place, "schema");
            case JsonObject object -> {
                fact(place, object.members().isEmpty() ? "{}" : "object");
                objects.merge(place, 1, Integer::sum);
                object.members().forEach((name, member) -> {
                    String shaped = shape("", name);
                    members.computeIfAbsent(place, each -> new HashMap<>()).merge(shaped, 1, Integer::sum);
                    value(place + "." + shaped, name, member);
                });
            }
            case JsonArray pair
            when place.startsWith("messages")
                    && place.endsWith(" $")
                    && pair.items().size() == 2 -> {
                value(place + "[0]", key, pair.items().getFirst());
                value(place + "[1]", key, pair.items().getLast());
            }
            case JsonArray array -> {
                fact(place, array.items().isEmpty() ? "[]" : "array");
                array.items().forEach(item -> value(place + "[]", key, item));
            }
            // The words of a refusal are the server's own.
            case JsonString words when key.equals("detail") -> fact(place, "words");
            case JsonString text -> fact(place, text.value().isEmpty() ? "\"\"" : shape(key, text.value()));
            case JsonNumber number -> fact(place, NormalText.isMillis(number.literal()) ? "<ms>" : number.literal());
            case JsonBoolean bool -> fact(place, Boolean.toString(bool.value()));
            case JsonNull none -> fact(place, "null");
        }
    }

    private static String shape(String key, String text) {
        if (NormalText.isVersion(key, text)) {
            return "<version>";
        }
        if (IDS.contains(key) && text.length() == 36) {
            return "<uuid " + UUID.fromString(text).version() + ">";
        }
        return NormalText.unnamed(text);
    }
}
