package dev.threadline.settings;

import java.util.Locale;

/// Which colours the window has.
public enum Appearance {
    /// As the system says, also when it changes its mind.
    SYSTEM,
    /// Dark text on light ground.
    LIGHT,
    /// Light text on dark ground.
    DARK;

    /// Its name in the file.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one with this name in the file; the system's for any other word.
    static Appearance of(String word) {
        for (Appearance each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return SYSTEM;
    }
}
