package dev.threadline.ui.theme;

import java.util.List;

/// What a colour is for (look, section 5), with the names it has in style sheets.
public enum Role {
    /// Content ground.
    BG("-color-bg-default"),
    /// Chrome and headers.
    BG_SUBTLE("-color-bg-subtle", "-tl-band"),
    /// Wells, chips, gaps in a diff.
    BG_INSET("-color-bg-inset"),
    /// Popovers.
    OVERLAY("-color-bg-overlay"),
    /// Line between panes.
    LINE("-color-border-default"),
    /// Line between rows.
    LINE_MUTED("-color-border-muted", "-color-border-subtle"),
    /// Fields and ticks.
    LINE_CONTROL("-tl-line-control"),
    /// Ground under the pointer.
    HOVER("-color-neutral-subtle", "-tl-hover"),
    /// Ground of a selected row.
    SELECTED("-tl-selected"),
    /// Text.
    FG("-color-fg-default"),
    /// Secondary text.
    FG_MUTED("-color-fg-muted"),
    /// Faint text; only on bg, subtle and inset.
    FG_SUBTLE("-color-fg-subtle"),
    /// Durations inside bars.
    ON_BAR("-tl-on-bar"),
    /// Running, links, focus ring.
    ACCENT("-color-accent-fg"),
    /// Ground of the primary button and the playhead.
    ACCENT_EMPHASIS("-color-accent-emphasis"),
    /// Ground of a running pill.
    ACCENT_SUBTLE("-color-accent-subtle"),
    /// Border of a running pill.
    ACCENT_MUTED("-color-accent-muted"),
    /// Text on an emphasised ground.
    ON_EMPHASIS("-color-fg-emphasis"),
    /// Ended well.
    DONE("-color-success-fg", "-color-success-emphasis"),
    /// Ground of done.
    DONE_GROUND("-color-success-subtle", "-tl-done-ground"),
    /// Text of waiting.
    WAITING("-color-warning-fg"),
    /// Hatch, border and glyph of waiting.
    WAITING_MARK("-color-warning-emphasis"),
    /// Ground of waiting.
    WAITING_GROUND("-color-warning-subtle", "-tl-waiting-ground"),
    /// Ended with an error.
    FAILED("-color-danger-fg", "-color-danger-emphasis"),
    /// Ground of failed.
    FAILED_GROUND("-color-danger-subtle", "-tl-failed-ground"),
    /// Cancelled or unknown.
    CANCELLED("-color-neutral-emphasis"),
    /// From the cache.
    CACHED("-tl-cached"),
    /// Added in a diff.
    ADDED("-tl-added"),
    /// Ground of added.
    ADDED_GROUND("-tl-added-ground"),
    /// Added letters.
    ADDED_TEXT("-tl-added-text"),
    /// Removed in a diff.
    REMOVED("-tl-removed"),
    /// Ground of removed.
    REMOVED_GROUND("-tl-removed-ground"),
    /// Removed letters.
    REMOVED_TEXT("-tl-removed-text"),
    /// Changed in a diff.
    CHANGED("-tl-changed"),
    /// Ground of changed.
    CHANGED_GROUND("-tl-changed-ground"),
    /// Changed letters.
    CHANGED_TEXT("-tl-changed-text"),
    /// Moved in a diff.
    MOVED("-tl-moved"),
    /// Ground of moved.
    MOVED_GROUND("-tl-moved-ground"),
    /// JSON text.
    JSON_STRING("-tl-json-string"),
    /// JSON number, true, false, null.
    JSON_ATOM("-tl-json-atom");

    private final String cssNames;

    Role(String... cssNames) {
        this.cssNames = String.join(" ", cssNames);
    }

    /// Its names in style sheets.
    List<String> cssNames() {
        return List.of(cssNames.split(" "));
    }
}
