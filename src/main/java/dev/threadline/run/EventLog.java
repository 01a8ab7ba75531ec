package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The facts of all events of a capture, in columns; append-only, about 64 bytes an event plus its distinct strings.
///
/// One thread appends, any thread reads what lies below [#size]; nobody waits. Indexes count from 0 in order of
/// arrival; sequence numbers ascend.
public final class EventLog {
    private static final int CHUNK = 1024;
    private static final List<EventKind> KINDS = List.of(EventKind.values());

    private final StringTable strings = new StringTable();
    private final EventIds ids = new EventIds();
    private volatile Chunk[] chunks = {new Chunk()};
    private volatile int size;

    /// Adds an event; from one thread only, sequence numbers ascending.
    ///
    /// @throws IllegalArgumentException where the sequence number does not ascend
    public void append(EventFacts facts) {
        int index = size;
        if (index > 0 && facts.seq() <= seq(index - 1)) {
            throw new IllegalArgumentException("event " + facts.seq() + " after " + seq(index - 1));
        }
        if (index / CHUNK == chunks.length) {
            Chunk[] longer = Arrays.copyOf(chunks, chunks.length * 2);
            for (int i = chunks.length; i < longer.length; i++) {
                longer[i] = new Chunk();
            }
            chunks = longer;
        }
        write(chunks[index / CHUNK], index % CHUNK, facts);
        size = index + 1;
    }

    private void write(Chunk chunk, int at, EventFacts facts) {
        chunk.allocate();
        chunk.seqs[at] = (int) facts.seq();
        chunk.runs[at] = facts.run();
        chunk.received[at] = facts.receivedAt();
        chunk.ids[at] = ids.pack(facts.id());
        chunk.names[at] = strings.number(facts.name());
        chunk.kinds[at] = (byte) KINDS.indexOf(facts.kind());
        chunk.namespaces[at] = strings.number(facts.namespace());
        chunk.nodes[at] = strings.number(facts.node());
        chunk.tasks[at] = strings.number(facts.task());
        chunk.steps[at] = facts.step();
        chunk.serverTimes[at] = facts.serverTime();
        chunk.refs[at] = strings.number(facts.ref());
        chunk.sizes[at] = (int) Math.min(facts.size(), 0xFFFF_FFFFL);
        chunk.flags[at] = (short) facts.flags();
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
        return Integer.toUnsignedLong(chunk(index).seqs[index % CHUNK]);
    }

    /// Number of the run.
    public int run(int index) {
        return chunk(index).runs[index % CHUNK];
    }

    /// When it arrived: microseconds since the epoch, this machine's clock.
    public long receivedAt(int index) {
        return chunk(index).received[index % CHUNK];
    }

    /// The event's id as received, or null.
    public @Nullable String id(int index) {
        return ids.unpack(chunk(index).ids[index % CHUNK]);
    }

    /// The event's name as received.
    public String name(int index) {
        return text(chunk(index).names[index % CHUNK]);
    }

    /// The first part of the name.
    public String mode(int index) {
        return EventDecoder.mode(name(index));
    }

    /// What it is.
    public EventKind kind(int index) {
        return KINDS.get(chunk(index).kinds[index % CHUNK]);
    }

    /// Where it happened.
    public String namespace(int index) {
        return text(chunk(index).namespaces[index % CHUNK]);
    }

    /// The node, or null.
    public @Nullable String node(int index) {
        return strings.text(chunk(index).nodes[index % CHUNK]);
    }

    /// The task's id, or null.
    public @Nullable String task(int index) {
        return strings.text(chunk(index).tasks[index % CHUNK]);
    }

    /// The superstep, or [EventFacts#NO_STEP].
    public int step(int index) {
        return chunk(index).steps[index % CHUNK];
    }

    /// Microseconds on the server's clock, or [EventFacts#NO_TIME].
    public long serverTime(int index) {
        return chunk(index).serverTimes[index % CHUNK];
    }

    /// What the event is about, or null.
    public @Nullable String ref(int index) {
        return strings.text(chunk(index).refs[index % CHUNK]);
    }

    /// Bytes of the payload.
    public long size(int index) {
        return Integer.toUnsignedLong(chunk(index).sizes[index % CHUNK]);
    }

    /// Bits of [EventFlag].
    public int flags(int index) {
        return Short.toUnsignedInt(chunk(index).flags[index % CHUNK]);
    }

    /// Whether a flag is set.
    public boolean is(int index, EventFlag flag) {
        return (flags(index) & flag.bit()) != 0;
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

    private Chunk chunk(int index) {
        return chunks[Objects.checkIndex(index, size) / CHUNK];
    }

    private String text(int number) {
        return Objects.requireNonNullElse(strings.text(number), "");
    }

    /// 63 bytes an event.
    private static final class Chunk {
        int[] seqs = {};
        int[] runs = {};
        long[] received = {};
        long[] ids = {};
        int[] names = {};
        byte[] kinds = {};
        int[] namespaces = {};
        int[] nodes = {};
        int[] tasks = {};
        int[] steps = {};
        long[] serverTimes = {};
        int[] refs = {};
        int[] sizes = {};
        short[] flags = {};

        void allocate() {
            if (seqs.length > 0) {
                return;
            }
            seqs = new int[CHUNK];
            runs = new int[CHUNK];
            received = new long[CHUNK];
            ids = new long[CHUNK];
            names = new int[CHUNK];
            kinds = new byte[CHUNK];
            namespaces = new int[CHUNK];
            nodes = new int[CHUNK];
            tasks = new int[CHUNK];
            steps = new int[CHUNK];
            serverTimes = new long[CHUNK];
            refs = new int[CHUNK];
            sizes = new int[CHUNK];
            flags = new short[CHUNK];
        }
    }
}
