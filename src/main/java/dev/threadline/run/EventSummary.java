package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The one line that says what an event holds, for a list of events; pure.
public final class EventSummary {
    private static final Words WORDS = Words.of(EventSummary.class);

    /// How a piece of the line is drawn.
    public enum Role {
        /// Plain.
        NORMAL,
        /// What the eye should find.
        STRONG,
        /// What may be overlooked.
        MUTED,
        /// A JSON value or a piece of one.
        JSON,
        /// A failure.
        FAILED,
        /// A question to a human, or data that is not JSON.
        WAITING
    }

    /// A piece of the line.
    ///
    /// @param text its text, on one line
    /// @param role how it is drawn
    public record Segment(String text, Role role) {}

    private static final int TEXT = 160;

    private final List<Segment> line = new ArrayList<>();
    private final EventFacts facts;
    private final String head;

    private EventSummary(EventFacts facts, String head) {
        this.facts = facts;
        this.head = head;
    }

    /// How many characters of a payload's head are worth reading for this kind of event.
    public static int head(EventKind kind) {
        return switch (kind) {
            case CHECKPOINT, TASK_START, TASK_RESULT, CALLBACK -> 1 << 16;
            default -> 1 << 11;
        };
    }

    /// The line for an event.
    ///
    /// @param head the begin of its payload; may end anywhere
    /// @param execution the execution that it belongs to, for durations, or null
    public static List<Segment> of(EventFacts facts, String head, @Nullable Execution execution) {
        EventSummary summary = new EventSummary(facts, head);
        summary.write(execution);
        return List.copyOf(summary.line);
    }

    /// The text that a message chunk adds, or `""`: what rows of several tokens are put together from.
    public static String chunkText(String head) {
        List<MessageHead> messages = MessageHead.of(head, true);
        return messages.isEmpty() ? "" : messages.getFirst().added();
    }

    private void write(@Nullable Execution execution) {
        switch (facts.kind()) {
            case RUN_STARTED -> run();
            case VALUES -> values();
            case UPDATES -> updates();
            case MESSAGE_CHUNK, MESSAGE_PARTIAL, MESSAGE_COMPLETE -> messages();
            case MESSAGE_METADATA ->
                add(WORDS.text("summary.about") + " ", Role.MUTED).add(ref(), Role.NORMAL);
            case CUSTOM -> add(Preview.of(cursor(), TEXT), Role.JSON);
            case TASK_START -> taskStart();
            case TASK_RESULT -> taskResult(execution);
            case CHECKPOINT -> checkpoint();
            case CALLBACK, TOOL -> callback();
            case ERROR -> failure();
            case END -> add(WORDS.text("summary.end"), Role.MUTED);
            case FEEDBACK -> keys(cursor());
            case MALFORMED ->
                add(WORDS.text("summary.not-json") + " ", Role.WAITING).add(Preview.line(head, TEXT), Role.NORMAL);
            case UNKNOWN ->
                add(WORDS.text("summary.not-known") + " ", Role.WAITING).add(Preview.of(cursor(), TEXT), Role.JSON);
        }
    }

    private JsonCursor cursor() {
        return JsonCursor.over(head);
    }

    private EventSummary add(String text, Role role) {
        if (!text.isEmpty()) {
            line.add(new Segment(Preview.visible(text), role));
        }
        return this;
    }

    private String ref() {
        return Objects.requireNonNullElse(facts.ref(), "");
    }

    private void run() {
        int attempt = PayloadHead.of(head).attempt;
        add(WORDS.text("summary.run") + " ", Role.NORMAL).add(ref(), Role.MUTED);
        if (attempt > 1) {
            add(" " + WORDS.text("summary.attempt", Integer.toString(attempt)), Role.STRONG);
        }
    }

    private void values() {
        if (facts.is(EventFlag.NOT_A_STATE)) {
            question();
        } else {
            keys(cursor());
            add(facts.is(EventFlag.INTERRUPT) ? " · " + WORDS.text("summary.interrupt") : "", Role.WAITING);
        }
    }

    private void updates() {
        String node = facts.node();
        if (node == null) {
            if (facts.is(EventFlag.INTERRUPT)) {
                question();
            } else {
                keys(cursor());
            }
            return;
        }
        add(node, Role.NORMAL)
                .add(facts.is(EventFlag.CACHED) ? " " + WORDS.text("summary.cached") + " → " : " → ", Role.MUTED);
        JsonCursor in = cursor();
        if (in.enter()) {
            while (in.next()) {
                if (in.name().equals(node)) {
                    keys(in);
                    return;
                }
            }
        }
    }

    private void question() {
        String asked = PayloadHead.of(head).question;
        add(
                ref().isEmpty() && asked.isEmpty()
                        ? WORDS.text("summary.breakpoint")
                        : WORDS.text("summary.interrupt") + " ",
                Role.WAITING);
        add(asked, Role.JSON);
    }

    /// The names of the members, each with its value where they are few; any other value as it is.
    private void keys(JsonCursor in) {
        if (in.kind() != JsonCursor.Kind.OBJECT) {
            add(Preview.of(in, TEXT), Role.JSON);
            return;
        }
        List<Segment> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        boolean cutInside = false;
        in.enter();
        while (in.next()) {
            if (in.name().equals("__interrupt__")) {
                continue;
            }
            names.add(new Segment(in.name(), Role.NORMAL));
            values.add(names.size() > 2 ? "" : Preview.of(in, 48));
            cutInside = in.broken();
        }
        if (names.isEmpty()) {
            add(in.broken() ? "…" : WORDS.text("summary.nothing"), Role.MUTED);
        }
        for (int i = 0; i < names.size(); i++) {
            add(i == 0 ? "" : ", ", Role.MUTED).add(names.get(i).text(), Role.NORMAL);
            if (names.size() <= 2) {
                add(" ", Role.NORMAL).add(values.get(i), Role.JSON);
            }
        }
        // A value that is cut shows it itself, and nobody knows whether a name follows.
        if (in.broken() && !names.isEmpty() && !(cutInside && names.size() <= 2)) {
            add(", …", Role.MUTED);
        }
    }

