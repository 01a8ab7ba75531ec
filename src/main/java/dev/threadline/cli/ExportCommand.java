package dev.threadline.cli;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.session.Export;
import dev.threadline.session.Recording;
import dev.threadline.words.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `threadline export`: writes a run of a capture as text, or the whole of it as a database without packed payloads.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        resourceBundle = "dev.threadline.cli.help")
final class ExportCommand implements Callable<Integer> {
    private static final Words WORDS = Words.of(ExportCommand.class);
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", descriptionKey = "capture")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            required = true,
            paramLabel = "sse|jsonl|sqlite",
            converter = FormatName.class,
            descriptionKey = "export.format")
    private Form format = Form.SSE;

    @Option(names = "--run", paramLabel = "N", descriptionKey = "export.run")
    private @Nullable Integer run;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export.out")
    private @Nullable Path out;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        try (Recording recording = Recording.open(file)) {
            recording.awaitWhole();
            if (format == Form.SQLITE) {
                return plain(recording);
            }
            int number = number(recording);
            int unreadable = write(recording, number, format == Form.JSONL ? Export.Format.JSONL : Export.Format.SSE);
            return report(recording, unreadable);
        } catch (CaptureFailure e) {
            throw new Stop(Cli.FAILED, e.sentence());
        }
    }

    private int number(Recording recording) throws Stop {
        int runs = recording.runs().size();
        if (runs == 0) {
            throw new Stop(Cli.FAILED, WORDS.text("export.no-run", file));
        }
        int number = run == null ? runs : run;
        if (number < 1 || number > runs) {
            throw new Stop(
                    Cli.USAGE,
                    WORDS.text("export.other-runs", file, Integer.toString(number), runs, Integer.toString(runs)));
        }
        return number;
    }

    private int plain(Recording recording) throws Stop, CaptureFailure {
        if (out == null || run != null) {
            throw new Stop(Cli.USAGE, WORDS.text("export.whole"));
        }
        boolean whole = recording.exportPlain(out);
        if (!whole) {
            surroundings.err().println(WORDS.text("export.part"));
        }
        return whole ? report(recording, 0) : Cli.FAILED;
    }

    private int write(Recording recording, int number, Export.Format text) throws Stop {
        try {
            if (out == null) {
                Writer writer =
                        new BufferedWriter(new OutputStreamWriter(surroundings.out(), StandardCharsets.UTF_8), 1 << 16);
                return Export.write(recording, number, text, writer);
            }
            if (Files.exists(out) && Files.isSameFile(out, file)) {
                throw new Stop(Cli.USAGE, WORDS.text("export.itself"));
            }
            try (Writer writer = Files.newBufferedWriter(out)) {
                return Export.write(recording, number, text, writer);
            }
        } catch (IOException e) {
            throw new Stop(
                    Cli.FAILED, out == null ? WORDS.text("export.no-output") : "--out: " + FileWords.unwritten(out, e));
        }
    }

    private int report(Recording recording, int unreadable) {
        String damage = recording.damage();
        if (damage != null) {
            surroundings.err().println(damage);
        }
        if (unreadable > 0) {
            surroundings.err().println(WORDS.text("export.unreadable", Integer.toString(unreadable)));
        }
        return damage == null && unreadable == 0 ? Cli.DONE : Cli.FAILED;
    }

    /// What a capture can be written as.
    enum Form {
        SSE,
        JSONL,
        SQLITE
    }

    /// The formats by their names in lower case.
    static final class FormatName implements ITypeConverter<Form> {
        @Override
        public Form convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "sse" -> Form.SSE;
                case "jsonl" -> Form.JSONL;
                case "sqlite" -> Form.SQLITE;
                default -> throw new TypeConversionException(WORDS.text("export.formats", text));
            };
        }
    }
}
