package dev.threadline.panel.node;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Payloads;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.JsonText;
import dev.threadline.ui.kit.OpenRun;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The inputs of executions in a few words, read in the background for the rows on screen. JavaFX thread only.
final class Inputs {
    private static final int KEPT = 2000;
    private static final int BATCH = 64;
    private static final int LONGEST = 120;

    private final OpenRun run;
    private final Runnable news;
    private final Map<Long, String> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<Long, Boolean> wanted = new LinkedHashMap<>();
    private boolean reading;

    Inputs(OpenRun run, Runnable news) {
        this.run = run;
        this.news = news;
    }

    /// The words for the input of an execution; `""` until they are read. Of what a Send gave, the values
    /// alone: all have the same keys.
    String of(Execution execution) {
        String words = known.get(execution.startSeq());
        if (words == null) {
            wanted.put(execution.startSeq(), execution.fanOut());
        }
        return words == null ? "" : words;
    }

    /// Whether all that was asked for is known.
    boolean settled() {
        return !reading && wanted.isEmpty();
    }

    /// Starts reading what was asked for, one job at a time.
    void pulse() {
        if (reading || wanted.isEmpty()) {
            return;
        }
        reading = true;
        Map<Long, Boolean> batch = new LinkedHashMap<>();
        wanted.entrySet().stream()
                .skip(Math.max(0, wanted.size() - BATCH))
                .forEach(e -> batch.put(e.getKey(), e.getValue()));
        wanted.clear();
        Payloads payloads = run.recording().payloads();
        run.background().start(() -> read(batch, payloads), this::arrived, e -> reading = false);
    }

    private void arrived(Map<Long, String> words) {
        reading = false;
        known.putAll(words);
        news.run();
    }

    private static Map<Long, String> read(Map<Long, Boolean> batch, Payloads payloads) {
        Map<Long, String> words = new HashMap<>();
        for (long seq : batch.keySet()) {
            try {
                JsonValue input = ExecutionRead.input(seq, payloads);
                words.put(seq, input == null ? "" : words(input, Boolean.TRUE.equals(batch.get(seq))));
            } catch (CaptureFailure e) {
                words.put(seq, String.valueOf(e.getMessage()));
            }
        }
        return words;
    }

    private static String words(JsonValue input, boolean valuesOnly) {
        if (valuesOnly) {
            StringBuilder out = new StringBuilder();
            values(input, out);
            return out.toString();
        }
        String preview = JsonText.preview(input);
        return preview.isEmpty() ? JsonText.of(input) : preview;
    }

    private static void values(JsonValue value, StringBuilder out) {
        if (out.length() > LONGEST) {
            return;
        }
        switch (value) {
            case JsonObject object -> object.members().values().forEach(member -> values(member, out));
            case JsonArray array -> array.items().forEach(item -> values(item, out));
            case JsonString string -> out.append(JsonText.line(string.value())).append(' ');
            default -> out.append(JsonText.of(value)).append(' ');
        }
    }
}
