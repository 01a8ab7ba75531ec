package dev.threadline.run;

import dev.threadline.words.Words;

/// How a run stands, as a person would say it; stored by [#word] in the capture.
public enum RunStatus {
    /// Asked for, nothing heard yet.
    STARTING("starting"),
    /// Events arrive, or may.
    RUNNING("running"),
    /// Ended well.
    SUCCESS("success"),
    /// Stopped at an interrupt or breakpoint.
    WAITING("waiting"),
    /// Ended with an error.
    FAILED("failed"),
    /// Stopped on request.
    CANCELLED("cancelled"),
    /// The stream ended and how the run ended isn't known.
    UNKNOWN("unknown");

    private static final Words WORDS = Words.of(RunStatus.class);

    private final String word;

    RunStatus(String word) {
        this.word = word;
    }

    /// The word in the capture.
    public String word() {
        return word;
    }

    /// What the status is called on screen.
    public String text() {
        return switch (this) {
            case STARTING -> WORDS.text("status.starting");
            case RUNNING -> WORDS.text("status.running");
            case WAITING -> WORDS.text("status.waiting");
            case SUCCESS -> WORDS.text("status.success");
            case FAILED -> WORDS.text("status.failed");
            case CANCELLED -> WORDS.text("status.cancelled");
            case UNKNOWN -> WORDS.text("status.unknown");
        };
    }

    /// Whether no more events are to come.
    public boolean ended() {
        return this != STARTING && this != RUNNING;
    }

    /// The status with this word; [#UNKNOWN] for any other.
    public static RunStatus of(String word) {
        for (RunStatus status : values()) {
            if (status.word.equals(word)) {
                return status;
            }
        }
        return UNKNOWN;
    }
}
