package dev.threadline.run;

import dev.threadline.json.JsonCursor;
import dev.threadline.json.JsonCursor.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the begin of any payload tells for its line in a list; reads until the text ends or breaks.
final class PayloadHead {
    String event = "";
    String name = "";
    String source = "";
    String error = "";
    /// What a model said in this callback.
    String said = "";

    String question = "";
    int attempt;
    final List<String> triggers = new ArrayList<>();

    @Nullable
    List<String> next;

    private PayloadHead() {}

    static PayloadHead of(String head) {
        PayloadHead facts = new PayloadHead();
        JsonCursor in = JsonCursor.over(head);
        facts.members(in);
        return facts;
    }

    private void members(JsonCursor in) {
        if (in.kind() != Kind.OBJECT || !in.enter()) {
            return;
        }
        while (in.next()) {
            switch (in.name()) {
                case "payload" -> members(in);
                case "event" -> event = or(in.text(), event);
                case "name" -> name = or(in.text(), name);
                case "attempt" -> attempt = in.integer(attempt);
                case "triggers" -> texts(in, triggers);
                case "next" -> {
                    List<String> nodes = new ArrayList<>();
                    texts(in, nodes);
                    next = nodes;
                }
                case "source" -> source = or(in.text(), source);
                case "error" -> error = error(in);
                case "data" -> data(in);
                case "__interrupt__" -> question = question(in);
                default -> {}
            }
        }
    }

    /// The data of a callback: a chunk of a model, or why a tool failed.
    private void data(JsonCursor in) {
        if (in.kind() != Kind.OBJECT || !in.enter()) {
            return;
        }
        while (in.next()) {
            switch (in.name()) {
                case "error" -> error = error(in);
                case "chunk" ->
                    said = in.kind() == Kind.OBJECT ? MessageHead.of(in).added() : said;
                default -> {}
            }
        }
    }

    private static void texts(JsonCursor in, List<String> into) {
        if (in.enter()) {
            while (in.next()) {
                into.add(or(in.text(), "…"));
            }
        }
    }

    private static String error(JsonCursor in) {
        String text = in.kind() == Kind.STRING ? in.text() : null;
        String type = "";
        String message = or(text, "");
        if (in.kind() == Kind.OBJECT && in.enter()) {
            while (in.next()) {
                switch (in.name()) {
                    case "name", "error" -> type = or(in.text(), type);
                    case "message" -> message = or(in.text(), message);
                    default -> {}
                }
            }
        }
        return type.isEmpty() || message.isEmpty() ? type + message : type + ": " + message;
    }

    /// The first interrupt's question: its text, or the value as it is.
    private static String question(JsonCursor in) {
        String asked = "";
        if (in.enter()) {
            while (in.next()) {
                if (in.enter()) {
                    while (in.next()) {
                        if (in.name().equals("value") && asked.isEmpty()) {
                            asked = Preview.of(in, 120);
                        }
                    }
                }
            }
        }
        return asked;
    }

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
