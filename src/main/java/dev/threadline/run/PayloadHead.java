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
    String type = "";
    String text = "";
    String tool = "";
    String error = "";
    String question = "";
    int attempt;
    final List<String> triggers = new ArrayList<>();

    @Nullable
    List<String> next;

    private PayloadHead() {}

    static PayloadHead of(String head) {
        PayloadHead facts = new PayloadHead();
        JsonCursor in = JsonCursor.over(head);
        if (in.kind() == Kind.ARRAY && in.enter()) {
            if (in.next() && in.kind() == Kind.OBJECT) {
                facts.message(in);
            }
        } else {
            facts.members(in);
        }
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
                case "error" -> error = error(in);
                case "__interrupt__" -> question = question(in);
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

    private void message(JsonCursor in) {
        in.enter();
        while (in.next()) {
            switch (in.name()) {
                case "type" -> type = or(in.text(), type);
                case "content" -> text += content(in);
                case "tool_call_chunks" -> toolCalls(in);
                case "kwargs" -> {
                    if (in.kind() == Kind.OBJECT) {
                        message(in);
                    }
                }
                default -> {}
            }
        }
    }

    private static String content(JsonCursor in) {
        if (in.kind() != Kind.ARRAY) {
            return or(in.text(), "");
        }
        StringBuilder all = new StringBuilder();
        in.enter();
        while (in.next()) {
            if (in.kind() == Kind.OBJECT && in.enter()) {
                while (in.next()) {
                    boolean said = in.name().equals("text") || in.name().equals("thinking");
                    all.append(said || in.name().equals("reasoning") ? or(in.text(), "") : "");
                }
            } else {
                all.append(or(in.text(), ""));
            }
        }
        return all.toString();
    }

    private void toolCalls(JsonCursor in) {
        if (in.enter()) {
            while (in.next()) {
                if (in.enter()) {
                    while (in.next()) {
                        switch (in.name()) {
                            case "name" -> tool += in.text() == null ? "" : in.text() + " ";
                            case "args" -> text += or(in.text(), "");
                            default -> {}
                        }
                    }
                }
            }
        }
    }

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
