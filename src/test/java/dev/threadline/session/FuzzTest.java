package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.protocol.Heard;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.protocol.StreamListener;
import dev.threadline.protocol.StreamOpened;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventSummary;
import dev.threadline.run.Executions;
import dev.threadline.run.Question;
import dev.threadline.run.RunFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.run.RunSummary;
import dev.threadline.run.StateHistory;
import dev.threadline.run.StreamDecoder;
import dev.threadline.server.DeliveredEvent;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Damaged recordings through the reading of streams, the decoder, the projections and both exports. More of them:
/// `mvn verify -Dtest=FuzzTest -Dfuzz=100000`; those of one seed: `-Dfuzz.seed=N`.
class FuzzTest {
    private static final Integer SEED = Integer.getInteger("fuzz.seed");

    @Test
    void noDamageThrowsOrLosesAnEventInSilence() throws Exception {
        int first = SEED == null ? 1 : SEED;
        int last = SEED == null ? Integer.getInteger("fuzz", 400) : SEED;
        for (int seed = first; seed <= last; seed++) {
            byte[] body = Mutated.of(seed);
            Random random = new Random(seed);
            int at = seed;
            // A stream is read on a virtual thread, whose stack is what deep nesting meets.
            CompletableFuture<Void> done = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    check(body, random);
                    done.complete(null);
                } catch (Throwable e) {
                    done.completeExceptionally(new AssertionError("seed " + at + ": " + e, e));
                }
            });
            done.get();
        }
    }

    private static void check(byte[] body, Random random) throws Exception {
        List<DeliveredEvent> expected = DeliveredEvent.of(body);
        int longest = random.nextInt(3) == 0 ? 3 : 5_000;
        Ears ears = new Ears();
        int reads = Heard.of(body, Long.MAX_VALUE, at -> 1 + random.nextInt(longest), ears);
        assertThat(reads).as("reads").isLessThanOrEqualTo(body.length + 3);
        assertThat(delivered(ears.events)).isEqualTo(expected);
        assertThat(ears.lines()).isEqualTo(linesBesideEvents(body));

        List<EventFacts> facts = decoded(ears.events);
        folded(facts, ears.events);
        exported(facts, ears.events);
    }

    private static List<DeliveredEvent> delivered(List<WireEvent> events) {
        return events.stream()
                .map(event -> new DeliveredEvent(event.id(), event.name(), event.data()))
                .toList();
    }

    /// How many lines of a body are no part of an event as a reading finds it, and must be told otherwise.
    private static long linesBesideEvents(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        long all = 0;
        List<String> block = new ArrayList<>();
        String[] lines = bare.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            String field = lines[i].startsWith(":") ? "" : lines[i].split(":", -1)[0];
            if (lines[i].isEmpty()) {
                all += block.contains("data") ? replaced(block) : block.size();
                block.clear();
            } else if (Set.of("data", "id", "event").contains(field)) {
                // An event line without a name says nothing, and nothing is lost when another one follows.
                block.add(lines[i].matches("event:? ?") ? "event without a name" : field);
            } else {
                all++;
            }
        }
        return all;
    }

    /// How many lines of a block another one of their field replaces.
    private static long replaced(List<String> fields) {
        long ids = fields.stream().filter("id"::equals).count();
        long names = fields.stream().filter("event"::equals).count();
        boolean unnamed = fields.lastIndexOf("event without a name") > fields.lastIndexOf("event");
        return Math.max(0, ids - 1) + Math.max(0, unnamed ? names : names - 1);
    }

    private static List<EventFacts> decoded(List<WireEvent> events) {
        StreamDecoder decoder = new StreamDecoder(1);
        List<EventFacts> facts = new ArrayList<>();
        for (WireEvent event : events) {
            EventFacts each = decoder.decode(facts.size() + 1, event);
            assertThat(each.size()).isEqualTo(event.data().getBytes(StandardCharsets.UTF_8).length);
            assertThat(each.name()).isEqualTo(event.name());
            assertThat(each.id()).isEqualTo(event.id());
            assertThat(each.kind() == EventKind.MALFORMED)
                    .as("%s", event)
                    .isEqualTo(!event.data().isBlank() && !isJson(event.data()));
            EventSummary.of(each, event.data(), null);
            RunFailure.of(event.data());
            facts.add(each);
        }
        return facts;
    }

    private static boolean isJson(String text) {
        try {
            Json.parse(text);
            return true;
        } catch (JsonFailure e) {
            return false;
        }
    }

    private static void folded(List<EventFacts> facts, List<WireEvent> events) throws CaptureFailure {
        Executions executions = new Executions();
        StateHistory states = new StateHistory();
        RunSummary summary = new RunSummary();
        for (EventFacts each : facts) {
            executions.accept(each);
            states.accept(each);
            summary.accept(each);
        }
        executions.status(1, RunStatus.UNKNOWN);
        summary.status(1, RunStatus.UNKNOWN);
        assertThat(summary.events()).isEqualTo(facts.size());
        Payloads payloads = new Payloads() {
            @Override
            public String data(long seq) {
                return events.get((int) seq - 1).data();
            }

            @Override
            public String head(long seq, int chars) {
                String data = data(seq);
                return data.substring(0, Math.min(chars, data.length()));
            }
        };
        for (String namespace : states.namespaces()) {
            for (var point : states.points(namespace)) {
                try {
                    StateHistory.load(point, payloads);
                } catch (JsonFailure e) {
                    // Said in the state's place; anything else would not be.
                    assertThat(e.getMessage()).contains("holds no state");
                }
                states.writers(point);
            }
        }
        for (Question question : executions.interrupts()) {
            question.value(payloads);
        }
        executions.lanes();
        executions.marks();
    }

    private static void exported(List<EventFacts> facts, List<WireEvent> events) throws Exception {
        StringWriter stream = new StringWriter();
        StringWriter lines = new StringWriter();
        SseForm sse = new SseForm(stream);
        JsonlForm jsonl = new JsonlForm(lines);
        for (int i = 0; i < facts.size(); i++) {
            sse.event(facts.get(i), events.get(i).data());
            jsonl.event(facts.get(i), events.get(i).data());
        }
        Ears again = new Ears();
        byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
        Heard.of(bytes, Long.MAX_VALUE, at -> 10_000, again);
        assertThat(delivered(again.events)).isEqualTo(delivered(events));
        assertThat(decoded(again.events)).hasSameSizeAs(facts);
        List<String> objects = lines.toString().lines().toList();
        assertThat(objects).hasSameSizeAs(facts);
        for (String object : objects) {
            assertThat(Json.parse(object)).isInstanceOf(JsonObject.class);
        }
    }

    /// A listener that keeps what it hears.
    private static final class Ears implements StreamListener {
        private final List<WireEvent> events = new ArrayList<>();
        private final List<String> comments = new ArrayList<>();

        /// How many lines were told that are no part of an event.
        long lines() {
            return comments.stream()
                    .mapToLong(text -> 1 + text.chars().filter(c -> c == '\n').count())
                    .sum();
        }

        @Override
        public void opened(StreamOpened opened) {}

        @Override
        public void event(WireEvent event) {
            events.add(event);
        }

        @Override
        public void comment(String text, long at) {
            comments.add(text);
        }

        @Override
        public void ended(StreamEnd end) {}
    }
}
