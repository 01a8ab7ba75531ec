package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.json.JsonChange;
import dev.threadline.json.JsonDiff;
import dev.threadline.json.JsonDiffRow;
import dev.threadline.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what decoder and projections make of one recording, for a person to read.
final class GoldenText {
    private final Recording recording;
    private final List<EventFacts> facts;
    private final Executions executions = new Executions();
    private final StateHistory history = new StateHistory();
    private final RunSummary summary = new RunSummary();
    private final StringBuilder out = new StringBuilder();

    GoldenText(Recording recording) throws IOException {
        this.recording = recording;
        this.facts = recording.facts(1, 1);
        for (EventFacts event : facts) {
            Stream.of(executions, history, summary).forEach(each -> each.accept(event));
        }
        boolean failed = facts.stream().anyMatch(event -> event.mode().equals("error"));
        RunStatus end =
                RecordedEnd.of(recording, failed, !executions.interrupts().isEmpty());
        Stream.of(executions, history, summary).forEach(each -> each.status(1, end));
    }

    String text() throws Exception {
        totals();
        line("");
        line("events");
        for (EventFacts event : facts) {
            event(event);
        }
        line("");
        line("lanes");
        executions.lanes().forEach(this::lane);
        for (Question question : executions.interrupts()) {
            line("  question %s in \"%s\" at %s, event %d: %s"
                    .formatted(
                            question.id(),
                            place(question.namespace()),
                            question.node(),
                            question.seq(),
                            value(question.value(recording))));
        }
        executions
                .marks()
                .forEach((namespace, marks) -> line("  %d custom events in \"%s\"%s"
                        .formatted(marks.seqs().size(), place(namespace), reach(marks.times()))));
        line("");
        line("states");
        for (String namespace : history.namespaces()) {
            states(namespace);
        }
        return out.toString();
    }

    private void totals() {
        RunTotals run = summary.current();
        if (run == null) {
            line("no events");
            return;
        }
        line("%s, %d events, %d bytes, %d tokens, %d interrupts, step %s, %d unknown, %d malformed"
                .formatted(
                        run.status().word(),
                        run.events(),
                        run.bytes(),
                        run.tokens(),
                        run.interrupts(),
                        step(run.step()),
                        run.unknown(),
                        run.malformed()));
    }

    private void event(EventFacts event) throws Exception {
        String head = recording.head(event.seq(), EventSummary.head(event.kind()));
        String what = EventSummary.of(event, head, executions.of(event)).stream()
                .map(EventSummary.Segment::text)
                .collect(Collectors.joining());
        line("%4d %-10s %s \"%s\" %s/%s step %s %s ref %s %d B%s | %s"
                .formatted(
                        event.seq(),
                        event.mode(),
                        event.kind(),
                        place(event.namespace()),
                        event.node(),
                        shorter(event.task()),
                        step(event.step()),
                        event.hasServerTime() ? time(event.serverTime()) : "-",
                        refs(event.ref()),
                        event.size(),
                        flags(event),
                        what));
    }

    private void lane(Lane lane) {
        String indent = "  ".repeat(lane.depth() + 1);
        line("%s%s%s".formatted(indent, lane.path(), lane.rows() > 1 ? " (" + lane.rows() + " rows)" : ""));
        for (Execution each : lane.executions()) {
            line("%s  row %d step %s %s .. %s%s %s%s%s start %d result %d update %d tokens %d%s%s"
                    .formatted(
                            indent,
                            each.row(),
                            step(each.step()),
                            time(each.start()),
                            time(each.end()),
                            each.startByArrival() || each.endByArrival() ? " ≈" : "",
                            each.state().name().toLowerCase(Locale.ROOT),
                            each.group() ? " group" : "",
                            each.fanOut() ? " fan-out" : "",
                            each.startSeq(),
                            each.resultSeq(),
                            each.updateSeq(),
                            each.tokens(),
                            reach(each.tokenTimes()),
                            each.attempts() > 0 ? " attempts " + each.attempts() : ""));
        }
        lane.children().forEach(this::lane);
    }

    private void states(String namespace) throws Exception {
        line("  \"%s\"".formatted(place(namespace)));
        JsonValue before = null;
        for (StatePoint point : history.points(namespace)) {
            JsonValue state = StateHistory.load(point, recording);
            String changes = before == null ? "first" : changes(JsonDiff.of(before, state));
            String writers = history.writers(point).stream()
                    .map(each -> each.node() + "@" + each.seq())
                    .collect(Collectors.joining(" "));
            line("    step %s event %d %s %s %s: %s%s"
                    .formatted(
                            step(point.step()),
                            point.seq(),
                            time(point.time()),
                            refs(point.checkpointId()),
                            point.pointer().isEmpty() ? "whole" : point.pointer(),
                            changes,
                            writers.isEmpty() ? "" : " by " + writers));
            before = state;
        }
    }

    private static String changes(JsonChange change) {
        List<String> places = new ArrayList<>();
        for (JsonDiffRow row : JsonDiff.rows(change, true)) {
            if (!row.open()) {
                places.add(sign(row.kind()) + row.pointer());
            }
        }
        int more = places.size() - 12;
        String shown = places.stream().limit(12).collect(Collectors.joining(" "));
        return places.isEmpty() ? "as before" : more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static String sign(JsonChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case MOVED -> "^";
            case TYPE_CHANGED -> "!";
            case CHANGED -> "~";
            case SAME -> "=";
        };
    }

    /// Milliseconds from the first thing known, on the server's clock.
    private String time(long micros) {
        Span span = executions.span();
        boolean unknown = micros == EventFacts.NO_TIME || span == null;
        return unknown ? "-" : String.format(Locale.ROOT, "%+.1f", (micros - span.first()) / 1_000.0);
    }

    private String reach(LongSeries times) {
        return times.size() == 0 ? "" : " at %s .. %s".formatted(time(times.get(0)), time(times.get(times.size() - 1)));
    }

    private static String step(int step) {
        return step == EventFacts.NO_STEP ? "-" : Integer.toString(step);
    }

    private static String place(String namespace) {
        return namespace.isEmpty()
                ? ""
                : Stream.of(namespace.split("\\|"))
                        .map(each -> Namespace.task(each) == null
                                ? each
                                : Namespace.node(each) + ":" + shorter(Namespace.task(each)))
                        .collect(Collectors.joining("|"));
    }

    private static String refs(@Nullable String ref) {
        return ref == null
                ? "-"
                : Stream.of(ref.split(",", -1)).map(GoldenText::shorter).collect(Collectors.joining(","));
    }

    private static String shorter(@Nullable String id) {
        return id == null ? "-" : id.length() > 13 ? id.substring(0, 4) + "…" + id.substring(id.length() - 6) : id;
    }

    private static String flags(EventFacts event) {
        return Stream.of(EventFlag.values())
                .filter(event::is)
                .map(flag -> " " + flag.name())
                .collect(Collectors.joining());
    }

    private static String value(@Nullable JsonValue value) {
        return value == null ? "-" : dev.threadline.json.Json.write(value);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
