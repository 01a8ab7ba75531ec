package dev.threadline.bench;

import dev.threadline.session.BigCapture;
import dev.threadline.session.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// From the choice of a capture until its first bars are on screen, and until all of it is folded and listed; the heap
/// it takes, and the size of its file beside that of its payloads.
final class Open {
    private static final List<String> SIZES = List.of("10000", "100000", "1000000");

    /// Characters that a step adds to the state, so that a million events are a gigabyte.
    private static final int SAID = 100;

    /// As a run of a hundred turns in mode `events` was measured: 25 kB an event.
    private static final int STATES = 10_000;

    private static final int STEP = 12_000;

    /// What was measured; nanoseconds and bytes.
    private record Opened(long first, long complete, long gap, long heap) {}

    private Open() {}

    static Table run(List<String> sizes) throws Exception {
        Table table = new Table(
                "A capture opened in a window of 1440 x 900, best of 3",
                "capture",
                "first timeline ms",
                "complete ms",
                "longest frame ms",
                "heap MB",
                "file MB",
                "raw MB",
                "file / raw",
                "goal");
        Path warm = Work.fresh("warm.threadline");
        BigCapture.write(warm, 30_000);
        open(warm);
        for (String size : sizes.isEmpty() ? SIZES : sizes) {
            Path file = Work.fresh("open.threadline");
            long raw = BigCapture.write(file, Integer.parseInt(size), SAID);
            row(table, size + " events", file, raw, "<= 500 ms, <= 1500 ms, <= 256 MB");
        }
        Path states = Work.fresh("states.threadline");
        long raw = BigCapture.write(states, STATES, STEP);
        row(table, STATES + " events with whole states", states, raw, "file <= 0.05 of raw");
        packed(table, states);
        return table;
    }

    /// The part of a file that is packed: payloads of 4 kB and more, here the states.
    private static void packed(Table table, Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT sum(octet_length(data)), sum(size) FROM packed")) {
            long there = rows.getLong(1);
            long raw = rows.getLong(2);
            table.add("the states among them", "", "", "", "", there >> 20, raw >> 20, share(there, raw), "");
        }
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f", (double) part / whole);
    }

    private static void row(Table table, String name, Path file, long raw, String goal) throws Exception {
        Opened best = null;
        for (int i = 0; i < 3; i++) {
            Opened now = open(file);
            best = best == null || now.complete < best.complete ? now : best;
        }
        long size = Files.size(file);
        table.add(
                name,
                best.first / 1_000_000,
                best.complete / 1_000_000,
                best.gap / 1_000_000,
                best.heap >> 20,
                size >> 20,
                raw >> 20,
                share(size, raw),
                goal);
    }

    private static Opened open(Path file) throws Exception {
        CompletableFuture<Opened> result = new CompletableFuture<>();
        long[] at = {0, 0, 0, 0};
        BenchWindow[] window = {null};
        window[0] = Screen.call(() -> new BenchWindow(now -> frame(window[0], now, at, result)));
        TimeUnit.MILLISECONDS.sleep(300);
        at[0] = System.nanoTime();
        Recording recording = Recording.open(file);
        Platform.runLater(() -> window[0].open(recording));
        Opened opened = result.get(5, TimeUnit.MINUTES);
        long heap = Work.heap();
        Screen.call(() -> {
            window[0].close();
            return true;
        });
        return new Opened(opened.first, opened.complete, opened.gap, heap);
    }

    /// @param at the begin, the first bars, the frame before, the longest frame
    private static void frame(BenchWindow window, long now, long[] at, CompletableFuture<Opened> result) {
        if (window == null || at[0] == 0 || result.isDone()) {
            return;
        }
        at[3] = at[2] == 0 ? 0 : Math.max(at[3], now - at[2]);
        at[2] = now;
        if (at[1] == 0 && window.bars()) {
            at[1] = now;
        }
        if (window.complete()) {
            result.complete(new Opened(at[1] - at[0], now - at[0], at[3], 0));
        }
    }
}
