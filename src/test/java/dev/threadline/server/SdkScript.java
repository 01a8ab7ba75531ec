package dev.threadline.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A program in `src/test/sdk` that uses an official SDK, as it is installed beside the server of its kind.
public final class SdkScript {
    private static final int SECONDS = 60;

    private SdkScript() {}

    /// How a program ended.
    ///
    /// @param status 0 when all its checks held
    /// @param lines what it printed
    /// @param errors what it printed to the error output
    public record Result(int status, List<String> lines, String errors) {}

    /// Runs the program of a kind against a server.
    ///
    /// Where the SDK can't be installed the test is skipped with the reason, or fails where servers are
    /// required.
    public static Result run(ServerKind kind, URI server) throws IOException, InterruptedException {
        Path setUp;
        try {
            setUp = SetUp.of(kind);
        } catch (SetUp.Missing e) {
            if ("1".equals(System.getenv("THREADLINE_REQUIRE_SERVERS"))) {
                throw new IOException(e);
            }
            return Assumptions.abort("No " + kind + " SDK: " + e.getMessage());
        }
        Path scratch = Path.of("target/sdk", kind.folder).toAbsolutePath();
        SetUp.delete(scratch);
        Files.createDirectories(scratch);
        String file = kind == ServerKind.JS ? "demo.mjs" : "demo.py";
        Files.copy(Path.of("src/test/sdk", file), scratch.resolve(file));
        if (kind == ServerKind.JS) {
            Files.createSymbolicLink(scratch.resolve("node_modules"), setUp.resolve("node_modules"));
        }
        String program = kind == ServerKind.JS
                ? "node"
                : setUp.resolve("venv/bin/python").toString();
        Path out = scratch.resolve("out.txt");
        Path errors = scratch.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(program, file, server.toString())
                .directory(scratch.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(LANGSMITH|LANGCHAIN|LANGGRAPH)_.*"));
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(file + " did not end within " + SECONDS + " seconds: " + Files.readString(errors));
        }
        return new Result(process.exitValue(), Files.readAllLines(out), Files.readString(errors));
    }
}
