package dev.threadline;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test in the real window: opened before each test, closed after it, its captures in a folder that goes.
abstract class DeskTest {
    @TempDir
    Path captures;

    Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(captures);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
