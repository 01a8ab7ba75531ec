package dev.threadline.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What a command line came to and wrote.
record Ran(Cli.Outcome outcome, String out, String err) {
    static Ran of(String... arguments) {
        return with(Map.of(), arguments);
    }

    static Ran with(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Cli.Outcome outcome =
                Cli.run(List.of(arguments), new Surroundings(environment, out, new PrintWriter(err), false));
        return new Ran(outcome, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    int code() {
        return ((Cli.Exit) outcome).code();
    }
}
