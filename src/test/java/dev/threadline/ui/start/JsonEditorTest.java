package dev.threadline.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JsonEditorTest {
    private final JsonEditor editor = new JsonEditor();

    @Start
    void start(Stage stage) {
        editor.setText("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}");
        Scene scene = new Scene(new StackPane(editor), 600, 500);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void everyLineIsTwentyHighInEveryState(FxRobot robot) throws Exception {
        assertTwenty("fresh");
        assertLines("changed", "{\n  \"a\": 1,\n  \"b\": 27,\n  \"c\": 3\n}");
        assertLines("longer", "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ],\n  \"c\": 3\n}");
        assertLines("blank lines", "{\n\n\n  \"a\": 1\n\n}\n");
        assertLines("accents", "{\n  \"a\": \"äß→\",\n  \"b\": 2\n}");
        assertLines("other letters", "{\n  \"a\": \"漢字 😀\",\n  \"b\": \"ไทย\"\n}");
        assertLines("fresh again", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}");
        TextArea area = area();
        onFx(() -> {
            editor.goTo(9);
            return 0;
        });
        robot.write("7");
        assertTwenty("typed");
        onFx(() -> {
            area.undo();
            return 0;
        });
        assertTwenty("undone");
    }

    @Test
    void linesThatAnotherTextMadeHigherAreTwentyHighToo() throws Exception {
        String letters = "{\n  \"seen\": \"before\",\n  \"b\": 2\n}";
        double higher = onFx(() -> {
            Text other = new Text(letters);
            other.setFont(Fonts.data(11.5));
            other.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
            return other.getLayoutBounds().getHeight();
        });
        assertThat(higher).isGreaterThan(4 * 16);
        assertLines("seen before", letters);
        assertLines("and after", "{\n  \"not\": \"seen\",\n  \"b\": 2\n}");
    }

    private void assertLines(String state, String text) throws Exception {
        onFx(() -> {
            editor.setText(text);
            return 0;
        });
        assertTwenty(state);
        WaitForAsyncUtils.waitForFxEvents();
        assertTwenty(state + ", a moment later");
    }

    private void assertTwenty(String state) throws Exception {
        assertThat(heights())
                .as(state)
                .isNotEmpty()
                .allSatisfy(height -> assertThat(height).isCloseTo(20, within(0.01)));
    }

    @Test
    void enterKeepsTheIndent(FxRobot robot) throws Exception {
        onFx(() -> {
            editor.setText("{\n  \"a\": {\n    \"b\": 1,\n}");
            editor.goTo(10);
            return 0;
        });
        robot.type(KeyCode.ENTER);
        assertThat(area().getText()).startsWith("{\n  \"a\": {\n    \n    \"b\"");
        onFx(() -> {
            editor.goTo(area().getText().lastIndexOf(',') + 1);
            return 0;
        });
        robot.type(KeyCode.ENTER);
        assertThat(area().getText()).isEqualTo("{\n  \"a\": {\n    \n    \"b\": 1,\n    \n}");
    }

    /// The distances of the lines as the text area lays them out, in pixels.
    private List<Double> heights() throws Exception {
        return onFx(() -> {
            editor.applyCss();
            editor.layout();
            Text text = (Text) Objects.requireNonNull(area().lookup(".content .text"));
            List<Double> found = new ArrayList<>();
            String letters = text.getText();
            double before = top(text, 0);
            for (int end = letters.indexOf('\n'); end >= 0; end = letters.indexOf('\n', end + 1)) {
                double top = top(text, end + 1);
                found.add(top - before);
                before = top;
            }
            return found;
        });
    }

    private static double top(Text text, int offset) {
        return text.caretShape(offset, true)[0] instanceof MoveTo start ? start.getY() : 0;
    }

    private TextArea area() {
        return (TextArea) editor.lookup("#json");
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
    }
}
