package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;

/// How well a start or an end is known; a better one replaces a weaker one.
enum Evidence {
    /// Not known.
    NONE,
    /// Followed from the end of the run.
    RUN,
    /// Followed from something else: a later checkpoint, a cached update, the end of the parent.
    INFERRED,
    /// A callback told, at its arrival.
    CALLBACK,
    /// Mode `tasks` told, at its arrival.
    TASKS,
    /// Mode `debug` told, with the server's time.
    DEBUG;

    boolean beats(Evidence other) {
        return compareTo(other) > 0;
    }

    static Evidence of(EventFacts event) {
        if (event.hasServerTime()) {
            return DEBUG;
        }
        return event.kind() == EventKind.CALLBACK ? CALLBACK : TASKS;
    }
}
