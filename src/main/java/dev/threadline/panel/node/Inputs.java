package dev.threadline.panel.node;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Payloads;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.kit.JsonText;
import dev.threadline.ui.kit.OpenRun;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The inputs of executions in a few words, read in the background for the rows on screen. JavaFX thread only.
final class Inputs {
    private static final int KEPT = 2000;
    private static final int BATCH = 64;

    private final OpenRun run;
    private final Runnable news;
    private final Map<Long, String> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > KEPT;
        }
    };
    private final Set<Long> wanted = new LinkedHashSet<>();
    private boolean reading;

    Inputs(OpenRun run, Runnable news) {
        this.run = run;
        this.news = news;
    }

    /// The words for the input of the execution begun by an event; `""` until they are read.
    String of(long startSeq) {
        String words = known.get(startSeq);
        if (words == null) {
            wanted.add(startSeq);
        }
        return words == null ? "" : words;
    }

    /// Starts reading what was asked for, one job at a time.
    void pulse() {
        if (reading || wanted.isEmpty()) {
            return;
        }
        reading = true;
        List<Long> batch =
                wanted.stream().skip(Math.max(0, wanted.size() - BATCH)).toList();
        wanted.clear();
        Payloads payloads = run.recording().payloads();
        run.background().start(() -> read(batch, payloads), this::arrived, e -> reading = false);
    }

    private void arrived(Map<Long, String> words) {
        reading = false;
        known.putAll(words);
        news.run();
    }

    private static Map<Long, String> read(List<Long> batch, Payloads payloads) {
        Map<Long, String> words = new HashMap<>();
        for (long seq : batch) {
            try {
                JsonValue input = ExecutionRead.input(seq, payloads);
                words.put(seq, input == null ? "" : words(input));
            } catch (CaptureFailure e) {
                words.put(seq, String.valueOf(e.getMessage()));
            }
        }
        return words;
    }

    private static String words(JsonValue input) {
        String preview = JsonText.preview(input);
        return preview.isEmpty() ? JsonText.of(input) : preview;
    }
}
