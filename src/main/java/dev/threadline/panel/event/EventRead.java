package dev.threadline.panel.event;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.words.Words;
import org.jspecify.annotations.Nullable;

/// The payload of one event as far as it is shown. Immutable.
///
/// @param seq the event
/// @param text its data text, or the begin of it
/// @param whole whether that is all
/// @param value the text as a value, or null where it is not JSON or not all
/// @param fault where it stops being JSON, as a sentence, or `""`
record EventRead(
        long seq, String text, boolean whole, @Nullable JsonValue value, String fault) {
    private static final Words WORDS = Words.of(EventRead.class);

    /// How much is shown at first, in characters.
    static final int SHOWN = 1_000_000;

    /// Reads a payload; a big one only to [#SHOWN] unless all of it is asked for. Not on the JavaFX thread.
    ///
    /// @throws CaptureFailure where it can't be read
    static EventRead of(long seq, boolean all, Payloads payloads) throws CaptureFailure {
        String text = all ? payloads.data(seq) : payloads.head(seq, SHOWN + 1);
        if (!all && text.length() > SHOWN) {
            int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
            return new EventRead(seq, text.substring(0, end), false, null, "");
        }
        try {
            return new EventRead(seq, text, true, Json.parse(text), "");
        } catch (JsonFailure e) {
            return new EventRead(
                    seq,
                    text,
                    true,
                    null,
                    WORDS.text("read.breaks", Integer.toString(e.line()), Integer.toString(e.column())));
        }
    }
}
