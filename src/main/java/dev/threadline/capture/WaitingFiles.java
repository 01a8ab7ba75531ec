package dev.threadline.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The files of large payloads that are not in the capture yet, by event. Any thread.
final class WaitingFiles {
    private final ConcurrentHashMap<Long, Path> files = new ConcurrentHashMap<>();

    void put(long seq, Path file) {
        files.put(seq, file);
    }

    /// The payload of an event, or null where none waits; also where it comes into the capture at this moment.
    @Nullable
    InputStream open(long seq) {
        Path file = files.get(seq);
        try {
            return file == null ? null : Files.newInputStream(file);
        } catch (IOException e) {
            return null;
        }
    }

    /// The events whose payloads wait, in no order.
    LongStream seqs() {
        return List.copyOf(files.keySet()).stream().mapToLong(Long::longValue);
    }

    /// Removes a file: who holds it open reads on.
    void remove(long seq) {
        Path file = files.remove(seq);
        if (file != null) {
            file.toFile().delete();
        }
    }

    /// Removes all of them.
    void clear() {
        seqs().forEach(this::remove);
    }
}
