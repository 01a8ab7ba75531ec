package dev.threadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {
    @TempDir
    Path folder;

    @Test
    void withoutCommandTheWindowIsWanted() throws Exception {
        assertThat(Ran.of().outcome()).isEqualTo(new Cli.OpenWindow(null));
        Path file = Files.writeString(folder.resolve("a b.threadline"), "any");
        assertThat(Ran.of(file.toString()).outcome()).isEqualTo(new Cli.OpenWindow(file));
    }

    @Test
    void aCaptureThatIsNotThereOpensNoWindow() {
        Path gone = folder.resolve("nosuch.threadline");
        Ran ran = Ran.of(gone.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("There is no file " + gone + "." + System.lineSeparator());
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(Ran.of("--help").out()).contains("Usage: threadline", "record", "export");
        assertThat(Ran.of("record", "--help").out()).contains("--stream-mode", "LANGGRAPH_API_KEY");
        assertThat(Ran.of("record", "--help").out().lines()).allMatch(line -> line.length() < 80);
        assertThat(Ran.of("export", "--help").out()).contains("sse|jsonl|sqlite");
        Ran version = Ran.of("--version");
        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("Threadline " + Version.number());
        assertThat(Version.number()).matches("\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        recrod | There is no command and no file called 'recrod'.
        --nope | Unknown option: '--nope'.
        record | Missing required options: '--url=URL', '--out=FILE'.
        record --url ftp://a --assistant a --out o | --url: An Agent Server is reached by http or https, not by ftp.
        record --url a --assistant a --out o --input {x | --input: Not JSON from line 1, column 2 on. Names and texts stand in double quotes.
        record --url a --assistant a --out o --input @gone.json | --input: There is no file gone.json.
        record --url a --assistant a --out o --header secret-value | --header needs a name, a colon and a value
        export | Missing required
        export f --format xml | sse, jsonl and sqlite are the formats there are, not xml
        """)
    void wrongUsageIsASentenceAndCode2(String line, String sentence) {
        Ran ran = Ran.of(line.split(" ", -1));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence).doesNotContain("\tat ", "Exception", "secret-value");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void anExportOfSomethingElseIsASentence() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.threadline"), "notes");
        Ran ran = Ran.of("export", notes.toString(), "--format", "sse");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo(notes + " is not a Threadline capture." + System.lineSeparator());
        assertThat(Ran.of("export", folder.resolve("gone").toString(), "--format", "sse")
                        .err())
                .startsWith("There is no file ");
    }
}
