package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.protocol.WireEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
    @Test
    void givesBackTheFactsOfAllRecordings() {
        EventLog log = new EventLog();
        List<EventFacts> all = new ArrayList<>();
        int run = 0;
        for (Path file : Recording.all()) {
            all.addAll(Recording.read(file).facts(++run, all.size() + 1));
        }
        all.forEach(log::append);
        assertThat(log.size()).isEqualTo(all.size());
        for (int i = 0; i < all.size(); i++) {
            EventFacts facts = all.get(i);
            assertThat(log.facts(i)).isEqualTo(facts);
            assertThat(log.event(i)).isEqualTo(RunEvent.of(facts));
            assertThat(log.indexOf(facts.seq())).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0",
                "17",
                "007",
                "-1",
                "1795368448645-0",
                "1795368448645-07",
                "1795368448645-999999999",
                "99999999999999999999",
                "synth:3",
                "1-2-3"
            })
    void keepsIdsAsTheyAre(String id) {
        EventLog log = new EventLog();
        log.append(EventDecoder.decode(1, 1, new WireEvent(1, id, "custom", "1", false)));
        assertThat(log.id(0)).isEqualTo(id);
    }

    @Test
    void findsEventsWhereNumbersHaveHoles() {
        EventLog log = new EventLog();
        for (long seq = 3; seq < 9_000; seq += 3) {
            log.append(event(seq));
        }
        assertThat(log.indexOf(3)).isZero();
        assertThat(log.indexOf(8_997)).isEqualTo(log.size() - 1);
        assertThat(log.indexOf(4)).isEqualTo(-1);
        assertThatThrownBy(() -> log.append(event(8_997))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readersSeeWholeEventsWhileOneThreadAppends() throws Exception {
        EventLog log = new EventLog();
        int count = 200_000;
        AtomicReference<String> wrong = new AtomicReference<>("");
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(Thread.ofPlatform().start(() -> {
                int seen = 0;
                while (seen < count) {
                    int size = log.size();
                    for (; seen < size; seen++) {
                        boolean good = log.seq(seen) == seen + 1
                                && ("node" + seen % 700).equals(log.node(seen))
                                && log.kind(seen) == EventKind.TASK_START
                                && log.is(seen, EventFlag.FAN_OUT);
                        if (!good) {
                            wrong.set("event " + seen);
                        }
                    }
                    Thread.onSpinWait();
                }
            }));
        }
        for (int i = 0; i < count; i++) {
            log.append(new EventFacts(
                    i + 1L,
                    1,
                    i,
                    Integer.toString(i),
                    "debug",
                    EventKind.TASK_START,
                    "debug",
                    "",
                    "node" + i % 700,
                    "task",
                    1,
                    EventFacts.NO_TIME,
                    null,
                    10,
                    EventFlag.FAN_OUT.bit()));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(wrong.get()).isEmpty();
    }

    private static EventFacts event(long seq) {
        return EventDecoder.decode(seq, 1, new WireEvent(seq, null, "custom", "1", false));
    }
}
