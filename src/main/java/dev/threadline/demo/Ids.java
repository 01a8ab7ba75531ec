package dev.threadline.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/// Ids in the Agent Server's forms: time first, so that they sort by age (protocol, section 1).
final class Ids {
    /// 100 ns steps from 1582, where UUIDs of version 6 begin, to 1970.
    private static final long GREGORIAN = 0x01B21DD213814000L;

    private final AtomicLong last = new AtomicLong();

    /// A new id for a thread or run: version 7.
    static String ofRun() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, Long.MIN_VALUE | (random.nextLong() >>> 2)).toString();
    }

    /// A new id for a checkpoint: version 6, later than all before.
    String ofCheckpoint() {
        Instant now = Instant.now();
        long ticks = now.getEpochSecond() * 10_000_000 + now.getNano() / 100 + GREGORIAN;
        LongUnaryOperator later = before -> Math.max(before + 1, ticks);
        long time = last.updateAndGet(later);
        long high = ((time << 4) & 0xFFFFFFFFFFFF0000L) | 0x6000 | (time & 0x0FFF);
        return new UUID(high, Long.MIN_VALUE | (ThreadLocalRandom.current().nextLong() >>> 2)).toString();
    }

    /// The id of an assistant that belongs to a graph: the same at every start.
    static String ofAssistant(String graph) {
        byte[] hash = hash("assistant " + graph);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000;
        return new UUID(high, (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE).toString();
    }

    /// The id of a task: the same when its step is repeated.
    static String ofTask(String checkpoint, String namespace, String node) {
        ByteBuffer bytes = ByteBuffer.wrap(hash(checkpoint + " " + namespace + " " + node));
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /// The id of a task's question.
    static String ofInterrupt(String namespace) {
        return HexFormat.of().formatHex(hash("interrupt " + namespace), 0, 16);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
