package dev.threadline.bench;

import dev.threadline.capture.Needle;
import dev.threadline.capture.Payloads;
import dev.threadline.run.EventCondition;
import dev.threadline.run.EventLog;
import dev.threadline.session.BigCapture;
import dev.threadline.session.Recording;
import dev.threadline.session.Search;
import dev.threadline.session.Search.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A capture of a million events searched by field and by text, beside plain SQLite that scans the same payloads.
final class SearchBench {
    private static final int ROUNDS = 5;

    /// What is looked for.
    ///
    /// @param sql the same on the peer's table, or null where it has no such columns
    private record Case(
            String title,
            Query query,
            @Nullable String sql,
            @Nullable String value) {}

    /// What one search took, in nanoseconds.
    private record Took(long first, long whole, int hits) {}

    private SearchBench() {}

    /// @param args how many events, a million where it is empty
    static Table run(List<String> args) throws Exception {
        int events = args.isEmpty() ? 1_000_000 : Integer.parseInt(args.getFirst());
        Path file = Work.file("search-" + events + ".threadline");
        Path plain = Work.file("search-" + events + ".sqlite");
        if (!Files.exists(file)) {
            BigCapture.write(file, events);
        }
        try (Recording recording = Recording.read(file)) {
            if (!Files.exists(plain)) {
                copy(recording, plain);
            }
            try (Connection peer = DriverManager.getConnection("jdbc:sqlite:" + plain)) {
                return table(recording, peer);
            }
        }
    }

    private static Table table(Recording recording, Connection peer) throws Exception {
        Map<Case, List<Took>> ours = new LinkedHashMap<>();
        Map<Case, List<Took>> theirs = new LinkedHashMap<>();
        List<Case> cases = cases(recording);
        // The first round warms both and is thrown away.
        for (int round = 0; round <= ROUNDS; round++) {
            for (Case each : cases) {
                Took mine = search(recording, each.query);
                Took other = each.sql == null ? mine : scan(peer, each);
                if (mine.hits != other.hits) {
                    throw new IllegalStateException(each.title + ": " + mine.hits + " and " + other.hits + " hits");
                }
                if (round > 0) {
                    ours.computeIfAbsent(each, key -> new ArrayList<>()).add(mine);
                    theirs.computeIfAbsent(each, key -> new ArrayList<>()).add(other);
                }
            }
        }
        EventLog log = recording.log();
        long bytes = 0;
        for (int i = 0; i < log.size(); i++) {
            bytes += log.size(i);
        }
        Table table = new Table(
                String.format(
                        Locale.ROOT,
                        "%,d events, %,d MB of payloads, medians of %d rounds in turns; ms",
                        log.size(),
                        bytes / 1_000_000,
                        ROUNDS),
                "looked for",
                "hits",
                "first hit",
                "whole",
                "MB/s",
                "SQLite first",
                "SQLite whole",
                "whole / SQLite");
        for (Case each : cases) {
            List<Took> mine = ours.get(each);
            List<Took> other = theirs.get(each);
            double whole = median(mine.stream().map(Took::whole).toList());
            boolean scanned = each.sql != null;
            table.add(
                    each.title,
                    mine.getFirst().hits,
                    mine.getFirst().hits == 0
                            ? ""
                            : ms(median(mine.stream().map(Took::first).toList())),
                    ms(whole),
                    scanned ? Math.round(bytes / whole * 1000) : "",
                    scanned && mine.getFirst().hits > 0
                            ? ms(median(other.stream().map(Took::first).toList()))
                            : "",
                    scanned ? ms(median(other.stream().map(Took::whole).toList())) : "",
                    scanned
                            ? String.format(
                                    Locale.ROOT,
                                    "%.2f",
                                    whole
                                            / median(other.stream()
                                                    .map(Took::whole)
                                                    .toList()))
                            : "");
        }
        return table;
    }

    private static List<Case> cases(Recording recording) throws Exception {
        EventLog log = recording.log();
        String node = "";
        String rare = "";
        for (int i = log.size() * 2 / 3; node.isEmpty() || rare.isEmpty(); i++) {
            node = node.isEmpty() && log.node(i) != null ? log.node(i) : node;
            rare = rare.isEmpty() && log.task(i) != null ? log.task(i) : rare;
        }
        EventCondition one = EventCondition.of(node, null);
        return List.of(
                new Case("node " + node, new Query(null, one), null, null),
                new Case("mode updates", new Query(null, EventCondition.of(null, "updates")), null, null),
                text("rare text (a task's id)", rare, false),
                text("frequent text", "history", false),
                text("absent text", "no such words", false),
                text("frequent text, any case", "HISTORY", true),
                text("absent text, any case", "NO SUCH WORDS", true),
                new Case("absent text, node " + node, new Query(Needle.of("no such words", false), one), null, null),
                text("absent text that JSON escapes", "no \"such\" words", false));
    }

    private static Case text(String title, String text, boolean ignoreCase) {
        return new Case(
                title,
                new Query(Needle.of(text, ignoreCase), EventCondition.ANY),
                ignoreCase ? "data LIKE ?" : "instr(data, ?) > 0",
                ignoreCase ? "%" + text + "%" : text);
    }

    private static Took search(Recording recording, Query query) throws Exception {
        long[] first = {0};
        long start = System.nanoTime();
        Search search = new Search(recording, query);
        search.advance(() -> {
            if (first[0] == 0 && search.hits().size() > 0) {
                first[0] = System.nanoTime() - start;
            }
            return true;
        });
        return new Took(first[0], System.nanoTime() - start, search.hits().size());
    }

    private static Took scan(Connection peer, Case each) throws Exception {
        long first = 0;
        int hits = 0;
        long start = System.nanoTime();
        try (PreparedStatement select = peer.prepareStatement("SELECT seq FROM plain WHERE " + each.sql)) {
            select.setString(1, each.value);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rows.getLong(1);
                    if (hits++ == 0) {
                        first = System.nanoTime() - start;
                    }
                }
            }
        }
        return new Took(first, System.nanoTime() - start, hits);
    }

    private static void copy(Recording recording, Path to) throws Exception {
        Payloads payloads = recording.payloads();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + to);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plain(seq INTEGER PRIMARY KEY, data TEXT)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?, ?)")) {
                for (int i = 0; i < recording.log().size(); i++) {
                    long seq = recording.log().seq(i);
                    insert.setLong(1, seq);
                    insert.setString(2, payloads.data(seq));
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private static String ms(double nanos) {
        return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.1f" : "%.0f", nanos / 1e6);
    }
}
