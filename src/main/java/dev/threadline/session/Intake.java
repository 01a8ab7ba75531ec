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
import dev.threadline.run.RunFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.run.StreamDecoder;
import dev.threadline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Writes what the streams of one run bring into its recording, and what they left out.
///
/// Called on the thread of the open stream, one stream after the other; what it has learned may be read from
/// any thread.
final class Intake implements StreamListener {
    private static final Words WORDS = Words.of(Intake.class);

    private final Recording recording;
    private final int run;
    private final Consumer<String> runKnown;
    private final @Nullable Filling filling;
    private final StreamDecoder decoder;
    private final Repeated repeated = new Repeated();
    private @Nullable String resumed;
    private @Nullable String gap;
    private @Nullable String lossy;
    private long counted = -1;
    private int again;
    private volatile @Nullable String threadId;
    private volatile @Nullable String location;
    private volatile @Nullable String lastId;
    private volatile @Nullable String error;
    private volatile @Nullable String stalled;
    private volatile boolean interrupted;
    private volatile long lastEventAt;
    private volatile long heartbeatAt;
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private volatile @Nullable StreamEnd end;

    /// @param runKnown told the run's id, once
    /// @param filling finds what can be known of events that were missed; null where nobody can be asked
    Intake(Recording recording, int run, Consumer<String> runKnown, @Nullable Filling filling) {
        this.recording = recording;
        this.run = run;
        this.runKnown = runKnown;
        this.filling = filling;
        this.decoder = new StreamDecoder(run);
    }

    /// Prepares for a stream that goes on with the run.
    ///
    /// @param from what it is asked to go on from, in words for the ledger
    /// @param gap why events may be missing before its first one, or null where none can be; where ids are
    ///     counted they tell, whatever stands here
    void resume(String from, @Nullable String gap) {
        resumed = from;
        this.gap = gap == null ? this.gap : gap;
        lossy = this.gap;
        end = null;
        stalled = null;
    }

