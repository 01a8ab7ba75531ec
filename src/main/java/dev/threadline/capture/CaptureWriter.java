package dev.threadline.capture;

import dev.threadline.words.Words;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The queue in front of a capture's file, and the thread that empties it.
///
/// Batches are written at most [#BATCH_MILLIS] after their first entry came. While the disk keeps up slowly, `append`
/// waits for room; while it refuses, `append` never waits: the newest payloads stay in memory up to a limit, the oldest
/// are let go and counted, and every second the write is tried again. The file may be changed for another on the way.
final class CaptureWriter {
    private static final Words WORDS = Words.of(CaptureWriter.class);
    static final long MEMORY_LIMIT = 64L << 20;
    private static final long BATCH_MILLIS = 150;
    private static final int BATCH_ENTRIES = 5_000;
    private static final long BATCH_WEIGHT = 8L << 20;
    private static final long RETRY_MILLIS = 1_000;

    private final Runnable opened;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Entry> queue = new ArrayDeque<>();
    /// The payloads of the events in the queue and in hand.
    private final ConcurrentHashMap<Long, String> unwritten = new ConcurrentHashMap<>();
    private final WaitingFiles large = new WaitingFiles();
    private final Thread thread;
    private final Queue<FutureTask<?>> moves = new ConcurrentLinkedQueue<>();
    private volatile Path file;
    private volatile PresentFile present;
    private long weight;
    private long oldest;
    private int inHand;
    private boolean hurry;
    private boolean closing;
    private long dropped;
    private volatile long lastDropped;
    private volatile long written;
    private String reason = "";
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
            if (oldest == 0) {
                written = event.facts().seq() - 1;
            }
            if (unwritten.isEmpty()) {
                oldest = event.facts().seq();
            }
            unwritten.put(event.facts().seq(), event.data());
            weight += entry.weight();
            // What has just arrived is what is looked at.
            while (weight > MEMORY_LIMIT
                    && problem != null
                    && oldest < event.facts().seq()) {
                letGo(oldest++);
            }
            queue.add(new Entry.Event(event.facts(), null));
        } else {
            if (entry instanceof Entry.Large event) {
                large.put(event.facts().seq(), event.file());
            }
            queue.add(entry);
        }
    }

    private void letGo(long seq) {
        String data = unwritten.remove(seq);
        if (data != null) {
            weight -= data.length();
            dropped++;
            lastDropped = seq;
            if (dropped == 1) {
                problem = state();
            }
        }
    }

    /// Whether the payload of an event may have been let go because the disk refused for so long.
    boolean letGoOf(long seq) {
        return seq <= lastDropped;
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

    /// The payloads that are too large for memory and not on disk yet.
    WaitingFiles large() {
        return large;
    }

    /// Why the file is not written, or null.
    @Nullable
    CaptureFailure problem() {
        CaptureFailure failure = problem;
        return failure == null ? present.failure() : failure;
    }

    /// Whether the file stood where it was made when it was last written.
    boolean inPlace() {
        return present.failure() == null;
    }

    /// The number of the last event on disk.
    long written() {
        return written;
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

    /// Goes on in another file, in which everything that waits is written; waits until that is so or fails.
    ///
    /// @param prepare makes the file and takes over what the old one holds; on the writer's thread, between batches
    <T> T move(Path to, Callable<T> prepare) throws ExecutionException {
        FutureTask<T> move = new FutureTask<>(() -> {
            if (inserts != null) {
                inserts.finish(false);
                inserts = null;
            }
            T made = prepare.call();
            file = to;
            present = new PresentFile(to);
            lock.lock();
            try {
                reason = "";
                problem = state();
            } finally {
                lock.unlock();
            }
            return made;
        });
        lock.lock();
        try {
            if (closing) {
                throw new IllegalStateException("The capture " + file + " is closed.");
            }
            moves.add(move);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        while (true) {
            try {
                return move.get();
            } catch (InterruptedException e) {
                // Half a move is none: it is waited for.
            }
        }
    }

    private void run() {
        boolean more = true;
        while (more) {
            for (FutureTask<?> move = moves.poll(); move != null; move = moves.poll()) {
                move.run();
            }
            List<Entry> batch = next();
            more = !batch.isEmpty() || !moves.isEmpty();
            if (!batch.isEmpty()) {
                more = write(batch);
            }
        }
        if (inserts != null) {
            inserts.finish(true);
        }
        large.clear();
    }

    /// The next batch; empty when all is written and the writer closes, or a move is wanted.
    private List<Entry> next() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closing && moves.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            pause(
                    BATCH_MILLIS,
                    () -> queue.size() < BATCH_ENTRIES
                            && weight < BATCH_WEIGHT
                            && !hurry
                            && !closing
                            && moves.isEmpty());
            List<Entry> batch = new ArrayList<>();
            long taken = 0;
            while (!queue.isEmpty() && batch.size() < BATCH_ENTRIES && taken < BATCH_WEIGHT) {
                Entry entry = queue.remove();
                if (entry instanceof Entry.Event event) {
                    entry = new Entry.Event(
                            event.facts(), unwritten.get(event.facts().seq()));
                }
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

    /// Writes a batch, or puts it back and waits a while; whether to go on.
    private boolean write(List<Entry> batch) {
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
            return waitForRetry(batch, e);
        }
    }

    private void written(List<Entry> batch) {
        present.check();
        lock.lock();
        try {
            for (Entry entry : batch) {
                if (entry instanceof Entry.Event event) {
                    written = event.facts().seq();
                } else if (entry instanceof Entry.Large event) {
                    written = event.facts().seq();
                    large.remove(written);
                }
                if (entry instanceof Entry.Event event && event.data() != null) {
                    oldest = event.facts().seq() + 1;
                    if (unwritten.remove(event.facts().seq()) == null) {
                        // It was let go while it was written after all.
                        dropped--;
                    } else {
                        weight -= entry.weight();
                    }
                }
            }
            inHand = 0;
            reason = "";
            problem = state();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForRetry(List<Entry> batch, SQLException e) {
        lock.lock();
        try {
            for (Entry entry : batch.reversed()) {
                queue.addFirst(entry instanceof Entry.Event event ? new Entry.Event(event.facts(), null) : entry);
            }
            inHand = 0;
            boolean last = closing;
            reason = Database.reason(e);
            problem = state();
            changed.signalAll();
            pause(RETRY_MILLIS, () -> !closing && moves.isEmpty());
            return !last;
        } finally {
            lock.unlock();
        }
    }

    /// What is to be told; with the lock held.
    private @Nullable CaptureFailure state() {
        if (!reason.isEmpty()) {
            // Without a count, which would change with each event: what stands still can be read and clicked.
            String sentence =
                    dropped == 0 ? WORDS.text("writer.waits", file, reason) : WORDS.text("writer.drops", file, reason);
            return new CaptureFailure.NotWritten(sentence, reason, null);
        }
        return dropped == 0
                ? null
                : new CaptureFailure.NotWritten(WORDS.text("writer.lost", file, Long.toString(dropped)), null);
    }
}
