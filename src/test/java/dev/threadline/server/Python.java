package dev.threadline.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a [RealServer] parameter that is the Python server, shared by all tests of the run.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Python {
    /// Whether it is the one with access control (`langgraph.auth.json`).
    boolean auth() default false;
}
