package dev.threadline;

import dev.threadline.settings.Settings;
import dev.threadline.settings.SettingsFile;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test in the real window: opened before each test, closed after it, its captures in a folder that goes.
abstract class DeskTest {
    @TempDir
    Path captures;

    @TempDir
    Path settings;

    Desk desk;

    /// The settings that the window finds: those of a user who knows the tour.
    Settings startWith() {
        return Settings.FIRST.withTourSeen(true);
    }

    @BeforeEach
    void open() throws Exception {
        open(startWith());
    }

    /// Opens the window as a user with these settings finds it.
    void open(Settings found) throws Exception {
        SettingsFile file = SettingsFile.in(settings);
        file.write(found);
        desk = new Desk(captures, file);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