    @Override
    public void opened(StreamOpened opened) {
        threadId = opened.threadId() == null ? threadId : opened.threadId();
        location = opened.location() == null ? location : opened.location();
        lastEventAt = Clock.now();
        if (resumed == null) {
            line(Kind.OPENED, null);
        } else {
            line(Kind.RESUMED, resumed);
            repeated.joined();
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
        take(event, seq -> decoder.decode(seq, event), facts -> recording.append(facts, event.data()));
    }

    /// The facts are read from the file, which the recording takes over; what the disk refused is kept as far as
    /// it was held.
    @Override
    public void spilled(SpilledEvent event) {
        Path file = event.file();
        take(event.heading(), seq -> decoded(seq, event), facts -> {
            if (file == null) {
                recording.append(facts, event.head());
            } else {
                recording.append(facts, file);
            }
        });
        if (event.refusal() != null) {
            comment(event.refusal(), event.receivedAt());
        }
    }

    private EventFacts decoded(long seq, SpilledEvent event) {
        try {
            return decoder.decode(seq, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes an event of whose data the beginning is enough here.
    private void take(WireEvent event, LongFunction<EventFacts> decode, Consumer<EventFacts> append) {
        lastEventAt = event.receivedAt();
        if (repeated.test(event)) {
            append.accept(decode.apply(nextSeq()).with(EventFlag.DUPLICATE));
            again++;
            return;
        }
        tellRepeated();
        tellMissing(event);
        EventFacts facts = decode.apply(nextSeq());
        append.accept(facts);
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

    private void tellRepeated() {
        if (again > 0) {
            line(Kind.DUPLICATE, WORDS.text("intake.again", again, Integer.toString(again)));
            again = 0;
        }
    }

    private void tellMissing(WireEvent event) {
        long count = Repeated.count(event.id());
        if (count < 0) {
            // Every stream of a run that is heard from its start begins so.
            boolean first = received.get() == 0 && event.name().equals("metadata");
            gap = first ? null : gap;
            settleGap();
            return;
        }
        if (count > counted + 1) {
            boolean one = count == counted + 2;
            gap(WORDS.text("intake.missing", one ? 1 : 2, Long.toString(counted + 1), Long.toString(count - 1)));
        }
        counted = Math.max(counted, count);
        gap = null;
    }

    private void settleGap() {
        String why = gap;
        gap = null;
        if (why != null) {
            gap(why);
        }
    }

    private void gap(String why) {
        line(Kind.GAP, why);
        fill(missing(false));
    }

    /// Says what a run that has ended may have lost, and looks a last time for what its streams did not bring:
    /// the newest of it was not in the history yet when it was looked into. From the session's thread.
    void settle() {
        settleGap();
        String why = lossy;
        lossy = null;
        List<Filling.Found> found = why == null ? List.of() : missing(true);
        if (why != null && !found.isEmpty()) {
            if (!gapAtEnd()) {
                line(Kind.GAP, why);
            }
            fill(found);
        }
    }

    private boolean gapAtEnd() {
        long last = recording.log().size();
        return recording.ledger().stream()
                .anyMatch(line -> line.kind() == Kind.GAP && line.run() == run && line.afterSeq() >= last);
    }

    private List<Filling.Found> missing(boolean atOnce) {
        String thread = threadId;
        String runId = runId();
        return filling == null || thread == null || runId == null ? List.of() : filling.missing(thread, runId, atOnce);
    }

    private void fill(List<Filling.Found> entries) {
        for (Filling.Found found : entries) {
            EventFacts facts = decoder.decode(nextSeq(), found.event());
            recording.append(
                    facts.at(found.serverTime()).with(EventFlag.HISTORY),
                    found.event().data());
        }
        if (!entries.isEmpty()) {
            line(Kind.FILLED, WORDS.text("intake.filled", entries.size(), Integer.toString(entries.size())));
        }
    }

    @Override
    public void comment(String text, long at) {
        if (text.startsWith(":")) {
            heartbeatAt = at;
            heartbeats.incrementAndGet();
        }
        recording.add(new ConnectionEntry(run, lastSeq(), at, Kind.COMMENT, text));
    }

    @Override
    public void ended(StreamEnd how) {
        tellRepeated();
        String why = stalled;
        String tail = switch (how) {
            case StreamEnd.Completed completed -> {
                line(Kind.ENDED, null);
                yield completed.cutTail();
            }
            case StreamEnd.Cut cut -> {
                line(Kind.CUT, cut.failure().sentence());
                yield cut.cutTail();
            }
            case StreamEnd.ClosedByUs closed -> {
                line(why == null ? Kind.CLOSED : Kind.CUT, why);
                yield closed.cutTail();
            }
        };
        if (tail != null) {
            line(Kind.TAIL, tail);
        }
        end = how;
    }

    /// Adds a line to the ledger, now.
    void line(Kind kind, @Nullable String detail) {
        recording.add(new ConnectionEntry(run, lastSeq(), Clock.now(), kind, detail));
    }

    private long lastSeq() {
        return nextSeq() - 1;
    }

    private long nextSeq() {
        var log = recording.log();
        return log.size() == 0 ? 1 : log.seq(log.size() - 1) + 1;
    }

    /// Says why the open stream is about to be closed: for a fault of its own.
    void stalled(String why) {
        stalled = why;
    }

    /// Why the last stream did not end in good order, as a sentence; null where it did.
    @Nullable
    String broken() {
        return switch (end) {
            case StreamEnd.Cut cut -> cut.failure().sentence();
            case StreamEnd.Completed completed when completed.cutTail() != null -> WORDS.text("intake.inside");
            case StreamEnd.ClosedByUs _ -> stalled;
            case null, default -> null;
        };
    }

    /// When the stream was last seen to bring something of an event, or was opened.
    ///
    /// @param lastByteAt when its last byte came, of whatever kind
    long activeAt(long lastByteAt) {
        return lastByteAt > heartbeatAt ? Math.max(lastByteAt, lastEventAt) : lastEventAt;
    }

    /// How many heartbeats came.
    int heartbeats() {
        return heartbeats.get();
    }

    /// When the last heartbeat came, 0 for never.
    long heartbeatAt() {
        return heartbeatAt;
    }

    /// The run's id as far as it is known.
    @Nullable
    String runId() {
        return recording.run(run).runId();
    }

    /// The thread's id as the server said it, or null.
    @Nullable
    String threadId() {
        return threadId;
    }

    /// Where the server said that the run is to be joined, or null.
    @Nullable
    String location() {
        return location;
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
