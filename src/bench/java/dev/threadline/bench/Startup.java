package dev.threadline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// From the start of the process until the first frame is out: Threadline as installed and as built, beside an empty
/// JavaFX window started in the same two ways.
///
/// The installed ones need `mvn -Pdist -Ddist.type=image -DskipTests verify` before.
final class Startup {
    private static final int ROUNDS = 10;
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path WORK = TARGET.resolve("bench");
    private static final Path RUNTIME = TARGET.resolve("dist/runtime");
    private static final Path IMAGE = TARGET.resolve("dist/image/threadline/bin/threadline");

    private Startup() {}

    static Table run() throws Exception {
        Files.createDirectories(WORK.resolve("home"));
        Map<String, List<String>> programs = programs();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        // The first round warms the file cache and is thrown away; the programs take turns in every round.
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> program : programs.entrySet()) {
                long micros = start(program.getValue());
                List<Long> of = times.computeIfAbsent(program.getKey(), name -> new ArrayList<>());
                if (round > 0) {
                    of.add(micros);
                }
            }
        }
        return table(times);
    }

    private static Table table(Map<String, List<Long>> times) {
        Table table = new Table(
                "Exec to first frame in ms, " + ROUNDS + " rounds in turns, on " + platform(),
                "start",
                "median",
                "min",
                "max",
                "beside the empty window");
        long empty = 0;
        for (Map.Entry<String, List<Long>> each : times.entrySet()) {
            List<Long> sorted = each.getValue().stream().sorted().toList();
            long median = (sorted.get(ROUNDS / 2 - 1) + sorted.get(ROUNDS / 2)) / 2;
            boolean peer = each.getKey().startsWith("empty");
            empty = peer ? median : empty;
            table.add(
                    each.getKey(),
                    median / 1000,
                    sorted.getFirst() / 1000,
                    sorted.getLast() / 1000,
                    peer ? "1.00" : String.format(Locale.ROOT, "%.2f", (double) median / empty));
        }
        return table;
    }

    /// Each program after the empty window that it is held against.
    private static Map<String, List<String>> programs() throws Exception {
        Path classes = compiled();
        List<String> flags = List.of(
                "--enable-native-access=javafx.graphics",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                classes.toString(),
                "dev.threadline.bench.EmptyWindow");
        Map<String, List<String>> programs = new LinkedHashMap<>();
        programs.put(
                "empty window, JDK",
                joined(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java")
                                        .toString(),
                                "--module-path",
                                javafx().toString(),
                                "--add-modules",
                                "javafx.controls"),
                        flags));
        programs.put(
                "Threadline, mvn-built",
                List.of(TARGET.resolve("bin/threadline").toString()));
        if (Files.isExecutable(IMAGE)) {
            String java = RUNTIME.resolve("bin/java").toString();
            Path cache = WORK.resolve("empty.aot");
            start(joined(List.of(java, "-XX:AOTCacheOutput=" + cache), flags));
            programs.put(
                    "empty window, linked runtime, start-up cache",
                    joined(List.of(java, "-XX:AOTCache=" + cache), flags));
            programs.put("Threadline, installed image", List.of(IMAGE.toString()));
        } else {
            System.out.println("There is no " + IMAGE + ": the installed figures are left out.");
        }
        return programs;
    }

    /// In a jar: the start-up cache takes no classes from folders.
    private static Path compiled() throws IOException {
        Path classes = WORK.resolve("classes");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--module-path",
                        javafx().toString(),
                        "--add-modules",
                        "javafx.controls",
                        "-d",
                        classes.toString(),
                        "src/bench/java/dev/threadline/bench/EmptyWindow.java");
        Path jar = WORK.resolve("empty.jar");
        int packed = java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (code != 0 || packed != 0) {
            throw new IllegalStateException("The empty window can't be compiled.");
        }
        return jar;
    }

    private static Path javafx() {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().startsWith("javafx-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Microseconds until the program said that its first frame is out.
    private static long start(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(WORK.resolve("errors.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_TOOL_OPTIONS", "-Dthreadline.frames=3 " + platformOptions());
        environment.put("HOME", WORK.resolve("home").toString());
        environment.remove("XDG_DATA_HOME");
        environment.remove("XDG_CONFIG_HOME");
        long before = System.nanoTime();
        Process process = builder.start();
        long micros = -1;
        try (BufferedReader out =
                new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("first frame")) {
                    micros = (System.nanoTime() - before) / 1000;
                }
            }
        }
        if (process.waitFor() != 0 || micros < 0) {
            throw new IllegalStateException("No first frame from " + command + ", see " + WORK.resolve("errors.log"));
        }
        return micros;
    }

    private static String platform() {
        return System.getProperty("os.name")
                + (platformOptions().isEmpty() ? ", a display" : ", no display (JavaFX headless)");
    }

    private static String platformOptions() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return linux && System.getenv("DISPLAY") == null ? "-Dglass.platform=Headless -Dprism.order=sw " : "";
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
