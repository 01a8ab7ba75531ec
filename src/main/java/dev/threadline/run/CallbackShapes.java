package dev.threadline.run;

import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;
import dev.threadline.json.JsonCursor.Kind;
import org.jspecify.annotations.Nullable;

/// Reads `events` and `tools` (protocol, section 4).
final class CallbackShapes {
    private CallbackShapes() {}

    static void event(JsonCursor in, FactsDraft draft) {
        if (in.kind() != Kind.OBJECT || !in.enter()) {
            return;
        }
        while (in.next()) {
            switch (in.name()) {
                case "event" -> begun(in.text(), draft, EventKind.CALLBACK);
                case "run_id" -> draft.ref = in.text();
                case "tags" -> tags(in, draft);
                case "metadata" -> MessageShapes.metadataOfCall(in, draft);
                default -> {}
            }
        }
        if (draft.pushed && draft.is(EventFlag.OWN_CALLBACK) && draft.is(EventFlag.BEGIN)) {
            draft.flag(EventFlag.FAN_OUT);
        }
    }

    static void tool(JsonCursor in, FactsDraft draft) {
        if (in.kind() != Kind.OBJECT || !in.enter()) {
            return;
        }
        while (in.next()) {
            switch (in.name()) {
                case "event" -> begun(in.text(), draft, EventKind.TOOL);
                case "toolCallId", "tool_call_id" -> draft.ref = in.text();
                default -> {}
            }
        }
    }

    private static void begun(@Nullable String event, FactsDraft draft, EventKind kind) {
        if (event == null) {
            return;
        }
        draft.kind = kind;
        if (event.endsWith("_start")) {
            draft.flag(EventFlag.BEGIN);
        } else if (event.endsWith("_end")) {
            draft.flag(EventFlag.FINISH);
        } else if (event.endsWith("_error")) {
            draft.flag(EventFlag.FINISH);
            draft.flag(EventFlag.FAILED);
        }
    }

    private static void tags(JsonCursor in, FactsDraft draft) {
        if (in.enter()) {
            while (in.next()) {
                String tag = in.text();
                if (tag != null && tag.startsWith("graph:step:")) {
                    draft.flag(EventFlag.OWN_CALLBACK);
                }
            }
        }
    }
}
