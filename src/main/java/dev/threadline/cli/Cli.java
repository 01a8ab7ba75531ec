package dev.threadline.cli;

import dev.threadline.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The command line: runs `record`, `export`, `grep` and `demo` itself, leaves the window to its caller.
///
/// Exit codes: 0 well, 1 the run failed or something is missing, 2 wrong usage, 3 the server can't be reached or
/// refuses. `grep` has its own: 0 with hits, 1 without, 2 trouble.
public final class Cli {
    private static final Words WORDS = Words.of(Cli.class);
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int SERVER = 3;

    private Cli() {}

    /// What the command line came to.
    public sealed interface Outcome {}

    /// All is done; the process ends with this code.
    ///
    /// @param code see [Cli]
    public record Exit(int code) implements Outcome {}

    /// The window is wanted.
    ///
    /// @param file the capture to show in it, or null
    public record OpenWindow(@Nullable Path file) implements Outcome {}

    /// Does what the arguments say, and blocks until it is done. Writes to standard output and standard error; never
    /// throws.
    public static Outcome run(List<String> arguments) {
        return run(arguments, Surroundings.ofProcess());
    }

    static Outcome run(List<String> arguments, Surroundings surroundings) {
        // A double-click: nothing to parse, and the parser takes a tenth of the start.
        if (arguments.isEmpty()) {
            return new OpenWindow(null);
        }
        if (arguments.size() == 1 && arguments.getFirst().endsWith(ThreadlineCommand.EXTENSION)) {
            File file = new File(arguments.getFirst());
            if (file.exists()) {
                return new OpenWindow(file.toPath());
            }
        }
        ThreadlineCommand root = new ThreadlineCommand();
        CommandLine line = new CommandLine(root)
                .addSubcommand(new RecordCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new GrepCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings));
        line.setOut(surroundings.outWriter());
        line.setErr(surroundings.err());
        // An argument such as @input.json is ours.
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((e, args) -> refuse(e));
        line.setExecutionExceptionHandler((e, command, result) -> fail(e, surroundings));
        int code = line.execute(arguments.toArray(String[]::new));
        surroundings.err().flush();
        return root.wantsWindow() ? new OpenWindow(root.file()) : new Exit(code);
    }

    private static int refuse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(sentence(e.getMessage()));
        command.getErr().println(WORDS.text("cli.help", command.getCommandSpec().qualifiedName()));
        return USAGE;
    }

    private static String sentence(@Nullable String text) {
        String message = text == null ? WORDS.text("cli.not-understood") : text.strip();
        return message.endsWith(".") ? message : message + ".";
    }

    private static int fail(Exception e, Surroundings surroundings) {
        if (e instanceof Stop stop) {
            surroundings.err().println(stop.getMessage());
            return stop.code();
        }
        surroundings.err().println(WORDS.text("cli.failed", e));
        return FAILED;
    }
}
