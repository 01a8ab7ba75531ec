package dev.threadline.run;

import dev.threadline.json.JsonCursor;
import dev.threadline.json.JsonCursor.Kind;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the begin of a message tells for its line in a list; reads until the text ends or breaks.
final class MessageHead {
    private static final Words WORDS = Words.of(MessageHead.class);

    /// A call of a tool, or a piece of one.
    ///
    /// @param name the tool, or `""` in a later piece
    /// @param args its arguments as they are shown
    record Call(String name, String args) {}

    private static final int ARGS = 120;

    String type = "";
    String name = "";
    String text = "";
    /// Pieces of calls as they stream, their arguments as text.
    final List<Call> pieces = new ArrayList<>();
    /// Calls as the server has put them together.
    final List<Call> calls = new ArrayList<>();
    /// `8 in, 18 out`, or `""`.
    String usage = "";

    boolean last;

    private MessageHead() {}

    /// The messages of a payload: the one of a `messages` pair, or all of a list.
    static List<MessageHead> of(String head, boolean pair) {
        List<MessageHead> all = new ArrayList<>();
        JsonCursor in = JsonCursor.over(head);
        if (in.kind() == Kind.ARRAY && in.enter()) {
            while ((!pair || all.isEmpty()) && in.next()) {
                if (in.kind() == Kind.OBJECT) {
                    all.add(of(in));
                }
            }
        }
        return all;
    }

    /// The message at the cursor, which is read.
    static MessageHead of(JsonCursor in) {
        MessageHead message = new MessageHead();
        message.read(in);
        return message;
    }

    /// The text as it adds to the pieces before it: words, then the calls.
    String added() {
        StringBuilder all = new StringBuilder(text);
        for (Call call : pieces.isEmpty() ? calls : pieces) {
            all.append(call.name().isEmpty() ? "" : " " + call.name() + " ").append(call.args());
        }
        return all.toString();
    }

    /// Who speaks, in one word: `ai`, also for Python's `AIMessageChunk`.
    String speaker() {
        String word = type.endsWith("MessageChunk") ? type.substring(0, type.length() - "MessageChunk".length()) : type;
        return word.equals(type) ? type : word.toLowerCase(Locale.ROOT);
    }

    private void read(JsonCursor in) {
        in.enter();
        while (in.next()) {
            switch (in.name()) {
                case "type" -> type = or(in.text(), type);
                case "name" -> name = or(in.text(), name);
                case "content" -> text += content(in);
                case "tool_call_chunks" -> calls(in, pieces);
                case "tool_calls" -> calls(in, calls);
                case "usage_metadata" -> usage = usage(in);
                case "chunk_position" -> last = "last".equals(in.text());
                case "kwargs" -> {
                    if (in.kind() == Kind.OBJECT) {
                        read(in);
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

    private static void calls(JsonCursor in, List<Call> into) {
        if (in.enter()) {
            while (in.next()) {
                if (in.enter()) {
                    String tool = "";
                    String args = "";
                    while (in.next()) {
                        switch (in.name()) {
                            case "name" -> tool = or(in.text(), "");
                            case "args" -> args = args(in);
                            default -> {}
                        }
                    }
                    into.add(new Call(tool, args));
                }
            }
        }
    }

    /// Arguments are JSON, or pieces of its text, or null in a piece without.
    private static String args(JsonCursor in) {
        return switch (in.kind()) {
            case STRING -> or(in.text(), "");
            case NULL -> "";
            default -> Preview.of(in, ARGS);
        };
    }

    private static String usage(JsonCursor in) {
        String input = "";
        String output = "";
        if (in.enter()) {
            while (in.next()) {
                switch (in.name()) {
                    case "input_tokens" -> input = or(in.number(), "");
                    case "output_tokens" -> output = or(in.number(), "");
                    default -> {}
                }
            }
        }
        return input.isEmpty() || output.isEmpty() ? "" : WORDS.text("message.usage", input, output);
    }

    private static String or(@Nullable String text, String other) {
        return Objects.requireNonNullElse(text, other);
    }
}
