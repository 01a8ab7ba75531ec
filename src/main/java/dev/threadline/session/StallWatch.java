package dev.threadline.session;

import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.EventStream;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.words.Words;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks after one open stream until its end: tells when it is quiet and how its run stands meanwhile, and cuts
/// it where it is dead.
///
/// A silent stream is no fault: a node may work for minutes, and the JavaScript server sends no heartbeats. So
/// nothing is cut for silence alone, but for heartbeats that stopped, for a run that has ended while its stream
/// says nothing, or for a server that does not answer. Blocks, on the session's thread.
final class StallWatch {
    private static final Words WORDS = Words.of(StallWatch.class);
    private static final int UNANSWERED = 3;

    private final AgentServer server;
    private final Intake intake;
    private final Patience patience;
    private final Consumer<Link> link;
    private @Nullable String status;
    private long asked;
    private long saidAt;
    private long endedAt;
    private int unanswered;

    StallWatch(AgentServer server, Intake intake, Patience patience, Consumer<Link> link) {
        this.server = server;
        this.intake = intake;
        this.patience = patience;
        this.link = link;
    }

    /// Waits until the stream's listener has heard the end; an interrupt closes the stream.
    ///
    /// @param threadId null where the run can't be asked about
    void untilEnd(EventStream stream, @Nullable String threadId) {
        forget();
        Duration look = least(patience.quiet().dividedBy(4), Duration.ofMillis(250));
        while (true) {
            try {
                if (stream.await(look)) {
                    return;
                }
                look(stream, threadId);
            } catch (InterruptedException e) {
                stream.close();
            }
        }
    }

    private void look(EventStream stream, @Nullable String threadId) {
        long now = Clock.now();
        long active = intake.activeAt(stream.lastByteAt());
        if (now - active < micros(patience.quiet())) {
            forget();
            link.accept(new Link.Streaming(stream.lastByteAt()));
            return;
        }
        if (intake.heartbeats() > 1 && now - stream.lastByteAt() > micros(patience.dead())) {
            cut(stream, WORDS.text("stall.heartbeats"));
            return;
        }
        String runId = intake.runId();
        if (threadId != null && runId != null && now - asked >= micros(patience.probe())) {
            asked = now;
            probe(stream, threadId, runId);
        }
        link.accept(new Link.Quiet(active, status, saidAt, intake.heartbeatAt()));
    }

    private void probe(EventStream stream, String threadId, String runId) {
        try {
            RunInfo run = server.run(threadId, runId);
            saidAt = Clock.now();
            status = run.status();
            unanswered = 0;
            endedAt = run.active() ? 0 : endedAt == 0 ? saidAt : endedAt;
        } catch (ServerFailure.NotFound e) {
            saidAt = Clock.now();
            endedAt = endedAt == 0 ? saidAt : endedAt;
        } catch (ServerFailure e) {
            unanswered += e.passes() ? 1 : 0;
        }
        boolean silent = intake.activeAt(stream.lastByteAt()) < endedAt;
        if (endedAt > 0 && silent && saidAt - endedAt >= micros(patience.grace())) {
            cut(stream, WORDS.text("stall.ended"));
        } else if (endedAt > 0) {
            // Asked once more when the last events have had their time.
            asked = Clock.now() - micros(patience.probe()) + micros(patience.grace());
        } else if (unanswered == UNANSWERED) {
            cut(stream, WORDS.text("stall.unanswered"));
        }
    }

    private void cut(EventStream stream, String why) {
        intake.stalled(why);
        stream.close();
    }

    private void forget() {
        status = null;
        asked = 0;
        saidAt = 0;
        endedAt = 0;
        unanswered = 0;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
