package dev.threadline.ui.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The one list of keys, and those who repeat it.
class ShortcutTest {
    @Test
    void theReadmeNamesEachKey() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String keys = readme.substring(readme.indexOf("## Keys"), readme.indexOf("## For developers"));
        List<String> named = Shortcut.all().stream()
                .flatMap(group -> group.shortcuts().stream())
                .flatMap(each -> List.of(each.keys().split(", ")).stream())
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(keys).contains("`" + key + "`"));
    }

    @Test
    void macOsHasItsOwnKey() {
        assertThat(ShortcutSheet.printed("Ctrl N", "Mac OS X")).isEqualTo("Cmd N");
        assertThat(ShortcutSheet.printed("Ctrl Tab", "Mac OS X")).isEqualTo("Ctrl Tab");
        assertThat(ShortcutSheet.printed("Ctrl N", "Linux")).isEqualTo("Ctrl N");
    }
}
