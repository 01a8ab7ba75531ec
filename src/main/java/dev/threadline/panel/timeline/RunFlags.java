package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.run.RunTotals;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the second and later runs of a capture begin, and what began them: `run 2: resume "yes"`.
///
/// What a run was asked is parsed in the background, once a run; till then the flag says its number.
final class RunFlags {
    private static final Words WORDS = Words.of(RunFlags.class);
    private static final double LONGEST = 180;

    private final OpenRun run;
    private final Runnable changed;
    private final Map<Integer, String> said = new HashMap<>();

    RunFlags(OpenRun run, Runnable changed) {
        this.run = run;
        this.changed = changed;
    }

    /// Asks for the words of runs not seen yet.
    void update() {
        for (RunRecord record : run.recording().runs()) {
            int number = record.number();
            if (number > 1 && !said.containsKey(number)) {
                said.put(number, WORDS.text("flag.run", Integer.toString(number)));
                run.background()
                        .start(
                                () -> words(record),
                                told -> {
                                    said.put(number, told);
                                    changed.run();
                                },
                                failure -> {});
            }
        }
    }

    /// Draws the flags in the ruler.
    void draw(Frame f) {
        each(f, (x, wide, words) -> {
            f.g().setFill(f.color(Role.FG_MUTED));
            f.down(x, Frame.MINIMAP + 1, Frame.TOP);
            f.g().setFill(f.color(Role.BG_INSET));
            f.g().fillRoundRect(x, 29, wide, 14, 4, 4);
            f.g().setStroke(f.color(Role.LINE));
            f.g().setLineWidth(1);
            f.g().strokeRoundRect(x + 0.5, 29.5, wide - 1, 13, 4, 4);
            f.ink().left(f.type().flag(), f.color(Role.FG_MUTED), words, x + 5, 36, wide);
        });
    }

    /// Whether a flag covers part of the ruler.
    boolean cover(Frame f, double left, double right) {
        boolean[] covered = {false};
        each(f, (x, wide, words) -> covered[0] |= right > x - 2 && left < x + wide + 2);
        return covered[0];
    }

    private interface Flag {
        void at(double x, double wide, String words);
    }

    private void each(Frame f, Flag flag) {
        for (RunTotals each : run.summary().runs()) {
            int number = each.number();
            long begin = f.waits().begin(each);
            if (number == 1 || begin == EventFacts.NO_TIME) {
                continue;
            }
            double x = Math.rint(f.axis().x(begin));
            if (x >= f.gutter() - LONGEST && x <= f.width()) {
                String words = f.ink()
                        .fit(
                                f.type().flag(),
                                said.getOrDefault(number, WORDS.text("flag.run", Integer.toString(number))),
                                LONGEST - 10);
                flag.at(x, Math.ceil(f.ink().width(f.type().flag(), words)) + 10, words);
            }
        }
    }

    /// What a request asks for, in a few words.
    static String words(RunRecord record) {
        String number = Integer.toString(record.number());
        String asked = asked(record.request());
        return asked == null ? WORDS.text("flag.run", number) : WORDS.text("flag.run.asked", number, asked);
    }

    private static @Nullable String asked(String request) {
        try {
            if (!(Json.parse(request) instanceof JsonObject body)) {
                return null;
            }
            if (body.get("command") instanceof JsonObject command) {
                for (String verb : List.of("resume", "goto", "update")) {
                    JsonValue value = command.get(verb);
                    if (value != null && value != JsonNull.NULL) {
                        return verb + " " + Json.write(value);
                    }
                }
            }
            JsonValue input = body.get("input");
            return input == null || input == JsonNull.NULL ? WORDS.text("flag.goes-on") : null;
        } catch (JsonFailure e) {
            return null;
        }
    }
}
