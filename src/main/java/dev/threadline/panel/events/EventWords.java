package dev.threadline.panel.events;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventKind;
import dev.threadline.run.EventLog;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;

/// The words of the event list. Pure.
final class EventWords {
    private static final Words WORDS = Words.of(EventWords.class);

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
        return log.kind(event) == EventKind.MALFORMED ? WORDS.text("word.not-json") : log.mode(event);
    }

    /// The last node of a namespace, or `root`.
    static String place(String namespace) {
        if (namespace.isEmpty()) {
            return WORDS.text("word.root");
        }
        String segment = namespace.substring(namespace.lastIndexOf('|') + 1);
        int colon = segment.indexOf(':');
        return colon < 0 ? segment : segment.substring(0, colon);
    }

    /// What an event is, in plain words, until what it says is known.
    static String kind(EventKind kind) {
        return switch (kind) {
            case RUN_STARTED -> WORDS.text("word.run-started");
            case VALUES -> WORDS.text("word.state");
            case UPDATES -> WORDS.text("word.update");
            case MESSAGE_CHUNK, MESSAGE_PARTIAL -> WORDS.text("word.message-part");
            case MESSAGE_COMPLETE -> WORDS.text("word.messages");
            case MESSAGE_METADATA -> WORDS.text("word.about-message");
            case CUSTOM -> WORDS.text("word.custom");
            case TASK_START -> WORDS.text("word.task-start");
            case TASK_RESULT -> WORDS.text("word.task-result");
            case CHECKPOINT -> WORDS.text("word.checkpoint");
            case CALLBACK -> WORDS.text("word.callback");
            case TOOL -> WORDS.text("word.tool");
            case ERROR -> WORDS.text("word.error");
            case END -> WORDS.text("word.end");
            case FEEDBACK -> WORDS.text("word.feedback");
            case MALFORMED -> WORDS.text("word.not-json");
            case UNKNOWN -> WORDS.text("word.unknown");
        };
    }

    /// What happened to the stream, in a word.
    static String connection(ConnectionEntry.Kind kind) {
        return switch (kind) {
            case GAP -> WORDS.text("word.gap");
            case CUT -> WORDS.text("word.cut");
            case TAIL -> WORDS.text("word.tail");
            case OPENED -> WORDS.text("word.opened");
            case COMMENT -> WORDS.text("word.comment");
            case ENDED -> WORDS.text("word.ended");
            case CLOSED -> WORDS.text("word.closed");
            case RESUMED -> WORDS.text("word.resumed");
            case TRIED -> WORDS.text("word.tried");
            case DUPLICATE -> WORDS.text("word.duplicate");
            case FILLED -> WORDS.text("word.filled");
        };
    }

    /// The same as a sentence, where the ledger says nothing more.
    static String explain(ConnectionEntry.Kind kind) {
        return switch (kind) {
            case GAP -> WORDS.text("word.gap.what");
            case CUT -> WORDS.text("word.cut.what");
            case TAIL -> WORDS.text("word.tail.what");
            case OPENED -> WORDS.text("word.opened.what");
            case COMMENT -> WORDS.text("word.comment.what");
            case ENDED -> WORDS.text("word.ended.what");
            case CLOSED -> WORDS.text("word.closed.what");
            case RESUMED -> WORDS.text("word.resumed.what");
            case TRIED -> WORDS.text("word.tried.what");
            case DUPLICATE -> WORDS.text("word.duplicate.what");
            case FILLED -> WORDS.text("word.filled.what");
        };
    }

    /// What the ledger says of a line, or what its kind means.
    static String said(ConnectionEntry line) {
        String detail = line.detail();
        return detail == null || detail.isEmpty() ? explain(line.kind()) : detail;
    }

    /// The colour of a line's word: amber where something may be lost, green where the run is heard again.
    static Role tone(ConnectionEntry.Kind kind) {
        return switch (kind) {
            case GAP, CUT, TAIL, TRIED -> Role.WAITING;
            case RESUMED -> Role.DONE;
            case OPENED, COMMENT, ENDED, CLOSED, DUPLICATE, FILLED -> Role.FG_MUTED;
        };
    }

    /// The colour of a piece of JSON: atoms have their own.
    static Role json(String text) {
        boolean atom = text.matches("-?\\d[\\d.eE+-]*|true|false|null");
        return atom ? Role.JSON_ATOM : Role.JSON_STRING;
    }
}
