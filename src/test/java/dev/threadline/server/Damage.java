package dev.threadline.server;

import dev.threadline.server.Fault.Kind;
import org.jspecify.annotations.Nullable;

/// The doing of one fault to one body, asked after each byte.
final class Damage {
    private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

    private final @Nullable Fault fault;
    private int matched;
    private int inside = -1;
    private boolean done;

    Damage(@Nullable Fault fault) {
        this.fault = fault;
    }

    boolean is(Kind kind) {
        return fault != null && fault.kind() == kind;
    }

    /// Whether a few bytes at a time are passed on.
    boolean drips(ChunkedBody body) {
        return is(Kind.DRIP) && fault != null && body.bytes() >= fault.after() / 2;
    }

    /// Whether the body ends, or stalls, behind this byte of it (-1: a byte of the framing).
    boolean strikes(int decoded, ChunkedBody body) {
        if (fault == null) {
            return false;
        }
        boolean due = body.bytes() >= fault.after();
        done |= switch (fault.kind()) {
            case CUT, RESET, STALL, DRIP -> due;
            case CUT_AFTER_EVENTS -> body.events() >= fault.after();
            case CUT_INSIDE_CHARACTER -> due && decoded >= 0xc0;
            case CUT_INSIDE_EVENT -> insideEvent(decoded, due);
            case NO_HEADERS, BAD_GATEWAY, UNAVAILABLE -> false;
        };
        return done;
    }

    private boolean insideEvent(int decoded, boolean due) {
        if (decoded < 0) {
            return false;
        }
        if (inside >= 0) {
            return ++inside > 6;
        }
        matched = decoded == DATA[matched] ? matched + 1 : decoded == DATA[0] ? 1 : 0;
        if (matched == DATA.length) {
            matched = 0;
            inside = due ? 0 : -1;
        }
        return false;
    }
}
