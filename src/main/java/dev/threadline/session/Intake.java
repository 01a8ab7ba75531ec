package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.capture.RunRecord;
import dev.threadline.protocol.SpilledEvent;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.protocol.StreamListener;
import dev.threadline.protocol.StreamOpened;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventLog;
import dev.threadline.run.RunFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.run.StreamDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes what the streams of one run bring into its recording.
///
/// Called on the thread of the open stream, one stream after the other; what it has learned may be read from any
/// thread.
final class Intake implements StreamListener {
    private static final long LARGEST_IN_MEMORY = 256L << 20;

    private final Recording recording;
    private final int run;
    private final Consumer<String> runKnown;
    private final StreamDecoder decoder;
    private final Repeated repeated = new Repeated();
    private @Nullable String resumed;
    private @Nullable String gap;
    private volatile @Nullable String threadId;
    private volatile @Nullable String lastId;
    private volatile @Nullable String error;
    private volatile boolean interrupted;
    private final AtomicLong received = new AtomicLong();
    private volatile @Nullable StreamEnd end;

    /// @param runKnown told the run's id, once
    Intake(Recording recording, int run, Consumer<String> runKnown) {
        this.recording = recording;
        this.run = run;
        this.runKnown = runKnown;
        this.decoder = new StreamDecoder(run);
    }

    /// Prepares for a stream that goes on after a break.
    ///
    /// @param from the id it is asked to go on from, in words for the ledger
    /// @param gap why events may be missing before its first event, or null where none can be
    void resume(String from, @Nullable String gap) {
        resumed = from;
        this.gap = gap;
        end = null;
    }

    @Override
    public void opened(StreamOpened opened) {
        if (opened.threadId() != null) {
            threadId = opened.threadId();
        }
        line(Kind.OPENED, resumed);
        if (resumed != null) {
            repeated.joined(Clock.now());
        }
        RunRecord record = recording.run(run);
        if (RunStatus.of(record.status()) == RunStatus.STARTING) {
            recording.put(Runs.with(record, RunStatus.RUNNING, 0, null));
        }
        if (opened.runId() != null) {
            known(opened.runId());
        }
    }

    private void known(String runId) {
        RunRecord record = recording.run(run);
        if (record.runId() == null) {
            recording.put(Runs.withId(record, runId));
            runKnown.accept(runId);
        }
    }

    @Override
    public void event(WireEvent event) {
        if (gap != null) {
            line(Kind.GAP, gap);
            gap = null;
        }
        EventLog log = recording.log();
        long seq = log.size() == 0 ? 1 : log.seq(log.size() - 1) + 1;
        EventFacts facts = decoder.decode(seq, event);
        if (repeated.test(event)) {
            recording.append(facts.with(EventFlag.DUPLICATE), event.data());
            return;
        }
        recording.append(facts, event.data());
        if (event.id() != null) {
            lastId = event.id();
        }
        received.incrementAndGet();
        if (facts.kind() == EventKind.RUN_STARTED && facts.ref() != null) {
            known(facts.ref());
        }
        interrupted |= facts.is(EventFlag.INTERRUPT);
        if (facts.kind() == EventKind.ERROR) {
            RunFailure failure = RunFailure.of(event.data());
            error = failure.type().isEmpty() ? failure.message() : failure.type() + ": " + failure.message();
        }
    }

    @Override
    public void spilled(SpilledEvent event) {
        if (event.bytes() > LARGEST_IN_MEMORY) {
            event(event.standIn());
            return;
        }
        try {
            String data = Files.readString(event.file());
            event(new WireEvent(event.receivedAt(), event.id(), event.name(), data, event.masked()));
            Files.deleteIfExists(event.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void comment(String text, long at) {
        recording.add(new ConnectionEntry(run, lastSeq(), at, Kind.COMMENT, text));
    }

    @Override
    public void ended(StreamEnd how) {
        String tail = null;
        switch (how) {
            case StreamEnd.Completed completed -> {
                tail = completed.cutTail();
                line(Kind.ENDED, null);
            }
            case StreamEnd.Cut cut -> {
                tail = cut.cutTail();
                line(Kind.CUT, cut.failure().sentence());
            }
            case StreamEnd.ClosedByUs closed -> {
                tail = closed.cutTail();
                line(Kind.CLOSED, null);
            }
        }
        if (tail != null) {
            line(Kind.TAIL, tail);
        }
        end = how;
    }

    private void line(Kind kind, @Nullable String detail) {
        recording.add(new ConnectionEntry(run, lastSeq(), Clock.now(), kind, detail));
    }

    private long lastSeq() {
        EventLog log = recording.log();
        return log.size() == 0 ? 0 : log.seq(log.size() - 1);
    }

    /// The thread's id as the server said it, or null.
    @Nullable
    String threadId() {
        return threadId;
    }

    /// The id of the last event that had one, or null.
    @Nullable
    String lastId() {
        return lastId;
    }

    /// What the run's `error` event said, or null.
    @Nullable
    String error() {
        return error;
    }

    /// How many events came, those that came again not counted.
    long received() {
        return received.get();
    }

    /// Whether an interrupt was seen.
    boolean interrupted() {
        return interrupted;
    }

    /// How the last stream ended, or null while it is open.
    @Nullable
    StreamEnd end() {
        return end;
    }
}
