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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The folder where captures are kept unless the user says otherwise.
///
/// @param path where it is; need not exist yet
public record CaptureFolder(Path path) {
    private static final Words WORDS = Words.of(CaptureFolder.class);

    /// How captures are named, with the dot.
    public static final String EXTENSION = ".threadline";

    private static final int ID_CHARS = 12;
    /// A name that this folder gave: what ran, the end of an id, a number where there were two.
    private static final Pattern NAMED = Pattern.compile(".*-([0-9A-Za-z_-]{" + ID_CHARS + "})(?:-\\d+)?");

    private static final String NOT_IN_NAMES = ".*[\\p{Cntrl}/\\\\:*?\"<>|].*";
    private static final int NAME_CHARS = 60;

    /// A capture in the list.
    ///
    /// @param file the capture
    /// @param overview what is in it, or null where it can't be read or is not read yet
    /// @param size bytes on disk, those of the log beside the file too
    /// @param modified when it was last written
    /// @param failure why it can't be read, or null
    public record Item(
            Path file,
            @Nullable CaptureOverview overview,
            long size,
            Instant modified,
            @Nullable CaptureFailure failure) {
        /// Whose work it holds, or null where it can't be read or is not read yet.
        public @Nullable CaptureInfo info() {
            return overview == null ? null : overview.info();
        }

        /// What it is called: its file's name without the ending.
        public String name() {
            return CaptureFolder.name(file);
        }
    }

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
        for (Path file : thread == null ? List.<Path>of() : candidates(tail(thread))) {
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

    /// The files that may hold a thread: those named after it, and those that the user gave another name.
    private List<Path> candidates(String tail) throws CaptureFailure {
        return named("*").stream()
                .filter(file -> {
                    Matcher named = NAMED.matcher(name(file));
                    return !named.matches() || named.group(1).equals(tail);
                })
                .toList();
    }

    /// What a capture is called: its file's name without the ending.
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /// Gives a capture another name; blocks. Its file, and what stands beside it, stay in their folder.
    ///
    /// @return the file as it is called now
    /// @throws CaptureFailure.NotWritten where the name can't be had, or somebody writes the capture
    public static Path rename(Path file, String name) throws CaptureFailure {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.endsWith(".") || wanted.startsWith(".") || wanted.matches(NOT_IN_NAMES)) {
            throw new CaptureFailure.NotWritten(WORDS.text("folder.bad-name", wanted), null);
        }
        Path to = file.resolveSibling(wanted + EXTENSION);
        if (Files.exists(to)) {
            throw new CaptureFailure.NotWritten(WORDS.text("folder.name-taken", wanted), null);
        }
        new CaptureParts(file).moveTo(to);
        return to;
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

    /// The captures in the folder, the last written first; blocks, and looks into each one.
    ///
    /// @throws CaptureFailure where the folder can't be read; a missing folder is an empty list
    public List<Item> list() throws CaptureFailure {
        return new CaptureCatalog(this).list(items -> {});
    }

    List<Path> named(String pattern) throws CaptureFailure {
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
