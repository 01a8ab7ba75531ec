package dev.threadline.protocol;

import org.jspecify.annotations.Nullable;

/// One event of a stream exactly as it arrived (protocol, section 3.1).
///
/// @param receivedAt microseconds since the epoch on this machine's clock when its last byte was read
/// @param id the id that stood in this event's own block, or null where it had none; an empty id line is `""`
/// @param name the event name, `message` where the block named none
/// @param data the data lines, joined by line feeds
/// @param masked whether a secret value was replaced in `data`
/// @param size bytes of the data in UTF-8
public record WireEvent(long receivedAt, @Nullable String id, String name, String data, boolean masked, long size) {
    /// An event whose bytes were not counted on their way; they are counted here.
    public WireEvent(long receivedAt, @Nullable String id, String name, String data, boolean masked) {
        this(receivedAt, id, name, data, masked, utf8(data));
    }

    /// An event whose data came as so many bytes; they are counted again only where they may not be what `data` is.
    static WireEvent of(long receivedAt, @Nullable String id, String name, String data, boolean masked, long bytes) {
        // What is no UTF-8 was decoded as U+FFFD, which is longer or shorter than what stood there.
        boolean exact = !masked && data.indexOf('\uFFFD') < 0;
        return new WireEvent(receivedAt, id, name, data, masked, exact ? bytes : utf8(data));
    }

    private static long utf8(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes++;
                if (c >= 0x800 && !Character.isLowSurrogate(c)) {
                    // A pair is four bytes: two more at its first half, one at its second.
                    bytes += Character.isHighSurrogate(c) ? 0 : 1;
                }
            }
        }
        return bytes;
    }
}
