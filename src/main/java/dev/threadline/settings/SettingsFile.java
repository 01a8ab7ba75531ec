package dev.threadline.settings;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The file that settings are kept in: `settings.json` in the platform's folder for configuration.
///
/// @param path where it is; need not exist yet
public record SettingsFile(Path path) {
    private static final Words WORDS = Words.of(SettingsFile.class);

    /// What a start found.
    ///
    /// @param settings those of the file, or a first start's
    /// @param said a sentence where the file could not be used, else empty
    public record Found(Settings settings, String said) {}

    /// The file of this user on a platform.
    ///
    /// @param os the system's name, as in the property `os.name`
    /// @param home the user's folder
    /// @param environment variables by name
    public static SettingsFile of(String os, Path home, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return in(home.resolve("Library/Application Support/Threadline"));
        }
        if (system.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return in((roaming.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Threadline"));
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return in((config.startsWith("/") ? Path.of(config) : home.resolve(".config")).resolve("threadline"));
    }

    /// The file on this machine.
    public static SettingsFile here() {
        // Java's user.home is that of the account, whatever HOME says.
        String home = System.getenv().getOrDefault("HOME", "");
        Path folder = Path.of(home.isBlank() ? System.getProperty("user.home") : home);
        return of(System.getProperty("os.name"), folder, System.getenv());
    }

    /// The file in a folder.
    public static SettingsFile in(Path folder) {
        return new SettingsFile(folder.resolve("settings.json"));
    }

    /// Reads the file; blocks. One that can't be used is put aside under another name, and that is said.
    public Found read() {
        try {
            String text = Files.readString(path);
            if (Json.parse(text) instanceof JsonObject object) {
                return newer(object)
                        ? aside("newer", WORDS.text("settingsFile.newer"))
                        : new Found(Settings.from(object), "");
            }
            return aside("damaged", WORDS.text("settingsFile.damaged"));
        } catch (NoSuchFileException e) {
            return new Found(Settings.FIRST, "");
        } catch (JsonFailure | java.nio.charset.CharacterCodingException e) {
            return aside("damaged", WORDS.text("settingsFile.damaged"));
        } catch (IOException e) {
            return new Found(Settings.FIRST, WORDS.text("settingsFile.unread", path, e));
        }
    }

    private static boolean newer(JsonObject object) {
        @Nullable JsonValue version = object.get("version");
        return version instanceof JsonNumber number && Double.parseDouble(number.literal()) > Settings.VERSION;
    }

    private Found aside(String why, String sentence) {
        try {
            Path to = path.resolveSibling("settings." + why + ".json");
            for (int number = 2; Files.exists(to); number++) {
                to = path.resolveSibling("settings." + why + "-" + number + ".json");
            }
            Files.move(path, to);
            return new Found(Settings.FIRST, sentence + " " + WORDS.text("settingsFile.aside", to));
        } catch (IOException e) {
            return new Found(Settings.FIRST, sentence + " " + WORDS.text("settingsFile.unread", path, e));
        }
    }

    /// Writes the file anew and whole; blocks. Who reads meanwhile sees the old one or the new one.
    ///
    /// @throws IOException where the folder can't be written
    public void write(Settings settings) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = Files.createTempFile(folder, "settings", ".tmp");
        try {
            byte[] bytes = (Json.pretty(settings.json()) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            move(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
