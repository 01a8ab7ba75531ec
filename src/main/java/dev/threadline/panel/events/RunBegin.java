package dev.threadline.panel.events;

import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.run.EventSummary.Role;
import dev.threadline.run.EventSummary.Segment;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;

/// How a run began, in a few words: `run 2 · resume "yes"`. Pure.
final class RunBegin {
    private static final Words WORDS = Words.of(RunBegin.class);

    private RunBegin() {}

    /// The words for a run, from the body that was sent.
    static List<Segment> words(RunRecord run) {
        List<Segment> words = new ArrayList<>();
        words.add(new Segment(WORDS.text("begin.run", Integer.toString(run.number())), Role.STRONG));
        try {
            JsonValue request = Json.parse(run.request());
            for (String pointer : List.of("/command/resume", "/command/goto", "/command/update", "/input")) {
                JsonValue sent = request.at(JsonPointer.parse(pointer));
                if (sent != null && sent != JsonValue.JsonNull.NULL) {
                    words.add(new Segment(" · " + pointer.substring(pointer.lastIndexOf('/') + 1) + " ", Role.MUTED));
                    words.add(new Segment(Json.write(sent), Role.JSON));
                    return words;
                }
            }
            words.add(new Segment(" · " + WORDS.text("begin.goes-on"), Role.MUTED));
        } catch (JsonFailure e) {
            words.add(new Segment(" " + run.request(), Role.MUTED));
        }
        return words;
    }
}
