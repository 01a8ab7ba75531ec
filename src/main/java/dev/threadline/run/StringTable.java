package dev.threadline.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A growing list of distinct strings, each with a number; 0 is null.
///
/// Those that end in a UUID take 16 bytes of it and are made anew when they are read; the last ones read are kept, so
/// that an equal neighbour is mostly the same string. One thread adds; a reader may ask for a number that it learned
/// after the adding thread published it.
final class StringTable {
    private static final int CHUNK = 512;
    private static final int RECENT = 512;

    /// A string that was made; immutable, so that any thread may find it.
    private record Made(int number, String text) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final UuidTexts uuids = new UuidTexts();
    private final @Nullable Made[] recent = new Made[RECENT];
    private volatile @Nullable String[][] chunks = new String[1][CHUNK];
    private int size = 1;

    /// The number of a string: even where it stands in a list, odd where it ends in a UUID.
    int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int from = text.length() - Uuid.LENGTH;
        if (!Uuid.is(text, from)) {
            return listed(text) << 1;
        }
        int head = from == 0 ? 0 : listed(text.substring(0, from));
        return (uuids.number(head, text, from) << 1) | 1;
    }

    private int listed(String text) {
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
        if ((number & 1) == 0) {
            return at(number >>> 1);
        }
        int place = (number >>> 1) % RECENT;
        Made made = recent[place];
        if (made == null || made.number() != number) {
            String head = at(uuids.head(number >>> 1));
            String uuid = uuids.uuid(number >>> 1);
            made = new Made(number, head == null ? uuid : head.concat(uuid));
            recent[place] = made;
        }
        return made.text();
    }

    private @Nullable String at(int listed) {
        return chunks[listed / CHUNK][listed % CHUNK];
    }
}
