package dev.threadline.session;

import dev.threadline.capture.Answer;
import dev.threadline.capture.Capture;
import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.Needle;
import dev.threadline.capture.PayloadSearch;
import dev.threadline.capture.Payloads;
import dev.threadline.capture.RunRecord;
import dev.threadline.run.EventLog;
import dev.threadline.run.RunStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The work on one thread as panels and exports see it: the log of events, their payloads, runs, ledger and side
/// answers; live while a session writes it, or reopened from its file, through the same reads.
///
/// Opening and closing block and belong to a background thread. Every other read here may be made from any
/// thread at any time, without locks; each returned list is a snapshot. Payloads are read from disk: never on
/// the JavaFX thread.
public final class Recording implements AutoCloseable {
    private final Capture capture;
    private final EventLog log = new EventLog();
    private final Reading reading;
    private final int found;
    private volatile List<RunRecord> runs;
    private volatile List<ConnectionEntry> ledger;
    private volatile List<Answer> answers;
    private volatile int gaps;

    private Recording(Capture capture) throws CaptureFailure {
        this.capture = capture;
        reading = new Reading(capture, log, this::resettle);
        runs = capture.runs().stream().map(this::settled).toList();
        ledger = List.copyOf(capture.ledger());
        answers = List.copyOf(capture.answers());
        gaps = (int) ledger.stream()
                .filter(line -> line.kind() == ConnectionEntry.Kind.GAP)
                .count();
        found = (int) capture.last();
    }

    /// A new recording in a file of the user's choice.
    ///
    /// @throws CaptureFailure where the file exists or can't be made
    public static Recording create(Path file, CaptureInfo info) throws CaptureFailure {
        return whole(Capture.create(file, info));
    }

    /// The recording of a thread in the folder of captures: the one there is, or a new one.
    ///
    /// @throws CaptureFailure where none can be made
    public static Recording in(CaptureFolder folder, CaptureInfo info) throws CaptureFailure {
        return whole(folder.captureFor(info));
    }

    /// The recording in a file; blocks until its runs and its first events are there. The others come into the log
    /// from a thread that goes on reading: see [#reading].
    ///
    /// @throws CaptureFailure where it can't be read
    public static Recording open(Path file) throws CaptureFailure {
        return of(Capture.open(file));
    }

    /// The recording in a file with all its events, for reading only: whoever wants to write it still can.
    ///
    /// @throws CaptureFailure where it can't be read
    public static Recording read(Path file) throws CaptureFailure {
        return whole(Capture.read(file));
    }

    private static Recording of(Capture capture) throws CaptureFailure {
        try {
            Recording recording = new Recording(capture);
            recording.reading.begin();
            return recording;
        } catch (CaptureFailure e) {
            capture.close();
            throw e;
        }
    }

    private static Recording whole(Capture capture) throws CaptureFailure {
        Recording recording = of(capture);
        try {
            recording.awaitWhole();
            return recording;
        } catch (CaptureFailure e) {
            recording.close();
            throw e;
        }
    }

    /// Whether events that are in the file are still on their way into the log.
    public boolean reading() {
        return reading.goesOn();
    }

    /// How many events there are, those in the log and those still to be read.
    public int events() {
        int there = log.size();
        return reading() ? Math.max(found, there) : there;
    }

    /// Waits until the log holds all that the file does: before anybody counts on it, or appends.
    ///
    /// @throws CaptureFailure where not all can be read
    public void awaitWhole() throws CaptureFailure {
        reading.await();
    }

    /// A run that was recorded when its recorder was killed can't be running any more.
    private RunRecord settled(RunRecord run) {
        boolean orphan = !RunStatus.of(run.status()).ended() && (damage() != null || !readOnly());
        return orphan ? Runs.with(run, RunStatus.UNKNOWN, run.endedAt(), run.error()) : run;
    }

    /// What was damaged where nobody had looked yet tells that its recorder is gone.
    private synchronized void resettle() {
        if (damage() != null) {
            runs = runs.stream().map(this::settled).toList();
        }
    }

    /// Whose work it is.
    public CaptureInfo info() {
        return capture.info();
    }

    /// The file it is in.
    public Path file() {
        return capture.file();
    }

    /// The facts of all events so far; grows while a session records, and while an opened file is read.
    public EventLog log() {
        return log;
    }

    /// The payloads of all events so far, those not yet on disk too.
    public Payloads payloads() {
        return capture;
    }

    /// Looks for a text in the payloads of all events so far; see [Search].
    PayloadSearch search(Needle needle) throws CaptureFailure {
        return capture.search(needle);
    }

    /// The runs, in order, each as it stands now.
    public List<RunRecord> runs() {
        return runs;
    }

