package dev.threadline.run;

import java.nio.charset.StandardCharsets;

/// Reads and writes UUIDs as servers write them: 36 characters, small letters.
final class Uuid {
    /// Characters of one.
    static final int LENGTH = 36;

    private static final int HALF = LENGTH / 2;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Uuid() {}

    /// Whether the text from a position on is one.
    static boolean is(String text, int from) {
        if (from < 0 || text.length() - from != LENGTH || text.charAt(from + 8) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(from + i);
            if (dash(i) ? c != '-' : digit(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The first eight bytes of the one at a position.
    static long most(String text, int from) {
        return half(text, from, from + HALF);
    }

    /// The last eight bytes.
    static long least(String text, int from) {
        return half(text, from + HALF, from + LENGTH);
    }

    private static long half(String text, int from, int to) {
        long half = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '-') {
                half = (half << 4) | digit(c);
            }
        }
        return half;
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    private static boolean dash(int at) {
        return at == 8 || at == 13 || at == 18 || at == 23;
    }

    /// The text of one.
    static String text(long most, long least) {
        byte[] text = new byte[LENGTH];
        write(most, text, 0, HALF);
        write(least, text, HALF, LENGTH);
        return new String(text, StandardCharsets.ISO_8859_1);
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

    /// A number that spreads UUIDs evenly, also those made of a clock.
    static int hash(long most, long least) {
        return (int) (((most ^ Long.rotateLeft(least, 23)) * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    }
}
