package dev.threadline.ui.menu;

import dev.threadline.words.Words;
import java.util.List;

/// A key of the window and what it does.
///
/// @param keys as printed: `Ctrl N`; several that belong together are parted by a comma
/// @param does what it does, a few words
public record Shortcut(String keys, String does) {
    private static final Words WORDS = Words.of(Shortcut.class);

    /// Keys that work in one place.
    ///
    /// @param title where they work
    public record Group(String title, List<Shortcut> shortcuts) {}

    /// All keys that work, by place; the one list of them.
    public static List<Group> all() {
        return List.of(window(), start(), run(), timeline(), lists(), captures());
    }

    private static Group window() {
        return new Group(
                WORDS.text("shortcut.window"),
                List.of(
                        new Shortcut("Ctrl N", WORDS.text("shortcut.new-run")),
                        new Shortcut("Ctrl O", WORDS.text("shortcut.open")),
                        new Shortcut("Ctrl Tab", WORDS.text("shortcut.next-tab")),
                        new Shortcut("Ctrl W", WORDS.text("shortcut.close-tab")),
                        new Shortcut("F6", WORDS.text("shortcut.next-pane")),
                        new Shortcut("Ctrl B", WORDS.text("shortcut.sidebar")),
                        new Shortcut("Ctrl ,", WORDS.text("shortcut.settings")),
                        new Shortcut("F1, ?", WORDS.text("shortcut.shortcuts")),
                        new Shortcut("Esc", WORDS.text("shortcut.close"))));
    }

    private static Group start() {
        return new Group(
                WORDS.text("shortcut.start"),
                List.of(
                        new Shortcut("Enter", WORDS.text("shortcut.connect")),
                        new Shortcut("Ctrl D", WORDS.text("shortcut.demo")),
                        new Shortcut("Ctrl T", WORDS.text("shortcut.dev-server"))));
    }

    private static Group run() {
        return new Group(
                WORDS.text("shortcut.run"),
                List.of(
                        new Shortcut("Ctrl Enter", WORDS.text("shortcut.start-run")),
                        new Shortcut("F5", WORDS.text("shortcut.run-again")),
                        new Shortcut("Shift F5", WORDS.text("shortcut.cancel")),
                        new Shortcut("Ctrl F", WORDS.text("shortcut.search")),
                        new Shortcut("F3, Shift F3", WORDS.text("shortcut.match")),
                        new Shortcut("F", WORDS.text("shortcut.node-only"))));
    }

    private static Group timeline() {
        return new Group(
                WORDS.text("shortcut.timeline"),
                List.of(
                        new Shortcut("Left, Right", WORDS.text("shortcut.event")),
                        new Shortcut("Shift Left, Shift Right", WORDS.text("shortcut.step")),
                        new Shortcut("J, K", WORDS.text("shortcut.bar")),
                        new Shortcut("Up, Down", WORDS.text("shortcut.lane")),
                        new Shortcut("Enter", WORDS.text("shortcut.open-bar")),
                        new Shortcut("Space", WORDS.text("shortcut.follow")),
                        new Shortcut("Z", WORDS.text("shortcut.zoom")),
                        new Shortcut("0", WORDS.text("shortcut.fit")),
                        new Shortcut("+, -", WORDS.text("shortcut.in-out"))));
    }

    private static Group lists() {
        return new Group(
                WORDS.text("shortcut.lists"),
                List.of(
                        new Shortcut("J, K", WORDS.text("shortcut.row")),
                        new Shortcut("Enter", WORDS.text("shortcut.open-row")),
                        new Shortcut("N, P", WORDS.text("shortcut.change")),
                        new Shortcut("Ctrl C", WORDS.text("shortcut.copy"))));
    }

    private static Group captures() {
        return new Group(
                WORDS.text("shortcut.captures"),
                List.of(
                        new Shortcut("Enter", WORDS.text("shortcut.open-captures")),
                        new Shortcut("F2", WORDS.text("shortcut.rename")),
                        new Shortcut("Delete", WORDS.text("shortcut.delete")),
                        new Shortcut("Ctrl Z", WORDS.text("shortcut.undo")),
                        new Shortcut("Ctrl F", WORDS.text("shortcut.search-captures"))));
    }
}
