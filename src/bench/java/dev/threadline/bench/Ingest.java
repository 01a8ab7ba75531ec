package dev.threadline.bench;

import dev.threadline.server.ServerKind;
import dev.threadline.server.SetUp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The same event streams heard by Threadline, by what it is built on and by the official SDKs, in MB/s.
final class Ingest {
    private static final Path FOLDER = Path.of("target/bench/ingest").toAbsolutePath();

    private Ingest() {}

    /// A program that hears streams, as a process that was started.
    private record Peer(String title, Process process, PrintStream to, BufferedReader from) {
        static Peer start(String title, List<String> command) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectError(FOLDER.resolve("errors.log").toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(LANGSMITH|LANGCHAIN|LANGGRAPH)_.*"));
            Process process = builder.start();
            return new Peer(
                    title,
                    process,
                    new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8),
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        /// Seconds for the stream at an address; checks that all its events were heard.
        double hear(String address, long events) throws IOException {
            to.println(address);
            String line = from.readLine();
            if (line == null) {
                throw new IOException(title + " ended, see " + FOLDER.resolve("errors.log"));
            }
            String[] said = line.split(" ");
            if (Long.parseLong(said[1]) != events) {
                throw new IOException(title + " heard " + said[1] + " of " + events + " events of " + address);
            }
            return Double.parseDouble(said[0]);
        }
    }

    /// @param args how many rounds, 5 where it is empty
    static Table run(List<String> args) throws Exception {
        int rounds = args.isEmpty() ? 5 : Integer.parseInt(args.getFirst());
        Files.createDirectories(FOLDER);
        for (IngestBodies body : IngestBodies.values()) {
            body.write(FOLDER);
        }
        List<Process> started = new ArrayList<>();
        try {
            Process server = new ProcessBuilder(java("IngestServer", FOLDER.toString())).start();
            started.add(server);
            String port = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            List<Peer> peers = peers(started);
            return table(measure(peers, "http://127.0.0.1:" + port + "/", rounds), rounds);
        } finally {
            started.forEach(Process::destroy);
        }
    }

    private static List<Peer> peers(List<Process> started) throws Exception {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("Threadline", java("IngestPeer", "threadline"));
        commands.put("okhttp-sse", java("IngestPeer", "okhttp-sse"));
        commands.put("SQLite", java("IngestPeer", "sqlite"));
        commands.put("JS SDK", List.of("node", javaScript().toString()));
        String python = SetUp.of(ServerKind.PYTHON).resolve("venv/bin/python").toString();
        commands.put("Python SDK", List.of(python, "src/bench/sdk/ingest.py", "async"));
        commands.put("Python SDK, sync", List.of(python, "src/bench/sdk/ingest.py", "sync"));
        List<Peer> peers = new ArrayList<>();
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            Peer peer = Peer.start(command.getKey(), command.getValue());
            started.add(peer.process());
            peers.add(peer);
        }
        return peers;
    }

    /// The program beside the packages it imports.
    private static Path javaScript() throws Exception {
        Path packages = FOLDER.resolve("node_modules");
        Files.deleteIfExists(packages);
        Files.createSymbolicLink(packages, SetUp.of(ServerKind.JS).resolve("node_modules"));
        Path program = FOLDER.resolve("ingest.mjs");
        Files.writeString(program, Files.readString(Path.of("src/bench/sdk/ingest.mjs")));
        return program;
    }

    /// A class of the bench as a process, with the flags of the installed Threadline.
    private static List<String> java(String name, String argument) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "src/bench/java/dev/threadline/bench/" + name + ".java",
                argument);
    }

    /// Seconds by body and peer. The first round warms everybody and is thrown away; in each round the peers take
    /// turns.
    private static Map<IngestBodies, Map<String, List<Double>>> measure(List<Peer> peers, String address, int rounds)
            throws IOException {
        Map<IngestBodies, Map<String, List<Double>>> seconds = new EnumMap<>(IngestBodies.class);
        for (IngestBodies body : IngestBodies.values()) {
            long events = events(body);
            Map<String, List<Double>> ofBody = seconds.computeIfAbsent(body, b -> new LinkedHashMap<>());
            for (int round = 0; round <= rounds; round++) {
                for (Peer peer : peers) {
                    double took = peer.hear(address + body.file(), events);
                    List<Double> ofPeer = ofBody.computeIfAbsent(peer.title(), p -> new ArrayList<>());
                    if (round > 0) {
                        ofPeer.add(took);
                    }
                }
            }
        }
        return seconds;
    }

    /// How many events a body has: lines that begin with `data:`, each in a block of its own.
    private static long events(IngestBodies body) throws IOException {
        try (var lines = Files.lines(FOLDER.resolve(body.file()))) {
            return lines.filter(line -> line.startsWith("data:")).count();
        }
    }

    private static Table table(Map<IngestBodies, Map<String, List<Double>>> seconds, int rounds) throws IOException {
        Table table = new Table(
                "MB/s, medians of " + rounds
                        + " rounds in turns; in brackets how many times the peer Threadline is, and" + " the goal",
                "events",
                "Threadline",
                "okhttp-sse alone",
                "plain SQLite",
                "JS SDK",
                "Python SDK",
                "its sync client",
                "slower of okhttp-sse and SQLite");
        for (Map.Entry<IngestBodies, Map<String, List<Double>>> each : seconds.entrySet()) {
            IngestBodies body = each.getKey();
            double megabytes = Files.size(FOLDER.resolve(body.file())) / 1e6;
            Map<String, Double> speed = new LinkedHashMap<>();
            each.getValue().forEach((peer, took) -> speed.put(peer, megabytes / median(took)));
            double own = speed.get("Threadline");
            double limit = Math.min(speed.get("okhttp-sse"), speed.get("SQLite"));
            table.add(
                    body.title,
                    number(own),
                    number(speed.get("okhttp-sse")),
                    number(speed.get("SQLite")),
                    beside(own, speed.get("JS SDK"), body == IngestBodies.LARGE ? "2" : "3"),
                    beside(own, speed.get("Python SDK"), "5"),
                    beside(own, speed.get("Python SDK, sync"), "5"),
                    beside(own, limit, "0.7"));
        }
        return table;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String beside(double own, double peer, String goal) {
        return String.format(Locale.ROOT, "%s (%.2f, goal %s)", number(peer), own / peer, goal);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
