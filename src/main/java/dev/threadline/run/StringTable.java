package dev.threadline.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A growing list of distinct strings, each with a number; 0 is null.
///
/// One thread adds; a reader may ask for a number that it learned after the adding thread published it.
final class StringTable {
    private static final int CHUNK = 512;

    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile @Nullable String[][] chunks = new String[1][CHUNK];
    private int size = 1;

    int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (size / CHUNK == chunks.length) {
            @Nullable String[][] longer = Arrays.copyOf(chunks, chunks.length * 2);
            for (int i = chunks.length; i < longer.length; i++) {
                longer[i] = new String[CHUNK];
            }
            chunks = longer;
        }
        chunks[size / CHUNK][size % CHUNK] = text;
        numbers.put(text, size);
        return size++;
    }

    @Nullable
    String text(int number) {
        return chunks[number / CHUNK][number % CHUNK];
    }
}
