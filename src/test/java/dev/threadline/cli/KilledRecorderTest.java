package dev.threadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.Launcher;
import dev.threadline.capture.Capture;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.Waiting;
import dev.threadline.server.DeliveredEvent;
import dev.threadline.server.Js;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.server.RecordingTap;
import dev.threadline.server.RecordingTap.Passed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `threadline record`, killed at any moment while events stream in; `-Dkills=50` kills it that often.
@ExtendWith(RealServers.class)
class KilledRecorderTest {
    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir
    Path folder;

    @Test
    void aKilledRecorderLeavesACaptureThatOpensWithAllButTheLastMoment(@Js RealServer real) throws Exception {
        List<Double> missing = new ArrayList<>();
        for (int seed = 1; seed <= KILLS; seed++) {
            missing.add(kill(real, new Random(seed), folder.resolve(seed + ".threadline")));
        }
        double most = missing.stream().mapToDouble(d -> d).max().orElse(0);
        String report = "%d kills; missing before the kill, in ms: at most %.0f; %s%n".formatted(KILLS, most, missing);
        Files.writeString(Path.of("target", "kills.txt"), report);
        System.out.print(report);
    }

    /// How many milliseconds before the kill the first missing event had been delivered; 0 where none is missing.
    private double kill(RealServer real, Random random, Path file) throws Exception {
        try (RecordingTap tap = new RecordingTap(real.address())) {
            Process recorder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Launcher.class.getName(),
                            "record",
                            "--url",
                            tap.address().toString(),
                            "--assistant",
                            "firehose",
                            "--input",
                            "{\"events\":4000,\"payload_bytes\":200,\"nodes\":4,\"delay_ms\":5}",
                            "--out",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.txt").toFile())
                    .start();
            try {
                int first = random.nextInt(1, 400);
                Waiting.until(() -> !recorder.isAlive() || passed(tap) >= first);
                assertThat(recorder.isAlive())
                        .as(Files.readString(folder.resolve("out.txt")))
                        .isTrue();
                // The moment is drawn, not waited for.
                LockSupport.parkNanos(random.nextLong(1_000_000_000L));
            } finally {
                recorder.destroyForcibly();
            }
            long killed = System.nanoTime();
            recorder.waitFor();
            return missing(tap.streams().getFirst(), killed, file);
        }
    }

    private static int passed(RecordingTap tap) {
        return tap.streams().stream()
                .flatMap(stream -> stream.passed().stream())
                .mapToInt(Passed::events)
                .max()
                .orElse(0);
    }

    private static double missing(RecordingTap.Exchange stream, long killed, Path file) throws Exception {
        List<DeliveredEvent> delivered = stream.events();
        List<EventFacts> facts = new ArrayList<>();
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.damage()).isNull();
            capture.forEachFacts(facts::add);
            assertThat(facts).hasSizeLessThanOrEqualTo(delivered.size());
            for (int i = 0; i < facts.size(); i++) {
                assertThat(facts.get(i).seq()).isEqualTo(i + 1);
                assertThat(capture.data(i + 1)).isEqualTo(delivered.get(i).data());
            }
        }
        for (Passed passed : stream.passed()) {
            if (passed.events() > facts.size()) {
                return Math.max(0, (killed - passed.at()) / 1e6);
            }
        }
        return 0;
    }
}
