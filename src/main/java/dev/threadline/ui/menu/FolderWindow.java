package dev.threadline.ui.menu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The system's window on a folder.
final class FolderWindow {
    private FolderWindow() {}

    /// Opens it, making the folder where there is none; blocks for a moment.
    ///
    /// @throws IOException where the system has no such window
    static boolean open(Path folder) throws IOException {
        Files.createDirectories(folder);
        new ProcessBuilder(command(System.getProperty("os.name"), folder))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return true;
    }

    /// What opens it on a platform, as in the property `os.name`.
    static List<String> command(String os, Path folder) {
        String system = os.toLowerCase(Locale.ROOT);
        String program = system.startsWith("mac") ? "open" : system.startsWith("windows") ? "explorer" : "xdg-open";
        return List.of(program, folder.toString());
    }
}
