package dev.threadline.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.panel.Recorded;
import dev.threadline.run.StateHistory;
import dev.threadline.run.StatePoint;
import dev.threadline.session.Recording;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateModelTest {
    @TempDir
    Path folder;

    private Recording recording;
    private final StateHistory states = new StateHistory();

    @BeforeEach
    void open() throws Exception {
        recording = Recorded.into(folder.resolve("a.threadline"), Recorded.DEFAULT_MODES)
                .run("approval-flows/nested-1-run", "waiting")
                .run("approval-flows/nested-3-resume", "success")
                .open();
        for (int i = 0; i < recording.log().size(); i++) {
            states.accept(recording.log().facts(i));
        }
    }

    @AfterEach
    void close() {
        recording.close();
    }

    @Test
    void followsThePlayheadUntilTheUserPicks() {
        StateChoice choice = new StateChoice(states);
        StatePoint third = step(3);
        StateChoice.Pair pair = choice.pair(third.seq() + 1);
        assertThat(pair).isNotNull();
        assertThat(pair.at()).isEqualTo(third);
        assertThat(pair.from().step()).isEqualTo(2);
        choice.at(step(2));
        assertThat(choice.pair(third.seq()).at().step()).isEqualTo(2);
        choice.from(step(4));
        assertThat(choice.pair(third.seq()).from().step()).isEqualTo(4);
        choice.at(null);
        assertThat(choice.follows()).isTrue();
        assertThat(choice.pair(third.seq()).at()).isEqualTo(third);
    }

    @Test
    void beforeTheFirstStateThereIsNone() {
        assertThat(new StateChoice(states).pair(0)).isNull();
    }

    @Test
    void namespacesAreNamedByTheirNodes() {
        StateChoice choice = new StateChoice(states);
        assertThat(states.namespaces().stream().map(choice::words))
                .contains("root", "research_team", "research_team / analyze_team", "writing_team");
    }

    @Test
    void keysAreWrittenByWhoChangedThemLast() throws Exception {
        var back = Authors.back(states, step(5));
        Map<String, String> words = new TreeMap<>();
        new Authors().of(back, recording.payloads()).forEach((key, author) -> words.put(key, author.words()));
        assertThat(words)
                .containsEntry("task", "input")
                .containsEntry("teams", "input")
                .containsEntry("notes", "research_team · 2")
                .containsEntry("next_index", "supervisor · 3")
                .containsEntry("text", "writing_team · 4")
                .containsEntry("finished", "supervisor · 5");
    }

    @Test
    void aViewHoldsTheDifferenceAndTheSize() throws Exception {
        StateChoice choice = new StateChoice(states);
        StateView view = StateView.read(choice.pair(step(2).seq()), null, recording.payloads());
        assertThat(view.change().counts().added()).isEqualTo(4);
        assertThat(view.size()).isEqualTo(306);
        StateView next = StateView.read(choice.pair(step(3).seq()), view, recording.payloads());
        assertThat(next.change().counts().changed()).isEqualTo(1);
    }

    @Test
    void resultsOfEveryFormTellTheirKeys() {
        assertThat(Authors.written(writer(), "{\"n\":{\"a\":1,\"b\":2}}")).containsExactly("a", "b");
        assertThat(Authors.written(writer(), "{\"payload\":{\"result\":[[\"a\",1],[\"b\",2]]}}"))
                .containsExactly("a", "b");
        assertThat(Authors.written(writer(), "{\"n\":null}")).isEmpty();
        assertThat(Authors.written(writer(), "not json")).isEmpty();
    }

    private static StateHistory.Writer writer() {
        return new StateHistory.Writer("n", null, 1);
    }

    private StatePoint step(int step) {
        return states.points("").stream()
                .filter(point -> point.step() == step)
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
