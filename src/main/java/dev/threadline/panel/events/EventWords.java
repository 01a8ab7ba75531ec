package dev.threadline.panel.events;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventKind;
import dev.threadline.run.EventLog;
import dev.threadline.ui.theme.Role;

/// The words of the event list. Pure.
final class EventWords {
    private EventWords() {}

    /// A range of sequence numbers with the equal head of the second left out where it is long: `131–138`, `104131–38`.
    static String seqs(long first, long last) {
        String from = Long.toString(first);
        String to = Long.toString(last);
        if (first == last) {
            return from;
        }
        int same = 0;
        while (from.length() == to.length() && same < to.length() - 2 && from.charAt(same) == to.charAt(same)) {
            same++;
        }
        return from + "–" + (from.length() > 4 ? to.substring(same) : to);
    }

    /// The word in the mode column.
    static String mode(EventLog log, int event) {
        return log.kind(event) == EventKind.MALFORMED ? "not JSON" : log.mode(event);
    }

    /// The last node of a namespace, or `root`.
    static String place(String namespace) {
        if (namespace.isEmpty()) {
            return "root";
        }
        String segment = namespace.substring(namespace.lastIndexOf('|') + 1);
        int colon = segment.indexOf(':');
        return colon < 0 ? segment : segment.substring(0, colon);
    }

    /// What an event is, in plain words, until what it says is known.
    static String kind(EventKind kind) {
        return switch (kind) {
            case RUN_STARTED -> "run started";
            case VALUES -> "state";
            case UPDATES -> "update";
            case MESSAGE_CHUNK, MESSAGE_PARTIAL -> "part of a message";
            case MESSAGE_COMPLETE -> "messages";
            case MESSAGE_METADATA -> "about a message";
            case CUSTOM -> "custom";
            case TASK_START -> "task start";
            case TASK_RESULT -> "task result";
            case CHECKPOINT -> "checkpoint";
            case CALLBACK -> "callback";
            case TOOL -> "tool call";
            case ERROR -> "error";
            case END -> "end of the stream";
            case FEEDBACK -> "feedback";
            case MALFORMED -> "not JSON";
            case UNKNOWN -> "unknown";
        };
    }

    /// What happened to the stream, in a word.
    static String connection(ConnectionEntry.Kind kind) {
        return switch (kind) {
            case GAP -> "gap";
            case CUT -> "cut";
            case TAIL -> "cut event";
            case OPENED -> "opened";
            case COMMENT -> "comment";
            case ENDED -> "ended";
            case CLOSED -> "closed";
        };
    }

    /// The same as a sentence, where the ledger says nothing more.
    static String explain(ConnectionEntry.Kind kind) {
        return switch (kind) {
            case GAP -> "Events may be missing here.";
            case CUT -> "The connection broke here.";
            case TAIL -> "The end of the stream cut an event off.";
            case OPENED -> "The stream began.";
            case COMMENT -> "The server sent a comment.";
            case ENDED -> "The stream ended.";
            case CLOSED -> "The stream was closed.";
        };
    }

    /// The colour of a piece of JSON: atoms have their own.
    static Role json(String text) {
        boolean atom = text.matches("-?\\d[\\d.eE+-]*|true|false|null");
        return atom ? Role.JSON_ATOM : Role.JSON_STRING;
    }
}
