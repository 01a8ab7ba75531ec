package dev.threadline.ui.menu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The system's window on a folder.
public final class FolderWindow {
    private FolderWindow() {}

    /// Opens it, making the folder where there is none; blocks for a moment.
    ///
    /// @throws IOException where the system has no such window
    static boolean open(Path folder) throws IOException {
        Files.createDirectories(folder);
        start(command(System.getProperty("os.name"), folder));
        return true;
    }

    /// Opens it on a file's folder, with the file selected where the system can; blocks for a moment.
    ///
    /// @throws IOException where the system has no such window
    public static boolean show(Path file) throws IOException {
        start(showing(System.getProperty("os.name"), file.toAbsolutePath()));
        return true;
    }

    private static void start(List<String> command) throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// What shows a file in it on a platform, as in the property `os.name`.
    static List<String> showing(String os, Path file) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        return system.startsWith("windows")
                ? List.of("explorer", "/select," + file)
                : command(os, file.resolveSibling(".").normalize());
    }

    /// What opens it on a platform, as in the property `os.name`.
    static List<String> command(String os, Path folder) {
        String system = os.toLowerCase(Locale.ROOT);
        String program = system.startsWith("mac") ? "open" : system.startsWith("windows") ? "explorer" : "xdg-open";
        return List.of(program, folder.toString());
    }
}
