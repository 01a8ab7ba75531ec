package dev.threadline.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Event streams made of recordings by damage, each from a seed.
final class Mutated {
    private static final int LONGEST = 12_000;
    private static final String[] LINES = {
        "data",
        "data:",
        "data: ",
        ":",
        ": heartbeat",
        "id",
        "id:",
        "id: \0",
        "id: 4\0 2",
        "event",
        "event:",
        "retry: 5",
        "retry",
        "nonsense",
        "no colon here",
        " data: 1",
        "Data: 1",
        "datax: 1",
        "data : 1",
        "\ufeffdata: 1",
        "\0",
        "event: values|",
        "event: |",
        "event: messages/partial",
        "event: debug|a:b|c",
        "event: error",
        "event: end"
    };
    private static final String[] VALUES = {
        "1e999999999",
        "-0",
        "1".repeat(5_000),
        "0." + "3".repeat(3_000),
        "NaN",
        "-Infinity",
        "null",
        "[]",
        "{}",
        "\"\"",
        "true",
        "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"",
        "\"\\u0000\"",
        "\"\\uD8\"",
        "\"\\x\"",
        "\"\0\"",
        "[".repeat(6_000),
        "{\"a\":".repeat(3_000),
        "[".repeat(900) + "]".repeat(900),
        "99999999999999999999",
        "-1",
        "2147483648",
        "'x'",
        "\"" + "n".repeat(9_000) + "\"",
        "{\"a\":1,\"a\":2}",
        "/*x*/1",
        "01",
        "1.",
        "\"\u2028\""
    };
    private static final byte[][] BROKEN = {
        {(byte) 0xff},
        {(byte) 0xc0, (byte) 0x80},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {(byte) 0xe2, (byte) 0x82},
        {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
        {(byte) 0x80},
        {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
        {0}
    };
    private static final List<byte[]> RECORDED = recorded();

    private final Random random;
    private byte[] body;

    private Mutated(long seed) {
        random = new Random(seed);
        body = piece();
    }

    /// The damaged body of a seed.
    static byte[] of(long seed) {
        Mutated mutated = new Mutated(seed);
        for (int i = mutated.random.nextInt(5); i >= 0; i--) {
            mutated.step();
        }
        return mutated.body;
    }

    private static List<byte[]> recorded() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/recordings"))) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".sse"))
                    .sorted()
                    .toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A part of a recording, more often from its beginning than not.
    private byte[] piece() {
        byte[] whole = RECORDED.get(random.nextInt(RECORDED.size()));
        int length = Math.min(whole.length, 1 + random.nextInt(LONGEST));
        int from = random.nextInt(3) == 0 ? random.nextInt(whole.length - length + 1) : 0;
        return Arrays.copyOfRange(whole, from, from + length);
    }

    private int place() {
        return random.nextInt(body.length + 1);
    }

    private void step() {
        switch (random.nextInt(13)) {
            case 0 -> flip();
            case 1 -> body = Arrays.copyOf(body, place());
            case 2 -> cut(place(), random.nextInt(200));
            case 3 -> twice();
            case 4 -> insert(blockStart(), block(piece()));
            case 5 -> insert(place(), BROKEN[random.nextInt(BROKEN.length)]);
            case 6 -> value();
            case 7 -> lineEnds();
            case 8 -> line();
            case 9 -> insert(blockStart(), bytes("event: " + "long".repeat(random.nextInt(5_000)) + "\ndata: {}\n\n"));
            case 10 -> insert(0, BROKEN[6]);
            case 11 -> rename();
            default -> insert(place(), bytes(VALUES[random.nextInt(VALUES.length)]));
        }
    }

    private void flip() {
        for (int i = random.nextInt(8); i >= 0 && body.length > 0; i--) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private void cut(int from, int length) {
        byte[] rest = Arrays.copyOfRange(body, Math.min(body.length, from + length), body.length);
        body = Arrays.copyOf(body, from);
        insert(from, rest);
    }

    private void insert(int at, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + more.length);
        out.write(body, 0, at);
        out.writeBytes(more);
        out.write(body, at, body.length - at);
        body = out.toByteArray();
    }

    /// Where a block begins, or the beginning.
    private int blockStart() {
        int at = place();
        while (at > 0 && !(at > 1 && body[at - 1] == '\n' && (body[at - 2] == '\n' || body[at - 2] == '\r'))) {
            at--;
        }
        return at;
    }

    private static byte[] block(byte[] from) {
        String text = new String(from, StandardCharsets.ISO_8859_1);
        int end = Math.max(text.indexOf("\n\n") + 2, text.indexOf("\n\r\n") + 3);
        return Arrays.copyOf(from, end < 3 ? from.length : end);
    }

    private void twice() {
        int at = blockStart();
        insert(at, block(Arrays.copyOfRange(body, at, body.length)));
    }

    /// An odd value in the place of one.
    private void value() {
        int at = place();
        while (at < body.length && body[at] != ':' && body[at] != ',') {
            at++;
        }
        int from = Math.min(at + 1, body.length);
        int to = from;
        while (to < body.length && ",}]\n\r".indexOf(body[to]) < 0) {
            to++;
        }
        cut(from, to - from);
        insert(from, bytes(VALUES[random.nextInt(VALUES.length)]));
    }

    /// Other line ends for some or all lines.
    private void lineEnds() {
        String[] ends = {"\n", "\r", "\r\n", "\n\r", "\n\n", "\r\r\n", "\u2028", "\u0085"};
        String end = ends[random.nextInt(ends.length)];
        int often = 1 + random.nextInt(4);
        StringBuilder text = new StringBuilder();
        for (char c : new String(body, StandardCharsets.ISO_8859_1).toCharArray()) {
            boolean other = c == '\n' && random.nextInt(often) == 0;
            text.append(other ? new String(bytes(end), StandardCharsets.ISO_8859_1) : String.valueOf(c));
        }
        body = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// An odd line between two lines.
    private void line() {
        int at = place();
        while (at > 0 && body[at - 1] != '\n') {
            at--;
        }
        insert(at, bytes(LINES[random.nextInt(LINES.length)] + (random.nextBoolean() ? "\n" : "\r\n")));
    }

    /// The data of one mode under the name of another.
    private void rename() {
        String[] names = {
            "metadata",
            "values",
            "updates",
            "debug",
            "tasks",
            "checkpoints",
            "messages",
            "messages/partial",
            "messages/complete",
            "messages/metadata",
            "events",
            "tools",
            "custom",
            "error",
            "end",
            "feedback",
            "other"
        };
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("event: ", place());
        int end = at < 0 ? -1 : text.indexOf('\n', at);
        if (end > 0) {
            cut(at + 7, end - at - 7);
            insert(at + 7, bytes(names[random.nextInt(names.length)] + (random.nextInt(4) == 0 ? "|a:1|b" : "")));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
