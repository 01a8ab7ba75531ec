package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;
import dev.threadline.json.JsonCursor.Kind;
import org.jspecify.annotations.Nullable;

/// Reads `debug`, `tasks` and `checkpoints` (protocol, sections 4 and 5).
final class TaskShapes {
    private static final String PUSH = "__pregel_push";

    private TaskShapes() {}

    static void debug(JsonCursor in, FactsDraft draft) {
        if (!in.enter()) {
            return;
        }
        String type = null;
        int step = EventFacts.NO_STEP;
        while (in.next()) {
            switch (in.name()) {
                case "type" -> type = in.text();
                case "step" -> step = in.integer(step);
                case "timestamp" -> draft.serverTime = ServerTime.micros(in.text());
                case "payload" -> payload(in, draft);
                default -> {}
            }
        }
        draft.step = step == EventFacts.NO_STEP ? draft.step : step;
        draft.kind = kind(type);
    }

    private static EventKind kind(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "checkpoint" -> EventKind.CHECKPOINT;
            case "task" -> EventKind.TASK_START;
            case "task_result" -> EventKind.TASK_RESULT;
            default -> EventKind.UNKNOWN;
        };
    }

    static void task(JsonCursor in, FactsDraft draft) {
        payload(in, draft);
        if (draft.kind == EventKind.CHECKPOINT) {
            draft.kind = EventKind.UNKNOWN;
        }
    }

    static void checkpoint(JsonCursor in, FactsDraft draft) {
        payload(in, draft);
        boolean named = draft.kind == EventKind.UNKNOWN && draft.task != null && draft.step != EventFacts.NO_STEP;
        if (named) {
            // JS with subgraphs and neither `debug` nor `checkpoints` asked for: `{id, parent_id, step, source}`.
            draft.kind = EventKind.CHECKPOINT;
            draft.ref = draft.task;
            draft.task = null;
            draft.flag(EventFlag.NOT_A_STATE);
        } else if (draft.kind != EventKind.CHECKPOINT) {
            draft.kind = EventKind.UNKNOWN;
        }
    }

    /// Reads the members of all three payloads at once, since in `debug` the type may follow its payload.
    private static void payload(JsonCursor in, FactsDraft draft) {
        if (in.kind() != Kind.OBJECT || !in.enter()) {
            return;
        }
        String configured = null;
        boolean empty = false;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> draft.task = in.text();
                case "name" -> draft.node = in.text();
                case "input" -> draft.kind = EventKind.TASK_START;
                case "result" -> {
                    draft.kind = EventKind.TASK_RESULT;
                    empty = empty(in);
                }
                case "values" -> draft.kind = EventKind.CHECKPOINT;
                case "triggers", "path" -> fanOut(in, draft);
                case "interrupts" -> draft.interrupts(in, false);
                case "error" -> error(in, draft);
                case "step" -> draft.step = in.integer(draft.step);
                case "tasks" -> subgraphs(in, draft);
                case "metadata" -> metadata(in, draft);
                case "config" -> configured = configured(in);
                case "checkpoint" -> place(in, draft);
                default -> {}
            }
        }
        if (configured != null && draft.ref == null && draft.kind == EventKind.CHECKPOINT) {
            draft.ref = configured;
        }
        if (empty && !draft.is(EventFlag.FAILED) && !draft.is(EventFlag.INTERRUPT)) {
            draft.flag(EventFlag.NOTHING);
        }
    }

    static void fanOut(JsonCursor in, FactsDraft draft) {
        if (pushed(in)) {
            draft.flag(EventFlag.FAN_OUT);
        }
    }

    /// Whether triggers or a path name Send.
    static boolean pushed(JsonCursor in) {
        boolean pushed = false;
        if (in.enter()) {
            while (in.next()) {
                pushed |= PUSH.equals(in.text());
            }
        }
        return pushed;
    }

    /// Whether a value is null or an empty object or list.
    static boolean empty(JsonCursor in) {
        boolean empty = in.kind() == Kind.NULL;
        if (in.enter()) {
            empty = true;
            while (in.next()) {
                empty = false;
            }
        }
        return empty;
    }

    static void error(JsonCursor in, FactsDraft draft) {
        if (in.kind() == Kind.NULL) {
            return;
        }
        boolean handedOver = handsOver(in.text());
        if (in.kind() == Kind.OBJECT && in.enter()) {
            while (in.next()) {
                boolean says = in.name().equals("name") || in.name().equals("error");
                handedOver |= says && handsOver(in.text());
            }
        }
        draft.flag(handedOver ? EventFlag.PARENT_COMMAND : EventFlag.FAILED);
    }

    private static boolean handsOver(@Nullable String error) {
        return error != null && error.startsWith("ParentCommand");
    }

    static void subgraphs(JsonCursor in, FactsDraft draft) {
        if (in.enter()) {
            while (in.next()) {
                if (in.enter()) {
                    while (in.next()) {
                        boolean link =
                                in.name().equals("checkpoint") || in.name().equals("state");
                        if (link && in.kind() == Kind.OBJECT) {
                            draft.flag(EventFlag.SUBGRAPH);
                        }
                    }
                }
            }
        }
    }

    static void metadata(JsonCursor in, FactsDraft draft) {
        if (in.enter()) {
            while (in.next()) {
                if (in.name().equals("step") && in.kind() == Kind.NUMBER) {
                    draft.step = in.integer(draft.step);
                }
            }
        }
    }

    private static @Nullable String configured(JsonCursor in) {
        String id = null;
        if (in.enter()) {
            while (in.next()) {
                if (in.name().equals("configurable") && in.enter()) {
                    while (in.next()) {
                        if (in.name().equals("checkpoint_id")) {
                            id = in.text();
                        }
                    }
                }
            }
        }
        return id;
    }

    static void place(JsonCursor in, FactsDraft draft) {
        if (in.enter()) {
            while (in.next()) {
                String text = in.text();
                if (in.name().equals("checkpoint_id")) {
                    draft.ref = text;
                } else if (in.name().equals("checkpoint_ns") && draft.namespace.isEmpty() && text != null) {
                    draft.namespace = text;
                }
            }
        }
    }
}