    /// The last run, or null before the first.
    public @Nullable RunRecord lastRun() {
        List<RunRecord> now = runs;
        return now.isEmpty() ? null : now.getLast();
    }

    /// A run by its number.
    RunRecord run(int number) {
        return runs.get(number - 1);
    }

    /// How the last run stands; starting before the first.
    public RunStatus status() {
        RunRecord run = lastRun();
        return run == null ? RunStatus.STARTING : RunStatus.of(run.status());
    }

    /// What happened to the streams, in order.
    public List<ConnectionEntry> ledger() {
        return ledger;
    }

    /// How many places there are where events may be missing.
    public int gaps() {
        return gaps;
    }

    /// The newest side answer of a name (`info`, `assistant`, `schemas`, `graph`, `state`, `history`, `run`) as JSON
    /// text, of whichever run, or null.
    public @Nullable String answer(String name) {
        Answer newest = null;
        for (Answer answer : answers) {
            if (answer.name().equals(name) && (newest == null || answer.run() >= newest.run())) {
                newest = answer;
            }
        }
        return newest == null ? null : newest.text();
    }

    /// The side answer of a name that belongs to a run, as JSON text, or null.
    public @Nullable String answer(String name, int run) {
        for (Answer answer : answers) {
            if (answer.name().equals(name) && answer.run() == run) {
                return answer.text();
            }
        }
        return null;
    }

    /// Whether no run can be added: another program writes the file, its folder forbids it, or it is damaged.
    public boolean readOnly() {
        return capture.readOnly() || reading.failure() != null;
    }

    /// What is broken in the file or could not be read of it, as a sentence, or null; may become known while it is
    /// read.
    public @Nullable String damage() {
        String damage = capture.damage();
        CaptureFailure failure = reading.failure();
        return damage == null && failure != null ? failure.sentence() : damage;
    }

    /// Why the file isn't written at the moment, or what was lost; null while all is well.
    public @Nullable CaptureFailure problem() {
        return capture.problem();
    }

    /// The number of the last event that was put on disk while this was recorded.
    public long written() {
        return capture.written();
    }

    /// Waits until all so far is on disk, or the disk refuses.
    public void flush() {
        capture.flush();
    }

    /// The same, and the file alone holds it all: it can be copied while it is open.
    public void settle() {
        capture.settle();
    }

    /// Goes on recording into a new file of another folder, with all that was recorded so far as far as it can be read;
    /// readers notice nothing. Blocks.
    ///
    /// @throws CaptureFailure where that folder can't be written; then all stays as it was
    public void continueIn(Path folder) throws CaptureFailure {
        capture.continueIn(folder);
    }

    /// Writes all that is on disk into a new file in which no payload is packed.
    ///
    /// @return whether all of it could be read
    /// @throws CaptureFailure where the file exists or can't be made
    public boolean exportPlain(Path file) throws CaptureFailure {
        return capture.exportPlain(file);
    }

    /// Closes the file, read to its end or not; a session on it must have ended.
    @Override
    public void close() {
        reading.stop();
        capture.close();
    }

    /// Closes and removes the file: for a run that never began.
    ///
    /// @throws CaptureFailure where it can't be removed
    public void discard() throws CaptureFailure {
        reading.stop();
        capture.discard();
    }

    /// Adds an event; from the session's stream thread, to a log that is whole.
    void append(EventFacts facts, String data) {
        capture.append(facts, data);
        log.append(facts);
    }

    /// The same of an event whose data stands in a file, which is the capture's from now on.
    void append(EventFacts facts, Path data) {
        capture.append(facts, data);
        log.append(facts);
    }

    /// Adds a run, or replaces what was known of it.
    synchronized void put(RunRecord run) {
        List<RunRecord> changed = new ArrayList<>(runs);
        if (run.number() > changed.size()) {
            changed.add(run);
        } else {
            changed.set(run.number() - 1, run);
        }
        capture.put(run);
        runs = List.copyOf(changed);
    }

    /// Adds a line to the ledger.
    synchronized void add(ConnectionEntry line) {
        List<ConnectionEntry> changed = new ArrayList<>(ledger);
        changed.add(line);
        capture.add(line);
        ledger = List.copyOf(changed);
        if (line.kind() == ConnectionEntry.Kind.GAP) {
            gaps = gaps + 1;
        }
    }

    /// Adds a side answer, in place of an older one of that run and name.
    synchronized void put(Answer answer) {
        List<Answer> changed = new ArrayList<>(answers);
        changed.removeIf(old -> old.run() == answer.run() && old.name().equals(answer.name()));
        changed.add(answer);
        capture.put(answer);
        answers = List.copyOf(changed);
    }
}
