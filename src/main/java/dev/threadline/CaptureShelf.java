package dev.threadline;

import dev.threadline.capture.CaptureCatalog;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureFolder.Item;
import dev.threadline.settings.Preferences;
import dev.threadline.settings.Settings;
import dev.threadline.ui.captures.CaptureUse;
import dev.threadline.ui.captures.FolderLimit;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The folder that runs are recorded into, and the list of what is in it for everybody who shows some of it. The list
/// is
/// made in the background and handed out as it gets whole. JavaFX thread only.
final class CaptureShelf {
    private final Background background;
    private final CaptureFolder standard;
    private final Function<Path, CaptureUse> use;
    private final List<Consumer<List<Item>>> listeners = new ArrayList<>();
    private final List<Consumer<FolderLimit>> guards = new ArrayList<>();
    private CaptureCatalog catalog;
    private List<Item> items = List.of();
    private long limit;
    private boolean listed;
    private boolean listing;
    private boolean again;

    /// @param standard the folder unless the settings name another one
    /// @param use what the window does with a capture
    CaptureShelf(Background background, CaptureFolder standard, Function<Path, CaptureUse> use) {
        this.background = background;
        this.standard = standard;
        this.use = use;
        catalog = new CaptureCatalog(standard);
    }

    /// Follows the settings from now on: the folder that the user chose, and how much may be in it.
    void follow(Preferences preferences) {
        preferences.subscribe(this::follow);
    }

    private void follow(Settings settings) {
        Path chosen = settings.captures();
        CaptureFolder now = chosen == null ? standard : new CaptureFolder(chosen);
        boolean other = !now.equals(folder());
        boolean bound = limit != settings.capturesLimit();
        limit = settings.capturesLimit();
        if (other) {
            catalog = new CaptureCatalog(now);
        }
        if (other || !listed) {
            listed = true;
            refresh();
        } else if (bound) {
            guard();
        }
    }

    /// Where runs are recorded now.
    CaptureFolder folder() {
        return catalog.folder();
    }

    /// Gives each list, also while it is not whole yet, beginning with the one that is known.
    void subscribe(Consumer<List<Item>> listener) {
        listeners.add(listener);
        listener.accept(items);
    }

    /// Gives no more lists.
    void unsubscribe(@Nullable Consumer<List<Item>> listener) {
        listeners.remove(listener);
    }

    /// Tells after each whole list, and when the limit changes, how much room captures take.
    void guard(Consumer<FolderLimit> guard) {
        guards.add(guard);
    }

    /// Captures against their limit, as they were listed last.
    FolderLimit limit() {
        return FolderLimit.of(items, limit, file -> use.apply(file) != CaptureUse.IDLE);
    }

    private void guard() {
        FolderLimit now = limit();
        List.copyOf(guards).forEach(guard -> guard.accept(now));
    }

    /// Looks at the folder again.
    void refresh() {
        if (listing) {
            again = true;
            return;
        }
        listing = true;
        CaptureCatalog asked = catalog;
        background.start(
                () -> asked.list(partly -> Fx.run(() -> show(asked, partly))),
                whole -> {
                    show(asked, whole);
                    listed(asked);
                },
                failure -> {
                    show(asked, List.of());
                    listed(asked);
                });
    }

    private void show(CaptureCatalog asked, List<Item> now) {
        if (asked == catalog) {
            items = now;
            List.copyOf(listeners).forEach(listener -> listener.accept(now));
        }
    }

    private void listed(CaptureCatalog asked) {
        listing = false;
        if (again || asked != catalog) {
            again = false;
            refresh();
        } else {
            guard();
        }
    }
}
