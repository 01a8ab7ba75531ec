package dev.threadline.session;

import dev.threadline.capture.RunRecord;
import dev.threadline.run.RunStatus;
import org.jspecify.annotations.Nullable;

/// Changed copies of run records.
final class Runs {
    private Runs() {}

    static RunRecord with(RunRecord run, RunStatus status, long endedAt, @Nullable String error) {
        return new RunRecord(
                run.number(),
                run.runId(),
                run.assistant(),
                run.request(),
                run.startedAt(),
                endedAt,
                status.word(),
                error);
    }

    static RunRecord withId(RunRecord run, String runId) {
        return new RunRecord(
                run.number(),
                runId,
                run.assistant(),
                run.request(),
                run.startedAt(),
                run.endedAt(),
                run.status(),
                run.error());
    }
}
