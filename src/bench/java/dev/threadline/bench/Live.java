package dev.threadline.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventLog;
import dev.threadline.session.AgentWork;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A stream of 5,000 events a second from a local server into the window that follows it: gaps between frames, and how
/// long an event takes from the socket until the frame with it is out.
final class Live {
    private static final int RATE = 5_000;
    private static final int BATCH = 10;
    private static final int WARM = 10;

    private Live() {}

    static Table run(List<String> args) throws Exception {
        int seconds = args.isEmpty() ? 60 : Integer.parseInt(args.getFirst());
        Table table = new Table(
                RATE + " events a second for " + seconds + " s into a window of 1440 x 900, headless renderer, after "
                        + WARM + " s that warm",
                "",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "max ms",
                "goal");
        Watch cold = hear(WARM);
        Watch warm = hear(seconds);
        table.add(cells("between frames", warm.frames(), "p95 <= 33"));
        table.add(cells("event to pixel", warm.delays(), "p99 <= 100"));
        table.add("heap MB", "", "", "", warm.heap >> 20, "<= 256");
        table.add("events shown", "", "", "", warm.shown, "");
        table.add(cells("the program's first " + WARM + " s: between frames", cold.frames(), ""));
        table.add(cells("the program's first " + WARM + " s: event to pixel", cold.delays(), ""));
        return table;
    }

    private static Watch hear(int seconds) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, seconds));
        server.start();
        Watch watch = new Watch(RATE * (seconds + 10));
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        CaptureInfo info = new CaptureInfo("local dev", address.toString(), "newsroom", "t", 1);
        Recording recording = Recording.create(Work.fresh("live.threadline"), info);
        AgentServer client = new AgentServer(new Deployment("local dev", address, List.of()));
        watch.window = Screen.call(() -> new BenchWindow(watch::frame));
        Session session =
                Session.start(client, recording, RunRequest.of("newsroom").build());
        Screen.call(() -> {
            watch.window.open(recording);
            watch.log = recording.log();
            return true;
        });
        session.ended().get(seconds + 120L, TimeUnit.SECONDS);
        if (recording.log().size() == 0) {
            throw new IllegalStateException("The stream brought nothing: " + session.failure());
        }
        TimeUnit.SECONDS.sleep(1);
        watch.heap = Work.heap();
        Screen.call(() -> {
            watch.window.close();
            return true;
        });
        client.close();
        server.stop(0);
        return watch;
    }

    private static void answer(HttpExchange exchange, int seconds) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/runs/stream")) {
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                stream(exchange.getResponseBody(), seconds);
                return;
            }
            byte[] run = ("{\"run_id\":\"r\",\"thread_id\":\"t\",\"assistant_id\":\"newsroom\",\"status\":\"success\","
                            + "\"created_at\":\"\",\"updated_at\":\"\",\"metadata\":{}}")
                    .getBytes(StandardCharsets.UTF_8);
            boolean known = path.startsWith("/threads");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 404, run.length);
            exchange.getResponseBody().write(run);
        }
    }

    private static void stream(OutputStream out, int seconds) throws IOException {
        AgentWork work = new AgentWork(7, micros(), 0, 1_000_000 / RATE);
        long begin = System.nanoTime();
        for (int sent = 0; sent < RATE * seconds; sent += BATCH) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < BATCH; i++) {
                WireEvent event = work.next();
                text.append("id: ").append(sent + i).append("\nevent: ").append(event.name());
                text.append("\ndata: ").append(event.data()).append("\n\n");
            }
            long due = begin + sent * (1_000_000_000L / RATE);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /// What frames there were, and what they showed.
    private static final class Watch {
        BenchWindow window;
        EventLog log;
        private final long[] gaps;
        private final long[] delays;
        private int frames;
        private int shown;
        private long before;
        private long heap;

        Watch(int events) {
            gaps = new long[events];
            delays = new long[events];
        }

        /// The frame before is out: what it drew is on screen.
        void frame(long now) {
            if (window == null || log == null || log.size() == 0) {
                return;
            }
            if (before != 0 && frames < gaps.length) {
                gaps[frames++] = (now - before) / 1_000;
            }
            before = now;
            long wall = micros();
            int drawn = window.drawn();
            for (; shown < drawn && shown < delays.length; shown++) {
                delays[shown] = wall - log.receivedAt(shown);
            }
        }

        long[] frames() {
            return sorted(gaps, frames);
        }

        long[] delays() {
            return sorted(delays, shown);
        }

        private static long[] sorted(long[] times, int count) {
            long[] some = Arrays.copyOf(times, count);
            Arrays.sort(some);
            return some;
        }
    }

    private static Object[] cells(String name, long[] sorted, String goal) {
        return new Object[] {name, at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100), goal};
    }

    private static String at(long[] sorted, int percent) {
        int index = Math.max(0, Math.min(sorted.length - 1, sorted.length * percent / 100));
        return sorted.length == 0 ? "-" : String.format(java.util.Locale.ROOT, "%.1f", sorted[index] / 1000.0);
    }
}
