package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.EventStream;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.protocol.ThreadState;
import dev.threadline.run.RunStatus;
import dev.threadline.words.Words;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The hearing of one run to its end, over as many streams as it takes: after each stream the server is asked
/// how the run stands, and while it goes on, or something of it is to come, it is joined again (protocol,
/// sections 3.3, 3.4).
///
/// Blocks, on the session's thread; [#link], [#skip] and [#stop] are for any thread.
final class Listening {
    private static final Words WORDS = Words.of(Listening.class);

    private final AgentServer server;
    private final Intake intake;
    private final SideAnswers answers;
    private final Patience patience;
    private final StallWatch watch;
    private final boolean kept;
    private volatile @Nullable EventStream stream;
    private volatile Link link = new Link.Joining(Clock.now());
    private volatile boolean skipped;
    private volatile boolean stopped;
    private volatile @Nullable Thread waiting;
    private boolean byPath;
    private @Nullable ServerFailure failure;

    /// @param kept whether the server keeps the run's events for who joins it
    Listening(AgentServer server, Intake intake, SideAnswers answers, Patience patience, boolean kept) {
        this.server = server;
        this.intake = intake;
        this.answers = answers;
        this.patience = patience;
        this.kept = kept;
        this.watch = new StallWatch(server, intake, patience, now -> link = now);
    }

    /// How the run is heard at this moment.
    Link link() {
        Link now = link;
        EventStream open = stream;
        return now instanceof Link.Streaming && open != null ? new Link.Streaming(open.lastByteAt()) : now;
    }

    /// Ends a countdown.
    void skip() {
        skipped = true;
        LockSupport.unpark(waiting);
    }

    /// Closes the stream and joins none any more.
    void stop() {
        stopped = true;
        EventStream open = stream;
        if (open != null) {
            open.close();
        }
        skip();
    }

    /// What went wrong last, where the run's end isn't known for it.
    @Nullable
    ServerFailure failure() {
        return failure;
    }

    /// Hears a stream to its end.
    ///
    /// @param threadId null where there is no run to ask about
    void hear(EventStream open, @Nullable String threadId) {
        stream = open;
        link = new Link.Streaming(open.lastByteAt());
        if (stopped) {
            open.close();
        }
        watch.untilEnd(open, threadId);
        link = new Link.Joining(Clock.now());
        if (intake.end() instanceof StreamEnd.Cut cut) {
            failure = cut.failure();
        }
    }

    /// Finds out how the run ended, after its first stream has; what is missing of it is heard before.
    Verdict settle(String threadId, String runId) {
        String why = null;
        String cut = intake.broken();
        boolean further = false;
        int fruitless = 0;
        while (!stopped) {
            boolean lost = false;
            try {
                RunInfo run = server.run(threadId, runId);
                if (!run.active() && (intake.end() instanceof StreamEnd.Completed && whole(fruitless))) {
                    return verdict(run, threadId);
                }
                long before = intake.received();
                long from = Clock.now();
                join(threadId, runId, further);
                boolean lasting =
                        (Clock.now() - from) * 1_000 > patience.quiet().toNanos();
                boolean fruitful = intake.received() > before || (lasting && intake.broken() != null);
                boolean clean = intake.end() instanceof StreamEnd.Completed;
                further = clean && !fruitful && run.active() && !further;
                fruitless = fruitful ? 0 : fruitless + (clean && !run.active() ? 0 : 1);
                lost = clean && !run.active();
                why = why(intake.broken());
                cut = fruitful ? intake.broken() : cut;
            } catch (ServerFailure e) {
                if (stopped) {
                    break;
                }
                if (!e.passes()) {
                    return refused(e);
                }
                intake.line(Kind.TRIED, e.sentence());
                failure = e;
                why = e.sentence();
                fruitless++;
            }
            if (fruitless > patience.attempts()) {
                return givenUp(cut, why(why));
            }
            if (!lost) {
                pause(fruitless, why(why));
            }
        }
        return new Verdict(RunStatus.UNKNOWN, WORDS.text("listening.stopped"));
    }

    /// Whether a stream that ended in good order was whole: one whose end cut an event off is asked for again
    /// once.
    private boolean whole(int fruitless) {
        return intake.broken() == null || fruitless > 0;
    }

    private static String why(@Nullable String broken) {
        return broken == null ? WORDS.text("listening.early") : broken;
    }

    private void join(String threadId, String runId, boolean further) throws ServerFailure {
        String lastId = intake.lastId();
        ResumePoint from = further ? ResumePoint.beyond(lastId) : ResumePoint.after(lastId);
        String said = lastId == null ? WORDS.text("listening.start") : WORDS.text("listening.after", from.id());
        intake.resume(said, kept ? null : WORDS.text("listening.not-kept"));
        hear(open(threadId, runId, from), threadId);
    }

    /// Joins where the server said; where that leads nowhere, by the run's own path from then on.
    private EventStream open(String threadId, String runId, ResumePoint from) throws ServerFailure {
        String location = byPath ? null : intake.location();
        try {
            return server.join(threadId, runId, location, from.id(), intake);
        } catch (ServerFailure.NotFound | ServerFailure.Refused | ServerFailure.NotAnAgentServer e) {
            if (location == null || e.passes()) {
                throw e;
            }
            byPath = true;
            return server.join(threadId, runId, null, from.id(), intake);
        }
    }

    private void pause(int fruitless, String why) {
        long length = patience.pause(fruitless, ThreadLocalRandom.current()).toNanos();
        if (length == 0) {
            return;
        }
        long until = System.nanoTime() + length;
        waiting = Thread.currentThread();
        skipped = false;
        link = new Link.Waiting(fruitless, patience.attempts(), Clock.now() + length / 1_000, why);
        for (long left = length; left > 0 && !skipped && !stopped; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        waiting = null;
        link = new Link.Joining(Clock.now());
    }

    private Verdict verdict(RunInfo info, String threadId) {
        intake.settle();
        failure = null;
        answers.fetch("run", info::json);
        ThreadState[] state = new ThreadState[1];
        answers.fetch("state", () -> {
            state[0] = server.state(threadId, true);
            return state[0].json();
        });
        return Verdict.of(info, state[0], intake.interrupted(), intake.error());
    }

    /// @param cut what ended the last stream that brought something; null where it ended in good order
    /// @param why what the last try met
    private Verdict givenUp(@Nullable String cut, String why) {
        String met = cut == null || cut.equals(why) ? why : cut + " " + why;
        return intake.error() != null
                ? new Verdict(RunStatus.FAILED, intake.error())
                : new Verdict(
                        RunStatus.UNKNOWN,
                        WORDS.text("listening.given-up", Integer.toString(patience.attempts()), met));
    }

    private Verdict refused(ServerFailure e) {
        if (e instanceof ServerFailure.NotFound && intake.broken() == null) {
            // Rolled back on the Python server: the run is deleted.
            return new Verdict(RunStatus.CANCELLED, null);
        }
        failure = e;
        return intake.error() != null
                ? new Verdict(RunStatus.FAILED, intake.error())
                : new Verdict(RunStatus.UNKNOWN, e.sentence());
    }
}
