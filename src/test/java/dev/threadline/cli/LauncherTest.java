package dev.threadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script, with JDKs that only print what they are given.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void install() throws Exception {
        script = Files.createDirectories(folder.resolve("an install/bin")).resolve("threadline");
        Files.copy(Path.of("src/launcher/bin/threadline"), script);
    }

    private Path jdk(String name, String version) throws Exception {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(
                java, "#!/bin/sh\necho \"" + version + "\"\nfor a in \"$@\"; do printf '[%s]\\n' \"$a\"; done\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(Map<String, String> environment, Path started, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(started.toString()).directory(folder.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "THREADLINE_JAVA_HOME"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    @Test
    void argumentsPassAsTheyAreAlsoThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), Path.of("an install/bin/threadline"));
        Ended ended = run(
                Map.of("JAVA_HOME", jdk("new jdk", "25.0.3").toString()),
                link,
                "record",
                "a b",
                "",
                "it's",
                "\"q\"",
                "$HOME",
                "*",
                "@x");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .containsSequence(
                        "[dev.threadline.Launcher]",
                        "[record]",
                        "[a b]",
                        "[]",
                        "[it's]",
                        "[\"q\"]",
                        "[$HOME]",
                        "[*]",
                        "[@x]")
                .contains("[--module-path]")
                .anyMatch(line -> line.endsWith("/an install/lib/*]"));
    }

    @Test
    void anOldJavaIsPassedOver() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path linked = Files.createDirectories(folder.resolve("links")).resolve("java");
        Files.createSymbolicLink(linked, jdk("new", "26-ea").resolve("bin/java"));
        Ended ended = run(Map.of("JAVA_HOME", old.toString(), "PATH", linked.getParent() + ":/usr/bin:/bin"), script);
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("26-ea");
    }

    @Test
    void aNamedJavaThatIsTooOldIsRefusedInOneSentence() throws Exception {
        Ended ended = run(Map.of("THREADLINE_JAVA_HOME", jdk("old", "17.0.15").toString()), script, "--version");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("Threadline needs Java 25 or newer")
                .endsWith(".");
    }
}
