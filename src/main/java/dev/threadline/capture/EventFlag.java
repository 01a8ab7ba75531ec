package dev.threadline.capture;

/// A yes-or-no fact of an event; the bits are part of the capture format.
public enum EventFlag {
    /// Carries one or more interrupts.
    INTERRUPT(1),
    /// A task result with an error that is a failure, or the run's `error`.
    FAILED(2),
    /// A task result whose error only hands over to the parent graph.
    PARENT_COMMAND(4),
    /// Answered from the node cache, or replayed on resume.
    CACHED(8),
    /// A task made by Send.
    FAN_OUT(16),
    /// `values` with nothing but interrupts, or a checkpoint that is only named: not a state.
    NOT_A_STATE(32),
    /// A secret value in the payload was replaced.
    MASKED(64),
    /// Replayed by the server, already in the capture.
    DUPLICATE(128),
    /// A task, or a checkpoint's task, that is a subgraph.
    SUBGRAPH(256),
    /// A message chunk with text, or a tool call's piece, or a message that grew by such: a token to draw.
    TOKEN(512),
    /// A callback or tool event that begins something.
    BEGIN(1024),
    /// A callback or tool event that ends something, well or not.
    FINISH(2048),
    /// A callback event of the task itself, not of a model, tool or chain inside it.
    OWN_CALLBACK(4096),
    /// A task result or `updates` that holds nothing written.
    NOTHING(8192),
    /// Never streamed: it stands for what was missed, and was put together from the thread's history.
    HISTORY(16384);

    private final int bit;

    EventFlag(int bit) {
        this.bit = bit;
    }

    /// The bit of this flag in [EventFacts#flags].
    public int bit() {
        return bit;
    }
}
