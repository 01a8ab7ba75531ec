package dev.threadline.cli;

import java.io.Console;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a command finds around itself.
///
/// @param environment variables by name
/// @param out for results, always UTF-8
/// @param err for what a person reads
/// @param terminal whether a person watches, so that a line may be painted over
record Surroundings(Map<String, String> environment, OutputStream out, PrintWriter err, boolean terminal) {
    static Surroundings ofProcess() {
        Console console = System.console();
        return new Surroundings(
                System.getenv(),
                System.out,
                new PrintWriter(System.err, true, System.err.charset()),
                console != null && console.isTerminal());
    }

    PrintWriter outWriter() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
