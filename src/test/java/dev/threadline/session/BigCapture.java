package dev.threadline.session;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.RunRecord;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.RunStatus;
import dev.threadline.run.StreamDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Captures of any number of events, written as sessions write them: what [AgentWork] tells, decoded, with its runs and
/// ledger.
public final class BigCapture {
    /// Noon of a day in 2026, in microseconds.
    private static final long START = 1_780_315_200_000_000L;

    private static final int BLOCK = 4096;

    private final Recording recording;
    private final AgentWork work;
    private StreamDecoder decoder = new StreamDecoder(1);
    private @Nullable RunRecord record;
    private int run;
    private int seq;
    private long beat;
    private long bytes;

    private BigCapture(Recording recording, AgentWork work) {
        this.recording = recording;
        this.work = work;
    }

    /// Writes a capture of agent work.
    ///
    /// @return bytes of its payloads
    public static long write(Path file, int events) throws CaptureFailure {
        return write(file, events, new AgentWork(7, START, 0));
    }

    /// Writes a capture whose states are large: each step adds `pad` characters.
    ///
    /// @return bytes of its payloads
    public static long write(Path file, int events, int pad) throws CaptureFailure {
        return write(file, events, new AgentWork(7, START, pad));
    }

    private static long write(Path file, int events, AgentWork work) throws CaptureFailure {
        CaptureInfo info = new CaptureInfo("local dev", "http://127.0.0.1:2024", "newsroom", "big", START);
        try (Recording recording = Recording.create(file, info)) {
            BigCapture capture = new BigCapture(recording, work);
            while (capture.seq < events) {
                capture.take(Math.min(BLOCK, events - capture.seq)).run();
            }
            capture.end();
            return capture.bytes;
        }
    }

    /// A live recording in a new file, to be grown by [#take].
    public static BigCapture live(Path file) throws CaptureFailure {
        CaptureInfo info = new CaptureInfo("local dev", "http://127.0.0.1:2024", "newsroom", "big", START);
        return new BigCapture(Recording.create(file, info), new AgentWork(7, START, 0));
    }

    /// The recording that grows.
    public Recording recording() {
        return recording;
    }

    /// Decodes the next events; what is returned appends them.
    public Runnable take(int events) {
        List<Runnable> steps = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            WireEvent event = work.next();
            if (work.run() != run) {
                end();
                begin(event.receivedAt());
                RunRecord began = Objects.requireNonNull(record);
                steps.add(() -> recording.put(began));
                line(steps, ConnectionEntry.Kind.OPENED, event.receivedAt());
            }
            EventFacts facts = decoder.decode(++seq, event);
            bytes += facts.size();
            steps.add(() -> recording.append(facts, event.data()));
            if (event.receivedAt() - beat > 15_000_000) {
                beat = event.receivedAt();
                line(steps, ConnectionEntry.Kind.COMMENT, beat);
            }
        }
        return () -> steps.forEach(Runnable::run);
    }

    private void line(List<Runnable> steps, ConnectionEntry.Kind kind, long at) {
        ConnectionEntry line = new ConnectionEntry(run, seq, at, kind, null);
        steps.add(() -> recording.add(line));
    }

    private void begin(long at) {
        run = work.run();
        decoder = new StreamDecoder(run);
        String request = "{\"assistant_id\":\"newsroom\",\"input\":{\"task\":\"the history of tea\"}}";
        record = new RunRecord(run, work.runId(), "newsroom", request, at, 0, RunStatus.RUNNING.word(), null);
    }

    /// Ends the run that goes on.
    public void end() {
        if (record != null) {
            recording.add(new ConnectionEntry(run, seq, work.now(), ConnectionEntry.Kind.ENDED, null));
            recording.put(Runs.with(record, RunStatus.SUCCESS, work.now(), null));
        }
    }
}
