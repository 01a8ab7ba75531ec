package dev.threadline.capture;

import dev.threadline.words.Words;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The queue in front of a capture's file, and the thread that empties it.
///
/// Batches are written at most [#BATCH_MILLIS] after their first entry came. While the disk keeps up slowly, `append`
/// waits for room; while it refuses, `append` never waits: payloads stay in memory up to a limit, those beyond it are
/// dropped and counted, and every second the write is tried again.
final class CaptureWriter {
    private static final Words WORDS = Words.of(CaptureWriter.class);
    static final long MEMORY_LIMIT = 64L << 20;
    private static final long BATCH_MILLIS = 150;
    private static final int BATCH_ENTRIES = 5_000;
    private static final long BATCH_WEIGHT = 8L << 20;
    private static final long RETRY_MILLIS = 1_000;

    private final Path file;
    private final Runnable opened;
    private final PresentFile present;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Entry> queue = new ArrayDeque<>();
    private final ConcurrentHashMap<Long, String> unwritten = new ConcurrentHashMap<>();
    private final Thread thread;
    private long weight;
    private int inHand;
    private boolean hurry;
    private boolean closing;
    private long dropped;
    private volatile @Nullable CaptureFailure problem;
    private volatile @Nullable Inserts inserts;

    /// @param opened called on the writer's thread once the file is being written
    CaptureWriter(Path file, Runnable opened) {
        this.file = file;
        this.opened = opened;
        present = new PresentFile(file);
        thread = Thread.ofPlatform().name("capture-writer").daemon().start(this::run);
    }

    /// Takes an entry; any thread.
    void append(Entry entry) {
        lock.lock();
        try {
            while (weight > MEMORY_LIMIT && problem == null && !closing) {
                changed.awaitUninterruptibly();
            }
            if (closing) {
                throw new IllegalStateException("The capture " + file + " is closed.");
            }
            add(entry);
            if (queue.size() == 1 || queue.size() >= BATCH_ENTRIES || weight >= BATCH_WEIGHT) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Entry entry) {
        if (entry instanceof Entry.Event event && event.data() != null) {
            if (weight + entry.weight() > MEMORY_LIMIT && problem != null) {
                dropped++;
                problem = lost();
                queue.add(new Entry.Event(event.facts(), null));
                return;
            }
            unwritten.put(event.facts().seq(), event.data());
            weight += entry.weight();
        }
        queue.add(entry);
    }

    /// The payload of an event that is not on disk yet, or null.
    @Nullable
    String waiting(long seq) {
        return unwritten.get(seq);
    }

    /// Gives the payload of each event that is not on disk yet, in no order; what is missing is on disk.
    void forEachWaiting(BiConsumer<Long, String> each) {
        unwritten.forEach(each);
    }

    /// Why the file is not written, or null.
    @Nullable
    CaptureFailure problem() {
        CaptureFailure failure = problem;
        return failure == null ? present.failure() : failure;
    }

    /// Waits until all that was appended before is on disk, or writing fails.
    void flush() {
        lock.lock();
        try {
            hurry = true;
            changed.signalAll();
            while ((!queue.isEmpty() || inHand > 0) && problem == null) {
                changed.awaitUninterruptibly();
            }
        } finally {
            hurry = false;
            lock.unlock();
        }
    }

    /// Folds the log into the file, when nothing waits to be written.
    void fold() {
        lock.lock();
        try {
            Inserts open = inserts;
            if (queue.isEmpty() && inHand == 0 && open != null && !closing) {
                open.fold();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Writes what waits, once more if it failed before, and leaves one plain file.
    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (List<Entry> batch = next(); !batch.isEmpty(); batch = next()) {
            if (!writeUntilDone(batch)) {
                break;
            }
        }
        if (inserts != null) {
            inserts.finish(true);
        }
    }

    /// The next batch; empty when all is written and the writer closes.
    private List<Entry> next() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            pause(BATCH_MILLIS, () -> queue.size() < BATCH_ENTRIES && weight < BATCH_WEIGHT && !hurry && !closing);
            List<Entry> batch = new ArrayList<>();
            long taken = 0;
            while (!queue.isEmpty() && batch.size() < BATCH_ENTRIES && taken < BATCH_WEIGHT) {
                Entry entry = queue.remove();
                taken += entry.weight();
                batch.add(entry);
            }
            inHand = batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// Lets time pass while a condition holds; with the lock held.
    private void pause(long millis, BooleanSupplier holds) {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (left > 0 && holds.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if so, it goes on early.
        }
    }

    /// Writes a batch; on failure again and again, until it is done or the writer closes.
    private boolean writeUntilDone(List<Entry> batch) {
        while (true) {
            try {
                if (inserts == null) {
                    inserts = new Inserts(Database.writing(file));
                    opened.run();
                }
                inserts.write(batch);
                written(batch);
                return true;
            } catch (SQLException e) {
                if (inserts != null) {
                    inserts.finish(false);
                    inserts = null;
                }
                if (!waitForRetry(e)) {
                    return false;
                }
            }
        }
    }

    private void written(List<Entry> batch) {
        present.check();
        lock.lock();
        try {
            for (Entry entry : batch) {
                if (entry instanceof Entry.Event event) {
                    unwritten.remove(event.facts().seq());
                    weight -= entry.weight();
                }
            }
            inHand = 0;
            problem = dropped == 0 ? null : lost();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForRetry(SQLException e) {
        lock.lock();
        try {
            boolean last = closing;
            problem = dropped > 0
                    ? lost()
                    : new CaptureFailure.NotWritten(WORDS.text("writer.waits", file, Database.reason(e)), e);
            changed.signalAll();
            pause(RETRY_MILLIS, () -> !closing);
            return !last;
        } finally {
            lock.unlock();
        }
    }

    private CaptureFailure lost() {
        return new CaptureFailure.NotWritten(WORDS.text("writer.lost", file, Long.toString(dropped)), null);
    }
}
