package dev.threadline.protocol;

import dev.threadline.words.Words;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/// The bytes of an event stream on their way to okhttp-sse, observed (protocol, section 3.1).
///
/// okhttp-sse hides comments, the unfinished tail, a BOM and whether a block had an id, and holds a whole event in
/// memory however large. So a block is held here until its blank line, then handed on with LF line ends, while its
/// facts wait in [#nextFacts]. A block with more data than the limit goes to a [Spill] instead. What is no event is
/// told to the [Observer]. One thread, the stream's; only [#lastByteAt] is safe for others.
final class EventBlocks implements Source {
    private static final Words WORDS = Words.of(EventBlocks.class);

    /// Beyond this many bytes an event goes to a file.
    static final long LIMIT = 64L << 20;

    private static final ByteString LINE_ENDS = ByteString.encodeUtf8("\r\n");
    private static final ByteString BOM = ByteString.of((byte) 0xef, (byte) 0xbb, (byte) 0xbf);
    private static final ByteString DATA = ByteString.encodeUtf8("data");
    private static final ByteString ID = ByteString.encodeUtf8("id");
    private static final ByteString EVENT = ByteString.encodeUtf8("event");

    /// Hears what okhttp-sse would not tell.
    interface Observer {
        void notAnEvent(String text, long at);

        void spilled(SpilledEvent event);
    }

    /// What a block says beyond name and data: its own id or null, when its last byte was read, and the bytes of its
    /// data.
    record Facts(@Nullable String id, long receivedAt, long bytes) {}

    private final Source upstream;
    private final Mask mask;
    private final long limit;
    private final Observer observer;
    private final Buffer in = new Buffer();
    private final Buffer block = new Buffer();
    private final Buffer ready = new Buffer();
    private final List<String> superseded = new ArrayList<>();
    private final Deque<Facts> facts = new ArrayDeque<>();
    private long scanned;
    private boolean started;
    private boolean afterCr;
    private boolean hasData;
    private long bytes;
    private @Nullable String id;
    private String name = "";
    private @Nullable Spill spill;
    private boolean spillingLine;
    private volatile long lastByteAt = now();

    EventBlocks(Source upstream, Mask mask, long limit, Observer observer) {
        this.upstream = upstream;
        this.mask = mask;
        this.limit = limit;
        this.observer = observer;
    }

    long lastByteAt() {
        return lastByteAt;
    }

    /// The facts of the event that okhttp-sse reports next.
    Facts nextFacts() {
        return facts.remove();
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        while (ready.exhausted()) {
            if (!advance()) {
                return -1;
            }
        }
        return ready.read(sink, byteCount);
    }

    /// Takes the next line, or more bytes where none is whole; false at the end of the body.
    private boolean advance() throws IOException {
        if (in.exhausted() || (!started && !begin())) {
            return fill();
        }
        if (afterCr) {
            afterCr = false;
            if (in.getByte(0) == '\n') {
                in.skip(1);
                return true;
            }
        }
        long end = in.indexOfElement(LINE_ENDS, scanned);
        if (end < 0) {
            spillPartOfLine();
            scanned = in.size();
            return fill();
        }
        scanned = 0;
        afterCr = in.getByte(end) == '\r';
        line(end);
        in.skip(1);
        if (block.size() > limit) {
            spillBlock();
        }
        return true;
    }

    /// Strips a BOM; false while the bytes so far may be a part of one.
    private boolean begin() throws IOException {
        if (in.size() < BOM.size() && in.rangeEquals(0, BOM, 0, (int) in.size())) {
            return false;
        }
        started = true;
        if (in.rangeEquals(0, BOM)) {
            in.skip(BOM.size());
        }
        return !in.exhausted();
    }

    private boolean fill() throws IOException {
        long count = upstream.read(in, 1 << 16);
        if (count > 0) {
            lastByteAt = now();
        }
        return count >= 0;
    }

