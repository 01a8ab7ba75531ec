package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventFacts;
import dev.threadline.protocol.WireEvent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where things stand that the server gave no time: between the server times around them in the stream.
class PlacedTimesTest {
    private static final long ZERO = ServerTime.micros("2026-11-22T05:00:00.000Z");

    private final Executions executions = new Executions();
    private final StateHistory history = new StateHistory();
    private long seq;
    private EventFacts last = EventDecoder.decode(1, 1, new WireEvent(0, null, "custom", "1", false));

    private void event(long arrival, String id, String name, String data) {
        last = EventDecoder.decode(++seq, 1, new WireEvent(arrival * 1_000, id, name, data, false));
        executions.accept(last);
        history.accept(last);
    }

    private void event(long arrival, String name, String data) {
        event(arrival, null, name, data);
    }

    private void debug(long arrival, int millis, int step, String type, String payload) {
        event(
                arrival,
                "debug",
                "{\"step\":%d,\"type\":\"%s\",\"timestamp\":\"2026-11-22T05:00:00.%03dZ\",\"payload\":{%s}}"
                        .formatted(step, type, millis, payload));
    }

    private static long after(long time) {
        return (time - ZERO) / 1_000;
    }

    @Test
    void aCachedTaskEndsBeforeTheNextThatTheServerTimed() {
        debug(1_000, 0, 0, "checkpoint", "\"values\":{}");
        debug(1_050, 10, 1, "task", "\"id\":\"t\",\"name\":\"a\",\"input\":{}");
        event(1_050, "updates", "{\"a\":{},\"__metadata__\":{\"cached\":true}}");
        Execution cached = executions.all().getFirst();
        assertThat(after(cached.end())).isEqualTo(50);
        debug(1_060, 12, 1, "checkpoint", "\"values\":{}");
        assertThat(cached.state()).isEqualTo(Execution.State.CACHED);
        assertThat(after(cached.end())).isEqualTo(12);
        // A better offset does not move it past its bound again.
        debug(1_070, 95, 2, "task", "\"id\":\"u\",\"name\":\"b\",\"input\":{}");
        assertThat(after(cached.end())).isEqualTo(12);
    }

    @Test
    void aCachedUpdateAheadOfItsStartEndsWithTheStart() {
        debug(1_000, 0, 0, "checkpoint", "\"values\":{}");
        event(1_050, "updates", "{\"a\":{},\"__metadata__\":{\"cached\":true}}");
        debug(1_050, 10, 1, "task", "\"id\":\"t\",\"name\":\"a\",\"input\":{}");
        Execution cached = executions.all().getFirst();
        assertThat(after(cached.start())).isEqualTo(10);
        assertThat(after(cached.end())).isEqualTo(10);
    }

    @Test
    void aStateIsKnownBeforeTheNextStepStarts() {
        debug(1_000, 0, 1, "task", "\"id\":\"t\",\"name\":\"a\",\"input\":{}");
        debug(1_020, 4, 1, "task_result", "\"id\":\"t\",\"name\":\"a\",\"result\":{}");
        event(1_020, "values", "{\"x\":1}");
        debug(1_020, 6, 2, "task", "\"id\":\"u\",\"name\":\"b\",\"input\":{}");
        StatePoint point = history.points("").getFirst();
        assertThat(after(point.time())).isEqualTo(6);
        assertThat(executions.time(EventDecoder.decode(3, 1, new WireEvent(1_020_000, null, "values", "{}", false))))
                .isEqualTo(point.time());
    }

    @Test
    void tokensAndMarksStayBeforeTheEndThatFollows() {
        debug(1_000, 0, 1, "task", "\"id\":\"t\",\"name\":\"a\",\"input\":{}");
        event(1_040, "messages", "[{\"content\":\"x\"},{\"langgraph_checkpoint_ns\":\"a:t\"}]");
        event(1_040, "custom", "1");
        debug(1_041, 20, 1, "task_result", "\"id\":\"t\",\"name\":\"a\",\"result\":{}");
        event(1_060, "messages", "[{\"content\":\"late\"},{\"langgraph_checkpoint_ns\":\"a:t\"}]");
        LongSeries tokens = executions.all().getFirst().tokenTimes();
        assertThat(after(tokens.get(0))).isEqualTo(20);
        assertThat(after(tokens.get(1))).isEqualTo(20);
        assertThat(after(executions.marks().get("").times().get(0))).isEqualTo(20);
    }

    @Test
    void anIdThatTellsWhenItWasSentPlacesWhatIsSentAgain() {
        long millis = ZERO / 1_000;
        event(9_000, millis + "-0", "tasks", "{\"id\":\"t\",\"name\":\"a\",\"input\":{}}");
        event(9_001, millis + 800 + "-0", "custom", "1");
        event(9_001, millis + 3_000 + "-0", "tasks", "{\"id\":\"t\",\"name\":\"a\",\"result\":{}}");
        Execution bar = executions.all().getFirst();
        assertThat(bar.end() - bar.start()).isEqualTo(3_000_000);
        assertThat(after(executions.marks().get("").times().get(0))).isEqualTo(800);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "1795369297699", "1795369297699-", "179536929769-0", "abcdefghijklm-0", ""})
    void otherIdsTellNoTime(String id) {
        assertThat(EventIds.sent(id)).isEqualTo(EventFacts.NO_TIME);
    }

    @Test
    void aSeriesKeepsItsBoundsWhileItMoves() {
        LongSeries series = new LongSeries();
        series.add(10);
        series.add(20);
        series.bound(15);
        series.addFixed(30);
        series.add(40);
        series.shift(7);
        assertThat(series.get(0)).isEqualTo(15);
        assertThat(series.get(1)).isEqualTo(15);
        assertThat(series.get(2)).isEqualTo(30);
        assertThat(series.get(3)).isEqualTo(47);
    }

    /// In every recording all times rise with the stream, and tokens lie inside their bars.
    @Test
    void everythingStandsInTheOrderOfItsStream() {
        for (Path file : Recording.all()) {
            Executions all = new Executions();
            StateHistory states = new StateHistory();
            Map<Long, EventFacts> bySeq = new HashMap<>();
            for (EventFacts event : Recording.read(file).facts(1, 1)) {
                all.accept(event);
                states.accept(event);
                bySeq.put(event.seq(), event);
            }
            long before = Long.MIN_VALUE;
            for (long each = 1; each <= bySeq.size(); each++) {
                long time = all.time(bySeq.get(each));
                assertThat(time).as("%s, event %d", file, each).isGreaterThanOrEqualTo(before);
                before = time;
            }
            for (String namespace : states.namespaces()) {
                for (StatePoint point : states.points(namespace)) {
                    assertThat(point.time()).as("%s %s", file, point).isEqualTo(all.time(bySeq.get(point.seq())));
                }
            }
            for (Execution bar : all.all()) {
                long end = bar.open() ? Long.MAX_VALUE : bar.end();
                long token = Long.MIN_VALUE;
                for (int i = 0; i < bar.tokens(); i++) {
                    assertThat(bar.tokenTimes().get(i))
                            .as("%s %s", file, bar.node())
                            .isBetween(token, end);
                    token = bar.tokenTimes().get(i);
                }
            }
        }
    }
}
