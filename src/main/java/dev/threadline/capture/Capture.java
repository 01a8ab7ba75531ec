package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A capture file, open: the work on one thread, its events and side answers (design, section 4;
/// `docs/capture-format.md`).
///
/// One opener writes, every other one reads. Writing goes through a queue and never throws: [#problem] tells of a disk
/// that refuses. Opening and reading alone never change the file; a damaged file is never changed at all. Safe for any
/// thread; reading and closing block, so not on the JavaFX thread.
public final class Capture implements Payloads, AutoCloseable {
    private static final Words WORDS = Words.of(Capture.class);
    private final CaptureInfo info;
    private final @Nullable CaptureWriter writer;
    private volatile Place place;
    private boolean closed;

    /// Where it is: a file, the right to write it, what reads its payloads.
    private record Place(CaptureFile file, @Nullable WriterLock lock, CaptureReader reader) {}

    private Capture(Place place, CaptureInfo info) {
        this.place = place;
        this.info = info;
        this.writer = place.lock() == null
                ? null
                : new CaptureWriter(
                        place.file().path(), () -> this.place.reader().touch());
    }

    /// A new capture, open for writing; folders above it are made.
    ///
    /// @throws CaptureFailure.NotWritten where the file exists already or can't be made
    public static Capture create(Path path, CaptureInfo info) throws CaptureFailure {
        Path file = path.toAbsolutePath();
        return open(file, NewFile.make(file, info));
    }

    private static void release(@Nullable WriterLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    /// A capture that exists: open for writing where nobody else writes it and it is whole, else for reading.
    ///
    /// @throws CaptureFailure where it can't be read, with the reason
    public static Capture open(Path path) throws CaptureFailure {
        Path file = path.toAbsolutePath();
        return open(file, Files.isWritable(file) ? WriterLock.acquire(file) : null);
    }

    /// A capture that exists, for reading only: whoever wants to write it still can.
    ///
    /// @throws CaptureFailure where it can't be read, with the reason
    public static Capture read(Path path) throws CaptureFailure {
        return open(path.toAbsolutePath(), null);
    }

    /// With the lock, if it was to be had; it is let go where the file is damaged or can't be read.
    private static Capture open(Path path, @Nullable WriterLock held) throws CaptureFailure {
        WriterLock lock = held;
        try {
            CaptureFile file = CaptureFile.open(path);
            if (file.damage() != null) {
                release(lock);
                lock = null;
            }
            CaptureInfo info = file.read(Contents::info);
            return new Capture(new Place(file, lock, file.reader()), info);
        } catch (CaptureFailure e) {
            release(lock);
            throw e;
        }
    }

    /// What a capture says of itself; the file is neither changed nor locked.
    ///
    /// @throws CaptureFailure where it can't be read, with the reason
    public static CaptureInfo peek(Path path) throws CaptureFailure {
        return CaptureFile.open(path.toAbsolutePath()).read(Contents::info);
    }

    /// The file.
    public Path file() {
        return place.file().path();
    }

    /// Whose work it holds.
    public CaptureInfo info() {
        return info;
    }

    /// Whether it can't be written: another opener does, the folder forbids it, or it is damaged.
    public boolean readOnly() {
        return writer == null || damage() != null;
    }

    /// What is broken, as a sentence, or null; may become known while reading.
    public @Nullable String damage() {
        return place.file().damage();
    }

    /// Why it isn't written at the moment, or what was lost; null while all is well. Free of locks.
    public @Nullable CaptureFailure problem() {
        return writer == null ? null : writer.problem();
    }

    /// The number of the last event that this writer has put on disk; unsettled before its first event.
    public long written() {
        return writer == null ? 0 : writer.written();
    }

    /// The runs on disk, in order.
    ///
    /// @throws CaptureFailure where they can't be read
    public List<RunRecord> runs() throws CaptureFailure {
        return place.file().read(Contents::runs);
    }

    /// The ledger on disk, in order.
    ///
    /// @throws CaptureFailure where it can't be read
    public List<ConnectionEntry> ledger() throws CaptureFailure {
        return place.file().read(Contents::ledger);
    }

    /// The side answers on disk, by run and name.
    ///
    /// @throws CaptureFailure where they can't be read
    public List<Answer> answers() throws CaptureFailure {
        return place.file().read(Contents::answers);
    }

    /// The number of the last event on disk, known at once; 0 before the first.
    ///
    /// @throws CaptureFailure where it can't be read
    public long last() throws CaptureFailure {
        return place.file().read(Contents::last);
    }

    /// Gives the facts of every event on disk, in order; those of a damaged file up to the damage.
    ///
    /// @throws CaptureFailure where they can't be read
    public void forEachFacts(Consumer<EventFacts> each) throws CaptureFailure {
        readFacts(facts -> {
            each.accept(facts);
            return true;
        });
    }

    /// The same, for as long as `each` says that it wants more.
    ///
    /// @throws CaptureFailure where they can't be read
    public void readFacts(Predicate<EventFacts> each) throws CaptureFailure {
        place.file().read(contents -> {
            contents.readFacts(each);
            return Boolean.TRUE;
        });
    }

    /// Queues an event; waits only while much is queued and the disk is slow.
    public void append(EventFacts facts, String data) {
        write(new Entry.Event(facts, data));
    }

    /// Queues an event whose data is in a file; the file is removed when it is written.
    public void append(EventFacts facts, Path data) {
        write(new Entry.Large(facts, data));
    }

    /// Queues a run as it stands now, in place of what was known of it.
    public void put(RunRecord run) {
        write(new Entry.Run(run));
    }

    /// Queues a line of the connection ledger.
    public void add(ConnectionEntry line) {
        write(new Entry.Ledger(line));
    }

    /// Queues a side answer, in place of an older one of that run and name.
    public void put(Answer answer) {
        write(new Entry.Side(answer));
    }

    private void write(Entry entry) {
        if (writer == null || readOnly()) {
            throw new IllegalStateException("The capture " + file() + " is open for reading only.");
        }
        writer.append(entry);
    }

    /// Waits until all that was queued before is on disk, or the disk refuses.
    public void flush() {
        if (writer != null) {
            writer.flush();
        }
    }

    /// Waits until all that was queued before is on disk and the file alone holds it, without the log beside it.
    public void settle() {
        if (writer != null) {
            writer.flush();
            writer.fold();
        }
    }

    @Override
    public String data(long seq) throws CaptureFailure {
        String waiting = writer == null ? null : writer.waiting(seq);
        return waiting == null ? read(seq, reader -> reader.data(seq, waitingFile(seq))) : waiting;
    }

    @Override
    public String head(long seq, int chars) throws CaptureFailure {
        String waiting = writer == null ? null : writer.waiting(seq);
        return waiting == null
                ? read(seq, reader -> reader.head(seq, chars, waitingFile(seq)))
                : CaptureReader.cut(waiting, chars);
    }

    @Override
    public Reader reader(long seq) throws CaptureFailure {
        String waiting = writer == null ? null : writer.waiting(seq);
        return waiting == null ? read(seq, reader -> reader.reader(seq, waitingFile(seq))) : new StringReader(waiting);
    }

    private @Nullable InputStream waitingFile(long seq) {
        return writer == null ? null : writer.large().open(seq);
    }

    private <T> T read(long seq, Look<T> look) throws CaptureFailure {
        Place here = place;
        try {
            return look.at(here.reader());
        } catch (CaptureFailure e) {
            if (!here.equals(place)) {
                return read(seq, look);
            }
            if (writer != null && writer.letGoOf(seq) && e instanceof CaptureFailure.NotRead) {
                throw new CaptureFailure.NotRead(WORDS.text("capture.let-go", Long.toString(seq)), e);
            }
            throw e;
        }
    }

    private interface Look<T> {
        T at(CaptureReader reader) throws CaptureFailure;
    }

    /// Goes on in a new file of another folder: takes over what the file holds, as far as it can be read, and all that
    /// waits to be written; reading goes on through it. The old file is closed as it is. Blocks.
    ///
    /// @throws CaptureFailure.NotWritten where that folder can't be written; then all stays as it was
    public synchronized void continueIn(Path folder) throws CaptureFailure {
        if (writer == null || closed) {
            throw new IllegalStateException("The capture " + file() + " is not written.");
        }
        Place old = place;
        Path to = NewFile.free(folder.toAbsolutePath(), file().getFileName().toString());
        boolean inPlace = writer.inPlace();
        try {
            writer.move(to, () -> place = takenOver(old, to));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CaptureFailure failure
                    ? failure
                    : new CaptureFailure.NotWritten(
                            WORDS.text("capture.not-made", to, String.valueOf(e.getCause())), e);
        }
        leave(old, inPlace);
    }

    private Place takenOver(Place old, Path to) throws CaptureFailure {
        WriterLock lock = NewFile.make(to, info);
        try (Connection connection = Database.writing(to)) {
            if (!old.reader().copyTo(connection, false)) {
                NewFile.remark(
                        connection,
                        WORDS.text("capture.part-taken-over", old.file().path()));
            }
            CaptureFile file = CaptureFile.open(to);
            return new Place(file, lock, file.reader());
        } catch (SQLException e) {
            NewFile.remove(to, lock);
            throw new CaptureFailure.NotWritten(WORDS.text("capture.not-made", to, Database.reason(e)), e);
        } catch (CaptureFailure e) {
            NewFile.remove(to, lock);
            throw e;
        }
    }

    private static void leave(Place place, boolean inPlace) {
        place.reader().close();
        if (place.lock() != null) {
            // What stands there in its stead is somebody else's.
            if (inPlace && place.file().damage() == null) {
                place.file().fold();
            }
            place.lock().close();
        }
    }

    /// Writes all that is on disk into a new capture in which every payload is plain, for other programs to read.
    ///
    /// @return whether all of it could be read
    /// @throws CaptureFailure.NotWritten where the file exists already or can't be made
    public boolean exportPlain(Path path) throws CaptureFailure {
        Path to = path.toAbsolutePath();
        WriterLock lock = NewFile.make(to, info);
        try (Connection connection = Database.writing(to)) {
            return place.reader().copyTo(connection, true);
        } catch (SQLException e) {
            NewFile.remove(to, lock);
            throw new CaptureFailure.NotWritten(WORDS.text("capture.not-made", to, Database.reason(e)), e);
        } finally {
            lock.close();
        }
    }

    /// The events whose large payloads are not on disk yet.
    LongStream waitingLarge() {
        return writer == null ? LongStream.empty() : writer.large().seqs();
    }

    /// Looks for a text in the payloads, those that wait to be written too; to be closed when it is done.
    ///
    /// @throws CaptureFailure where the file can't be read
    public PayloadSearch search(Needle needle) throws CaptureFailure {
        try {
            return new PayloadSearch(this, needle, place.file().connect());
        } catch (SQLException e) {
            throw notRead(e);
        }
    }

    CaptureFailure notRead(SQLException e) {
        return place.file().notRead(e);
    }

    /// Gives each payload that waits to be written, in no order.
    void forEachWaiting(BiConsumer<Long, String> each) {
        if (writer != null) {
            writer.forEachWaiting(each);
        }
    }

    /// Writes what is queued and leaves one plain file; [#problem] tells whether that worked. Does nothing the second
    /// time.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        place.reader().close();
        if (writer != null) {
            writer.close();
        }
        leave(place, writer == null || writer.inPlace());
    }

    /// Closes and removes the file: for a run that never began.
    ///
    /// @throws CaptureFailure.NotWritten where it can't be removed
    public void discard() throws CaptureFailure {
        close();
        if (writer != null) {
            try {
                Files.deleteIfExists(file());
            } catch (IOException e) {
                throw new CaptureFailure.NotWritten(WORDS.text("capture.not-removed", file(), e), e);
            }
        }
    }
}
