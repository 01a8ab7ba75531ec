package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {
    private static final String NONE = "no file";

    private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void aSecondStartHandsItsFileToTheFirst() throws InterruptedException {
        OneWindow.Place place = OneWindow.Place.in(folder, "here");
        assertThat(OneWindow.hand(place, null)).as("nobody is there").isFalse();
        try (OneWindow first = claimed(place)) {
            assertThat(first).isNotNull();
            assertThat(claimed(place)).as("a second window").isNull();
            Path file = folder.resolve("ä run with spaces.threadline");
            assertThat(OneWindow.hand(place, file)).isTrue();
            assertThat(OneWindow.hand(place, null)).isTrue();
            assertThat(next()).isEqualTo(file.toAbsolutePath().toString());
            assertThat(next()).isEqualTo(NONE);
        }
        assertThat(OneWindow.hand(place, null)).as("the window is closed").isFalse();
        try (OneWindow again = claimed(place)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void whatADeadProcessLeftIsInNobodysWay() throws Exception {
        OneWindow.Place place = OneWindow.Place.in(folder, "here");
        Files.createFile(place.socket());
        Files.createFile(place.lock());
        assertThat(OneWindow.hand(place, null)).isFalse();
        try (OneWindow window = claimed(place)) {
            assertThat(window).isNotNull();
            assertThat(OneWindow.hand(place, null)).isTrue();
        }
    }

    @Test
    void aPathTooLongForASocketMeansAWindowOfItsOwn() {
        OneWindow.Place place = OneWindow.Place.in(folder.resolve("x".repeat(120)), "here");
        assertThat(claimed(place)).isNull();
        assertThat(OneWindow.hand(place, null)).isFalse();
    }

    @Test
    void installationsDontMeet() {
        try (OneWindow here = claimed(OneWindow.Place.in(folder, "here"))) {
            assertThat(here).isNotNull();
            assertThat(OneWindow.hand(OneWindow.Place.in(folder, "there"), null))
                    .isFalse();
        }
    }

    private OneWindow claimed(OneWindow.Place place) {
        return OneWindow.claim(place, file -> opened.add(Objects.toString(file, NONE)));
    }

    private String next() throws InterruptedException {
        return opened.poll(10, TimeUnit.SECONDS);
    }
}
