package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.OpenRun;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The first minute of somebody who has no server: one key, then Run.
class DemoJourneyTest extends DeskTest {
    @Test
    void oneKeyThenRun() throws Exception {
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.D);
        desk.await("the form", () -> desk.robot.lookup(".tl-field").tryQuery().isPresent());
        desk.shoot("demo-form");
        desk.shootSmall("demo-form");
        OpenRun run = desk.runByKey().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.SUCCESS);
        assertThat(run.recording().info().deployment()).isEqualTo("demo");
        assertThat(run.executions().all())
                .extracting(bar -> bar.node())
                .containsExactly("agent", "tools", "agent", "tools", "agent");
        assertThat(run.executions().all().getLast().tokens()).isGreaterThan(20);
        desk.shoot("demo-run");
        desk.shootSmall("demo-run");
        for (String panel : List.of("Node", "Event")) {
            desk.robot.clickOn(panel);
            desk.shoot("demo-" + panel.toLowerCase(Locale.ROOT));
            desk.shootSmall("demo-" + panel.toLowerCase(Locale.ROOT));
        }
    }
}
