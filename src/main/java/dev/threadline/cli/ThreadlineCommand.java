package dev.threadline.cli;

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
        description =
                "A run inspector for LangGraph deployments. Opens its window; with FILE, shows that capture in it.",
        synopsisSubcommandLabel = "[record | export | demo]",
        footer = {
            "",
            "Exit codes: 0 well, 1 the run failed or something is missing, 2 wrong usage,",
            "3 the server can't be reached or refuses."
        })
final class ThreadlineCommand implements Callable<Integer> {
    static final String EXTENSION = ".threadline";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A capture (*.threadline).")
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
                java.util.Objects.requireNonNull(spec).commandLine(),
                "There is no command and no file called '" + text + "'.");
    }

    boolean wantsWindow() {
        return window;
    }

    @Nullable
    Path file() {
        return file;
    }
}
