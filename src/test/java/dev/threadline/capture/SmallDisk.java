package dev.threadline.capture;

import java.io.IOException;
import java.nio.file.Path;

/// A file system of 2 MB mounted over a folder until it is closed, where this process may mount one (as root on Linux).
public final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final boolean mounted;

    /// Mounts it, or notes that this can't be.
    public SmallDisk(Path folder) {
        this.folder = folder;
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
    }

    /// Whether the folder is a small disk now.
    public boolean mounted() {
        return mounted;
    }

    /// Makes the folder read-only by a second mount over the first, which root heeds, too.
    public boolean readOnly() {
        return run("mount", "--bind", folder.toString(), folder.toString())
                && run("mount", "-o", "remount,bind,ro", folder.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        while (mounted && run("umount", "-l", folder.toString())) {
            // Once more where something is mounted on top.
        }
    }
}
