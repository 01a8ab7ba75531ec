package dev.threadline.capture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The texts of one column of `facts` by the number of the event where each stands, while the table is read in order.
final class EarlierTexts {
    private long[] numbers = new long[64];
    private @Nullable String[] texts = new String[64];
    private int size;
    private long last;
    private @Nullable String lastText;

    /// Takes the text of an event; numbers ascend.
    void put(long number, String text) {
        numbers[size] = number;
        texts[size] = text;
        if (++size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        last = number;
        lastText = text;
    }

    /// The text of an event, or null where none stands there.
    @Nullable
    String get(long number) {
        if (number != last) {
            int at = Arrays.binarySearch(numbers, 0, size, number);
            if (at < 0) {
                return null;
            }
            last = number;
            lastText = texts[at];
        }
        return lastText;
    }
}
