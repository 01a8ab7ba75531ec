package dev.threadline.panel.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import dev.threadline.panel.Recorded;
import dev.threadline.run.EventLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventRowsTest {
    private final EventLog log = new EventLog();
    private final EventRows rows = new EventRows(log);

    @Test
    void neighbouringTokensOfOneMessageAreOneRow() {
        add(1, EventKind.VALUES, null);
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        add(1, EventKind.MESSAGE_CHUNK, "m2");
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        assertThat(text(List.of())).containsExactly("EVENT 1", "GROUP 2+2", "EVENT 4", "EVENT 5");
    }

    @Test
    void aGroupGrowsWhileTokensArriveAlsoWhenItIsOpen() {
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        take(List.of());
        assertThat(rows.toggle(0)).isEqualTo(2);
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        add(1, EventKind.VALUES, null);
        assertThat(text(List.of())).containsExactly("GROUP 1+3", "MEMBER 1", "MEMBER 2", "MEMBER 3", "EVENT 4");
        assertThat(rows.rowOf(1)).isEqualTo(2);
        assertThat(rows.toggle(0)).isEqualTo(-3);
        assertThat(text(List.of())).containsExactly("GROUP 1+3", "EVENT 4");
        assertThat(rows.rowOf(1)).isZero();
    }

    @Test
    void everyEventHasARowOfItsOwnWhenNotGrouped() {
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        take(List.of());
        rows.setGrouped(false);
        assertThat(text(List.of())).containsExactly("EVENT 1", "EVENT 2");
    }

    @Test
    void anotherRunAndABreakHaveRowsAndEndAGroup() {
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        add(1, EventKind.MESSAGE_CHUNK, "m1");
        add(2, EventKind.MESSAGE_CHUNK, "m1");
        List<ConnectionEntry> ledger = List.of(line(ConnectionEntry.Kind.OPENED, 0), line(ConnectionEntry.Kind.GAP, 1));
        assertThat(text(ledger))
                .containsExactly("CONNECTION 1", "EVENT 1", "CONNECTION 2", "EVENT 2", "RUN 3", "EVENT 3");
        assertThat(rows.rowOf(2)).isEqualTo(5);
        rows.showConnection(false);
        assertThat(text(ledger)).containsExactly("EVENT 1", "CONNECTION 2", "EVENT 2", "RUN 3", "EVENT 3");
    }

    @Test
    void aStreamInOnePieceIsNoNews() {
        add(1, EventKind.VALUES, null);
        List<ConnectionEntry> ledger = List.of(
                line(ConnectionEntry.Kind.OPENED, 0),
                line(ConnectionEntry.Kind.COMMENT, 1),
                line(ConnectionEntry.Kind.ENDED, 1));
        assertThat(text(ledger)).containsExactly("EVENT 1");
        assertThat(rows.tellsOfConnection()).isFalse();
    }

    @Test
    void aBreakToldLateStandsWhereItBelongs() {
        add(1, EventKind.VALUES, null);
        add(1, EventKind.VALUES, null);
        take(List.of());
        assertThat(text(List.of(line(ConnectionEntry.Kind.CUT, 1))))
                .containsExactly("EVENT 1", "CONNECTION 2", "EVENT 2");
    }

    @Test
    void everyEventIsFoundInExactlyOneRowHoweverTheRowsAreOpened() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            add(1 + i / 1000, random.nextInt(4) == 0 ? EventKind.VALUES : EventKind.MESSAGE_CHUNK, "m" + i / 37);
            if (random.nextInt(20) == 0) {
                take(List.of());
                int row = random.nextInt(rows.size());
                if (rows.kind(row) == EventRows.Kind.GROUP) {
                    rows.toggle(row);
                }
            }
        }
        take(List.of());
        int counted = 0;
        for (int row = 0; row < rows.size(); row++) {
            boolean event = rows.kind(row) == EventRows.Kind.EVENT || rows.kind(row) == EventRows.Kind.MEMBER;
            counted += event ? 1 : rows.kind(row) == EventRows.Kind.GROUP && !rows.open(row) ? rows.count(row) : 0;
        }
        assertThat(counted).as("seed %d", seed).isEqualTo(3000);
        for (int event = 0; event < 3000; event++) {
            int row = rows.rowOf(event);
            assertThat(rows.event(row)).as("seed %d", seed).isLessThanOrEqualTo(event);
            assertThat(rows.event(row) + rows.count(row)).as("seed %d", seed).isGreaterThan(event);
        }
    }

    @Test
    void aMillionEventsAreTakenPieceByPiece() {
        for (int i = 0; i < 1_000_000; i++) {
            add(1, i % 10 == 0 ? EventKind.VALUES : EventKind.MESSAGE_CHUNK, "m" + i / 1000);
        }
        rows.take(List.of(), System.nanoTime());
        assertThat(rows.taken()).isPositive().isLessThan(1_000_000);
        take(List.of());
        assertThat(rows.size()).isEqualTo(200_000);
        assertThat(rows.rowOf(999_999)).isEqualTo(199_999);
    }

    @Test
    void aRecordedRunFoldsItsTokens(@TempDir Path folder) throws Exception {
        try (var recording = Recorded.into(folder.resolve("a.threadline"), Recorded.DEFAULT_MODES)
                .run("supervisor/all-modes-subgraphs", "success")
                .open()) {
            EventRows all = new EventRows(recording.log());
            all.take(recording.ledger(), Long.MAX_VALUE);
            List<Integer> groups = new ArrayList<>();
            int events = 0;
            for (int row = 0; row < all.size(); row++) {
                events += all.count(row);
                if (all.kind(row) == EventRows.Kind.GROUP) {
                    groups.add(all.count(row));
                }
            }
            assertThat(events).isEqualTo(recording.log().size());
            assertThat(groups).isNotEmpty().allMatch(count -> count > 1);
        }
    }

    private void take(List<ConnectionEntry> ledger) {
        rows.take(ledger, Long.MAX_VALUE);
    }

    private List<String> text(List<ConnectionEntry> ledger) {
        take(ledger);
        List<String> out = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String more = rows.kind(row) == EventRows.Kind.GROUP ? "+" + rows.count(row) : "";
            out.add(rows.kind(row) + " " + (rows.event(row) + 1) + more);
        }
        return out;
    }

    private void add(int run, EventKind kind, String ref) {
        int none = EventFacts.NO_STEP;
        long seq = log.size() + 1L;
        log.append(new EventFacts(
                seq, run, seq, null, "messages", kind, "messages", "", "n", "t", none, EventFacts.NO_TIME, ref, 10, 0));
    }

    private static ConnectionEntry line(ConnectionEntry.Kind kind, long after) {
        return new ConnectionEntry(1, after, 1, kind, null);
    }
}
