package dev.threadline.run;

import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;

/// Reads `metadata`, `values` and `updates`.
final class StateShapes {
    private StateShapes() {}

    static void metadata(JsonCursor in, FactsDraft draft) {
        draft.kind = EventKind.RUN_STARTED;
        if (!in.enter()) {
            draft.kind = EventKind.UNKNOWN;
            return;
        }
        while (in.next()) {
            switch (in.name()) {
                case "run_id" -> draft.ref = in.text();
                case "status" -> {
                    // A thread's own stream ends each run so (protocol, section 2.6).
                    if ("run_done".equals(in.text())) {
                        draft.kind = EventKind.END;
                    }
                }
                default -> {}
            }
        }
    }

    static void values(JsonCursor in, FactsDraft draft) {
        draft.kind = EventKind.VALUES;
        boolean state = in.kind() != JsonCursor.Kind.OBJECT;
        boolean interrupted = false;
        if (in.kind() == JsonCursor.Kind.OBJECT && in.enter()) {
            while (in.next()) {
                if (in.name().equals("__interrupt__")) {
                    interrupted = true;
                    draft.interrupts(in, true);
                } else {
                    state = true;
                }
            }
        }
        if (interrupted && !state) {
            draft.flag(EventFlag.NOT_A_STATE);
        }
    }

    static void updates(JsonCursor in, FactsDraft draft) {
        if (in.kind() != JsonCursor.Kind.OBJECT) {
            return;
        }
        draft.kind = EventKind.UPDATES;
        boolean empty = true;
        in.enter();
        while (in.next()) {
            switch (in.name()) {
                case "__interrupt__" -> draft.interrupts(in, true);
                case "__metadata__" -> cached(in, draft);
                default -> {
                    draft.node = draft.node == null ? in.name() : draft.node;
                    empty &= TaskShapes.empty(in);
                }
            }
        }
        if (empty && draft.node != null) {
            draft.flag(EventFlag.NOTHING);
        }
    }

    private static void cached(JsonCursor in, FactsDraft draft) {
        if (in.enter()) {
            while (in.next()) {
                if (in.name().equals("cached") && in.isTrue()) {
                    draft.flag(EventFlag.CACHED);
                }
            }
        }
    }
}
