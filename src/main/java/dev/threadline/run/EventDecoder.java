package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;
import dev.threadline.protocol.WireEvent;
import java.io.Reader;
import java.util.regex.Pattern;

/// Reads the header facts of an event; total: any name and any data give facts, none is lost.
///
/// Payloads are passed over as a stream, never built. Safe for any thread (protocol, sections 3 to 5).
public final class EventDecoder {
    private static final Pattern VERSION_2 = Pattern.compile("\\{\\s*\"type\"\\s*:\\s*\"event\"");

    private EventDecoder() {}

    /// The facts of an event as it arrived, from itself alone; [StreamDecoder] knows more.
    ///
    /// @param seq its position in the capture
    /// @param run the number of its run
    public static EventFacts decode(long seq, int run, WireEvent event) {
        return decode(seq, run, event, new MessagePlaces());
    }

    static EventFacts decode(long seq, int run, WireEvent event, MessagePlaces places) {
        FactsDraft draft = new FactsDraft(event, places);
        if (event.data().isBlank()) {
            says(draft);
            return draft.facts(seq, run, event);
        }
        return decode(seq, run, event, draft, JsonCursor.over(event.data()));
    }

    /// The facts of an event of whose data only the beginning stands in `heading`, and all of it is read here.
    static EventFacts decode(long seq, int run, WireEvent heading, Reader data, MessagePlaces places) {
        FactsDraft draft = new FactsDraft(heading, places);
        return decode(seq, run, heading, draft, JsonCursor.over(new ShortTexts(data)));
    }

    private static EventFacts decode(long seq, int run, WireEvent event, FactsDraft draft, JsonCursor in) {
        if (isVersion2(event.data())) {
            draft.kind = EventKind.UNKNOWN;
        } else {
            read(in, draft);
        }
        return in.completes() ? draft.facts(seq, run, event) : malformed(seq, run, event);
    }

    /// The mode in an event's name: all before the first `|`.
    static String mode(String name) {
        int bar = name.indexOf('|');
        return bar < 0 ? name : name.substring(0, bar);
    }

    /// What an event is whose data is empty.
    private static void says(FactsDraft draft) {
        switch (draft.mode) {
            case "end" -> draft.kind = EventKind.END;
            case "error" -> {
                draft.kind = EventKind.ERROR;
                draft.flag(EventFlag.FAILED);
            }
            default -> draft.kind = EventKind.UNKNOWN;
        }
    }

    private static void read(JsonCursor in, FactsDraft draft) {
        switch (draft.mode) {
            case "metadata" -> StateShapes.metadata(in, draft);
            case "values" -> StateShapes.values(in, draft);
            case "updates" -> StateShapes.updates(in, draft);
            case "debug" -> TaskShapes.debug(in, draft);
            case "tasks" -> TaskShapes.task(in, draft);
            case "checkpoints" -> TaskShapes.checkpoint(in, draft);
            case "messages", "messages-tuple" -> MessageShapes.tuple(in, draft);
            case "messages/partial" -> MessageShapes.list(in, draft, EventKind.MESSAGE_PARTIAL);
            case "messages/complete" -> MessageShapes.list(in, draft, EventKind.MESSAGE_COMPLETE);
            case "messages/metadata" -> MessageShapes.metadata(in, draft);
            case "events" -> CallbackShapes.event(in, draft);
            case "tools" -> CallbackShapes.tool(in, draft);
            case HistoryShapes.CHECKPOINT -> HistoryShapes.checkpoint(in, draft);
            case HistoryShapes.TASK -> HistoryShapes.task(in, draft);
            case "custom" -> draft.kind = EventKind.CUSTOM;
            case "feedback" -> draft.kind = EventKind.FEEDBACK;
            case "end" -> draft.kind = EventKind.END;
            case "error" -> {
                draft.kind = EventKind.ERROR;
                draft.flag(EventFlag.FAILED);
            }
            default -> draft.kind = EventKind.UNKNOWN;
        }
    }

    /// The facts of an event whose data is not what its name says.
    static EventFacts malformed(long seq, int run, WireEvent event) {
        FactsDraft draft = new FactsDraft(event, new MessagePlaces());
        draft.kind = EventKind.MALFORMED;
        if (draft.mode.equals("error")) {
            draft.flag(EventFlag.FAILED);
        }
        return draft.facts(seq, run, event);
    }

    /// Whether the data is an envelope of protocol v2, which shares names with v1 and nothing else (section 6.2).
    private static boolean isVersion2(String data) {
        // Almost no event begins like this, and a second cursor costs as much as the first.
        if (!VERSION_2.matcher(data).lookingAt()) {
            return false;
        }
        JsonCursor in = JsonCursor.over(data);
        in.enter();
        return in.next()
                && in.name().equals("type")
                && "event".equals(in.text())
                && in.next()
                && (in.name().equals("event_id")
                        || in.name().equals("seq")
                        || in.name().equals("method"));
    }
}
