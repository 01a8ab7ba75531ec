package dev.threadline.server;

import java.util.Locale;

/// Takes the chunk framing off a body byte by byte, and counts bytes and event ends.
final class ChunkedBody {
    private enum At {
        SIZE,
        DATA,
        AFTER_DATA
    }

    private final boolean chunked;
    private At at = At.SIZE;
    private final StringBuilder size = new StringBuilder();
    private long left;
    private long bytes;
    private int events;
    private int last;

    ChunkedBody(String head) {
        chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    }

    long bytes() {
        return bytes;
    }

    /// How many blank lines with LF ends there were.
    int events() {
        return events;
    }

    /// The byte of the body that this byte is, or -1 for one of the framing.
    int next(byte raw) {
        if (!chunked) {
            return body(raw);
        }
        return switch (at) {
            case SIZE -> {
                size(raw);
                yield -1;
            }
            case DATA -> {
                left--;
                at = left == 0 ? At.AFTER_DATA : At.DATA;
                yield body(raw);
            }
            case AFTER_DATA -> {
                at = raw == '\n' ? At.SIZE : At.AFTER_DATA;
                yield -1;
            }
        };
    }

    private void size(byte raw) {
        if (raw != '\n') {
            size.append((char) raw);
            return;
        }
        String digits = size.toString().strip().replaceFirst(";.*", "");
        size.setLength(0);
        left = digits.isEmpty() ? 0 : Long.parseLong(digits, 16);
        at = left > 0 ? At.DATA : At.SIZE;
    }

    private int body(byte raw) {
        bytes++;
        if (raw == '\n' && last == '\n') {
            events++;
        }
        last = raw;
        return raw & 0xff;
    }
}
