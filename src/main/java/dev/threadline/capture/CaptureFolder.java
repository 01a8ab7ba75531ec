package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The folder where captures are kept unless the user says otherwise.
///
/// @param path where it is; need not exist yet
public record CaptureFolder(Path path) {
    private static final Words WORDS = Words.of(CaptureFolder.class);

    /// How captures are named, with the dot.
    public static final String EXTENSION = ".threadline";

    private static final int ID_CHARS = 12;
    private static final int NAME_CHARS = 60;

    /// A capture in the list.
    ///
    /// @param file the capture
    /// @param info whose work it holds, or null where it can't be read
    /// @param size bytes on disk
    /// @param modified when it was last written
    /// @param failure why it can't be read, or null
    public record Item(
            Path file,
            @Nullable CaptureInfo info,
            long size,
            Instant modified,
            @Nullable CaptureFailure failure) {}

    /// The platform's folder for this user's captures.
    ///
    /// @param os the system's name, as in the property `os.name`
    /// @param home the user's folder
    /// @param environment variables by name
    public static CaptureFolder of(String os, Path home, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return new CaptureFolder(home.resolve("Library/Application Support/Threadline/Captures"));
        }
        if (system.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return new CaptureFolder(base.resolve("Threadline").resolve("Captures"));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.startsWith("/") ? Path.of(data) : home.resolve(".local/share");
        return new CaptureFolder(base.resolve("threadline/captures"));
    }

    /// The folder on this machine.
    public static CaptureFolder here() {
        // Java's user.home is that of the account, whatever HOME says.
        String home = System.getenv().getOrDefault("HOME", "");
        Path folder = Path.of(home.isBlank() ? System.getProperty("user.home") : home);
        return of(System.getProperty("os.name"), folder, System.getenv());
    }

    /// A capture open for writing the work on a thread: the one there is, or a new one; a new one as well where the one
    /// there is can't be written, and for every stateless run.
    ///
    /// @throws CaptureFailure where none can be made
    public Capture captureFor(CaptureInfo info) throws CaptureFailure {
        String thread = info.threadId();
        for (Path file : thread == null ? List.<Path>of() : named("*-" + tail(thread))) {
            Capture capture = existing(file, info);
            if (capture != null) {
                return capture;
            }
        }
        String id = thread == null ? UUID.randomUUID().toString() : thread;
        return create(safe(info.assistant()) + "-" + tail(id), info);
    }

    private Capture create(String name, CaptureInfo info) throws CaptureFailure {
        int number = 1;
        while (true) {
            Path file = path.resolve(name + (number == 1 ? "" : "-" + number) + EXTENSION);
            if (!Files.exists(file)) {
                try {
                    return Capture.create(file, info);
                } catch (CaptureFailure.NotWritten e) {
                    if (!(e.getCause() instanceof FileAlreadyExistsException)) {
                        throw e;
                    }
                }
            }
            number++;
        }
    }

    private static @Nullable Capture existing(Path file, CaptureInfo info) {
        try {
            CaptureInfo there = Capture.peek(file);
            if (there.address().equals(info.address()) && Objects.equals(info.threadId(), there.threadId())) {
                Capture capture = Capture.open(file);
                if (!capture.readOnly()) {
                    return capture;
                }
                capture.close();
            }
        } catch (CaptureFailure e) {
            // Some other file of that name: it stays as it is.
        }
        return null;
    }

    /// The captures in the folder, the last written first; blocks, and reads each one's head.
    ///
    /// @throws CaptureFailure where the folder can't be read; a missing folder is an empty list
    public List<Item> list() throws CaptureFailure {
        List<Item> items = new ArrayList<>();
        for (Path file : named("*")) {
            items.add(item(file));
        }
        items.sort(Comparator.comparing(Item::modified).reversed());
        return items;
    }

    private static Item item(Path file) {
        long size = 0;
        Instant modified = Instant.EPOCH;
        try {
            size = Files.size(file);
            modified = Files.getLastModifiedTime(file).toInstant();
            return new Item(file, Capture.peek(file), size, modified, null);
        } catch (CaptureFailure e) {
            return new Item(file, null, size, modified, e);
        } catch (IOException e) {
            return new Item(
                    file, null, size, modified, new CaptureFailure.NotRead(WORDS.text("file.unreadable", file, e), e));
        }
    }

    private List<Path> named(String pattern) throws CaptureFailure {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(path, pattern + "*" + EXTENSION)) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            found.sort(Comparator.comparingInt((Path file) -> file.toString().length())
                    .thenComparing(Comparator.naturalOrder()));
            return found;
        } catch (IOException | DirectoryIteratorException e) {
            throw new CaptureFailure.NotRead(WORDS.text("folder.unreadable", path, e), e);
        }
    }

    /// The last characters of an id: the first ones are alike among ids of the same day.
    private static String tail(String id) {
        String safe = safe(id);
        return safe.substring(Math.max(0, safe.length() - ID_CHARS));
    }

    private static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints()
                .limit(NAME_CHARS)
                .map(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' ? c : '-')
                .forEach(safe::appendCodePoint);
        return safe.isEmpty() ? "run" : safe.toString();
    }
}
