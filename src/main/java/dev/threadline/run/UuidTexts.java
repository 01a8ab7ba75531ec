package dev.threadline.run;

import java.util.Arrays;

/// Distinct texts that end in a UUID, as ids of tasks, messages and checkpoints and namespaces do: its 16 bytes and a
/// number for what stands before it. Each text has a number from 0.
///
/// One thread adds; a reader may ask for a number that it learned after the adding thread published it.
final class UuidTexts {
    private static final int CHUNK = 512;

    /// A text takes three: both halves of its UUID, and the number of its head.
    private volatile long[][] chunks = {new long[3 * CHUNK]};

    private int[] slots = new int[1024];
    private int size;

    /// The number of a text.
    ///
    /// @param head a number for what stands before its UUID
    /// @param from where the UUID begins
    int number(int head, String text, int from) {
        long most = Uuid.most(text, from);
        long least = Uuid.least(text, from);
        int mask = slots.length - 1;
        int at = hash(most, least, head) & mask;
        while (slots[at] != 0) {
            int known = slots[at] - 1;
            long[] chunk = chunks[known / CHUNK];
            int place = 3 * (known % CHUNK);
            if (chunk[place] == most && chunk[place + 1] == least && chunk[place + 2] == head) {
                return known;
            }
            at = (at + 1) & mask;
        }
        add(most, least, head);
        slots[at] = size;
        if (size * 4L > slots.length * 3L) {
            spread();
        }
        return size - 1;
    }

    private void add(long most, long least, int head) {
        if (size == chunks.length * CHUNK) {
            long[][] longer = Arrays.copyOf(chunks, chunks.length + Math.max(1, chunks.length / 4));
            for (int i = chunks.length; i < longer.length; i++) {
                longer[i] = new long[3 * CHUNK];
            }
            chunks = longer;
        }
        long[] chunk = chunks[size / CHUNK];
        int place = 3 * (size % CHUNK);
        chunk[place] = most;
        chunk[place + 1] = least;
        chunk[place + 2] = head;
        size++;
    }

    private void spread() {
        int[] wider = new int[slots.length * 2];
        int mask = wider.length - 1;
        for (int number = 0; number < size; number++) {
            long[] chunk = chunks[number / CHUNK];
            int place = 3 * (number % CHUNK);
            int at = hash(chunk[place], chunk[place + 1], (int) chunk[place + 2]) & mask;
            while (wider[at] != 0) {
                at = (at + 1) & mask;
            }
            wider[at] = number + 1;
        }
        slots = wider;
    }

    private static int hash(long most, long least, int head) {
        return Uuid.hash(most ^ head, least);
    }

    /// The number of what stands before a text's UUID.
    int head(int number) {
        return (int) chunks[number / CHUNK][3 * (number % CHUNK) + 2];
    }

    /// The UUID of a text, made anew.
    String uuid(int number) {
        long[] chunk = chunks[number / CHUNK];
        int place = 3 * (number % CHUNK);
        return Uuid.text(chunk[place], chunk[place + 1]);
    }
}
