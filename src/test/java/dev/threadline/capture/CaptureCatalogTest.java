package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.capture.CaptureFolder.Item;
import dev.threadline.capture.CaptureOverview.Kind;
import dev.threadline.capture.CaptureOverview.Stretch;
import dev.threadline.capture.CaptureTrash.Deleted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of captures: what it says of each, and what can be done with them.
class CaptureCatalogTest {
    @TempDir
    Path path;

    @Test
    void eachCaptureTellsWhatIsInIt() throws Exception {
        try (Capture capture = Capture.create(path.resolve("one.threadline"), Samples.INFO)) {
            run(capture, 1, 1_000_000, 3_000_000, "waiting", null);
            run(capture, 2, 5_000_000, 9_000_000, "failed", "FatalError: broke");
            event(capture, 1, 1, 1_000_000, EventKind.TASK_START, "draft");
            event(capture, 2, 1, 3_000_000, EventKind.TASK_RESULT, "draft");
            event(capture, 3, 2, 5_000_000, EventKind.TASK_START, "send");
            event(capture, 4, 2, 9_000_000, EventKind.ERROR, null);
            capture.add(new ConnectionEntry(2, 3, 6_000_000, ConnectionEntry.Kind.GAP, null));
        }
        CaptureOverview overview = only().overview();
        assertThat(overview).isNotNull();
        assertThat(overview.runs()).isEqualTo(2);
        assertThat(overview.events()).isEqualTo(4);
        assertThat(overview.status()).isEqualTo("failed");
        assertThat(overview.error()).isEqualTo("FatalError: broke");
        assertThat(overview.gaps()).isEqualTo(1);
        assertThat(overview.length()).isEqualTo(8_000_000);
        assertThat(overview.damage()).isNull();
        assertThat(overview.shape())
                .containsExactly(
                        new Stretch(0, 0.25, Kind.WORK, "draft"),
                        new Stretch(0.25, 0.5, Kind.WAIT, null),
                        new Stretch(0.5, 1, Kind.FAILED, null));
    }

    @Test
    void anOpenQuestionIsCountedAndItsWaitDrawnToTheEnd() throws Exception {
        try (Capture capture = Capture.create(path.resolve("one.threadline"), Samples.INFO)) {
            run(capture, 1, 1_000_000, 3_000_000, "waiting", null);
            event(capture, 1, 1, 1_000_000, EventKind.TASK_START, "draft");
            EventFacts asks = facts(2, 1, 3_000_000, EventKind.TASK_RESULT, "draft");
            capture.append(asks.with(EventFlag.INTERRUPT), "{}");
        }
        CaptureOverview overview = only().overview();
        assertThat(overview).isNotNull();
        assertThat(overview.questions()).isEqualTo(2);
        assertThat(overview.shape())
                .containsExactly(new Stretch(0, 0.4, Kind.WORK, "draft"), new Stretch(0.4, 1, Kind.WAIT, null));
    }

    @Test
    void aRunThatGoesOnIsHeldByItsWriter() throws Exception {
        CaptureCatalog catalog = new CaptureCatalog(new CaptureFolder(path));
        Capture capture = Capture.create(path.resolve("one.threadline"), Samples.INFO);
        run(capture, 1, 1_000_000, 0, "running", null);
        event(capture, 1, 1, 1_500_000, EventKind.TASK_START, "draft");
        capture.flush();
        assertThat(catalog.list(items -> {})).singleElement().satisfies(item -> {
            assertThat(item.overview().held()).isTrue();
            assertThat(item.overview().events()).isEqualTo(1);
        });
        assertThatThrownBy(() -> CaptureTrash.take(capture.file()))
                .isInstanceOf(CaptureFailure.NotWritten.class)
                .hasMessageStartingWith("one is being recorded");
        capture.close();
        assertThat(catalog.list(items -> {}).getFirst().overview().held()).isFalse();
    }

    @Test
    void manyAreListedByAndByAndLookedIntoOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            Capture.create(path.resolve("c" + i + ".threadline"), Samples.INFO).close();
        }
        CaptureCatalog catalog = new CaptureCatalog(new CaptureFolder(path));
        List<List<Item>> partly = new ArrayList<>();
        List<Item> whole = catalog.list(partly::add);
        assertThat(whole)
                .hasSize(40)
                .allSatisfy(item -> assertThat(item.overview()).isNotNull());
        assertThat(partly.getFirst()).hasSize(40);
        assertThat(partly.getFirst())
                .filteredOn(item -> item.overview() == null)
                .isNotEmpty();
        assertThat(catalog.list(items -> {}).getFirst().overview())
                .isSameAs(whole.getFirst().overview());
    }

    @Test
    void aDeletedCaptureCanBePutBack() throws Exception {
        Path file = path.resolve("one.threadline");
        Capture.create(file, Samples.INFO).close();
        byte[] before = Files.readAllBytes(file);
        Deleted deleted = CaptureTrash.take(file);
        assertThat(new CaptureFolder(path).list()).isEmpty();
        deleted.restore();
        assertThat(file).hasBinaryContent(before);
        try (var left = Files.list(path)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void whatIsDeletedForGoodLeavesNothing() throws Exception {
        Path file = path.resolve("one.threadline");
        Capture.create(file, Samples.INFO).close();
        CaptureTrash.take(file).purge();
        assertThat(path).isEmptyDirectory();
        Capture.create(file, Samples.INFO).close();
        CaptureTrash.take(file);
        CaptureTrash.purgeAll(new CaptureFolder(path));
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aRenamedCaptureGoesOnWithItsThread() throws Exception {
        CaptureFolder folder = new CaptureFolder(path);
        Path file;
        try (Capture capture = folder.captureFor(Samples.INFO)) {
            file = capture.file();
        }
        Path renamed = CaptureFolder.rename(file, " The good joke ");
        assertThat(renamed).hasFileName("The good joke.threadline").exists();
        assertThat(file).doesNotExist();
        try (Capture again = folder.captureFor(Samples.INFO)) {
            assertThat(again.file()).isEqualTo(renamed);
        }
    }

    @Test
    void aNameThatCantBeHadIsSaid() throws Exception {
        Path one = path.resolve("one.threadline");
        Capture.create(one, Samples.INFO).close();
        Capture.create(path.resolve("two.threadline"), Samples.INFO).close();
        assertThatThrownBy(() -> CaptureFolder.rename(one, "two")).hasMessage("There is a capture two already.");
        for (String bad : List.of("", "a/b", "..", "a:b", "line\nbreak")) {
            assertThatThrownBy(() -> CaptureFolder.rename(one, bad)).hasMessageContaining("can't be a name");
        }
        assertThat(one).exists();
    }

    private Item only() throws CaptureFailure {
        List<Item> items = new CaptureFolder(path).list();
        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item.failure()).isNull());
        return items.getFirst();
    }

    private static void run(Capture capture, int number, long from, long to, String status, String error) {
        capture.put(new RunRecord(number, "run", "joke", "{}", from, to, status, error));
    }

    private static void event(Capture capture, long seq, int run, long at, EventKind kind, String node) {
        capture.append(facts(seq, run, at, kind, node), "{}");
    }

    private static EventFacts facts(long seq, int run, long at, EventKind kind, String node) {
        return new EventFacts(
                seq,
                run,
                at,
                null,
                "debug",
                kind,
                "debug",
                "",
                node,
                null,
                EventFacts.NO_STEP,
                EventFacts.NO_TIME,
                "a,b",
                2,
                0);
    }
}
