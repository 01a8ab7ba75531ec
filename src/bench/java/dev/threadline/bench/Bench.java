package dev.threadline.bench;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The benches by name: `mvn -Pbench verify -Dbench=NAME`, with `-Dbench.args="..."` for those that take some.
public final class Bench {
    private static final Map<String, Body> BENCHES = new TreeMap<>(Map.ofEntries(
            entry("growth", Growth::run), // in steps to 1,000,000 events, or to as many as the argument says
            entry("ingest", Ingest::run), // in rounds, 5 or as many as the argument says
            entry("live", Live::run), // for 60 s, or as many as the argument says
            entry("open", Open::run), // of 10,000, 100,000 and 1,000,000 events, or as many as the arguments say
            entry("search", SearchBench::run), // on 1,000,000 events, or as many as the argument says
            entry("startup", args -> Startup.run())));

    private Bench() {}

    /// A bench: measures, and returns its table.
    @FunctionalInterface
    interface Body {
        Table run(List<String> args) throws Exception;
    }

    /// Runs the bench of this name.
    public static void main(String[] args) throws Exception {
        Body body = args.length == 0 ? null : BENCHES.get(args[0]);
        if (body == null) {
            System.err.println("Name a bench with -Dbench=NAME: " + String.join(", ", BENCHES.keySet()) + ".");
            System.exit(2);
            return;
        }
        List<String> rest = List.of(args).subList(1, args.length).stream()
                .flatMap(each -> List.of(each.trim().split("\\s+")).stream())
                .filter(each -> !each.isEmpty())
                .toList();
        body.run(rest).write(args[0]);
        System.exit(0);
    }
}
