package dev.threadline.demo;

import java.util.Locale;

/// How a run stands, in the API's words.
enum RunStatus {
    /// It waits for its turn.
    PENDING,
    /// It works.
    RUNNING,
    /// It ended, or stopped at a question.
    SUCCESS,
    /// A node failed.
    ERROR,
    /// It was cancelled.
    INTERRUPTED;

    boolean ended() {
        return this != PENDING && this != RUNNING;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
