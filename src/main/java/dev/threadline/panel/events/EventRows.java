package dev.threadline.panel.events;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.run.EventLog;
import dev.threadline.session.Hits;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of the event list, as index columns over the log: 9 bytes a row, no objects.
///
/// Grows with the log. Grouped, neighbouring tokens of one message are one row that can be opened. JavaFX thread only.
final class EventRows {
    /// What a row is.
    enum Kind {
        /// An event.
        EVENT(0),

        /// Neighbouring tokens of one message.
        GROUP(1),

        /// A token of an opened group.
        MEMBER(2),

        /// Another run begins.
        RUN(3),

        /// Something happened to the stream.
        CONNECTION(4);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }
    }

    private static final Kind[] KINDS = Kind.values();

    private final EventLog log;
    private final Map<Integer, Long> starts = new HashMap<>();
    private final BitSet opened = new BitSet();
    private boolean grouped = true;
    private int[] first = new int[256];
    private int[] extra = new int[256];
    private byte[] kinds = new byte[256];
    private int size;
    private int taken;
    private int tail = -1;
    private List<ConnectionEntry> ledger = List.of();
    private List<ConnectionEntry> breaks = List.of();
    private int breaksTaken;
    private boolean connectionShown = true;
    private @Nullable Hits only;
    private int hitsTaken;

    EventRows(EventLog log) {
        this.log = log;
    }

    /// How many rows there are.
    int size() {
        return size;
    }

    /// How many events the rows stand for.
    int taken() {
        return taken;
    }

    /// Whether the rows stand for all there is to show.
    boolean complete() {
        return only == null ? taken == log.size() : hitsTaken == only.size();
    }

    /// What a row is.
    Kind kind(int row) {
        return KINDS[kinds[row]];
    }

    /// The log index of a row's first event; for a run or a connection, of the event after it.
    int event(int row) {
        return first[row];
    }

    /// How many events a row stands for.
    int count(int row) {
        return kind(row) == Kind.GROUP ? extra[row] : 1;
    }

    /// What happened to the stream, for a row of kind [Kind#CONNECTION].
    ConnectionEntry connection(int row) {
        return breaks.get(extra[row]);
    }

    /// The run that begins, for a row of kind [Kind#RUN].
    int run(int row) {
        return extra[row];
    }

    /// When a run's first event arrived, in microseconds.
    long start(int run) {
        return starts.getOrDefault(run, 0L);
    }

    /// Whether a group is open.
    boolean open(int row) {
        return opened.get(first[row]);
    }

    /// Whether tokens are grouped.
    boolean grouped() {
        return grouped;
    }

    /// Groups tokens or shows every event; the rows are made again by [#take].
    void setGrouped(boolean group) {
        grouped = group;
        reset();
    }

    /// Shows matches of a search only, each as a row of its own; or, with null, all events. The rows are made again by
    /// [#take].
    ///
    /// @return whether that is news
    boolean setOnly(@Nullable Hits hits) {
        boolean news = hits != only;
        if (news) {
            only = hits;
            reset();
        }
        return news;
    }

    private void reset() {
        hitsTaken = 0;
        size = 0;
        taken = 0;
        breaksTaken = 0;
        tail = -1;
        opened.clear();
    }

    /// Takes new events and ledger lines until a deadline of `System.nanoTime()`.
    void take(List<ConnectionEntry> lines, long deadline) {
        if (only != null) {
            takeHits(only, deadline);
            return;
        }
        takeLedger(lines);
        int end = log.size();
        while (taken < end) {
            int index = taken;
            takeBreaks(log.seq(index) - 1);
            if (index == 0 || log.run(index) != log.run(index - 1)) {
                enter(index);
            }
            takeEvent(index);
            taken++;
            if ((taken & 1023) == 0 && System.nanoTime() > deadline) {
                return;
            }
        }
        takeBreaks(end == 0 ? 0 : log.seq(end - 1));
    }

    private void takeHits(Hits hits, long deadline) {
        for (int end = hits.size(); hitsTaken < end; hitsTaken++) {
            int index = hits.index(hitsTaken);
            int run = log.run(index);
            starts.computeIfAbsent(run, number -> log.receivedAt(firstOf(number, index)));
            if (size > 0 && run != log.run(first[size - 1])) {
                add(Kind.RUN, index, run);
            }
            add(Kind.EVENT, index, 1);
            taken = index + 1;
            if ((hitsTaken & 1023) == 1023 && System.nanoTime() > deadline) {
                return;
            }
        }
    }

    /// The first event of a run that has one at or before `in`.
    private int firstOf(int run, int in) {
        int low = 0;
        int high = in;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.run(middle) < run) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void enter(int index) {
        starts.putIfAbsent(log.run(index), log.receivedAt(index));
        if (index > 0) {
            add(Kind.RUN, index, log.run(index));
        }
        tail = -1;
    }

    private void takeLedger(List<ConnectionEntry> lines) {
        if (lines.equals(ledger)) {
            return;
        }
        ledger = lines;
        List<ConnectionEntry> now = LedgerLines.shown(lines, connectionShown);
        boolean grown = now.size() >= breaksTaken && now.subList(0, breaksTaken).equals(breaks.subList(0, breaksTaken));
        boolean late = grown
                && now.size() > breaksTaken
                && taken > 0
                && now.get(breaksTaken).afterSeq() < log.seq(taken - 1);
        breaks = now;
        if (!grown || late) {
            reset();
        }
    }

    /// Whether there are lines of the ledger that can be hidden.
    boolean tellsOfConnection() {
        return LedgerLines.any(ledger);
    }

    /// Shows what happened to the stream, or gaps only; the rows are made again by [#take].
    void showConnection(boolean show) {
        if (connectionShown != show) {
            connectionShown = show;
            breaks = LedgerLines.shown(ledger, show);
            reset();
        }
    }

    /// The row of a line of the ledger, or -1 where it has none.
    int rowOf(ConnectionEntry line) {
        for (int row = 0; row < size; row++) {
            if (kinds[row] == Kind.CONNECTION.code && breaks.get(extra[row]).equals(line)) {
                return row;
            }
        }
        return -1;
    }

    private void takeBreaks(long seq) {
        while (breaksTaken < breaks.size() && breaks.get(breaksTaken).afterSeq() <= seq) {
            add(Kind.CONNECTION, taken, breaksTaken++);
            tail = -1;
        }
    }

    private void takeEvent(int index) {
        if (tail >= 0 && joins(first[tail], index)) {
            kinds[tail] = Kind.GROUP.code;
            extra[tail] = index - first[tail] + 1;
            if (opened.get(first[tail])) {
                add(Kind.MEMBER, index, 1);
            }
        } else {
            add(Kind.EVENT, index, 1);
            tail = grouped && isPiece(index) ? size - 1 : -1;
        }
    }

    private boolean isPiece(int index) {
        EventKind kind = log.kind(index);
        return kind == EventKind.MESSAGE_CHUNK || kind == EventKind.MESSAGE_PARTIAL;
    }

    private boolean joins(int head, int index) {
        return log.alike(head, index) && log.is(head, EventFlag.DUPLICATE) == log.is(index, EventFlag.DUPLICATE);
    }

    private void add(Kind kind, int event, int more) {
        room(1);
        first[size] = event;
        extra[size] = more;
        kinds[size++] = kind.code;
    }

    private void room(int more) {
        if (size + more > first.length) {
            int longer = Math.max(size + more, first.length + first.length / 4);
            first = Arrays.copyOf(first, longer);
            extra = Arrays.copyOf(extra, longer);
            kinds = Arrays.copyOf(kinds, longer);
        }
    }

    /// Opens or closes a group; gives how many rows came, or went where it is negative.
    int toggle(int row) {
        int head = first[row];
        int more = open(row) ? -count(row) : count(row);
        opened.flip(head);
        room(Math.max(0, more));
        int from = more < 0 ? row + 1 - more : row + 1;
        int to = from + more;
        System.arraycopy(first, from, first, to, size - from);
        System.arraycopy(extra, from, extra, to, size - from);
        System.arraycopy(kinds, from, kinds, to, size - from);
        for (int i = 0; i < more; i++) {
            first[row + 1 + i] = head + i;
            extra[row + 1 + i] = 1;
            kinds[row + 1 + i] = Kind.MEMBER.code;
        }
        size += more;
        if (tail > row) {
            tail += more;
        }
        return more;
    }

    /// The row that shows an event: itself, or its closed group; -1 where none does.
    int rowOf(int event) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (first[middle] <= event) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int row = high;
        while (row >= 0 && (kind(row) == Kind.RUN || kind(row) == Kind.CONNECTION)) {
            row--;
        }
        return row >= 0 && event < taken && event < first[row] + count(row) ? row : -1;
    }
}
