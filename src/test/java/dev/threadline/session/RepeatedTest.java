package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.protocol.WireEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Events that come again; an event is written `id:data`, its time of arrival follows its id unless said.
class RepeatedTest {
    private final Repeated repeated = new Repeated();

    private boolean again(String event, long delayMillis) {
        String[] parts = event.split(":");
        long sent = Long.parseLong(parts[0].replaceFirst("-.*", ""));
        return repeated.test(new WireEvent((sent + delayMillis) * 1_000, parts[0], "custom", parts[1], false));
    }

    private List<String> again(long delayMillis, String... events) {
        List<String> found = new ArrayList<>();
        for (String event : events) {
            if (again(event, delayMillis)) {
                found.add(event);
            }
        }
        return found;
    }

    @Test
    void nothingComesAgainBeforeAStreamIsJoined() {
        assertThat(again(1, "10-0:a", "10-0:a", "11-0:b", "10-0:a")).isEmpty();
    }

    @Test
    void eventsOfTheLastMillisecondAreTold() {
        again(1, "9-0:x", "10-0:a", "10-0:b");
        repeated.joined();
        assertThat(again(1, "10-0:a", "10-0:b", "10-0:c", "11-0:d")).containsExactly("10-0:a", "10-0:b");
    }

    @Test
    void equalEventsOfOneMillisecondAreCounted() {
        again(1, "10-0:a", "10-0:a");
        repeated.joined();
        assertThat(again(1, "10-0:a", "10-0:a", "10-0:b")).hasSize(2);
    }

    @Test
    void aSecondPassIsToldHoweverLateItComes() {
        again(1, "10-0:a");
        repeated.joined();
        assertThat(again(90_000, "10-0:a", "20-0:b", "30-0:c", "40-0:d")).containsExactly("10-0:a");
        assertThat(again(120_000, "20-0:b", "30-0:c", "40-0:d", "50-0:e"))
                .containsExactly("20-0:b", "30-0:c", "40-0:d");
    }

    @Test
    void longAfterTheStreamCaughtUpNothingCountsAsRepeated() {
        again(1, "10-0:a");
        repeated.joined();
        again(1, "20-0:b", "5000-0:c");
        assertThat(again(1, "5000-0:c")).isEmpty();
    }

    @Test
    void countedIdsTellWhateverTheDataIs() {
        again(1, "0:a", "1:b");
        repeated.joined();
        assertThat(again(1, "1:filled in", "2:b", "3:b")).containsExactly("1:filled in");
    }
}
