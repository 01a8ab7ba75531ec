package dev.threadline.ui.start;

import dev.threadline.form.FormModel;
import dev.threadline.form.TextProblem;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.Schemas;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.connect.Failures;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.Focus;
import dev.threadline.ui.kit.Fx;
import dev.threadline.ui.kit.Panes;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form that starts a run: the assistant, its input as fields and as JSON, and Run. JavaFX thread only.
public final class NewRun extends VBox implements Panes {
    private static final Words WORDS = Words.of(NewRun.class);
    private final Background background;
    private final Connection connection;
    private final Start start;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(WORDS.text("new-run.title"));
    private final ComboBox<Assistant> assistants = new ComboBox<>();
    private final Label problems = new Label();
    private final Button run;
    private final Button join = Buttons.of(WORDS.text("new-run.join"), Feather.RADIO, "", () -> {});
    private final VBox notice = new VBox();
    private final VBox body = new VBox();
    private @Nullable Schemas schemas;
    private @Nullable FormModel input;
    private @Nullable FormModel context;
    private @Nullable InputPane shown;
    private Background.@Nullable Job reading;

    /// What starts a run.
    @FunctionalInterface
    public interface Start {
        /// Starts what this pane says.
        void run(NewRun pane, RunPlan plan);
    }

    /// A form for an assistant of a deployment; its schema is read in the background.
    public NewRun(Theme theme, Background background, Connection connection, Assistant assistant, Start start) {
        this.background = background;
        this.connection = connection;
        this.start = start;
        run = Buttons.of(WORDS.text("new-run.run"), Feather.PLAY, "Ctrl Enter", this::run);
        run.getStyleClass().add("tl-primary");
        run.setId("run");
        assistants.getItems().setAll(connection.assistants());
        assistants.setConverter(new Names());
        assistants.setId("assistant");
        assistants.setAccessibleText(WORDS.text("new-run.assistant"));
        assistants.setValue(assistant);
        assistants.valueProperty().subscribe(chosen -> read());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), notice, body);
    }

    /// The title of its tab.
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// Offers to hear a run that was started elsewhere instead.
    public void onJoin(Runnable action) {
        join.setVisible(true);
        join.setOnAction(e -> action.run());
    }

    /// The assistant that is chosen now.
    public Assistant assistant() {
        return assistants.getValue();
    }

    @Override
    public List<Node> panes() {
        return shown == null ? List.of(assistants) : List.of(shown.form(0), shown.editor(0));
    }

    /// Once the fields are there the first one gets the focus, unless the user went somewhere else meanwhile.
    private void focusFields() {
        Scene scene = getScene();
        Node focus = scene == null ? null : scene.getFocusOwner();
        if (focus == null || focus.equals(assistants)) {
            Focus.first(panes().getFirst());
        }
    }

    /// Shows a failure above the form.
    public void show(Failure failure) {
        FailureBanner banner = new FailureBanner(failure, List.of());
        banner.setId("start-failure");
        notice.getChildren().setAll(banner);
    }

    /// While a run is being started the button waits.
    public void busy(boolean now) {
        run.setDisable(now);
        if (now) {
            notice.getChildren().clear();
        }
    }

    private HBox header() {
        Label heading = new Label(WORDS.text("new-run.title"));
        heading.getStyleClass().add("tl-heading");
        Label on = new Label(WORDS.text("new-run.on", connection.deployment().name()));
        on.getStyleClass().add("tl-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        problems.getStyleClass().add("tl-failed");
        problems.setId("problems");
        join.setVisible(false);
        join.managedProperty().bind(join.visibleProperty());
        join.setId("join");
        Button reset = Buttons.of(WORDS.text("new-run.reset"), Feather.ROTATE_CCW, "", this::reset);
        HBox header = new HBox(heading, assistants, on, space, problems, join, reset, run);
        header.getStyleClass().addAll("tl-header", "tl-line-bottom-muted");
        return header;
    }

    private void read() {
        Assistant assistant = assistants.getValue();
        title.set(WORDS.text("new-run.title.of", assistant.name()));
        if (reading != null) {
            reading.cancel();
        }
        notice.getChildren().clear();
        Label waiting = new Label(WORDS.text("new-run.reading", assistant.name()));
        waiting.getStyleClass().add("tl-muted");
        waiting.setPadding(new Insets(12));
        body.getChildren().setAll(waiting);
        reading = background.start(() -> connection.server().schemas(assistant.id()), this::build, failure -> {
            build(null);
            show(
                    failure instanceof ServerFailure server
                            ? Failures.of(server)
                            : new Failure(WORDS.text("new-run.not-read"), "", failure.toString()));
        });
    }

    private void build(@Nullable Schemas read) {
        schemas = read;
        FormModel forInput = FormModel.ofInput(schemas == null ? null : schemas.input());
        input = forInput;
        context = schemas == null || !hasFields(schemas.context()) ? null : FormModel.of(schemas.context());
        List<InputPart> parts = new ArrayList<>();
        parts.add(new InputPart(WORDS.text("new-run.input"), WORDS.text("new-run.input.note"), forInput));
        if (context != null) {
            parts.add(new InputPart(WORDS.text("new-run.context"), WORDS.text("new-run.context.note"), context));
        }
        InputPane pane = new InputPane(parts, background);
        shown = pane;
        VBox.setVgrow(pane, Priority.ALWAYS);
        body.getChildren().setAll(pane);
        Fx.run(this::focusFields);
        pane.problemsProperty()
                .subscribe(count -> problems.setText(
                        count.intValue() == 0 ? "" : WORDS.text("new-run.problems", count, count.toString())));
        forInput.listen(notice.getChildren()::clear);
    }

    private void reset() {
        if (input != null) {
            input.reset();
        }
        if (context != null) {
            context.reset();
        }
    }

    /// Sends the form as it is; a form with problems can still be sent, but not a text that is no JSON.
    public void run() {
        if (input == null || run.isDisabled()) {
            return;
        }
        TextProblem unreadable = shown == null ? null : shown.flush();
        if (unreadable != null) {
            show(new Failure(
                    WORDS.text("new-run.unreadable"), WORDS.text("new-run.unreadable.action", unreadable.text()), ""));
            return;
        }
        Assistant assistant = assistants.getValue();
        RunRequest.Builder request = RunRequest.of(assistant.id()).input(input.value());
        if (context != null
                && context.value() instanceof JsonObject values
                && !values.members().isEmpty()) {
            request.context(values);
        }
        start.run(this, new RunPlan(connection, assistant, request.build(), known(assistant)));
    }

    /// What a recording needs of the server and is known here: the JavaScript server takes seconds over its schemas.
    private Map<String, String> known(Assistant assistant) {
        Map<String, String> known = new HashMap<>();
        known.put("info", Json.write(connection.info().json()));
        known.put("assistant", Json.write(assistant.json()));
        if (schemas != null) {
            known.put("schemas", Json.write(schemas.json()));
        }
        return known;
    }

    private static boolean hasFields(@Nullable JsonValue schema) {
        return schema instanceof JsonObject object
                && object.get("properties") instanceof JsonObject properties
                && !properties.members().isEmpty();
    }

    private static final class Names extends StringConverter<Assistant> {
        @Override
        public String toString(@Nullable Assistant assistant) {
            return assistant == null ? "" : assistant.name();
        }

        @Override
        public @Nullable Assistant fromString(String text) {
            return null;
        }
    }
}
