package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What decoder, executions and state history make of the recordings, held against texts that people have read.
///
/// `-Dthreadline.golden=update` writes the texts anew; the change is then to be read before it is committed.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final Set<String> LEFT_OUT = Set.of("load", "v2", "synthetic", "auth", "objects", "thread-stream");

    static List<Path> recordings() {
        return Recording.all().stream()
                .filter(file ->
                        !LEFT_OUT.contains(file.getParent().getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void readsAsBefore(Path file) throws Exception {
        Path golden = GOLDEN.resolve(Recording.name(file) + ".txt");
        String text = new GoldenText(Recording.read(file)).text();
        if ("update".equals(System.getProperty("threadline.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(golden).as("write it with -Dthreadline.golden=update").exists();
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
