package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.EventStream;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.words.Words;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The life of one run: started, streamed into a recording, cancelled or not, ended with a status that the
/// server confirms.
///
/// It works on virtual threads of its own; every method here returns at once and may be called from any thread.
/// All that arrives stands in the [Recording]; look there, once a pulse. The recording and the server must stay
/// open until [#ended] completes.
public final class Session implements AutoCloseable {
    private static final Words WORDS = Words.of(Session.class);
    private final AgentServer server;
    private final Recording recording;
    private final RunRequest request;
    private final @Nullable RunInfo foreign;
    private final int run;
    private final Intake intake;
    private final SideAnswers answers;
    private final boolean kept;
    private final Listening listening;
    private final Thread thread;
    private final CompletableFuture<RunStatus> ended = new CompletableFuture<>();
    private final CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    private volatile @Nullable ServerFailure failure;
    private volatile boolean began;
    private volatile boolean cancelling;
    private volatile boolean closed;

    private Session(
            AgentServer server, Recording recording, RunRequest request, @Nullable RunInfo foreign, Patience patience) {
        this.server = server;
        this.recording = recording;
        this.request = request;
        this.foreign = foreign;
        this.run = recording.runs().size() + 1;
        this.intake =
                new Intake(recording, run, this::runKnown, new Filling(server, recording, run, patience.filling()));
        this.answers = new SideAnswers(server, recording, run);
        this.kept = request.body().get("stream_resumable") instanceof JsonBoolean asked && asked.value();
        this.listening = new Listening(server, intake, answers, patience, kept);
        this.thread = Thread.ofVirtual().name("session of run " + run).unstarted(this::live);
    }

    /// Starts a run on the recording's thread, which is made where the server does not have it yet; without a
    /// thread where the recording has none. The run is the recording's last one from now on.
    ///
    /// @param recording one that is not read-only and on which no other session is live
    public static Session start(AgentServer server, Recording recording, RunRequest request) {
        return start(server, recording, request, Map.of());
    }

    /// The same, with side answers that are known already, so that the server isn't asked for them again.
    ///
    /// @param known JSON text by name: `info`, `assistant`, `schemas`, `graph`
    public static Session start(
            AgentServer server, Recording recording, RunRequest request, Map<String, String> known) {
        return start(server, recording, request, known, Patience.USUAL);
    }

    static Session start(
            AgentServer server, Recording recording, RunRequest request, Map<String, String> known, Patience patience) {
        return new Session(server, recording, request, null, patience).begin(known);
    }

    /// Hears a run that was started elsewhere, from its start where the server allows it.
    ///
    /// A run whose events are kept (`stream_resumable`) comes whole, after its end too. Of any other one comes
    /// what nobody has read (JavaScript) or what is sent from now on (Python), and the ledger says what is
    /// missing at its beginning. The run is the recording's last one from now on; [#cancel] stops it like one
    /// of ours. [AgentServer#activeRuns] finds runs to offer.
    ///
    /// @param recording one whose thread is the run's, not read-only, on which no other session is live
    /// @param run the run as the server lists it
    /// @param known JSON text by name, as for [#start]
    public static Session join(AgentServer server, Recording recording, RunInfo run, Map<String, String> known) {
        return join(server, recording, run, known, Patience.USUAL);
    }

    static Session join(
            AgentServer server, Recording recording, RunInfo run, Map<String, String> known, Patience patience) {
        return new Session(server, recording, ForeignRun.request(run), run, patience).begin(known);
    }

    private Session begin(Map<String, String> known) {
        recording.put(new RunRecord(
                run,
                foreign == null ? null : foreign.runId(),
                request.assistant(),
                request.toJson(),
                Clock.now(),
                0,
                RunStatus.STARTING.word(),
                null));
        known.forEach(answers::keep);
        thread.start();
        return this;
    }

    /// Where the run is recorded.
    public Recording recording() {
        return recording;
    }

    /// The run's number in the recording.
    public int run() {
        return run;
    }

    /// How the run stands.
    public RunStatus status() {
        return RunStatus.of(recording.run(run).status());
    }

    /// How the run is being heard at this moment; for a status bar, asked each time it is drawn. Never waits.
    public Link link() {
        RunRecord record = recording.run(run);
        if (RunStatus.of(record.status()).ended()) {
            return new Link.Ended(failure() == null ? null : record.error());
        }
        return listening.link();
    }

    /// Joins the stream again now instead of at the end of the countdown ([Link.Waiting]); does nothing at any
    /// other time. Returns at once.
    public void reconnectNow() {
        listening.skip();
    }

    /// Why the run could not be started, was cut off or can't be cancelled; null while nothing went wrong. What
    /// makes a run itself fail stands in its [RunRecord#error].
    public @Nullable ServerFailure failure() {
        ServerFailure own = failure;
        return own == null ? listening.failure() : own;
    }

    /// Whether the server accepted the run.
    public boolean began() {
        return began;
    }

