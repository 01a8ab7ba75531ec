package dev.threadline.session;

import dev.threadline.capture.Capture;
import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.run.EventLog;
import dev.threadline.words.Words;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The reading of a capture's facts into a log, on a thread of its own, which alone appends until it is over.
///
/// Safe for any thread.
final class Reading {
    private static final Words WORDS = Words.of(Reading.class);

    /// What is there before anybody sees the log: the whole of most captures, a few milliseconds of a large one.
    private static final int FIRST = 4096;

    private final Capture capture;
    private final EventLog log;
    private final Runnable after;
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile @Nullable CaptureFailure failure;

    /// @param after called when it is over, on its thread, before anybody who waits for it goes on
    Reading(Capture capture, EventLog log, Runnable after) {
        this.capture = capture;
        this.log = log;
        this.after = after;
    }

    /// Begins, and waits for the first events.
    ///
    /// @throws CaptureFailure where they can't be read
    void begin() throws CaptureFailure {
        Thread.ofPlatform()
                .daemon()
                .name("reading " + capture.file().getFileName())
                .start(this::read);
        await(first);
    }

    private void read() {
        try {
            capture.readFacts(this::take);
        } catch (CaptureFailure e) {
            failure = e;
        } catch (IllegalArgumentException e) {
            // The log takes nothing that comes out of order: a file that somebody else has changed.
            failure = new CaptureFailure.NotRead(WORDS.text("reading.order", capture.file()), e);
        } finally {
            after.run();
            over.countDown();
            first.countDown();
        }
    }

    private boolean take(EventFacts facts) {
        log.append(facts);
        if (log.size() == FIRST) {
            first.countDown();
        }
        return !stopped;
    }

    /// Whether it goes on.
    boolean goesOn() {
        return over.getCount() > 0;
    }

    /// What ended it before the end of the file, or null.
    @Nullable
    CaptureFailure failure() {
        return failure;
    }

    /// Waits until all is read.
    ///
    /// @throws CaptureFailure where not all could be read
    void await() throws CaptureFailure {
        await(over);
    }

    private void await(CountDownLatch latch) throws CaptureFailure {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureFailure.NotRead(WORDS.text("reading.interrupted", capture.file()), e);
        }
        CaptureFailure why = failure;
        if (why != null) {
            throw why;
        }
    }

    /// Ends it where it is; the file is used no more afterwards.
    void stop() {
        stopped = true;
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
