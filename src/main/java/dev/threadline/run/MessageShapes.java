package dev.threadline.run;

import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;
import dev.threadline.json.JsonCursor.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the four forms of messages (protocol, section 4).
final class MessageShapes {
    private static final Set<String> TEXT_OF_BLOCKS =
            Set.of("text", "thinking", "reasoning", "name", "args", "input", "partial_json", "arguments");

    private MessageShapes() {}

    static void tuple(JsonCursor in, FactsDraft draft) {
        if (in.kind() != Kind.ARRAY || !in.enter()) {
            return;
        }
        for (int position = 0; in.next(); position++) {
            if (in.kind() != Kind.OBJECT) {
                continue;
            }
            if (position == 0) {
                draft.kind = EventKind.MESSAGE_CHUNK;
                message(in, draft, new Piece());
            } else if (position == 1) {
                metadataOfCall(in, draft);
            }
        }
    }

    static void list(JsonCursor in, FactsDraft draft, EventKind kind) {
        if (in.kind() != Kind.ARRAY || !in.enter()) {
            return;
        }
        draft.kind = kind;
        List<String> ids = new ArrayList<>();
        boolean grew = false;
        while (in.next()) {
            if (in.kind() == Kind.OBJECT) {
                Whole message = whole(in);
                boolean model = message.said != 0 && fromModel(message.type);
                grew |= draft.places.grew(message.id, message.said) && model;
                ids.add(message.id);
            }
        }
        draft.ref = ids.stream().filter(id -> !id.isEmpty()).findFirst().orElse(null);
        draft.places.place(ids, draft);
        if (grew && kind == EventKind.MESSAGE_PARTIAL) {
            draft.flag(EventFlag.TOKEN);
        }
    }

    /// What of a whole message decides whether a part of it is new.
    private static final class Whole {
        String id = "";
        int said;

        @Nullable
        String type;
    }

    private static Whole whole(JsonCursor in) {
        Whole message = new Whole();
        in.enter();
        while (in.next()) {
            switch (in.name()) {
                case "id" -> message.id = Objects.requireNonNullElse(in.text(), "");
                case "type" -> message.type = in.text();
                case "content", "tool_calls", "tool_call_chunks" -> message.said = 31 * message.said + sign(in);
                default -> {}
            }
        }
        return message;
    }

    /// A number that stands for a value, 0 for one that says nothing.
    private static int sign(JsonCursor in) {
        String scalar = in.kind() == Kind.STRING ? in.text() : in.number();
        int sign = scalar == null ? 0 : scalar.hashCode();
        if (in.enter()) {
            while (in.next()) {
                sign = 31 * sign + sign(in);
            }
        }
        return sign;
    }

    static void metadata(JsonCursor in, FactsDraft draft) {
        if (in.kind() != Kind.OBJECT || !in.enter()) {
            return;
        }
        draft.kind = EventKind.MESSAGE_METADATA;
        while (in.next()) {
            String id = in.name();
            draft.ref = draft.ref == null ? id : draft.ref;
            if (in.enter()) {
                while (in.next()) {
                    if (in.name().equals("metadata")) {
                        metadataOfCall(in, draft);
                        draft.places.tell(id, draft);
                    }
                }
            }
        }
    }

    /// Reads node, step and task of a call, as `messages` and `events` carry them.
    static void metadataOfCall(JsonCursor in, FactsDraft draft) {
        if (!in.enter()) {
            return;
        }
        String place = null;
        String older = null;
        while (in.next()) {
            switch (in.name()) {
                case "langgraph_node" -> draft.node = in.text();
                case "langgraph_step" -> draft.step = in.integer(draft.step);
                case "langgraph_checkpoint_ns" -> place = in.text();
                case "checkpoint_ns" -> older = in.text();
                case "langgraph_triggers", "langgraph_path" -> draft.pushed |= TaskShapes.pushed(in);
                default -> {}
            }
        }
        place = place == null ? older : place;
        if (place != null && !place.isEmpty()) {
            draft.place(place);
        }
    }

    /// What of a message decides whether it is a token.
    private static final class Piece {
        boolean text;

        @Nullable
        String type;
    }

    private static void message(JsonCursor in, FactsDraft draft, Piece piece) {
        in.enter();
        while (in.next()) {
            switch (in.name()) {
                case "id" -> draft.ref = in.kind() == Kind.STRING ? in.text() : draft.ref;
                case "type" -> piece.type = in.text();
                case "content" -> piece.text |= hasText(in);
                case "tool_call_chunks" -> piece.text |= hasText(in);
                case "kwargs" -> {
                    if (in.kind() == Kind.OBJECT) {
                        message(in, draft, piece);
                    }
                }
                default -> {}
            }
        }
        if (piece.text && fromModel(piece.type)) {
            draft.flag(EventFlag.TOKEN);
        }
    }

    /// Whether a model says it: JS `ai`, Python `AIMessageChunk`; a message that names no type is taken for one.
    private static boolean fromModel(@Nullable String type) {
        return type == null || type.toLowerCase(Locale.ROOT).startsWith("ai") || type.equals("constructor");
    }

    /// Whether a text, or a list of texts and blocks, holds at least a character.
    private static boolean hasText(JsonCursor in) {
        if (in.kind() == Kind.STRING) {
            String text = in.text();
            return text != null && !text.isEmpty();
        }
        boolean any = false;
        if (in.kind() == Kind.ARRAY && in.enter()) {
            while (in.next()) {
                any |= in.kind() == Kind.OBJECT ? blockHasText(in) : hasText(in);
            }
        }
        return any;
    }

    private static boolean blockHasText(JsonCursor in) {
        boolean any = false;
        in.enter();
        while (in.next()) {
            String text = TEXT_OF_BLOCKS.contains(in.name()) ? in.text() : null;
            any |= text != null && !text.isEmpty();
        }
        return any;
    }
}
