package dev.threadline.ui.captures;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What was typed into the search field: each word must stand somewhere in a row. Pure.
///
/// @param words in small letters
record CaptureSearch(List<String> words) implements Predicate<CaptureRow> {
    static CaptureSearch of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return new CaptureSearch(text.isEmpty() ? List.of() : List.of(text.split("\\s+")));
    }

    @Override
    public boolean test(CaptureRow row) {
        return row.has(words);
    }
}
