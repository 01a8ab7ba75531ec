package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The facts of all events of a capture, in columns; append-only, about 20 bytes an event plus its distinct strings.
///
/// One thread appends, any thread reads what lies below [#size]; nobody waits. Indexes count from 0 in order of
/// arrival; sequence numbers ascend. A thousand events at a time are packed into as few bits as they need.
public final class EventLog {
    private static final int CHUNK = 1024;
    private static final List<EventKind> KINDS = List.of(EventKind.values());

    private static final int SEQ = 0;
    private static final int RUN = 1;
    private static final int RECEIVED = 2;
    private static final int ID = 3;
    private static final int NAME = 4;
    private static final int KIND = 5;
    private static final int NAMESPACE = 6;
    private static final int NODE = 7;
    private static final int TASK = 8;
    private static final int STEP = 9;
    private static final int SERVER_TIME = 10;
    private static final int REF = 11;
    private static final int SIZE = 12;
    private static final int FLAGS = 13;
    private static final int COLUMNS = 14;

    private final StringTable strings = new StringTable();
    private final EventIds ids = new EventIds();
    private final String[] lastTexts = new String[COLUMNS];
    private final int[] lastNumbers = new int[COLUMNS];
    private volatile Chunk[] chunks = new Chunk[16];
    private long[][] open = {};
    private volatile int size;

    /// Adds an event; from one thread only, sequence numbers ascending.
    ///
    /// @throws IllegalArgumentException where the sequence number does not ascend
    public void append(EventFacts facts) {
        int index = size;
        if (index > 0 && facts.seq() <= seq(index - 1)) {
            throw new IllegalArgumentException("event " + facts.seq() + " after " + seq(index - 1));
        }
        if (index % CHUNK == 0) {
            next(index / CHUNK);
        }
        write(index % CHUNK, facts);
        size = index + 1;
    }

    /// Packs the chunk that is full, for good: readers that still have it open read the same. Opens the next one.
    private void next(int number) {
        if (number > 0) {
            PackedColumn[] packed = new PackedColumn[COLUMNS];
            for (int i = 0; i < packed.length; i++) {
                packed[i] = PackedColumn.of(open[i], CHUNK);
            }
            chunks[number - 1] = (column, at) -> packed[column].get(at);
        }
        long[][] fresh = new long[COLUMNS][CHUNK];
        if (number == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        chunks[number] = (column, at) -> fresh[column][at];
        open = fresh;
    }

    private void write(int at, EventFacts facts) {
        put(SEQ, at, facts.seq());
        put(RUN, at, facts.run());
        put(RECEIVED, at, facts.receivedAt());
        put(ID, at, ids.pack(facts.id()));
        put(NAME, at, facts.name());
        put(KIND, at, KINDS.indexOf(facts.kind()));
        put(NAMESPACE, at, facts.namespace());
        put(NODE, at, facts.node());
        put(TASK, at, facts.task());
        put(STEP, at, facts.hasStep() ? facts.step() : PackedColumn.NONE);
        put(SERVER_TIME, at, facts.hasServerTime() ? facts.serverTime() : PackedColumn.NONE);
        put(REF, at, facts.ref());
        put(SIZE, at, facts.size());
        put(FLAGS, at, facts.flags());
    }

    private void put(int column, int at, long value) {
        open[column][at] = value;
    }

    /// Most events name what the one before named.
    private void put(int column, int at, @Nullable String text) {
        if (text == null) {
            put(column, at, 0);
            return;
        }
        if (!text.equals(lastTexts[column])) {
            lastTexts[column] = text;
            lastNumbers[column] = strings.number(text);
        }
        put(column, at, lastNumbers[column]);
    }

    private long get(int column, int index) {
        // The size first: the chunks read after it hold all below it.
        Objects.checkIndex(index, size);
        return chunks[index / CHUNK].get(column, index % CHUNK);
    }

    /// How many events there are; grows only.
    public int size() {
        return size;
    }

    /// All facts of an event, as a new record.
    public EventFacts facts(int index) {
        return new EventFacts(
                seq(index),
                run(index),
                receivedAt(index),
                id(index),
                name(index),
                kind(index),
                mode(index),
                namespace(index),
                node(index),
                task(index),
                step(index),
                serverTime(index),
                ref(index),
                size(index),
                flags(index));
    }

    /// The event as what it means.
    public RunEvent event(int index) {
        return RunEvent.of(facts(index));
    }

    /// Position in the capture, from 1.
    public long seq(int index) {
        return get(SEQ, index);
    }

    /// Number of the run.
    public int run(int index) {
        return (int) get(RUN, index);
    }

    /// When it arrived: microseconds since the epoch, this machine's clock.
    public long receivedAt(int index) {
        return get(RECEIVED, index);
    }

    /// The event's id as received, or null.
    public @Nullable String id(int index) {
        return ids.unpack(get(ID, index));
    }

    /// The event's name as received.
    public String name(int index) {
        return text((int) get(NAME, index));
    }

    /// The first part of the name.
    public String mode(int index) {
        return EventDecoder.mode(name(index));
    }

    /// What it is.
    public EventKind kind(int index) {
        return KINDS.get((int) get(KIND, index));
    }

    /// Where it happened.
    public String namespace(int index) {
        return text((int) get(NAMESPACE, index));
    }

    /// The node, or null.
    public @Nullable String node(int index) {
        return strings.text((int) get(NODE, index));
    }

    /// The task's id, or null.
    public @Nullable String task(int index) {
        return strings.text((int) get(TASK, index));
    }

    /// The superstep, or [EventFacts#NO_STEP].
    public int step(int index) {
        long step = get(STEP, index);
        return step == PackedColumn.NONE ? EventFacts.NO_STEP : (int) step;
    }

    /// Microseconds on the server's clock, or [EventFacts#NO_TIME].
    public long serverTime(int index) {
        long time = get(SERVER_TIME, index);
        return time == PackedColumn.NONE ? EventFacts.NO_TIME : time;
    }

    /// What the event is about, or null.
    public @Nullable String ref(int index) {
        return strings.text((int) get(REF, index));
    }

    /// Bytes of the payload.
    public long size(int index) {
        return get(SIZE, index);
    }

    /// Bits of [EventFlag].
    public int flags(int index) {
        return (int) get(FLAGS, index);
    }

    /// Whether a flag is set.
    public boolean is(int index, EventFlag flag) {
        return (flags(index) & flag.bit()) != 0;
    }

    /// Whether two events are of one kind and tell of the same thing, which both name: a message of one task in one
    /// run.
    public boolean alike(int one, int other) {
        return get(REF, one) != 0
                && get(REF, one) == get(REF, other)
                && get(KIND, one) == get(KIND, other)
                && get(TASK, one) == get(TASK, other)
                && get(RUN, one) == get(RUN, other);
    }

    /// The index of the event with this sequence number, or -1 where there is none.
    public int indexOf(long seq) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long here = seq(middle);
            if (here == seq) {
                return middle;
            }
            if (here < seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private String text(int number) {
        return Objects.requireNonNullElse(strings.text(number), "");
    }

    /// Events side by side; what a position holds in a column never changes once its event is in.
    private interface Chunk {
        long get(int column, int at);
    }
}
