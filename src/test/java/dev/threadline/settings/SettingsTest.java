package dev.threadline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings on disk: kept, put aside, never lost.
class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void standWhereThePlatformKeepsConfiguration() {
        Path home = Path.of("/home/ada");
        assertThat(SettingsFile.of("Linux", home, Map.of()).path())
                .isEqualTo(Path.of("/home/ada/.config/threadline/settings.json"));
        assertThat(SettingsFile.of("Linux", home, Map.of("XDG_CONFIG_HOME", "/cfg"))
                        .path())
                .isEqualTo(Path.of("/cfg/threadline/settings.json"));
        assertThat(SettingsFile.of("Mac OS X", home, Map.of()).path())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Threadline/settings.json"));
        assertThat(SettingsFile.of("Windows 11", home, Map.of("APPDATA", "/roaming"))
                        .path())
                .isEqualTo(Path.of("/roaming/Threadline/settings.json"));
    }

    @Test
    void comeBackAsTheyWere() throws Exception {
        SettingsFile file = SettingsFile.in(folder.resolve("deep/er"));
        assertThat(file.read()).isEqualTo(new SettingsFile.Found(Settings.FIRST, ""));
        Settings settings = Settings.FIRST
                .withAppearance(Appearance.DARK)
                .withFontSize(14)
                .withCaptures(folder.toAbsolutePath())
                .withCapturesLimit(5_000_000_000L)
                .withTourSeen(true)
                .with(known("staging", "https://staging.example", KeySource.ENVIRONMENT))
                .with(known("local dev", "http://127.0.0.1:2024", KeySource.NONE))
                .withLayout(new Layout(
                        new WindowPlace(-1200.5, 40, 1300, 800, true), 300, false, 0.4, 0.55, "-size", Members.NONE));
        file.write(settings);
        assertThat(file.read()).isEqualTo(new SettingsFile.Found(settings, ""));
        assertThat(names(file.path().getParent())).containsExactly("settings.json");
    }

    @Test
    void keepWhatANewerFieldSays() throws Exception {
        SettingsFile file = SettingsFile.in(folder);
        Files.writeString(file.path(), """
            {"version": 1, "fontSize": 99, "appearance": "sepia", "pet": {"name": "Rex"}, "layout": {"dock": "left"},
             "deployments": [{"name": "a", "address": "http://a:1", "colour": "red"}, {"name": "no address"}, 7]}\
            """);
        Settings read = file.read().settings();
        assertThat(read.fontSize()).isEqualTo(16);
        assertThat(read.appearance()).isEqualTo(Appearance.SYSTEM);
        assertThat(read.deployments()).hasSize(1);
        file.write(read.with(known("b", "http://b:1", KeySource.NONE)).with(known("a", "http://a:1", KeySource.NONE)));
        assertThat(Json.write(Json.parse(Files.readString(file.path()))))
                .contains("\"pet\":{\"name\":\"Rex\"}", "\"dock\":\"left\"", "\"colour\":\"red\"");
    }

    @Test
    void aFileThatCantBeUsedIsPutAsideAndSaid() throws Exception {
        SettingsFile file = SettingsFile.in(folder);
        for (String text : List.of("{\"version\": 1, ", "[]", "{\"version\": 2}", "{\"fontSize\": tru")) {
            Files.writeString(file.path(), text);
            SettingsFile.Found found = file.read();
            assertThat(found.settings()).isEqualTo(Settings.FIRST);
            assertThat(found.said()).contains("The file is kept as " + folder);
            assertThat(file.path()).doesNotExist();
        }
        assertThat(names(folder))
                .containsExactly(
                        "settings.damaged-2.json",
                        "settings.damaged-3.json",
                        "settings.damaged.json",
                        "settings.newer.json");
    }

    @Test
    void areWrittenBehindAndWholeWhenClosed() {
        SettingsFile file = SettingsFile.in(folder);
        List<Integer> heard = new ArrayList<>();
        try (Preferences preferences = new Preferences(file)) {
            preferences.subscribe(now -> heard.add(now.fontSize()));
            for (int size = 11; size <= 16; size++) {
                int wanted = size;
                preferences.change(now -> now.withFontSize(wanted));
            }
        }
        assertThat(heard).containsExactly(12, 11, 12, 13, 14, 15, 16);
        assertThat(file.read().settings().fontSize()).isEqualTo(16);
    }

    @Test
    void aFolderThatCantBeWrittenIsSaid() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file");
        List<String> said = new CopyOnWriteArrayList<>();
        try (Preferences preferences = new Preferences(SettingsFile.in(blocked))) {
            preferences.onTrouble(said::add);
            preferences.change(now -> now.withTourSeen(true));
            assertThat(preferences.now().tourSeen()).isTrue();
        }
        assertThat(said).hasSize(1);
        assertThat(said.getFirst()).startsWith("The settings could not be written to " + blocked);
    }

    @Test
    void neverHoldMoreThanTwentyDeployments() {
        Settings settings = Settings.FIRST;
        for (int i = 0; i < 30; i++) {
            settings = settings.with(known("d" + i, "http://d:" + (1000 + i), KeySource.TYPED));
        }
        assertThat(settings.deployments()).hasSize(20);
        assertThat(settings.deployments().getFirst().name()).isEqualTo("d29");
        assertThat(settings.without(URI.create("http://d:1029")).deployments()).hasSize(19);
    }

    @Test
    void aPlaceCountsOnlyWhereItCanBeTakenHoldOf() {
        WindowPlace place = new WindowPlace(1900, 20, 1000, 700, false);
        assertThat(place.reachableIn(0, 0, 1920, 1080)).isFalse();
        assertThat(place.reachableIn(1920, 0, 1920, 1080)).isTrue();
        assertThat(new WindowPlace(0, 2000, 900, 700, false).reachableIn(0, 0, 1920, 1080))
                .isFalse();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static KnownDeployment known(String name, String address, KeySource key) {
        return new KnownDeployment(name, URI.create(address), key, Instant.parse("2026-11-22T05:00:00Z"));
    }
}
