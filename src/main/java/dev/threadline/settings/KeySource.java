package dev.threadline.settings;

import java.util.Locale;

/// Where the key of a deployment came from when it was last connected to; the key itself is never kept.
public enum KeySource {
    /// It needed none.
    NONE,
    /// One of the environment's variables.
    ENVIRONMENT,
    /// It was typed, for that session only.
    TYPED;

    /// Its name in the file.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one with this name in the file; any other word means that there was a key which is not known now.
    static KeySource of(String word) {
        for (KeySource each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return word.isEmpty() ? NONE : TYPED;
    }
}
