package dev.threadline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that benches work in, and the heap they use.
final class Work {
    private static final Path FOLDER = Path.of("target/bench/work").toAbsolutePath();

    private Work() {}

    /// A file of this name that does not exist.
    static Path fresh(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        Files.createDirectories(FOLDER);
        for (String end : new String[] {"", "-wal", "-shm", ".lock"}) {
            Files.deleteIfExists(FOLDER.resolve(name + end));
        }
        return file;
    }

    /// A file of this name, which may exist from an earlier round.
    static Path file(String name) throws IOException {
        Files.createDirectories(FOLDER);
        return FOLDER.resolve(name);
    }

    /// Bytes of heap in use after a collection.
    static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
