package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.cli.CliProcess;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In a language whose texts are the English ones in brackets, nothing that a person reads stands outside of brackets.
class ForeignWindowTest {
    private static final Path BUNDLES = Path.of("src/main/resources");
    private static final Pattern BRACKETED = Pattern.compile("⟦[^⟦⟧]*⟧");

    /// What is no word: keys, figures, ids, names, and what JavaFX itself calls the button of a tab.
    private static final Pattern DATA = Pattern.compile(
            "Ctrl \\w+|Shift F5|F5|Enter|[0-9.]+ (B|kB|MB|ms|s)|[0-9a-f…-]+" + "|trip_planner.*|demo|JSON|Close");

    private static final Path SCHEMA = BUNDLES.resolve("dev/threadline/demo/trip_planner.schema.json");

    @TempDir
    Path folder;

    @BeforeEach
    void translate() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".properties"))
                    .toList()) {
                Properties texts = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    texts.load(in);
                }
                texts.replaceAll((key, text) -> "⟦" + text + "⟧");
                Path into = folder.resolve("foreign/" + BUNDLES.relativize(file));
                Files.createDirectories(into.getParent());
                String name = into.toString().replace(".properties", "_qps.properties");
                try (Writer out = Files.newBufferedWriter(Path.of(name))) {
                    texts.store(out, null);
                }
            }
        }
    }

    @Test
    void theWindowSpeaksFromItsBundles() throws Exception {
        List<String> said = run(
                ForeignWindow.class,
                folder.resolve("captures").toString(),
                folder.resolve("settings").toString());
        assertThat(said).contains("⟦See what your agent did⟧", "⟦Only changed⟧", "⟦Run again⟧");
        String schema = Files.readString(SCHEMA);
        assertThat(said.stream().filter(ForeignWindowTest::english).filter(text -> !stands(text, schema)))
                .isEmpty();
    }

    @Test
    void theCommandLineSpeaksFromItsBundles() throws Exception {
        assertThat(String.join("\n", run(CliProcess.class, "record", "--help")))
                .contains("⟦Starts a run", "⟦Address of the deployment.⟧", "⟦Show this help message and exit.⟧");
        assertThat(run(CliProcess.class, "gone.threadline")).containsExactly("⟦There is no file gone.threadline.⟧");
    }

    private static boolean english(String text) {
        String rest = text;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = BRACKETED.matcher(before).replaceAll("");
        }
        return rest.codePoints().anyMatch(Character::isLetter)
                && !DATA.matcher(rest.strip()).matches();
    }

    /// Whether a text is one of the schema's, or a field's name and one of its values.
    private static boolean stands(String text, String schema) {
        return schema.contains('"' + text + '"')
                || (text.matches("\\w+ \\w+") && Stream.of(text.split(" ")).allMatch(word -> stands(word, schema)));
    }

    /// What a program prints in that language.
    private List<String> run(Class<?> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Duser.language=qps",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                folder.resolve("foreign") + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
