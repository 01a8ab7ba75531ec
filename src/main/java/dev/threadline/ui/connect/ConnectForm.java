package dev.threadline.ui.connect;

import dev.threadline.protocol.ApiKeys;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.Header;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.settings.KeySource;
import dev.threadline.settings.KnownDeployment;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.Fx;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form that names a deployment and connects to it; a failed connection says why, beside what was tried.
///
/// The key is kept for this session only, and is taken from the environment only when that is chosen.
public final class ConnectForm extends VBox {
    private static final Words WORDS = Words.of(ConnectForm.class);

    private final TextField address = new TextField(Deployment.local().address().toString());
    private final TextField name = new TextField(Deployment.local().name());
    private final PasswordField key = new PasswordField();
    private final CheckBox fromEnvironment = new CheckBox(WORDS.text("connect.environment"));
    private final DoctorSteps steps;
    private final VBox outcome = new VBox();
    private final Button connect;
    private final Background background;
    private final BiConsumer<Connection, KeySource> connected;
    private Background.@Nullable Job trying;
    private Node first = address;

    /// A form that hands over each connection it makes.
    ///
    /// @param connected gets the connection and where its key came from
    public ConnectForm(Theme theme, Background background, BiConsumer<Connection, KeySource> connected) {
        this.background = background;
        this.connected = connected;
        steps = new DoctorSteps(theme);
        connect = Buttons.of(WORDS.text("connect.connect"), Feather.ZAP, "Enter", this::connect);
        connect.getStyleClass().add("tl-primary");
        connect.setId("connect");
        connect.setMinHeight(28);
        address.setId("address");
        address.setAccessibleText(WORDS.text("connect.address.of"));
        address.getStyleClass().add("tl-data");
        name.setId("name");
        name.setAccessibleText(WORDS.text("connect.name.of"));
        key.setId("api-key");
        key.setAccessibleText(WORDS.text("connect.key"));
        key.setPromptText(WORDS.text("connect.key.none"));
        fromEnvironment.setId("key-from-environment");
        address.setOnAction(e -> connect());
        name.setOnAction(e -> connect());
        key.setOnAction(e -> connect());
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox both = new HBox(
                12,
                grow(field(WORDS.text("connect.name"), WORDS.text("connect.optional"), name)),
                grow(field(WORDS.text("connect.key"), WORDS.text("connect.key.kept"), key)));
        VBox.setMargin(both, new Insets(12, 0, 0, 0));
        VBox.setMargin(fromEnvironment, new Insets(8, 0, 0, 0));
        VBox.setMargin(outcome, new Insets(12, 0, 0, 0));
        getChildren()
                .addAll(
                        field(WORDS.text("connect.address"), "", new HBox(8, address, connect)),
                        both,
                        fromEnvironment,
                        outcome);
    }

    /// Shows why something else than this form's address could not be connected to.
    public void show(Failure failure) {
        outcome.getChildren().setAll(banner(failure));
    }

    /// Fills in a deployment that needs no key and connects.
    public void connect(Deployment deployment) {
        connect(new KnownDeployment(deployment.name(), deployment.address(), KeySource.NONE, Instant.EPOCH));
    }

    /// Fills in a deployment that was connected to before and connects; where its key was typed, asks for it first.
    public void connect(KnownDeployment known) {
        address.setText(known.address().toString());
        name.setText(known.name());
        key.clear();
        fromEnvironment.setSelected(known.key() == KeySource.ENVIRONMENT);
        if (known.key() == KeySource.TYPED) {
            Label hint = new Label(WORDS.text("knownDeployments.key", known.name()));
            hint.getStyleClass().add("tl-muted");
            hint.setWrapText(true);
            outcome.getChildren().setAll(hint);
            first = key;
            key.requestFocus();
        } else {
            first = address;
            connect();
        }
    }

    /// What has to be typed first: the address, or the key of a deployment that was connected to before.
    public Node first() {
        return first;
    }

    /// Puts the cursor into the address.
    public void focusAddress() {
        address.requestFocus();
        address.end();
    }

    /// Connects to what is typed; a try that is still going on is given up.
    public void connect() {
        if (trying != null) {
            trying.cancel();
            trying = null;
        }
        switch (Deployment.parseAddress(address.getText())) {
            case Deployment.Problem problem ->
                outcome.getChildren().setAll(banner(new Failure(problem.sentence(), "", "")));
            case Deployment.Address typed -> tryIt(new Deployment(nameOf(typed), typed.uri(), headers()), keySource());
        }
    }

    private String nameOf(Deployment.Address typed) {
        return name.getText().isBlank()
                ? String.valueOf(typed.uri().getHost())
                : name.getText().strip();
    }

    private List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        if (!key.getText().isBlank()) {
            headers.add(new Header("x-api-key", key.getText().strip(), true));
        } else if (fromEnvironment.isSelected()) {
            ApiKeys.fromEnvironment(System.getenv()).ifPresent(headers::add);
        }
        return headers;
    }

    private KeySource keySource() {
        return !key.getText().isBlank()
                ? KeySource.TYPED
                : fromEnvironment.isSelected() ? KeySource.ENVIRONMENT : KeySource.NONE;
    }

    private void tryIt(Deployment deployment, KeySource source) {
        steps.start(deployment.place());
        outcome.getChildren().setAll(steps);
        trying = background.start(
                () -> Doctor.connect(deployment, finding -> Fx.run(() -> steps.found(finding))),
                connection -> {
                    trying = null;
                    connected.accept(connection, source);
                },
                failure -> {
                    trying = null;
                    steps.failed();
                    outcome.getChildren().setAll(steps, banner(words(failure)));
                });
    }

    private static Failure words(Exception failure) {
        return failure instanceof ServerFailure server
                ? Failures.of(server)
                : new Failure(WORDS.text("connect.failed"), "", failure.toString());
    }

    private static Node banner(Failure failure) {
        FailureBanner banner = new FailureBanner(failure, List.of());
        banner.setId("connect-failure");
        VBox.setMargin(banner, new Insets(8, 0, 0, 0));
        return banner;
    }

    private static VBox grow(VBox box) {
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static VBox field(String label, String hint, Node control) {
        Label word = new Label(label);
        word.getStyleClass().add("tl-medium");
        word.setMinWidth(USE_PREF_SIZE);
        Label aside = new Label(hint);
        aside.getStyleClass().add("tl-subtle");
        HBox head = new HBox(8, word, aside);
        head.setMinHeight(20);
        return new VBox(head, control);
    }
}
