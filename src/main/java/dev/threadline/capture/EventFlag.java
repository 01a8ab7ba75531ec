package dev.threadline.capture;

/// A yes-or-no fact of an event; the order is part of the capture format.
public enum EventFlag {
    /// Carries one or more interrupts.
    INTERRUPT,
    /// A task result with an error that is a failure, or the run's `error`.
    FAILED,
    /// A task result whose error only hands over to the parent graph.
    PARENT_COMMAND,
    /// Answered from the node cache, or replayed on resume.
    CACHED,
    /// A task made by Send.
    FAN_OUT,
    /// `values` with nothing but interrupts: not a state.
    NOT_A_STATE,
    /// A secret value in the payload was replaced.
    MASKED,
    /// Replayed by the server, already in the capture.
    DUPLICATE,
    /// A task, or a checkpoint's task, that is a subgraph.
    SUBGRAPH,
    /// A message chunk with text, or a tool call's piece: a token to draw.
    TOKEN;

    /// The bit of this flag in [EventFacts#flags].
    public int bit() {
        return 1 << ordinal();
    }
}
