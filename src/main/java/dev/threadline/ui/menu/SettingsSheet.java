package dev.threadline.ui.menu;

import dev.threadline.settings.Appearance;
import dev.threadline.settings.Preferences;
import dev.threadline.settings.Settings;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.kit.Segments;
import dev.threadline.words.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;

/// The settings, each applied at once. JavaFX thread only.
public final class SettingsSheet extends Sheet {
    private static final Words WORDS = Words.of(SettingsSheet.class);

    private final Preferences preferences;
    private final Background background;
    private final Path standard;
    private final Segments<Appearance> appearance;
    private final Label folder = new Label();
    private final Label trouble = new Label();
    private final Button back;

    /// The sheet over the settings.
    ///
    /// @param standard where captures are kept unless the user says otherwise
    public SettingsSheet(Preferences preferences, Background background, Path standard) {
        this(preferences, background, standard, new VBox(16));
    }

    private SettingsSheet(Preferences preferences, Background background, Path standard, VBox rows) {
        super("settings", WORDS.text("settingsSheet.title"), 560, rows);
        this.preferences = preferences;
        this.background = background;
        this.standard = standard;
        Settings now = preferences.now();
        appearance = new Segments<>(
                WORDS.text("settingsSheet.appearance"), List.of(Appearance.values()), SettingsSheet::word);
        appearance.value().set(now.appearance());
        appearance.value().subscribe(chosen -> preferences.change(old -> old.withAppearance(chosen)));
        appearance.node().setId("appearance");
        Segments<Integer> size = new Segments<>(
                WORDS.text("settingsSheet.size"),
                IntStream.rangeClosed(Settings.LEAST_FONT, Settings.MOST_FONT)
                        .boxed()
                        .toList(),
                px -> Integer.toString(px));
        size.value().set(now.fontSize());
        size.value().subscribe(px -> preferences.change(old -> old.withFontSize(px)));
        size.node().setId("text-size");
        CheckBox still = new CheckBox(WORDS.text("settingsSheet.still"));
        still.setId("reduced-motion");
        still.setMinHeight(26);
        still.setSelected(now.still());
        still.setOnAction(e -> preferences.change(old -> old.withStill(still.isSelected())));
        back = Buttons.of(WORDS.text("settingsSheet.back"), Feather.ROTATE_CCW, "", () -> keepIn(null));
        back.setId("captures-back");
        trouble.getStyleClass().add("tl-failed");
        trouble.setWrapText(true);
        trouble.setId("settings-trouble");
        rows.getChildren()
                .addAll(
                        row(WORDS.text("settingsSheet.appearance"), appearance.node()),
                        row(WORDS.text("settingsSheet.size"), size.node()),
                        row(WORDS.text("settingsSheet.motion"), still),
                        row(WORDS.text("settingsSheet.captures"), captures()),
                        row(WORDS.text("settingsSheet.limit"), new LimitChoice(preferences).node()),
                        trouble,
                        kept());
        say(preferences.found());
        showFolder();
    }

    @Override
    protected Node first() {
        return appearance.node();
    }

    /// Says what went wrong with the settings; an empty sentence says nothing.
    void say(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(!sentence.isEmpty());
    }

    private static String word(Appearance appearance) {
        return switch (appearance) {
            case SYSTEM -> WORDS.text("settingsSheet.system");
            case LIGHT -> WORDS.text("settingsSheet.light");
            case DARK -> WORDS.text("settingsSheet.dark");
        };
    }

    private static Node row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("tl-medium");
        label.setMinWidth(128);
        label.setPrefWidth(128);
        label.setMinHeight(26);
        label.setLabelFor(control);
        HBox row = new HBox(12, label, control);
        row.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(control, Priority.SOMETIMES);
        return row;
    }

    private Node captures() {
        folder.getStyleClass().add("tl-data");
        folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        folder.setMinWidth(0);
        folder.setMinHeight(26);
        folder.setId("captures-folder");
        Button choose = Buttons.of(WORDS.text("settingsSheet.choose"), Feather.FOLDER, "", this::choose);
        choose.setId("captures-choose");
        Button show = Buttons.of(WORDS.text("settingsSheet.show"), Feather.EXTERNAL_LINK, "", this::showCaptures);
        show.setId("captures-show");
        Label hint = new Label(WORDS.text("settingsSheet.captures.hint"));
        hint.getStyleClass().addAll("tl-small", "tl-subtle");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(6, folder, new HBox(8, choose, show, back), hint);
        box.setMinWidth(0);
        return box;
    }

    private Node kept() {
        String file = preferences.file().path().toString();
        Label label = new Label(WORDS.text("settingsSheet.kept", file));
        label.getStyleClass().addAll("tl-small", "tl-subtle");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(file));
        label.setMinWidth(0);
        HBox row = new HBox(4, label, new CopyButton(WORDS.text("settingsSheet.kept.copy"), () -> file));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tl-line-top-muted");
        row.setPadding(new Insets(8, 0, 0, 0));
        return row;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.text("settingsSheet.captures"));
        Path there = inUse();
        if (Files.isDirectory(there)) {
            chooser.setInitialDirectory(there.toFile());
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            keepIn(chosen.toPath());
        }
    }

    private void keepIn(@org.jspecify.annotations.Nullable Path other) {
        preferences.change(old -> old.withCaptures(standard.equals(other) ? null : other));
        showFolder();
    }

    private void showCaptures() {
        Path there = inUse();
        background.start(
                () -> FolderWindow.open(there),
                done -> say(""),
                failure -> say(WORDS.text("settingsSheet.unshown", there, String.valueOf(failure.getMessage()))));
    }

    private Path inUse() {
        Path chosen = preferences.now().captures();
        return chosen == null ? standard : chosen;
    }

    private void showFolder() {
        folder.setText(inUse().toString());
        folder.setTooltip(new Tooltip(inUse().toString()));
        boolean own = preferences.now().captures() != null;
        back.setVisible(own);
        back.setManaged(own);
    }
}
