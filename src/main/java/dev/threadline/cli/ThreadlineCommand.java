package dev.threadline.cli;

import dev.threadline.words.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `threadline [FILE]`: the window.
@Command(
        name = "threadline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "dev.threadline.cli.help",
        synopsisSubcommandLabel = "[record | export | grep | demo]")
final class ThreadlineCommand implements Callable<Integer> {
    static final String EXTENSION = ".threadline";
    private static final Words WORDS = Words.of(ThreadlineCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "capture")
    private @Nullable String argument;

    private boolean window;
    private @Nullable Path file;

    @Override
    public Integer call() throws Stop {
        if (argument != null) {
            file = existing(argument);
        }
        window = true;
        return Cli.DONE;
    }

    private Path existing(String text) throws Stop {
        try {
            Path path = Path.of(text);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Told below: it is no file in any case.
        }
        if (text.endsWith(EXTENSION)) {
            throw new Stop(Cli.FAILED, FileWords.none(text));
        }
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), WORDS.text("threadline.unknown", text));
    }

    boolean wantsWindow() {
        return window;
    }

    @Nullable
    Path file() {
        return file;
    }
}
