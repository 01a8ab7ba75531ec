package dev.threadline.session;

import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.EventStream;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.protocol.ThreadState;
import dev.threadline.run.RunStatus;
import dev.threadline.words.Words;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is done after a run's stream ended by itself: the server is asked how the run stands, the stream is
/// joined again while it goes on, and the final status is found (protocol, sections 3.4 and 5.7).
///
/// Blocks, on the session's thread.
final class Aftermath {
    private static final Words WORDS = Words.of(Aftermath.class);
    private static final int FRUITLESS_JOINS = 6;
    private static final long PAUSE_NANOS = 250_000_000L;

    private final AgentServer server;
    private final Intake intake;
    private final SideAnswers answers;
    private final boolean resumable;

    Aftermath(AgentServer server, RunRequest request, Intake intake, SideAnswers answers) {
        this.server = server;
        this.intake = intake;
        this.answers = answers;
        this.resumable = request.body().get("stream_resumable") instanceof JsonBoolean kept && kept.value();
    }

    /// Finds out how the run ended.
    ///
    /// @param joined told each stream that goes on after a break
    Verdict settle(String threadId, String runId, Consumer<EventStream> joined) {
        String broken =
                intake.end() instanceof StreamEnd.Cut cut ? cut.failure().sentence() : null;
        try {
            int fruitless = 0;
            RunInfo info = server.run(threadId, runId);
            while (info.active() || intake.end() instanceof StreamEnd.Cut) {
                if (fruitless == FRUITLESS_JOINS) {
                    return new Verdict(RunStatus.UNKNOWN, WORDS.text("aftermath.fruitless"));
                }
                if (fruitless > 1) {
                    LockSupport.parkNanos(PAUSE_NANOS * fruitless);
                }
                fruitless = join(threadId, runId, fruitless % 2 == 1, joined) ? 0 : fruitless + 1;
                if (intake.end() instanceof StreamEnd.ClosedByUs) {
                    return new Verdict(RunStatus.UNKNOWN, WORDS.text("aftermath.stopped"));
                }
                info = server.run(threadId, runId);
            }
            return verdict(info, threadId);
        } catch (ServerFailure.NotFound e) {
            // Rolled back on the Python server: the run is deleted.
            return new Verdict(RunStatus.CANCELLED, null);
        } catch (ServerFailure e) {
            return intake.error() != null
                    ? new Verdict(RunStatus.FAILED, intake.error())
                    : new Verdict(RunStatus.UNKNOWN, broken == null ? e.sentence() : broken);
        }
    }

    /// Joins the run after the last event; whether that brought anything new.
    private boolean join(String threadId, String runId, boolean beyond, Consumer<EventStream> joined)
            throws ServerFailure {
        ResumePoint from = beyond ? ResumePoint.beyond(intake.lastId()) : ResumePoint.after(intake.lastId());
        String gap = !resumable ? WORDS.text("aftermath.not-kept") : from.skips() ? missing(intake.lastId()) : null;
        intake.resume(WORDS.text("aftermath.joined", from.id()), gap);
        long before = intake.received();
        EventStream stream = server.join(threadId, runId, from.id(), intake);
        joined.accept(stream);
        Waits.forEnd(stream);
        return intake.received() > before;
    }

    private static String missing(@Nullable String lastId) {
        return lastId == null ? WORDS.text("aftermath.missing-first") : WORDS.text("aftermath.missing", lastId);
    }

    private Verdict verdict(RunInfo info, String threadId) {
        answers.fetch("run", info::json);
        ThreadState[] state = new ThreadState[1];
        answers.fetch("state", () -> {
            state[0] = server.state(threadId, true);
            return state[0].json();
        });
        return Verdict.of(info, state[0], intake.interrupted(), intake.error());
    }
}
