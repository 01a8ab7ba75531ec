package dev.threadline.capture;

import org.jspecify.annotations.Nullable;

/// Why a capture can't be read or written; the message is a sentence for the user.
public sealed class CaptureFailure extends Exception {
    private CaptureFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// What happened, with names, ended by a full stop.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// The file is not a Threadline capture.
    public static final class NotACapture extends CaptureFailure {
        /// With a sentence that names the file.
        public NotACapture(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// The file was written by a newer Threadline.
    public static final class TooNew extends CaptureFailure {
        /// With a sentence that names both versions.
        public TooNew(String message) {
            super(message, null);
        }
    }

    /// The file is damaged beyond reading.
    public static final class Damaged extends CaptureFailure {
        /// With a sentence that names what is broken.
        public Damaged(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// The disk refuses: full, read-only, gone.
    public static final class NotWritten extends CaptureFailure {
        private final String reason;

        /// With a sentence that names the file and the reason.
        public NotWritten(String message, @Nullable Throwable cause) {
            this(message, "", cause);
        }

        /// The same, and the reason alone in a few words.
        NotWritten(String message, String reason, @Nullable Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        /// The reason in a few words, for a place where there is no room for a sentence; may be empty.
        public String reason() {
            return reason;
        }
    }

    /// The file or an event in it isn't there or can't be read.
    public static final class NotRead extends CaptureFailure {
        /// With a sentence that names the file or event.
        public NotRead(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
