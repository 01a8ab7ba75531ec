package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.Capture;
import dev.threadline.capture.SmallDisk;
import dev.threadline.server.Js;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.ui.shell.RunTab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A disk that gets full while a run streams, as the window tells it, and the way on in another folder. Where no small
/// disk can be mounted another program holds the file, which is told in the same place.
@ExtendWith(RealServers.class)
class FullDiskJourneyTest extends DeskTest {
    @TempDir
    Path other;

    @Test
    void theRunGoesOnAndItsRecordInAnotherFolder(@Js RealServer server) throws Exception {
        try (SmallDisk disk = new SmallDisk(captures)) {
            desk.connect(server.address());
            desk.choose("firehose");
            fill("/events", "8000");
            fill("/payload_bytes", "2000");
            fill("/delay_ms", "10");
            desk.robot.clickOn("#run");
            desk.await(
                    "events", () -> desk.front() != null && desk.front().run().folded() > 20);
            RunTab tab = desk.front();
            Path first = tab.run().recording().file();
            try (var holder = DriverManager.getConnection("jdbc:sqlite:" + first)) {
                if (!disk.mounted()) {
                    holder.createStatement().execute("BEGIN IMMEDIATE");
                }
                desk.await("the banner", () -> there("#continue-elsewhere"));
                assertThat(desk.words("#notices"))
                        .contains("can't be written: ", "The run goes on.", "continue in another folder");
                assertThat(desk.words("#status-bar")).contains("recording stopped at event");
                int then = tab.run().log().size();
                desk.await("more events", () -> tab.run().log().size() > then + 20);
                desk.shoot("disk-full");
                desk.shootSmall("disk-full");
                Path taken = Files.writeString(other.resolve("no folder"), "a file");
                desk.robot.interact(() -> tab.continueIn(taken));
                desk.await("the refusal", () -> desk.words("#notices").contains("can't be made"));
                desk.shoot("disk-full-refused");
                desk.robot.interact(() -> tab.continueIn(other));
                desk.await("another file", () -> tab.run().recording().file().startsWith(other));
            }
            desk.await("no banner", () -> !there("#continue-elsewhere"));
            assertThat(desk.words("#status-bar")).contains("recording to");
            Path second = tab.run().recording().file();
            tab.run().recording().flush();
            removeWithLog(second);
            desk.await("that it is told", () -> desk.words("#notices").contains("was removed or replaced"));
            desk.shoot("disk-removed");
            desk.robot.interact(() -> tab.continueIn(other));
            desk.await("a third file", () -> !there("#continue-elsewhere"));
            assertThat(tab.run().recording().file()).hasParent(other).isNotEqualTo(second);
            desk.robot.clickOn("#cancel");
            desk.ended();
            int events = tab.run().log().size();
            tab.run().recording().flush();
            try (Capture capture = Capture.read(tab.run().recording().file())) {
                assertThat(capture.last()).isEqualTo(events);
                for (long seq = 1; seq <= events; seq++) {
                    assertThat(capture.data(seq)).isNotNull();
                }
            }
            try (Capture capture = Capture.read(first)) {
                assertThat(capture.damage()).isNull();
                assertThat(capture.last()).isPositive();
            }
        }
    }

    private static void removeWithLog(Path file) throws Exception {
        for (String end : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
        }
    }

    private void fill(String place, String value) {
        desk.robot.clickOn(desk.field(place)).push(KeyCode.SHORTCUT, KeyCode.A).write(value);
    }

    private boolean there(String query) {
        return desk.robot.lookup(query).tryQuery().isPresent();
    }
}
