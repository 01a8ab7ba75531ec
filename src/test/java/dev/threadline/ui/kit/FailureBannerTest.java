package dev.threadline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FailureBannerTest {
    private VBox around;

    @Start
    void start(Stage stage) {
        String details = "GET http://nosuch.host.invalid/info\n(no answer)\n"
                + "java.net.UnknownHostException: nosuch.host.invalid: Name or service not known";
        around = new VBox(new FailureBanner(
                new FailureBanner.Failure("No machine is known by this name.", "Check the address.", details),
                List.of()));
        // Another test may have used the stage before: it keeps that one's size.
        around.setMaxSize(440, 300);
        StackPane.setAlignment(around, Pos.TOP_LEFT);
        Scene scene = new Scene(new StackPane(around), 440, 300);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theDetailsAreWholeAndTheirArrowTurns(FxRobot robot) throws Exception {
        Button button = robot.lookup("Details").queryAs(Button.class);
        assertThat(((FontIcon) button.getGraphic()).getIconCode()).isEqualTo(Feather.CHEVRON_RIGHT);
        robot.clickOn(button);
        assertThat(((FontIcon) button.getGraphic()).getIconCode()).isEqualTo(Feather.CHEVRON_DOWN);
        WaitForAsyncUtils.asyncFx(() -> {
                    around.applyCss();
                    around.layout();
                    TextArea area = (TextArea) Objects.requireNonNull(around.lookup(".tl-details"));
                    Text text = (Text) Objects.requireNonNull(area.lookup(".content .text"));
                    assertThat(text.getLayoutBounds().getHeight()).isGreaterThan(60);
                    assertThat(area.getHeight())
                            .isGreaterThan(text.getLayoutBounds().getHeight() + 12);
                    assertThat(area.localToScene(0, area.getHeight()).getY()).isLessThan(300);
                })
                .get(20, TimeUnit.SECONDS);
        robot.clickOn(button);
        assertThat(((FontIcon) button.getGraphic()).getIconCode()).isEqualTo(Feather.CHEVRON_RIGHT);
    }
}
