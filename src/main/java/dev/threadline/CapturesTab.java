package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureFolder.Item;
import dev.threadline.capture.CaptureTrash;
import dev.threadline.capture.CaptureTrash.Deleted;
import dev.threadline.settings.Preferences;
import dev.threadline.ui.captures.CaptureUse;
import dev.threadline.ui.captures.CapturesView;
import dev.threadline.ui.captures.FolderLimit;
import dev.threadline.ui.captures.LimitSheet;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.Toasts;
import dev.threadline.ui.menu.FolderWindow;
import dev.threadline.ui.menu.Sheet;
import dev.threadline.ui.shell.MainWindow;
import dev.threadline.ui.theme.Icons;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Tab;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The tab with all captures, and what is done with them: a deleted one can be had back until its message goes or the
/// window closes. JavaFX thread only.
final class CapturesTab implements CapturesView.Actions {
    private static final Words WORDS = Words.of(CapturesTab.class);
    private static final String TAB = "captures";

    private final MainWindow main;
    private final Theme theme;
    private final Background background;
    private final Preferences preferences;
    private final CaptureShelf shelf;
    private final OpenRecordings recordings;
    private final Toasts toasts;
    private final Window window;
    private final List<Deleted> deleted = new ArrayList<>();
    private @Nullable CapturesView view;
    private @Nullable Consumer<List<Item>> listener;
    private boolean warned;
    private boolean closed;

    /// What the tab needs of the window.
    interface Window {
        /// Opens a capture.
        void open(Path file);

        /// Lets the user choose a capture.
        void chooseCapture();

        /// The tab with a capture, or null.
        @Nullable
        Tab tabOf(Path file);

        /// Lays a sheet over the window.
        void show(Sheet sheet);
    }

    CapturesTab(
            MainWindow main,
            Theme theme,
            Background background,
            Preferences preferences,
            CaptureShelf shelf,
            OpenRecordings recordings,
            Toasts toasts,
            Window window) {
        this.main = main;
        this.theme = theme;
        this.background = background;
        this.preferences = preferences;
        this.shelf = shelf;
        this.recordings = recordings;
        this.toasts = toasts;
        this.window = window;
        shelf.guard(this::guard);
    }

    /// Brings the tab to the front.
    void open() {
        Tab there = main.find(TAB);
        if (there != null) {
            main.select(there);
            return;
        }
        CapturesView made = new CapturesView(theme, preferences.now().layout().captures(), this);
        view = made;
        Consumer<List<Item>> listening = made::show;
        listener = listening;
        shelf.subscribe(listening);
        made.limit(shelf.limit());
        Tab tab = main.open(TAB, made);
        tab.setText(WORDS.text("capturesTab.title"));
        tab.setGraphic(Icons.small(Feather.ARCHIVE));
        tab.setOnClosed(e -> {
            shelf.unsubscribe(listener);
            made.close();
            view = null;
        });
        shelf.refresh();
    }

    /// Says once a start that captures take more than they may.
    private void guard(FolderLimit limit) {
        if (view != null) {
            view.limit(limit);
        }
        if (limit.exceeded() && !warned && view == null) {
            warned = true;
            toasts.show(
                    Feather.ARCHIVE,
                    WORDS.text("capturesTab.over", Figures.bytes(limit.total()), Figures.bytes(limit.limit())),
                    WORDS.text("capturesTab.over.show"),
                    this::open,
                    () -> {});
        }
    }

    @Override
    public void open(Path file) {
        window.open(file);
    }

    @Override
    public void choose() {
        window.chooseCapture();
    }

    @Override
    public void showInFolder(Path file) {
        background.start(
                () -> FolderWindow.show(file),
                done -> {},
                failure -> toasts.show(
                        Feather.ALERT_TRIANGLE,
                        WORDS.text("capturesTab.unshown", String.valueOf(failure.getMessage()))));
    }

    @Override
    public void refresh() {
        shelf.refresh();
    }

    @Override
    public CaptureUse use(Path file) {
        return recordings.use(file);
    }

    @Override
    public void sorted(String order) {
        preferences.change(now -> now.withLayout(now.layout().withCaptures(order)));
    }

    @Override
    public void review(FolderLimit limit) {
        window.show(new LimitSheet(limit, this::delete));
    }

    @Override
    public void rename(Path file, String name) {
        boolean reopen = leave(file);
        background.start(
                () -> CaptureFolder.rename(file, name),
                renamed -> {
                    renamed(renamed, reopen);
                    shelf.refresh();
                },
                this::say);
    }

    private void renamed(Path file, boolean reopen) {
        Tab here = main.find(TAB);
        if (reopen && here != null) {
            window.open(file);
            main.select(here);
        }
    }

    /// Closes the tab of a capture, so that its file is let go; whether there was one.
    private boolean leave(Path file) {
        Tab tab = window.tabOf(file);
        if (tab == null) {
            return false;
        }
        main.close(tab);
        return true;
    }

    /// What came of a deletion.
    private record Outcome(List<Deleted> gone, List<String> kept) {}

    @Override
    public void delete(List<Path> files) {
        List<Path> free =
                files.stream().filter(file -> use(file) != CaptureUse.RECORDING).toList();
        if (free.size() < files.size()) {
            toasts.show(Feather.INFO, WORDS.text("capturesTab.recording", files.size() - free.size()));
        }
        if (free.isEmpty()) {
            return;
        }
        free.forEach(this::leave);
        background.start(() -> take(free), this::taken, this::say);
    }

    private static Outcome take(List<Path> files) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        for (Path file : files) {
            try {
                outcome.gone().add(CaptureTrash.take(file));
            } catch (CaptureFailure e) {
                outcome.kept().add(e.sentence());
            }
        }
        return outcome;
    }

    private void taken(Outcome outcome) {
        List<Deleted> gone = outcome.gone();
        deleted.addAll(gone);
        shelf.refresh();
        outcome.kept().stream().findFirst().ifPresent(sentence -> toasts.show(Feather.ALERT_TRIANGLE, sentence));
        if (!gone.isEmpty()) {
            String words = gone.size() == 1
                    ? WORDS.text("capturesTab.deleted", gone.getFirst().name())
                    : WORDS.text("capturesTab.deleted.many", Figures.count(gone.size()));
            toasts.show(Feather.TRASH_2, words, WORDS.text("capturesTab.undo"), () -> restore(gone), () -> purge(gone));
        }
    }

    @Override
    public boolean undo() {
        return !deleted.isEmpty() && toasts.chooseNewest();
    }

    private void restore(List<Deleted> gone) {
        deleted.removeAll(gone);
        background.start(
                () -> {
                    for (Deleted each : gone) {
                        each.restore();
                    }
                    return true;
                },
                done -> shelf.refresh(),
                failure -> {
                    say(failure);
                    shelf.refresh();
                });
    }

    private void purge(List<Deleted> gone) {
        if (closed) {
            return;
        }
        deleted.removeAll(gone);
        background.start(
                () -> {
                    gone.forEach(Deleted::purge);
                    return true;
                },
                done -> {},
                this::say);
    }

    private void say(Exception failure) {
        String words = failure instanceof CaptureFailure capture ? capture.sentence() : String.valueOf(failure);
        toasts.show(Feather.ALERT_TRIANGLE, words);
        shelf.refresh();
    }

    /// Deletes for good what can still be had back: the window closes. Blocks for a moment.
    void close() {
        closed = true;
        deleted.forEach(Deleted::purge);
        deleted.clear();
        toasts.clear();
    }
}
