package dev.threadline.cli;

import dev.threadline.run.EventLog;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Session;
import dev.threadline.words.Words;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The one line that tells how a recording goes on, painted over while somebody watches.
final class Progress {
    private static final Words WORDS = Words.of(Progress.class);
    private static final long PAINT_MILLIS = 200;

    private final Surroundings surroundings;
    private final PaintedLine line;
    private final Session session;
    private final int first;
    private int counted;
    private long bytes;

    Progress(Surroundings surroundings, Session session) {
        this.surroundings = surroundings;
        this.line = new PaintedLine(surroundings);
        this.session = session;
        this.first = session.recording().log().size();
        this.counted = first;
    }

    /// Waits for the end of the run.
    RunStatus watch() {
        while (true) {
            try {
                RunStatus status = session.ended().get(PAINT_MILLIS, TimeUnit.MILLISECONDS);
                line.erase();
                return status;
            } catch (TimeoutException e) {
                paint();
            } catch (InterruptedException e) {
                session.close();
            } catch (ExecutionException e) {
                return RunStatus.UNKNOWN;
            }
        }
    }

    private void paint() {
        if (!surroundings.terminal()) {
            return;
        }
        EventLog log = session.recording().log();
        for (int size = log.size(); counted < size; counted++) {
            bytes += log.size(counted);
        }
        String at = "";
        for (int i = counted - 1; i >= Math.max(first, counted - 100); i--) {
            String node = log.node(i);
            if (node != null) {
                at = " · " + node;
                break;
            }
        }
        line.paint(WORDS.text(
                        "progress.line",
                        session.status().text(),
                        Integer.toString(counted - first),
                        Long.toString(bytes / 1_000))
                + at);
    }
}
