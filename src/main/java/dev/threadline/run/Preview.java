package dev.threadline.run;

import dev.threadline.json.Json;
import dev.threadline.json.JsonCursor;
import dev.threadline.json.JsonValue.JsonString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes the begin of a value on one line; what is left out is shown by an ellipsis.
final class Preview {
    private static final String MORE = "…";

    private final StringBuilder out = new StringBuilder();
    private final int limit;

    private Preview(int limit) {
        this.limit = limit;
    }

    /// The value at the cursor, which is read, in at most about `limit` characters.
    static String of(JsonCursor in, int limit) {
        Preview preview = new Preview(limit);
        preview.value(in);
        return preview.out.toString();
    }

    /// Words on one line, without blanks around them.
    static String words(String text, int limit) {
        return line(text.strip(), limit).strip();
    }

    /// A text with what would break its line, or turn it around unseen, written as `\u2028`.
    static String visible(String text) {
        StringBuilder seen = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = c == 0x85 || c == 0xFEFF || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            if (hidden && seen == null) {
                seen = new StringBuilder(text.substring(0, i));
            }
            if (seen != null) {
                seen.append(hidden ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c));
            }
        }
        return seen == null ? text : seen.toString();
    }

    /// A plain text on one line.
    static String line(String text, int limit) {
        String head = text.length() > limit ? text.substring(0, limit) + MORE : text;
        return head.replaceAll("\\s+", " ");
    }

    private void value(JsonCursor in) {
        switch (in.kind()) {
            case OBJECT -> container(in, '{', '}');
            case ARRAY -> container(in, '[', ']');
            case STRING -> string(in.text(), in.broken());
            case NUMBER -> out.append(in.number());
            case BOOLEAN -> out.append(in.isTrue());
            case NULL -> out.append("null");
            case NONE -> out.append(MORE);
        }
    }

    private void string(@Nullable String text, boolean cut) {
        String all = text == null ? "" : text;
        int room = Math.max(8, limit - out.length());
        boolean more = cut || all.length() > room;
        String shown = Json.write(new JsonString(all.length() > room ? all.substring(0, room) : all));
        out.append(more ? shown.substring(0, shown.length() - 1) + MORE + "\"" : shown);
    }

    private void container(JsonCursor in, char open, char close) {
        out.append(open);
        in.enter();
        boolean first = true;
        boolean full = false;
        while (in.next()) {
            if (full) {
                continue;
            }
            out.append(first ? "" : ", ");
            first = false;
            if (out.length() > limit) {
                out.append(MORE);
                full = true;
                continue;
            }
            if (open == '{') {
                out.append(in.name()).append(": ");
            }
            value(in);
        }
        if (in.broken() && !full) {
            out.append(first ? "" : ", ").append(MORE);
        }
        out.append(close);
    }
}
