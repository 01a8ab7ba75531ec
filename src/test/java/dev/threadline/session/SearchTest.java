package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.Needle;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventCondition;
import dev.threadline.run.EventDecoder;
import dev.threadline.session.Search.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    @TempDir
    Path folder;

    private Recording recording;
    private long seq;

    @BeforeEach
    void create() throws Exception {
        recording = Recording.create(
                folder.resolve("c.threadline"), new CaptureInfo("local dev", "http://127.0.0.1:2024", "joke", "t", 1));
    }

    @AfterEach
    void close() {
        recording.close();
    }

    private void event(String name, String data) {
        recording.append(EventDecoder.decode(++seq, 1, new WireEvent(seq, "" + seq, name, data, false)), data);
    }

    private static List<Integer> indexes(Search search) {
        Hits hits = search.hits();
        return IntStream.range(0, hits.size()).map(hits::index).boxed().toList();
    }

    private static Needle text(String text) {
        return Needle.of(text, false);
    }

    @Test
    void itGoesAlongWithARunThatGrows() throws Exception {
        Search search = new Search(recording, new Query(text("tea"), EventCondition.ANY));
        search.advance(() -> true);
        assertThat(search.searched()).isZero();
        event("custom", "{\"a\":\"tea\"}");
        event("custom", "{\"a\":\"coffee\"}");
        search.advance(() -> true);
        assertThat(indexes(search)).containsExactly(0);
        // On disk and not yet on disk alike.
        recording.flush();
        event("custom", "{\"a\":\"more tea\"}");
        search.advance(() -> true);
        assertThat(indexes(search)).containsExactly(0, 2);
        assertThat(search.searched()).isEqualTo(3);
        assertThat(search.hits().has(2)).isTrue();
        assertThat(search.hits().has(1)).isFalse();
        assertThat(search.hits().between(0, 2)).isEqualTo(1);
    }

    @Test
    void factsNarrowItWhereverTheyAre() throws Exception {
        for (int i = 0; i < 400; i++) {
            event("updates", "{\"" + (i % 50 == 0 ? "score" : "write") + "\":{\"said\":\"tea " + i + "\"}}");
            event("values", "{\"said\":\"tea\"}");
            event("updates|team:1", "{\"score\":{\"said\":\"coffee\"}}");
        }
        recording.flush();
        assertThat(found(text("tea"), EventCondition.of("score", null))).hasSize(8);
        assertThat(found(text("tea"), EventCondition.of(null, "values"))).hasSize(400);
        assertThat(found(null, EventCondition.of("score", "updates"))).hasSize(408);
        assertThat(found(null, new EventCondition("score", null, null, "team:1")))
                .hasSize(400);
        assertThat(found(text("tea"), EventCondition.of("nobody", null))).isEmpty();
        assertThat(found(text("tea 350"), EventCondition.ANY)).containsExactly(3 * 350);
    }

    private List<Integer> found(Needle needle, EventCondition condition) throws Exception {
        Search search = new Search(recording, new Query(needle, condition));
        search.advance(() -> true);
        assertThat(search.searched()).isEqualTo(recording.log().size());
        return indexes(search);
    }

    @Test
    void itStopsAfterASliceAndGoesOnThere() throws Exception {
        String large = "\"" + "x".repeat(300_000) + "tea\"";
        for (int i = 0; i < 20; i++) {
            event("custom", large);
        }
        Search search = new Search(recording, new Query(text("xtea"), EventCondition.ANY));
        search.advance(() -> false);
        assertThat(search.searched()).isPositive().isLessThan(20);
        assertThat(search.hits().size()).isEqualTo(search.searched());
        search.advance(() -> true);
        assertThat(search.hits().size()).isEqualTo(20);
    }

    @Test
    void messagesStandForAllTheirModes() throws Exception {
        event("messages/partial", "[{\"content\":\"tea\",\"type\":\"ai\",\"id\":\"1\"}]");
        event("messages", "[{\"content\":\"tea\",\"type\":\"ai\",\"id\":\"1\"},{}]");
        event("messages-tuple", "[{\"content\":\"tea\",\"type\":\"ai\",\"id\":\"1\"},{}]");
        assertThat(found(text("tea"), EventCondition.of(null, "messages"))).containsExactly(0, 1);
    }
}
