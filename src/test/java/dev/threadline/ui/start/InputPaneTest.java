package dev.threadline.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.form.FormModel;
import dev.threadline.form.Schemas;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class InputPaneTest {
    private final Background background = new Background();
    private Stage stage;
    private Theme theme;
    private FormModel model;
    private InputPane pane;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
    }

    @Test
    void typingFillsTheJson(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        type(robot, "/topic", "umbrellas");
        robot.clickOn(control("/tone=pun"));
        click(robot, "/audience");
        type(robot, "/audience/age", "3");
        robot.clickOn(control("/audience/interests")).write("cats").type(KeyCode.ENTER);
        robot.write("rain").type(KeyCode.TAB);
        settle();
        assertThat(text()).isEqualTo("""
            {
              "topic": "umbrellas",
              "tone": "pun",
              "max_words": 30,
              "family_friendly": true,
              "audience": {
                "language": "en",
                "age": 3,
                "interests": [
                  "cats",
                  "rain"
                ]
              }
            }\
            """);
        assertThat(labels("tl-problem")).contains("4 or more. The run would fail at its start.", "minimum 4");
        assertThat(pane.problemsProperty().get()).isEqualTo(1);
        robot.clickOn("Set to 4");
        settle();
        assertThat(model.value().at(JsonPointer.parse("/audience/age"))).isEqualTo(new JsonValue.JsonNumber("4"));
        assertThat(pane.problemsProperty().get()).isZero();
        robot.clickOn(control("/topic=reset"));
        settle();
        assertThat(((TextInputControl) control("/topic")).getText()).isEqualTo("ice cream");
    }

    @Test
    void arrowsStepNumbersAndBackspaceTakesChipsBack(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        robot.clickOn(control("/max_words")).type(KeyCode.UP, 2).type(KeyCode.DOWN);
        assertThat(((TextInputControl) control("/max_words")).getText()).isEqualTo("31");
        click(robot, "/audience");
        robot.clickOn(control("/audience/interests")).write("cats").type(KeyCode.ENTER, KeyCode.BACK_SPACE);
        assertThat(((TextInputControl) control("/audience/interests")).getText())
                .isEqualTo("cats");
        assertThat(model.value().at(JsonPointer.parse("/audience/interests"))).isEqualTo(Schemas.json("[]"));
    }

    @Test
    void aPressAnywhereInTheChipsFocusesTheirInput(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        click(robot, "/audience");
        Node input = control("/audience/interests");
        Bounds box =
                onFx(() -> input.getParent().localToScreen(input.getParent().getLayoutBounds()));
        robot.clickOn(box.getMaxX() - 6, box.getCenterY()).write("cats").type(KeyCode.ENTER);
        robot.clickOn(control("/topic"));
        robot.clickOn(box.getMaxX() - 6, box.getMaxY() - 3).write("rain").type(KeyCode.ENTER);
        assertThat(model.value().at(JsonPointer.parse("/audience/interests")))
                .isEqualTo(Schemas.json("['cats','rain']"));
    }

    @Test
    void aNewObjectBeginsInItsFirstField(FxRobot robot) throws Exception {
        open(Schemas.js("research", "input_schema"));
        robot.clickOn(control("/sources=add")).write("first");
        robot.clickOn(control("/sources=add")).write("second");
        assertThat(model.value().at(JsonPointer.parse("/sources/0/name"))).isEqualTo(Schemas.json("'first'"));
        assertThat(model.value().at(JsonPointer.parse("/sources/1/name"))).isEqualTo(Schemas.json("'second'"));
        assertThat(moves()).containsExactly("Move down", "Move up");
        onFx(() -> {
            model.write(Schemas.json("{'sources':[{'name':'only'}]}"));
            return 0;
        });
        settle();
        assertThat(moves()).isEmpty();
    }

    /// What of the buttons that move items can be pressed.
    private List<String> moves() throws Exception {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".tl-item-button").stream()
                .filter(button -> !button.isDisabled())
                .map(Node::getAccessibleText)
                .filter(name -> name.startsWith("Move"))
                .toList());
    }

    @Test
    void leftOutObjectsStandAtTheEdge(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        assertThat(left("audience")).isEqualTo(left("topic"));
        click(robot, "/audience");
        assertThat(left("audience")).isGreaterThan(left("topic"));
    }

    private double left(String key) throws Exception {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".tl-field-label").stream()
                .filter(node -> ((Label) node).getText().equals(key))
                .mapToDouble(node -> node.localToScene(0, 0).getX())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void pairsHaveRoomAtEveryWidth(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        for (double width : List.of(980.0, 700.0, 980.0, 700.0)) {
            robot.interact(() -> stage.setWidth(width));
            settle();
            List<FieldPair> pairs =
                    List.copyOf(robot.lookup(node -> node instanceof FieldPair).<FieldPair>queryAllAs(FieldPair.class));
            assertThat(pairs).isNotEmpty().allSatisfy(pair -> {
                Node first = pair.getChildren().getFirst();
                Node second = pair.getChildren().getLast();
                Bounds before = first.getBoundsInParent();
                assertThat(second.getLayoutX() >= before.getMaxX() || second.getLayoutY() >= before.getMaxY())
                        .isTrue();
                assertThat(second.getLayoutY() + second.getLayoutBounds().getHeight())
                        .isLessThanOrEqualTo(pair.getHeight() + 1);
            });
        }
    }

    @Test
    void typingJsonFillsTheForm(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        TextArea area = area();
        onFx(() -> {
            area.replaceText(0, area.getLength(), "{\"topic\": \"tea\", \"mood\": [1]}");
            return area;
        });
        settle();
        assertThat(((TextInputControl) control("/topic")).getText()).isEqualTo("tea");
        assertThat(control("/mood")).isNotNull();
        assertThat(area.getText()).isEqualTo("{\"topic\": \"tea\", \"mood\": [1]}");
        onFx(() -> {
            area.replaceText(0, area.getLength(), "{\"topic\": tea}");
            return area;
        });
        settle();
        assertThat(model.value()).isEqualTo(Schemas.json("{'topic':'tea','mood':[1]}"));
        assertThat(labels("tl-medium")).anyMatch(words -> words.startsWith("Not JSON from line 1, column 11 on. "));
        assertThat(area.getText()).isEqualTo("{\"topic\": tea}");
    }

    @Test
    void flushTakesOverWhatWasJustTyped(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        JsonValue value = onFx(() -> {
            area().setText("{\"topic\": \"now\"}");
            assertThat(pane.flush()).isNull();
            return model.value();
        });
        assertThat(value).isEqualTo(Schemas.json("{'topic':'now'}"));
    }

    @Test
    void tabGoesFromTopToBottom(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        robot.clickOn(control("/topic"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            robot.type(KeyCode.TAB);
            ids.add(onFx(() -> String.valueOf(stage.getScene().getFocusOwner().getId())));
        }
        assertThat(ids)
                .containsSubsequence("field:/tone", "field:/max_words", "field:/family_friendly", "field:/audience");
    }

    @Test
    void aChatBeginsWithTheFirstLetter(FxRobot robot) throws Exception {
        open(Schemas.js("tools", "input_schema"));
        robot.clickOn(control("/messages/0/content")).write("Hello");
        assertThat(model.value()).isEqualTo(Schemas.json("{'messages':[{'role':'user','content':'Hello'}]}"));
        robot.clickOn(control("/messages=add")).write("Hi");
        settle();
        assertThat(model.value().at(JsonPointer.parse("/messages/1")))
                .isEqualTo(Schemas.json("{'role':'assistant','content':'Hi'}"));
    }

    @Test
    void listsGrowMoveAndShrink(FxRobot robot) throws Exception {
        open(Schemas.js("supervisor", "input_schema"));
        robot.clickOn(control("/teams=add"));
        robot.clickOn(control("/teams/2=writing"));
        assertThat(model.value().at(JsonPointer.parse("/teams")))
                .isEqualTo(Schemas.json("['research','writing','writing']"));
        HBox actions = (HBox) onFx(() -> stage.getScene().lookup(".tl-item-actions"));
        robot.clickOn(actions.getChildren().getLast());
        assertThat(model.value().at(JsonPointer.parse("/teams"))).isEqualTo(Schemas.json("['writing','writing']"));
    }

    @Test
    void aLongListShowsHowMuchThereIsMore(FxRobot robot) throws Exception {
        open(Schemas.js("research", "input_schema"));
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            items.append(i == 0 ? "" : ",").append("{'name':'n").append(i).append("','duration_ms':-1}");
        }
        onFx(() -> {
            model.write(Schemas.json("{'sources':[" + items + "]}"));
            return 0;
        });
        settle();
        assertThat(control("/sources/49/name")).isNotNull();
        assertThat(control("/sources/50/name")).isNull();
        assertThat(pane.problemsProperty().get()).isEqualTo(120);
        onFx(() -> {
            pane.form(0).reveal(JsonPointer.parse("/sources/110/duration_ms"));
            return 0;
        });
        assertThat(onFx(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("field:/sources/110/duration_ms");
    }

    @Test
    void aLargeTextOpensWhenAskedFor(FxRobot robot) throws Exception {
        open(Schemas.js("joke", "input_schema"));
        String topic = "x".repeat(70_000);
        onFx(() -> {
            model.write(Schemas.json("{\"topic\": \"" + topic + "\"}"));
            return 0;
        });
        settle();
        assertThat(labels("tl-muted")).anyMatch(words -> words.startsWith("The value is 70,0"));
        robot.clickOn("Open the text");
        settle();
        assertThat(text()).contains(topic);
        onFx(() -> {
            model.write(Schemas.json("{'topic': 'short'}"));
            return 0;
        });
        settle();
        assertThat(text()).isEqualTo("{\n  \"topic\": \"short\"\n}");
    }

    private void open(JsonValue schema) throws Exception {
        onFx(() -> {
            model = FormModel.ofInput(schema);
            pane = new InputPane(List.of(new InputPart("Input", "from the assistant's own schema", model)), background);
            Scene scene = new Scene(new StackPane(pane), 980, 900);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            return pane;
        });
        settle();
    }

    private void type(FxRobot robot, String place, String text) throws Exception {
        robot.clickOn(control(place));
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write(text);
    }

    private void click(FxRobot robot, String place) throws Exception {
        robot.clickOn(control(place));
        settle();
    }

    private Node control(String place) throws Exception {
        return onFx(() -> find(stage.getScene().getRoot(), "field:" + place));
    }

    private TextArea area() {
        return (TextArea) find(pane.editor(0), "json");
    }

    private String text() throws Exception {
        return onFx(() -> pane.editor(0).textProperty().get());
    }

    private List<String> labels(String style) throws Exception {
        return onFx(() -> stage.getScene().getRoot().lookupAll("." + style).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private void settle() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(pane::settled));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Node find(Node node, String id) {
        if (id.equals(node.getId())) {
            return node;
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(child -> find(child, id))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
    }
}
