package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.protocol.WireEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StateHistoryTest {
    private static StateHistory fold(Recording recording) {
        StateHistory history = new StateHistory();
        recording.facts(1, 1).forEach(history::accept);
        return history;
    }

    @Test
    void eachStepStandsOnceWhateverModesTellOfIt() {
        for (String name : List.of("js/joke/all-modes-subgraphs", "python/joke/all-modes-subgraphs")) {
            StateHistory history = fold(Recording.read(name + ".sse"));
            assertThat(history.points("")).as(name).extracting(StatePoint::step).containsExactly(-1, 0, 1, 2);
            assertThat(history.points(""))
                    .as(name)
                    .allMatch(point -> point.pointer().equals("/payload/values"));
            assertThat(history.points(""))
                    .as(name)
                    .doesNotHaveDuplicates()
                    .allMatch(point -> point.checkpointId() != null);
        }
    }

    @Test
    void withoutCheckpointsValuesAreTheStates() throws Exception {
        Recording recording = Recording.read("js/joke/mode-values.sse");
        StateHistory history = fold(recording);
        assertThat(history.points(""))
                .hasSize(3)
                .allMatch(point -> point.pointer().isEmpty());
        JsonValue last = StateHistory.load(history.points("").getLast(), recording);
        assertThat(last.at(JsonPointer.parse("/joke"))).isNotNull();
    }

    @Test
    void aQuestionIsNoState() {
        for (String server : List.of("js", "python")) {
            Recording recording = Recording.read(server + "/approval/mode-values.sse");
            assertThat(fold(recording).points("")).as(server).hasSize(2);
        }
    }

    @Test
    void saysWhoWrote() {
        StateHistory history = fold(Recording.read("js/load/research-40-workers.sse"));
        StatePoint fetched = history.points("").stream()
                .filter(point -> point.step() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(history.writers(fetched))
                .hasSize(40)
                .allMatch(writer -> writer.node().equals("fetch_source") && writer.task() != null);
        assertThat(history.before(fetched))
                .satisfies(point ->
                        assertThat(Objects.requireNonNull(point).step()).isEqualTo(1));
        assertThat(history.at("", fetched.seq() + 1)).isEqualTo(fetched);
        assertThat(history.at("", 0)).isNull();
    }

    @Test
    void whatWasFilledInGivesWayToWhatIsStreamedAfterAll() {
        StateHistory history = new StateHistory();
        String debug = "{\"step\":%1$d,\"type\":\"checkpoint\",\"payload\":{\"values\":{},\"metadata\":{\"step\":%1$d},"
                + "\"checkpoint\":{\"checkpoint_id\":\"c%1$d\"}}}";
        accept(history, 1, "debug", debug.formatted(1));
        for (int step = 2; step <= 4; step++) {
            accept(
                    history,
                    step,
                    HistoryShapes.CHECKPOINT,
                    "{\"values\":{},\"metadata\":{\"step\":%1$d},\"checkpoint\":{\"checkpoint_id\":\"c%1$d\"}}"
                            .formatted(step));
        }
        assertThat(history.points("")).extracting(StatePoint::step).containsExactly(1, 2, 3, 4);
        assertThat(history.points("").getLast().pointer()).isEqualTo("/values");
        accept(history, 5, "debug", debug.formatted(3));
        assertThat(history.points("")).extracting(StatePoint::step).containsExactly(1, 2, 3);
        assertThat(history.points("").getLast().seq()).isEqualTo(5);
        accept(history, 6, "debug", debug.formatted(4));
        assertThat(history.points("")).extracting(StatePoint::checkpointId).containsExactly("c1", "c2", "c3", "c4");
    }

    private static void accept(StateHistory history, long seq, String name, String data) {
        EventFacts facts = EventDecoder.decode(seq, 1, new WireEvent(seq, null, name, data, false));
        history.accept(name.startsWith("history/") ? facts.with(EventFlag.HISTORY) : facts);
    }

    @Test
    void whoWroteNothingIsNoWriterAndTheResultTellsWhatWasWritten() {
        StateHistory history = new StateHistory();
        String[][] events = {
            {"updates", "{\"a\":{}}"},
            {"tasks", "{\"id\":\"t\",\"name\":\"a\",\"result\":{}}"},
            {"updates", "{\"b\":null}"},
            {"tasks", "{\"id\":\"u\",\"name\":\"b\",\"result\":{\"x\":1}}"},
            {"values", "{\"x\":1}"}
        };
        for (int i = 0; i < events.length; i++) {
            history.accept(EventDecoder.decode(i + 1, 1, new WireEvent(i, null, events[i][0], events[i][1], false)));
        }
        assertThat(history.writers(history.points("").getFirst()))
                .containsExactly(new StateHistory.Writer("b", "u", 4));
    }

    /// The server keeps no state of a step whose other task waits.
    @Test
    void aStateBesideAWaitingTaskHasNoStep() {
        for (String server : List.of("js", "python")) {
            StateHistory history = fold(Recording.read(server + "/approval-flows/goto-2-no-update.sse"));
            assertThat(history.points(""))
                    .as(server)
                    .extracting(StatePoint::step)
                    .endsWith(EventFacts.NO_STEP);
        }
    }

    @Test
    void namedCheckpointsNameTheValuesThatFollow() {
        List<EventFacts> facts =
                Recording.read("js/supervisor/mode-values-subgraphs.sse").facts(1, 1);
        StateHistory history = new StateHistory();
        facts.forEach(history::accept);
        assertThat(history.points("")).extracting(StatePoint::step).containsSubsequence(0, 1, 2, 3, 4, 5);
    }
}
