package dev.threadline.capture;

/// What an event is, as far as its name and header facts tell; stored by name in the capture.
public enum EventKind {
    /// `metadata`: the run's id and attempt.
    RUN_STARTED,
    /// `values`: a whole state.
    VALUES,
    /// `updates`: what one task returned.
    UPDATES,
    /// `messages` of mode `messages-tuple`: a chunk, or a whole message.
    MESSAGE_CHUNK,
    /// `messages/partial`: the text so far.
    MESSAGE_PARTIAL,
    /// `messages/complete`: messages as they stand in the state.
    MESSAGE_COMPLETE,
    /// `messages/metadata`: facts about messages to come.
    MESSAGE_METADATA,
    /// `custom`: whatever a node wrote.
    CUSTOM,
    /// A task begins (`debug` or `tasks`).
    TASK_START,
    /// A task ends (`debug` or `tasks`).
    TASK_RESULT,
    /// A checkpoint was written (`debug` or `checkpoints`).
    CHECKPOINT,
    /// `events`: a callback event.
    CALLBACK,
    /// `tools`: a tool call.
    TOOL,
    /// `error`: the run failed.
    ERROR,
    /// `end`: the server says that the stream is over.
    END,
    /// `feedback`: signed addresses for feedback.
    FEEDBACK,
    /// Data that is not JSON.
    MALFORMED,
    /// A name or shape that Threadline does not know.
    UNKNOWN
}