    private void messages() {
        boolean chunk = facts.kind() == EventKind.MESSAGE_CHUNK;
        List<MessageHead> messages = MessageHead.of(head, chunk);
        for (int i = 0; i < messages.size(); i++) {
            add(i == 0 ? "" : " · ", Role.MUTED);
            message(messages.get(i), chunk);
        }
        if (messages.isEmpty()) {
            add(WORDS.text("summary.no-text"), Role.MUTED);
        }
    }

    private void message(MessageHead message, boolean chunk) {
        if (!facts.is(EventFlag.TOKEN)) {
            word(message.speaker(), Role.MUTED);
            word(message.name, Role.STRONG);
        }
        String text = Preview.line(message.text, TEXT);
        if (facts.is(EventFlag.TOKEN)) {
            add(text, Role.JSON);
        } else {
            word(text, Role.JSON);
        }
        boolean pieces = message.calls.isEmpty() || (chunk && !message.pieces.isEmpty());
        List<MessageHead.Call> calls = pieces ? message.pieces : message.calls;
        if (!calls.isEmpty() && !chunk) {
            word(WORDS.text("summary.calls"), Role.MUTED);
        }
        for (int i = 0; i < calls.size(); i++) {
            add(i == 0 ? "" : ",", Role.MUTED);
            word(calls.get(i).name(), Role.STRONG);
            word(Preview.line(calls.get(i).args(), TEXT), Role.JSON);
        }
        if (message.text.isEmpty() && calls.isEmpty()) {
            word(
                    message.usage.isEmpty() && !message.last
                            ? WORDS.text("summary.no-text")
                            : WORDS.text("summary.message-end"),
                    Role.MUTED);
        }
        if (!message.usage.isEmpty()) {
            add(" · " + message.usage, Role.MUTED);
        }
    }

    /// Adds a word, parted from what stands before it.
    private void word(String text, Role role) {
        boolean parted = line.isEmpty() || line.getLast().text().endsWith(" ");
        add(text.isEmpty() || parted ? text : " " + text, role);
    }

    private void taskStart() {
        PayloadHead task = PayloadHead.of(head);
        add(WORDS.text("summary.task") + " ", Role.NORMAL).add(WORDS.text("summary.start"), Role.MUTED);
        if (!task.triggers.isEmpty()) {
            add(" · ", Role.MUTED).add(Preview.line(String.join(", ", task.triggers), TEXT), Role.NORMAL);
        }
    }

    private void taskResult(@Nullable Execution execution) {
        add("task_result ", Role.NORMAL);
        if (facts.is(EventFlag.FAILED)) {
            String why = PayloadHead.of(head).error;
            add(WORDS.text("summary.failed"), Role.FAILED)
                    .add(why.isEmpty() ? "" : " " + Preview.words(why, TEXT), Role.NORMAL);
        } else if (facts.is(EventFlag.PARENT_COMMAND)) {
            add(WORDS.text("summary.handed-over"), Role.MUTED);
        } else if (facts.is(EventFlag.INTERRUPT)) {
            add(WORDS.text("summary.waiting"), Role.WAITING);
        } else {
            add(WORDS.text("summary.done"), Role.MUTED);
        }
        if (execution != null && !execution.open() && execution.startSeq() > 0) {
            String about = execution.startByArrival() || execution.endByArrival() ? "≈ " : "";
            add(" · " + about + Elapsed.text(execution.end() - execution.start()), Role.MUTED);
        }
    }

    private void checkpoint() {
        PayloadHead checkpoint = PayloadHead.of(head);
        String id = ref();
        int second = id.indexOf('-', id.indexOf('-') + 1);
        add(WORDS.text("summary.checkpoint"), Role.NORMAL);
        word(second > 0 ? id.substring(0, second) + "…" : id, Role.MUTED);
        List<String> next = checkpoint.next;
        if (next != null) {
            word(WORDS.text("summary.next"), Role.MUTED);
            word(next.isEmpty() ? WORDS.text("summary.none") : String.join(", ", next), Role.NORMAL);
        } else if (!checkpoint.source.isEmpty() && facts.hasStep()) {
            word(WORDS.text("summary.step", Integer.toString(facts.step()), checkpoint.source), Role.NORMAL);
        }
    }

    private void callback() {
        PayloadHead callback = PayloadHead.of(head);
        Role role = facts.is(EventFlag.FAILED) ? Role.FAILED : Role.MUTED;
        add(callback.event, role);
        word(callback.name, Role.NORMAL);
        if (!callback.error.isEmpty()) {
            // JS adds a stack trace.
            word(Preview.words(callback.error.lines().findFirst().orElse(""), TEXT), Role.NORMAL);
        } else if (!callback.said.isBlank()) {
            word(Preview.words(callback.said, TEXT), Role.JSON);
        }
    }

    private void failure() {
        RunFailure failure = RunFailure.of(head);
        add(failure.type(), Role.FAILED);
        String text = Preview.words(failure.message(), TEXT);
        add(failure.type().isEmpty() || text.isEmpty() ? text : ": " + text, Role.NORMAL);
    }
}