    /// Takes the line of this many bytes that is first in what is in.
    private void line(long length) throws IOException {
        if (spillingLine && spill != null) {
            spill.take(in, length);
            spillingLine = false;
        } else if (length == 0) {
            endBlock();
        } else if (isField(DATA, length)) {
            data(length);
        } else if (isField(ID, length)) {
            supersede("id: ", id);
            id = value(ID, length);
            keep(length);
        } else if (isField(EVENT, length)) {
            supersede("event: ", name.isEmpty() ? null : name);
            name = value(EVENT, length);
            keep(length);
        } else {
            observer.notAnEvent(mask.apply(in.readUtf8(length)), lastByteAt);
        }
    }

    /// Notes a line that counts no more, since another one of its field follows in the block.
    private void supersede(String field, @Nullable String value) {
        if (value != null) {
            superseded.add(field + value);
        }
    }

    private boolean isField(ByteString field, long length) {
        return length >= field.size()
                && in.rangeEquals(0, field)
                && (length == field.size() || in.getByte(field.size()) == ':');
    }

    /// Where a field's value begins: after the colon and one space.
    private long valueStart(ByteString field, long length) {
        long start = field.size() + 1L;
        return start >= length ? length : in.getByte(start) == ' ' ? start + 1 : start;
    }

    private String value(ByteString field, long length) {
        long start = valueStart(field, length);
        Buffer copy = new Buffer();
        in.copyTo(copy, start, length - start);
        return copy.readUtf8();
    }

    private void data(long length) throws IOException {
        long start = valueStart(DATA, length);
        bytes += (hasData ? 1 : 0) + length - start;
        hasData = true;
        if (spill == null) {
            keep(length);
            return;
        }
        in.skip(start);
        spill.line();
        spill.take(in, length - start);
    }

    private void keep(long length) throws IOException {
        if (spill == null) {
            block.write(in, length);
            block.writeByte('\n');
        } else {
            in.skip(length);
        }
    }

    private void endBlock() throws IOException {
        if (hasData) {
            // Told here only: of a block without data every line is told.
            superseded.forEach(line -> observer.notAnEvent(mask.apply(line), lastByteAt));
        }
        superseded.clear();
        if (spill != null) {
            SpilledEvent event = spill.finish(
                    lastByteAt, id == null ? null : mask.apply(id), name.isEmpty() ? "message" : mask.apply(name));
            spill = null;
            observer.spilled(event);
        } else if (hasData) {
            facts.add(new Facts(id, lastByteAt, bytes));
            ready.write(block, block.size());
            ready.writeByte('\n');
        } else if (block.size() > 0) {
            observer.notAnEvent(mask.apply(block.readUtf8(block.size() - 1)), lastByteAt);
            block.clear();
        }
        hasData = false;
        bytes = 0;
        id = null;
        name = "";
    }

    /// Sends an unfinished data line to a file where it has become too long to be held.
    private void spillPartOfLine() throws IOException {
        if (block.size() + in.size() <= limit && spill == null) {
            return;
        }
        if (spill == null) {
            spillBlock();
        }
        if (spill != null && spillingLine) {
            spill.take(in, in.size());
        } else if (spill != null && isField(DATA, in.size()) && in.size() > DATA.size() + 1) {
            in.skip(valueStart(DATA, in.size()));
            spill.line();
            spill.take(in, in.size());
            hasData = true;
            spillingLine = true;
        } else if (in.size() > limit) {
            throw new IOException(WORDS.text("stream.long-line", Long.toString(limit)));
        }
    }

    /// Moves the data lines of the block to a file.
    private void spillBlock() throws IOException {
        Spill file = new Spill(mask);
        Buffer rest = in.clone();
        in.clear();
        in.write(block, block.size());
        spill = file;
        while (!in.exhausted()) {
            line(in.indexOf((byte) '\n'));
            in.skip(1);
        }
        in.writeAll(rest);
    }

    /// Text of an event that the end of the body cut off, secrets masked, or null; to be asked once, at the end.
    @Nullable
    String cutTail() throws IOException {
        Spill file = spill;
        if (file != null) {
            file.close();
            return file.tail();
        }
        block.writeAll(in);
        return block.exhausted() ? null : mask.apply(block.readUtf8());
    }

    @Override
    public Timeout timeout() {
        return upstream.timeout();
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
