package dev.threadline.words;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.words.JavaText.Call;
import dev.threadline.words.JavaText.Literal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bundles and the code that speaks from them fit together, and nothing speaks past them.
class WordsTest {
    private static final Path CODE = Path.of("src/main/java/dev/threadline");
    private static final Path BUNDLES = Path.of("src/main/resources/dev/threadline");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    /// Two words, or one that is made to be glued to something.
    private static final Pattern SENTENCE =
            Pattern.compile("\\p{L}\\S* +\\S*\\p{L}|^ \\p{L}{2,}|\\p{L}{2,} $", Pattern.DOTALL);

    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            "\\bLOG\\b|new (IllegalState|IllegalArgument|UncheckedIO)Exception|@SuppressWarnings|\\b(name|setName)\\(");

    /// What is data and not words, as `file:text`, each with its reason.
    private static final Map<String, String> DATA = Map.ofEntries(
            entry(
                    "capture/(Schema|Inserts|Contents|IdColumn|RowShape|PayloadFilter|PayloadSearch|Transfer|Parts)\\.java:.*",
                    "SQL, all of it"),
            entry(".*: ?(SELECT|INSERT INTO|PRAGMA|BEGIN|WHERE) .*", "SQL"),
            entry("capture/FileHeader\\.java:SQLite format 3.*", "the mark of the file format"),
            entry(
                    "capture/(FactsRows|Unpacking)\\.java:.*",
                    "where a damaged file breaks, for the details of a report"),
            entry("(capture/CaptureFolder|settings/SettingsFile)\\.java:Library/.*", "a folder of macOS"),
            entry("ui/menu/FaultReport\\.java:.*", "a report is read by whoever mends the fault"),
            entry("ui/menu/Library\\.java:.*", "names of works and where they are kept"),
            entry("ui/menu/Shortcut\\.java:(Shift )?\\w+, (Shift )?\\w+|ui/menu/ShortcutSheet\\.java:Ctrl ", "keys"),
            entry("ui/start/DevServer\\.java:(langgraph|npx) .*", "commands"),
            entry("cli/RecordCommand\\.java:'NAME: VALUE'", "the form of an option's value"),
            entry("FirstFrames\\.java:first frame", "what the start-up bench waits for"),
            entry("cli/HitLines\\.java:%7d .*", "columns"),
            entry("cli/Version\\.java:.*", "names and numbers for a report"),
            entry("(ui/kit/Figures|run/Elapsed)\\.java:.*|.*: ms", "figures and their units"),
            entry("run/EventSummary\\.java:task_result ", "a word of the protocol"),
            entry("session/(Jsonl|Sse)Form\\.java:.*", "an export is a file that programs read"),
            entry("session/Verdict\\.java:Error: rollback", "a server's words"),
            entry("ui/.*:(Ctrl|Shift) \\w+", "keys as they stand on the keyboard"),
            entry("ui/theme/.*", "names of fonts, colours"),
            entry("ui/start/JsonLines\\.java:\\.content \\.text", "a selector of CSS"));

    @Test
    void everyKeyIsUsedAndEveryUsedKeyIsThere() {
        packages().forEach((folder, sources) -> {
            TreeSet<String> used = new TreeSet<>();
            sources.forEach(source -> calls(source).forEach(call -> {
                assertThat(call.arguments().getFirst())
                        .as("%s:%d asks for a key that stands there", source.file(), call.line())
                        .matches("\"[a-zA-Z0-9.-]+\"");
                used.add(key(call));
            }));
            assertThat(bundle(folder, "words").keySet())
                    .as("keys of %s", folder)
                    .isEqualTo(used);
        });
    }

    @Test
    void everyTextGetsTheArgumentsItNames() {
        packages().forEach((folder, sources) -> {
            Map<String, String> words = bundle(folder, "words");
            sources.forEach(source -> calls(source)
                    .forEach(call -> assertThat(call.arguments().size() - 1)
                            .as("arguments of %s at %s:%d", key(call), source.file(), call.line())
                            .isEqualTo(
                                    arguments(words.getOrDefault(key(call), "")).size())));
        });
    }

    @Test
    void everyTextIsAPattern() {
        packages()
                .keySet()
                .forEach(folder -> bundle(folder, "words").forEach((key, text) -> {
                    assertThat(new MessageFormat(text).toPattern()).as(key).isNotEmpty();
                    assertThat(text.replace("''", ""))
                            .as("an apostrophe is written twice: %s", key)
                            .doesNotContain("'");
                    List<Integer> arguments = arguments(text);
                    assertThat(arguments)
                            .as("arguments of %s", key)
                            .isEqualTo(
                                    IntStream.range(0, arguments.size()).boxed().toList());
                }));
    }

    @Test
    void everyTextOfTheHelpIsUsed() {
        TreeSet<String> used = new TreeSet<>(List.of("help", "version"));
        for (JavaText source : packages().get(Path.of("cli"))) {
            for (Literal literal : source.literals()) {
                if (literal.before().endsWith("descriptionKey =")) {
                    used.add(literal.text());
                }
            }
        }
        assertThat(bundle(Path.of("cli"), "help").keySet().stream().filter(key -> !key.contains(".usage.")))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void noSentenceIsLeftInTheCode() {
        Set<String> unused = new TreeSet<>(DATA.keySet());
        List<String> left = new ArrayList<>();
        packages()
                .values()
                .forEach(sources -> sources.forEach(source -> {
                    for (Literal literal : source.literals()) {
                        boolean words = SENTENCE.matcher(literal.text()).find()
                                && !FOR_PROGRAMMERS.matcher(literal.before()).find();
                        if (words && !isData(CODE.relativize(source.file()) + ":" + literal.text(), unused)) {
                            left.add(source.file() + ":" + literal.line() + ": " + literal.text());
                        }
                    }
                }));
        assertThat(left).as("texts to move to words.properties").isEmpty();
        assertThat(unused).as("exceptions that are none any more").isEmpty();
    }

    private static boolean isData(String literal, Set<String> unused) {
        List<String> reasons = DATA.keySet().stream()
                .filter(data ->
                        Pattern.compile(data, Pattern.DOTALL).matcher(literal).matches())
                .toList();
        unused.removeAll(reasons);
        return !reasons.isEmpty();
    }

    /// The sources of each package but the demo, whose texts are a server's.
    private static Map<Path, List<JavaText>> packages() {
        Map<Path, List<JavaText>> packages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(CODE.resolve("demo")))
                    .sorted()
                    .forEach(file -> packages.computeIfAbsent(
                                    CODE.relativize(file.getParent()), folder -> new ArrayList<>())
                            .add(JavaText.of(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packages;
    }

    private static List<Call> calls(JavaText source) {
        return source.calls("WORDS.text");
    }

    private static String key(Call call) {
        return call.arguments().getFirst().replace("\"", "");
    }

    private static List<Integer> arguments(String text) {
        Matcher argument = ARGUMENT.matcher(text);
        TreeSet<Integer> numbers = new TreeSet<>();
        while (argument.find()) {
            numbers.add(Integer.valueOf(argument.group(1)));
        }
        return List.copyOf(numbers);
    }

    private static Map<String, String> bundle(Path folder, String name) {
        Path file = BUNDLES.resolve(folder).resolve(name + ".properties");
        Map<String, String> texts = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    assertThat(texts.put((String) key, (String) value))
                            .as("%s twice in %s", key, file)
                            .isNull();
                    return super.put(key, value);
                }
            };
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return texts;
    }
}
