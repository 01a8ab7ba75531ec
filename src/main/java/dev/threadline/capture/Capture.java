package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A capture file, open: the work on one thread, its events and side answers (design, section 4;
/// `docs/capture-format.md`).
///
/// One opener writes, every other one reads. Writing goes through a queue and never throws: [#problem] tells of a disk
/// that refuses. Opening and reading alone never change the file; a damaged file is never changed at all. Safe for any
/// thread; reading and closing block, so not on the JavaFX thread.
public final class Capture implements Payloads, AutoCloseable {
    private static final Words WORDS = Words.of(Capture.class);
    private final CaptureFile file;
    private final @Nullable WriterLock lock;
    private final CaptureInfo info;
    private final CaptureReader reader;
    private final @Nullable CaptureWriter writer;
    private boolean closed;

    private Capture(CaptureFile file, @Nullable WriterLock lock, CaptureInfo info, CaptureReader reader) {
        this.file = file;
        this.lock = lock;
        this.info = info;
        this.reader = reader;
        this.writer = lock == null ? null : new CaptureWriter(file.path(), reader::touch);
    }

    /// A new capture, open for writing; folders above it are made.
    ///
    /// @throws CaptureFailure.NotWritten where the file exists already or can't be made
    public static Capture create(Path path, CaptureInfo info) throws CaptureFailure {
        Path file = path.toAbsolutePath();
        // Locked before it exists, so that nobody else becomes its writer.
        WriterLock lock = null;
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            lock = WriterLock.acquire(file);
            if (lock == null) {
                throw new IOException(WORDS.text("capture.no-lock"));
            }
            Files.createFile(file);
            fill(file, info);
            return open(file, lock);
        } catch (FileAlreadyExistsException e) {
            release(lock);
            throw new CaptureFailure.NotWritten(WORDS.text("capture.exists", file), e);
        } catch (IOException e) {
            release(lock);
            throw new CaptureFailure.NotWritten(
                    WORDS.text("capture.not-made", file, String.valueOf(e.getMessage())), e);
        } catch (SQLException e) {
            release(lock);
            throw new CaptureFailure.NotWritten(WORDS.text("capture.not-made", file, Database.reason(e)), e);
        }
    }

    private static void release(@Nullable WriterLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    private static void fill(Path file, CaptureInfo info) throws SQLException, IOException {
        try (Connection connection = Database.writing(file)) {
            Schema.create(connection);
            insertInfo(connection, info);
        } catch (SQLException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void insertInfo(Connection connection, CaptureInfo info) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO info(key, value) VALUES (?, ?)")) {
            for (var value : Map.of(
                            "deployment", info.deployment(),
                            "address", info.address(),
                            "assistant", info.assistant(),
                            "created_at", Long.toString(info.createdAt()))
                    .entrySet()) {
                insert.setString(1, value.getKey());
                ExactText.bind(insert, 2, value.getValue());
                insert.executeUpdate();
            }
            if (info.threadId() != null) {
                insert.setString(1, "thread_id");
                ExactText.bind(insert, 2, info.threadId());
                insert.executeUpdate();
            }
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
            return new Capture(file, lock, info, file.reader());
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
        return file.path();
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
        return file.damage();
    }

    /// Why it isn't written at the moment, or what was lost; null while all is well. Free of locks.
    public @Nullable CaptureFailure problem() {
        return writer == null ? null : writer.problem();
    }

    /// The runs on disk, in order.
    ///
    /// @throws CaptureFailure where they can't be read
    public List<RunRecord> runs() throws CaptureFailure {
        return file.read(Contents::runs);
    }

    /// The ledger on disk, in order.
    ///
    /// @throws CaptureFailure where it can't be read
    public List<ConnectionEntry> ledger() throws CaptureFailure {
        return file.read(Contents::ledger);
    }

    /// The side answers on disk, by run and name.
    ///
    /// @throws CaptureFailure where they can't be read
    public List<Answer> answers() throws CaptureFailure {
        return file.read(Contents::answers);
    }

    /// The number of the last event on disk, known at once; 0 before the first.
    ///
    /// @throws CaptureFailure where it can't be read
    public long last() throws CaptureFailure {
        return file.read(Contents::last);
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
        file.read(contents -> {
            contents.readFacts(each);
            return Boolean.TRUE;
        });
    }

    /// Queues an event; waits only while much is queued and the disk is slow.
    public void append(EventFacts facts, String data) {
        write(new Entry.Event(facts, data));
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
        return waiting == null ? reader.data(seq) : waiting;
    }

    @Override
    public String head(long seq, int chars) throws CaptureFailure {
        String waiting = writer == null ? null : writer.waiting(seq);
        return waiting == null ? reader.head(seq, chars) : CaptureReader.cut(waiting, chars);
    }

    /// Looks for a text in the payloads, those that wait to be written too; to be closed when it is done.
    ///
    /// @throws CaptureFailure where the file can't be read
    public PayloadSearch search(Needle needle) throws CaptureFailure {
        try {
            return new PayloadSearch(this, needle, file.connect());
        } catch (SQLException e) {
            throw notRead(e);
        }
    }

    CaptureFailure notRead(SQLException e) {
        return file.notRead(e);
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
        reader.close();
        if (writer != null) {
            writer.close();
        }
        if (lock != null) {
            if (damage() == null) {
                file.fold();
            }
            lock.close();
        }
    }

    /// Closes and removes the file: for a run that never began.
    ///
    /// @throws CaptureFailure.NotWritten where it can't be removed
    public void discard() throws CaptureFailure {
        close();
        if (lock != null) {
            try {
                Files.deleteIfExists(file());
            } catch (IOException e) {
                throw new CaptureFailure.NotWritten(WORDS.text("capture.not-removed", file(), e), e);
            }
        }
    }
}
