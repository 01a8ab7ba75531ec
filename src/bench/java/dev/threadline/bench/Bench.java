package dev.threadline.bench;

import java.util.Map;
import java.util.TreeMap;

/// The benches by name: `mvn -Pbench verify -Dbench=NAME`.
public final class Bench {
    private static final Map<String, Body> BENCHES = new TreeMap<>(Map.of("startup", Startup::run));

    private Bench() {}

    /// A bench: measures, and returns its table.
    @FunctionalInterface
    interface Body {
        Table run() throws Exception;
    }

    /// Runs the bench of this name.
    public static void main(String[] args) throws Exception {
        Body body = args.length == 0 ? null : BENCHES.get(args[0]);
        if (body == null) {
            System.err.println("Name a bench with -Dbench=NAME: " + String.join(", ", BENCHES.keySet()) + ".");
            System.exit(2);
            return;
        }
        body.run().write(args[0]);
    }
}
