package dev.threadline.panel.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.RunRecord;
import dev.threadline.run.EventSummary.Segment;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventWordsTest {
    @Test
    void rangesLeaveOutTheEqualHeadOfLongNumbers() {
        assertThat(EventWords.seqs(7, 7)).isEqualTo("7");
        assertThat(EventWords.seqs(131, 138)).isEqualTo("131–138");
        assertThat(EventWords.seqs(104131, 104138)).isEqualTo("104131–38");
        assertThat(EventWords.seqs(104199, 104201)).isEqualTo("104199–201");
        assertThat(EventWords.seqs(99_990, 100_010)).isEqualTo("99990–100010");
    }

    @Test
    void placesAreTheLastNode() {
        assertThat(EventWords.place("")).isEqualTo("root");
        assertThat(EventWords.place("team:1|inner:2")).isEqualTo("inner");
        assertThat(EventWords.place("bare")).isEqualTo("bare");
    }

    @Test
    void aRunSaysHowItBegan() {
        assertThat(begin("{\"command\":{\"resume\":\"yes\"}}")).isEqualTo("run 2 · resume \"yes\"");
        assertThat(begin("{\"input\":{\"topic\":\"tea\"}}")).isEqualTo("run 2 · input {\"topic\":\"tea\"}");
        assertThat(begin("{\"input\":null}")).isEqualTo("run 2 · goes on from the checkpoint");
    }

    private static String begin(String request) {
        RunRecord run = new RunRecord(2, null, "a", request, 0, 0, "running", null);
        return RunBegin.words(run).stream().map(Segment::text).collect(Collectors.joining());
    }
}