    /// Completes with true when the server accepts the run, with false when it is known that it never began;
    /// never with a failure.
    public CompletableFuture<Boolean> accepted() {
        return accepted.copy();
    }

    /// Whether a cancel was asked for.
    public boolean cancelling() {
        return cancelling;
    }

    /// Completes with the final status when all that belongs to the run is in the recording, side answers too,
    /// which may be some seconds after [#status] is final; never with a failure.
    public CompletableFuture<RunStatus> ended() {
        return ended.copy();
    }

    /// Asks the server to stop the run; its stream is heard to the end. The second call gives up waiting for
    /// that.
    public void cancel() {
        if (cancelling) {
            close();
            return;
        }
        cancelling = true;
        String runId = recording.run(run).runId();
        if (runId != null) {
            stop(runId);
        }
    }

    private void runKnown(String runId) {
        if (cancelling) {
            stop(runId);
        }
    }

    private void stop(String runId) {
        String threadId = threadId();
        Thread.startVirtualThread(() -> {
            try {
                if (threadId == null) {
                    close();
                } else {
                    server.cancel(threadId, runId, "interrupt", false);
                }
            } catch (ServerFailure.NotFound e) {
                // It has ended already.
            } catch (ServerFailure e) {
                failure = e;
            }
        });
    }

    /// Stops listening; the run may go on at the server. What was received is kept.
    @Override
    public void close() {
        closed = true;
        listening.stop();
        thread.interrupt();
    }

    private @Nullable String threadId() {
        String given = recording.info().threadId();
        return given == null ? intake.threadId() : given;
    }

    private void live() {
        Thread asking = Thread.ofVirtual().unstarted(() -> answers.fetch(request.assistant()));
        Verdict verdict;
        try {
            verdict = stream(asking);
        } catch (RuntimeException e) {
            verdict = new Verdict(RunStatus.UNKNOWN, WORDS.text("session.failed", e));
        }
        try {
            recording.put(Runs.with(recording.run(run), verdict.status(), Clock.now(), verdict.words()));
            Waits.join(asking);
            recording.settle();
        } finally {
            accepted.complete(false);
            ended.complete(verdict.status());
        }
    }

    private Verdict stream(Thread asking) {
        EventStream first = null;
        try {
            first = open();
        } catch (ServerFailure e) {
            if (!e.passes() || closed || !exists()) {
                failure = e;
                return closed || cancelling
                        ? new Verdict(RunStatus.CANCELLED, WORDS.text("session.cancelled"))
                        : new Verdict(RunStatus.FAILED, sentence(e));
            }
            intake.line(Kind.TRIED, e.sentence());
        }
        began = true;
        accepted.complete(true);
        asking.start();
        if (first != null) {
            listening.hear(first, recording.info().threadId());
        }
        return conclude();
    }

    private EventStream open() throws ServerFailure {
        if (foreign != null) {
            intake.resume(WORDS.text("session.from-start"), kept ? null : WORDS.text("session.late"));
            return server.join(foreign.threadId(), foreign.runId(), "-1", intake);
        }
        makeThread();
        return server.stream(recording.info().threadId(), request, intake);
    }

    private void makeThread() throws ServerFailure {
        String threadId = recording.info().threadId();
        if (threadId != null) {
            server.createThread(new JsonObject(
                    Map.of("thread_id", new JsonString(threadId), "if_exists", new JsonString("do_nothing"))));
        }
    }

    /// Whether the run is there though its first stream could not be opened.
    private boolean exists() {
        String threadId = recording.info().threadId();
        if (foreign != null || threadId == null) {
            return foreign != null;
        }
        try {
            RunInfo lost = LostStart.find(server, recording, threadId, request);
            if (lost == null) {
                return false;
            }
            recording.put(Runs.withId(Runs.with(recording.run(run), RunStatus.RUNNING, 0, null), lost.runId()));
            runKnown(lost.runId());
            return true;
        } catch (ServerFailure e) {
            return false;
        }
    }

    private Verdict conclude() {
        String runId = recording.run(run).runId();
        String threadId = recording.info().threadId();
        if (closed) {
            return closed(threadId);
        }
        if (threadId == null || runId == null) {
            String broken = intake.broken();
            return broken == null
                    ? Verdict.ofStream(intake.interrupted(), intake.error())
                    : new Verdict(RunStatus.UNKNOWN, broken);
        }
        Verdict verdict = listening.settle(threadId, runId);
        return closed && verdict.status() == RunStatus.UNKNOWN ? closed(threadId) : verdict;
    }

    private Verdict closed(@Nullable String threadId) {
        boolean stops = threadId == null
                && request.body().get("on_disconnect") instanceof JsonString what
                && what.value().equals("cancel");
        return stops
                ? new Verdict(RunStatus.CANCELLED, null)
                : new Verdict(RunStatus.UNKNOWN, WORDS.text("listening.stopped"));
    }

    private static String sentence(ServerFailure e) {
        return e.serverWords()
                .map(words -> WORDS.text("session.refused", e.sentence(), words))
                .orElse(e.sentence());
    }
}
