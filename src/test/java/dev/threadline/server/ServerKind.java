package dev.threadline.server;

import java.nio.file.Path;
import java.util.List;

/// The two implementations of the Agent Server that tests start.
public enum ServerKind {
    /// `langgraphjs dev`, needs Node.
    JS("js", "package-lock.json"),
    /// `langgraph dev`, needs Python 3.11 or newer.
    PYTHON("python", "requirements.txt");

    final String folder;
    final String lock;

    ServerKind(String folder, String lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// The files that the set-up needs from the sample agents.
    List<String> needed() {
        return this == JS ? List.of("package.json", lock) : List.of(lock);
    }

    /// The programs that must be on the PATH.
    List<String> programs() {
        return this == JS ? List.of("node", "npm") : List.of("python3");
    }

    /// The sample agents in this project.
    Path agents() {
        return Path.of("src/test/agents", folder).toAbsolutePath();
    }

    /// What fills a set-up folder that holds the [#needed()] files, in order.
    List<List<String>> setUp() {
        return switch (this) {
            case JS -> List.of(List.of("npm", "ci", "--no-audit", "--no-fund"));
            case PYTHON ->
                List.of(
                        List.of("python3", "-m", "venv", "venv"),
                        List.of(
                                "venv/bin/python",
                                "-m",
                                "pip",
                                "install",
                                "--disable-pip-version-check",
                                "-r",
                                "requirements.txt"));
        };
    }

    /// The command that starts a server in a copy of the agents.
    List<String> start(Path setUp, String configuration, int port) {
        String portText = Integer.toString(port);
        return switch (this) {
            case JS ->
                List.of(
                        "node",
                        setUp.resolve("node_modules/.bin/langgraphjs").toString(),
                        "dev",
                        "--port",
                        portText,
                        "--host",
                        "127.0.0.1",
                        "--no-browser",
                        "-c",
                        configuration);
            case PYTHON ->
                List.of(
                        setUp.resolve("venv/bin/langgraph").toString(),
                        "dev",
                        "--config",
                        configuration,
                        "--no-browser",
                        "--no-reload",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        portText,
                        "--n-jobs-per-worker",
                        "10");
        };
    }
}
