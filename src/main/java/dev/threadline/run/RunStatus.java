package dev.threadline.run;

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

    private final String word;

    RunStatus(String word) {
        this.word = word;
    }

    /// The word in the capture and on screen.
    public String word() {
        return word;
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
