package dev.threadline.capture;

import java.nio.file.Path;

/// A program that records until it is killed.
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) throws Exception {
        Capture capture = Capture.create(Path.of(args[0]), Samples.INFO);
        for (int seq = 1; ; seq++) {
            capture.append(Samples.facts(seq, data(seq)), data(seq));
            if (seq == 2_000) {
                capture.flush();
                System.out.println(seq);
            }
            if (seq == 30_000) {
                System.out.println(seq);
            }
        }
    }

    static String data(long seq) {
        return "{\"seq\":" + seq + "}";
    }
}
