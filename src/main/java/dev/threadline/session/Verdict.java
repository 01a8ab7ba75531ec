package dev.threadline.session;

import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.ThreadState;
import dev.threadline.run.RunStatus;
import dev.threadline.words.Words;
import org.jspecify.annotations.Nullable;

/// How a run ended, and what there is to say about it.
///
/// @param status never starting or running
/// @param words the server's words of a failure, or why the end isn't known; null for none
record Verdict(RunStatus status, @Nullable String words) {
    private static final Words WORDS = Words.of(Verdict.class);
    private static final String ROLLED_BACK = "Error: rollback";

    /// From the run and the thread's state after it (protocol, sections 0 and 5.7): `success` stands also at an
    /// interrupt, and `interrupted` means cancelled.
    ///
    /// @param state null where it isn't known; then what the stream showed counts
    /// @param interrupted whether the stream showed an interrupt
    /// @param error what the run's `error` event said, or null
    static Verdict of(RunInfo run, @Nullable ThreadState state, boolean interrupted, @Nullable String error) {
        boolean stopped = (state == null || !belongs(state, run))
                ? interrupted
                : !state.next().isEmpty();
        return switch (run.status()) {
            case "success" -> new Verdict(stopped ? RunStatus.WAITING : RunStatus.SUCCESS, null);
            case "error" ->
                ROLLED_BACK.equals(error)
                        ? new Verdict(RunStatus.CANCELLED, null)
                        : new Verdict(RunStatus.FAILED, error == null ? WORDS.text("verdict.no-words") : error);
            case "timeout" -> new Verdict(RunStatus.FAILED, error == null ? WORDS.text("verdict.too-long") : error);
            case "interrupted" -> new Verdict(RunStatus.CANCELLED, null);
            default -> new Verdict(RunStatus.UNKNOWN, WORDS.text("verdict.status", run.status()));
        };
    }

    /// From the stream alone, where there is no run to ask for.
    static Verdict ofStream(boolean interrupted, @Nullable String error) {
        if (error != null) {
            return new Verdict(RunStatus.FAILED, error);
        }
        return new Verdict(interrupted ? RunStatus.WAITING : RunStatus.SUCCESS, null);
    }

    /// A run that was queued behind this one may have changed the thread's state already.
    private static boolean belongs(ThreadState state, RunInfo run) {
        return !(state.metadata().get("run_id") instanceof JsonString id)
                || id.value().equals(run.runId());
    }
}
