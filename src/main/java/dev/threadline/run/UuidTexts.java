package dev.threadline.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Distinct texts that end in a UUID, as ids of tasks, messages and checkpoints and namespaces do: its 16 bytes and a
/// number for what stands before it. Each text has a number from 0.
///
/// One thread adds; a reader may ask for a number that it learned after the adding thread published it.
final class UuidTexts {
    private static final int LENGTH = 36;
    private static final int CHUNK = 512;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /// A text takes three: both halves of its UUID, and the number of its head.
    private volatile long[][] chunks = {new long[3 * CHUNK]};

    private int[] slots = new int[1024];
    private int size;
    private long most;
    private long least;

    /// Where the UUID at the end of a text begins, or -1 where there is none, as UUIDs are written; the next [#number]
    /// is for it.
    int read(String text) {
        int from = text.length() - LENGTH;
        if (from < 0 || text.charAt(from + 8) != '-') {
            return -1;
        }
        most = 0;
        least = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(from + i);
            if (dash(i)) {
                if (c != '-') {
                    return -1;
                }
                continue;
            }
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                return -1;
            }
            if (i < LENGTH / 2) {
                most = (most << 4) | digit;
            } else {
                least = (least << 4) | digit;
            }
        }
        return from;
    }

    private static boolean dash(int at) {
        return at == 8 || at == 13 || at == 18 || at == 23;
    }

    /// The number of the text read last.
    ///
    /// @param head a number for what stands before its UUID
    int number(int head) {
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
        slots[at] = ++size;
        if (size * 4L > slots.length * 3L) {
            spread();
        }
        return size - 1;
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
        long mixed = (most ^ Long.rotateLeft(least, 23) ^ head) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32);
    }

    /// The number of what stands before a text's UUID.
    int head(int number) {
        return (int) chunks[number / CHUNK][3 * (number % CHUNK) + 2];
    }

    /// A text, made anew.
    String text(int number, String head) {
        long[] chunk = chunks[number / CHUNK];
        int place = 3 * (number % CHUNK);
        byte[] uuid = new byte[LENGTH];
        write(chunk[place], uuid, 0, LENGTH / 2);
        write(chunk[place + 1], uuid, LENGTH / 2, LENGTH);
        String end = new String(uuid, StandardCharsets.ISO_8859_1);
        return head.isEmpty() ? end : head.concat(end);
    }

    private static void write(long half, byte[] into, int from, int to) {
        long rest = half;
        for (int i = to - 1; i >= from; i--) {
            if (dash(i)) {
                into[i] = '-';
            } else {
                into[i] = DIGITS[(int) (rest & 15)];
                rest >>>= 4;
            }
        }
    }
}
