package dev.threadline.run;

import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;

/// Reads entries that were never streamed: states of a thread's history and their tasks, as the server tells
/// them when it is asked (protocol, section 2.3).
public final class HistoryShapes {
    /// Name of an entry whose data is a state of the thread.
    public static final String CHECKPOINT = "history/checkpoint";

    /// Name of an entry whose data is a task of such a state, with its result or its error.
    public static final String TASK = "history/task";

    private HistoryShapes() {}

    /// Microseconds since the epoch of a time as servers write it, or `EventFacts.NO_TIME`.
    public static long micros(String text) {
        return ServerTime.micros(text);
    }

    static void checkpoint(JsonCursor in, FactsDraft draft) {
        draft.kind = EventKind.CHECKPOINT;
        if (!in.enter()) {
            return;
        }
        while (in.next()) {
            switch (in.name()) {
                case "checkpoint" -> TaskShapes.place(in, draft);
                case "metadata" -> TaskShapes.metadata(in, draft);
                case "tasks" -> TaskShapes.subgraphs(in, draft);
                default -> {}
            }
        }
    }

    static void task(JsonCursor in, FactsDraft draft) {
        draft.kind = EventKind.TASK_RESULT;
        if (!in.enter()) {
            return;
        }
        boolean empty = false;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> draft.task = in.text();
                case "name" -> draft.node = in.text();
                case "result" -> empty = TaskShapes.empty(in);
                case "error" -> TaskShapes.error(in, draft);
                case "path" -> TaskShapes.fanOut(in, draft);
                case "checkpoint" -> {
                    if (in.kind() == JsonCursor.Kind.OBJECT) {
                        draft.flag(EventFlag.SUBGRAPH);
                    }
                }
                default -> {}
            }
        }
        if (empty && !draft.is(EventFlag.FAILED)) {
            draft.flag(EventFlag.NOTHING);
        }
    }
}
